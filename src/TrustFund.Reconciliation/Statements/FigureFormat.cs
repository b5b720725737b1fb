using System.Globalization;

namespace TrustFund.Reconciliation.Statements;

/// <summary>Rounds exact amounts and prints figures in a house style.</summary>
internal static class FigureFormat
{
    internal static decimal Round(decimal amount, decimal unit, int decimals, RoundingRule rule) =>
        decimal.Round(amount / unit, decimals, rule == RoundingRule.HalfToEven
            ? MidpointRounding.ToEven
            : MidpointRounding.AwayFromZero);

    internal static StatementCell Cell(Money exact, StatementTemplate template, bool inNote)
    {
        var rounded = Round(exact.Amount, template.Unit, template.Decimals, template.Rounding);
        return new StatementCell(exact, rounded, Print(rounded, exact.IsZero, template, inNote));
    }

    internal static string Print(decimal rounded, bool isNil, StatementTemplate template, bool inNote)
    {
        var style = template.Style;
        if (rounded == 0)
        {
            return isNil ? style.Nil : style.RoundsToNil;
        }

        var digits = Grouped(Math.Abs(rounded), template.Decimals, inNote ? style.NoteThousands : style.Thousands, style.DecimalMark);
        var amount = inNote ? style.NotePrefix + digits : digits;
        return rounded > 0 ? amount : style.NegativeInParentheses ? $"({amount})" : $"-{amount}";
    }

    internal static string Grouped(decimal magnitude, int decimals, string thousands, string decimalMark)
    {
        var format = new NumberFormatInfo
        {
            NumberGroupSeparator = thousands,
            NumberDecimalSeparator = decimalMark,
            NumberGroupSizes = [3],
        };
        return magnitude.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), format);
    }
}
