using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>Which sign sets off decimals, as the numbers of a table or of a whole document show together.</summary>
internal static partial class DecimalMarks
{
    private const int FewestThousands = 3;

    /// <summary>The sign; null where the numbers could be read either way.</summary>
    /// <param name="texts">The cells that may be numbers.</param>
    internal static DecimalMark? Of(IEnumerable<string> texts)
    {
        var (either, onlyComma, points, hundreds, hasThousands) = (0, 0, 0, 0, false);
        foreach (var text in texts)
        {
            if (!text.AsSpan().ContainsAny(',', '.'))
            {
                hundreds += Hundreds().IsMatch(text) ? 1 : 0;
                hasThousands |= Thousands().IsMatch(text);
                continue;
            }

            if (PlainAmount.IsOneGroup(text))
            {
                either++;
                continue;
            }

            var point = PrintedAmount.Read(text).State == FigureState.Amount;
            var comma = PrintedAmount.Read(text, DecimalMark.Comma).State == FigureState.Amount;
            if (point && (!comma || Fraction().IsMatch(text)))
            {
                return DecimalMark.Point;
            }

            if (comma && !point && OnlyByComma().IsMatch(text))
            {
                onlyComma = int.MaxValue / 2;
            }

            points += point && comma && OneGroup().IsMatch(text) ? 1 : 0;
            either += point && comma ? 1 : 0;
            onlyComma += comma && !point ? 1 : 0;
        }

        // Numbers of up to three digits without a point, and none of more, beside numbers with three digits after it: the point is of thousands.
        var areThousands = points >= FewestThousands && points == either && hundreds > 0 && !hasThousands;
        return (onlyComma > 1 && onlyComma >= either) || areThousands ? DecimalMark.Comma : null;
    }

    /// <summary>Whether a text can be an amount only where a comma sets off decimals: <c>1.234.567</c>, <c>1.234,5</c>, <c>12,50</c>.</summary>
    internal static bool IsByComma(string text) => ByComma().IsMatch(text) && PrintedAmount.Read(text, DecimalMark.Comma).State == FigureState.Amount;

    /// <summary>The cells of a row that may be numbers: not the number of its item before its caption.</summary>
    internal static IEnumerable<string> NumbersOf(TextRow row) =>
        (row.Filled.Length > 1 && IsItem(row.Filled[0].Text) ? row.Filled.Skip(1) : row.Filled).Select(cell => cell.Text);

    /// <summary>Whether a text may be the number of an item or paragraph: <c>4.1</c>, <c>12.3.1</c>.</summary>
    internal static bool IsItem(string text) => Item().IsMatch(text);

    [GeneratedRegex(@"^[0-9]{1,2}(?:\.[0-9]{1,2})+\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"^\(?[-−–]?(?:US)?[$£€]? ?[1-9][0-9]{0,2}\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Hundreds();

    [GeneratedRegex(@"^\(?[-−–]?(?:US)?[$£€]? ?(?!(?:19|20)[0-9]{2}$)[1-9][0-9]{3,}\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^\(?[-−–]?(?:US)?[$£€]? ?[0-9]{1,3}\.[0-9]{3}(?:\)|[-–]| ?(?:CR|Cr|DR|Dr))?$", RegexOptions.CultureInvariant)]
    private static partial Regex OneGroup();

    // No group of thousands begins with a nought.
    [GeneratedRegex(@"^[^0-9]*0+\.[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction();

    [GeneratedRegex(@"[0-9](?:\.[0-9]{3}){2}|\.[0-9]{3},[0-9]|[0-9][ \u00A0\u2009\u202F'’][0-9]{3},[0-9]{1,2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyByComma();

    [GeneratedRegex(@"[0-9](?:\.[0-9]{3}){2}|\.[0-9]{3},[0-9]|[0-9],[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex ByComma();
}
