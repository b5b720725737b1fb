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
        if (line.Contains('\t', StringComparison.Ordinal) || line.Contains('|', StringComparison.Ordinal) || !line.Trim().Contains("  ", StringComparison.Ordinal))
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
    internal static partial Regex Number();
}
