using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// A line of text split into cells: by pipes, by tabs, by two blanks or more, or before an amount at its
/// end. Each cell knows the character it begins at.
/// </summary>
internal static partial class LineCells
{
    internal readonly record struct Cell(string Text, int Start, int Position);

    internal static IReadOnlyList<Cell> Split(string line)
    {
        if (PipeRow().IsMatch(line))
        {
            var inner = Cut(line, Pipe());
            return [.. inner.Skip(line.TrimStart().StartsWith('|') ? 1 : 0)
                .SkipLast(line.TrimEnd().EndsWith('|') ? 1 : 0)
                .Select((cell, position) => cell with { Position = position })];
        }

        if (line.Contains('\t', StringComparison.Ordinal))
        {
            return Cut(line, Tab());
        }

        var indent = line.Length - line.TrimStart().Length;
        var cells = Cut(line.TrimEnd(), Blanks(), indent);
        return cells.Count > 1 ? cells : AmountAtEnd(line, indent) ?? cells;
    }

    /// <summary>Whether a line only separates heading and body of a table: <c>|---|---:|</c>, a row of dashes.</summary>
    internal static bool IsRule(string line) => Rule().IsMatch(line) && line.Contains("--", StringComparison.Ordinal);

    private static List<Cell> Cut(string line, Regex separator, int from = 0)
    {
        var cells = new List<Cell>();
        var start = from;
        for (var match = separator.Match(line, from); match.Success; match = match.NextMatch())
        {
            cells.Add(Trimmed(line, start, match.Index, cells.Count));
            start = match.Index + match.Length;
        }

        cells.Add(Trimmed(line, start, line.Length, cells.Count));
        return cells;
    }

    private static Cell Trimmed(string line, int start, int end, int position)
    {
        while (start < end && char.IsWhiteSpace(line[start]))
        {
            start++;
        }

        return new Cell(line[start..end].TrimEnd(), start, position);
    }

    // Groups of three digits at the end are an amount where the word before cannot be one of its groups.
    private static List<Cell>? AmountAtEnd(string line, int indent)
    {
        var match = Ending().Match(line);
        return match.Success
            ? [
                Trimmed(line, indent, match.Groups["amount"].Index, 0),
                new Cell(match.Groups["amount"].Value.TrimEnd(), match.Groups["amount"].Index, 1),
            ]
            : null;
    }

    [GeneratedRegex(@"^\s*\|.*\||^[^|]+ \| [^|]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PipeRow();

    [GeneratedRegex(@"\|", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pipe();

    [GeneratedRegex(@"\t", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tab();

    [GeneratedRegex(@"[ \u00A0\u2007\u2009\u202F]{2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(
        @"(?<![\d,.][ \u00A0\u2009\u202F]?)(?<=\S )(?<amount>\(?-?[$€£]?(?:\d{1,3}(?:[ ,\u00A0\u2009\u202F]\d{3})+(?:\.\d+)?\)?|[–—])(?: ?\^\w)?)\s*$|(?<=\d{4} )(?<amount>\(?-?[$€£]?\d{1,3}(?:[ ,\u00A0\u2009\u202F]\d{3})+(?:\.\d+)?\)?(?: ?\^\w)?)\s*$",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^[\s|:=+-]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rule();
}
