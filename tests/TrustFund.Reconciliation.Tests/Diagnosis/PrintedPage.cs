using System.Globalization;
using System.Text.RegularExpressions;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Diagnosis;

/// <summary>A document's text whose amounts can be printed anew where they stand, in the style of the old ones.</summary>
internal sealed partial class PrintedPage(string text)
{
    private readonly List<string> _lines = [.. text.Split('\n')];

    internal string Text => string.Join('\n', _lines);

    /// <summary>Prints amounts over others; of one line from right to left, so that places stay true.</summary>
    internal void Print(IEnumerable<(PublishedFigure Figure, string Number)> numbers)
    {
        foreach (var (figure, number) in numbers.OrderByDescending(pair => pair.Figure.Place.Line).ThenByDescending(pair => pair.Figure.Place.Column))
        {
            Print(figure, number);
        }
    }

    internal void Remove(int line) => _lines.RemoveAt(line - 1);

    internal void Double(int line) => _lines.Insert(line, _lines[line - 1]);

    /// <summary>A number in the style in which another was printed, and with its own decimals if it has more.</summary>
    internal static string InStyleOf(PublishedFigure figure, decimal amount)
    {
        var number = Number().Match(figure.Printed).Value;
        var decimals = number.Contains('.', StringComparison.Ordinal) ? number.Length - number.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        decimals = Math.Max(decimals, amount.Scale);
        var digits = Math.Abs(amount).ToString(FormattableString.Invariant($"F{decimals}"), CultureInfo.InvariantCulture);
        return Signed(figure, Grouped(figure, digits), amount < 0);
    }

    /// <summary>Digits, with a point or not, grouped as those of a figure are.</summary>
    internal static string Grouped(PublishedFigure figure, string digits)
    {
        var separator = Separator().Match(figure.Printed);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var (whole, rest) = point < 0 ? (digits, "") : (digits[..point], digits[point..]);
        return (separator.Success ? Thousands().Replace(whole, separator.Value) : whole) + rest;
    }

    internal static string Signed(PublishedFigure figure, string number, bool isNegative) =>
        !isNegative ? number : figure.Printed.Contains("USD", StringComparison.Ordinal) ? "-" + number : $"({number})";

    private void Print(PublishedFigure figure, string number)
    {
        var line = _lines[figure.Place.Line - 1];
        var cell = line.IndexOf(figure.Printed, figure.Place.Column - 1, StringComparison.Ordinal);
        cell.Should().BeGreaterThanOrEqualTo(0, figure.ToString());
        var old = Number().Match(figure.Printed);
        var (start, end) = (cell + old.Index, cell + old.Index + old.Length);
        if (line.Contains('\t', StringComparison.Ordinal) || line.Contains('|', StringComparison.Ordinal))
        {
            _lines[figure.Place.Line - 1] = line[..start] + number + line[end..];
            return;
        }

        // Columns are set off by blanks: the number keeps its right end.
        while (end - start < number.Length && start > 2 && line[start - 1] == ' ' && line[start - 2] == ' ' && line[start - 3] == ' ')
        {
            start--;
        }

        _lines[figure.Place.Line - 1] = line[..start] + number.PadLeft(end - start) + line[end..];
    }

    [GeneratedRegex(@"\(?-?[0-9][0-9 ,.\u00A0\u2009\u202F]*[0-9]\)?|\(?-?[0-9]\)?|--?|–")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=[0-9])[ ,\u00A0\u2009\u202F](?=[0-9]{3})")]
    private static partial Regex Separator();

    [GeneratedRegex(@"(?<=\d)(?=(\d{3})+$)")]
    private static partial Regex Thousands();
}
