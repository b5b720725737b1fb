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

    private void Print(PublishedFigure figure, string number)
    {
        var line = _lines[figure.Place.Line - 1];
        var cell = line.IndexOf(figure.Printed, figure.Place.Column - 1, StringComparison.Ordinal);
        cell.Should().BeGreaterThanOrEqualTo(0, figure.ToString());
        var old = Number().Match(figure.Printed);
        var (start, end) = (cell + old.Index, cell + old.Index + old.Length);

        // A currency sign that stands at the number moves with it.
        if (old.Index > 0 && !char.IsWhiteSpace(figure.Printed[old.Index - 1]))
        {
            (start, number) = (cell, figure.Printed[..old.Index] + number);
        }

        if (!IsSetOffByBlanks(line, start))
        {
            _lines[figure.Place.Line - 1] = line[..start] + number + line[end..];
            return;
        }

        // The number keeps its right end, and the currency sign right before it goes with it.
        var sign = start > 1 && line[start - 1] == ' ' && line[start - 2] is '$' or '€' or '£' ? line[(start - 2)..start] : "";
        start -= sign.Length;
        var text = sign + number;
        while (end - start < text.Length && start > 2 && line[start - 1] == ' ' && line[start - 2] == ' ' && line[start - 3] == ' ')
        {
            start--;
        }

        _lines[figure.Place.Line - 1] = line[..start] + text.PadLeft(end - start) + line[end..];
    }

    // A number alone on its line stands below others.
    private static bool IsSetOffByBlanks(string line, int start) => !line.Contains('\t', StringComparison.Ordinal)
        && (line.Contains('|', StringComparison.Ordinal) ? line[..start].EndsWith("  ", StringComparison.Ordinal) : line.Trim().Contains("  ", StringComparison.Ordinal) || line[..start].Trim(' ', '$', '€', '£').Length == 0);

    [GeneratedRegex(@"\(?-?[0-9][0-9 ,.\u00A0\u2009\u202F]*[0-9]\)?|\(?-?[0-9]\)?|--?|–")]
    internal static partial Regex Number();
}
