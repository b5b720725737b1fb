using System.Globalization;
using System.Text.RegularExpressions;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Diagnosis;

/// <summary>How a document prints its amounts: with a decimal point or a decimal comma, the other of the two or a blank between thousands.</summary>
internal sealed partial class PrintedStyle
{
    internal PrintedStyle(PublishedStatement document)
    {
        var marks = document.Figures.Where(figure => figure.Amount is { Scale: > 0 }).Select(MarkOf).ToList();
        Point = marks.Count(mark => mark == ',') > marks.Count / 2 ? ',' : '.';
    }

    /// <summary>What sets off the decimals.</summary>
    internal char Point { get; }

    /// <summary>A number in the style in which another was printed, and with its own decimals if it has more.</summary>
    internal string InStyleOf(PublishedFigure figure, decimal amount)
    {
        var number = PrintedPage.Number().Match(figure.Printed).Value;
        var decimals = number.Contains(Point, StringComparison.Ordinal) ? number.Length - number.IndexOf(Point, StringComparison.Ordinal) - 1 : 0;
        decimals = Math.Max(decimals, amount.Scale);
        var digits = Math.Abs(amount).ToString(FormattableString.Invariant($"F{decimals}"), CultureInfo.InvariantCulture);
        return Signed(figure, Grouped(figure, digits), amount < 0);
    }

    /// <summary>Digits, with a point or not, grouped as those of a figure are.</summary>
    internal string Grouped(PublishedFigure figure, string digits)
    {
        var separator = Separator().Matches(figure.Printed).FirstOrDefault(match => match.Value[0] != Point);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var (whole, rest) = point < 0 ? (digits, "") : (digits[..point], Point + digits[(point + 1)..]);
        return (separator is not null ? Thousands().Replace(whole, separator.Value) : whole) + rest;
    }

    internal static string Signed(PublishedFigure figure, string number, bool isNegative) =>
        !isNegative ? number : figure.Printed.Contains("USD", StringComparison.Ordinal) ? "-" + number : $"({number})";

    /// <summary>The amount of a number in this style.</summary>
    internal decimal AmountOf(string number)
    {
        var digits = string.Concat(number.Where(character => char.IsAsciiDigit(character) || character == Point)).Replace(Point, '.');
        var size = digits.Length == 0 ? 0 : decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return digits.Length > 0 && (number[0] == '(' || number[0] == '-') ? -size : size;
    }

    private static char MarkOf(PublishedFigure figure) => figure.Printed.LastOrDefault(character => character is '.' or ',');

    [GeneratedRegex(@"(?<=[0-9])[ ,.\u00A0\u2009\u202F](?=[0-9]{3})")]
    private static partial Regex Separator();

    [GeneratedRegex(@"(?<=\d)(?=(\d{3})+$)")]
    private static partial Regex Thousands();
}
