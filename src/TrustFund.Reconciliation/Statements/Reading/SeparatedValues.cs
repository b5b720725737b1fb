using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// A table in comma- or semicolon-separated values. A document is one where nearly all of its lines that have fields at all
/// have as many as each other, and fields that are amounts; a comma within thousands does not make one. Titles and headings
/// between them may stand alone. Where most lines stand between pipes, these separate the cells, whatever else is in them.
/// </summary>
internal static partial class SeparatedValues
{
    private const int FewestLines = 3;

    /// <summary>The rows; null where the document is not of this kind.</summary>
    /// <param name="lines">The lines of the document.</param>
    internal static List<TextRow?>? Read(IReadOnlyList<string> lines)
    {
        var filled = lines.Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        if (filled.Count < FewestLines || filled.Exists(line => line.Contains('\t', StringComparison.Ordinal)) || filled.Count(LineCells.IsBetweenPipes) * 2 > filled.Count)
        {
            return null;
        }

        foreach (var separator in new[] { ';', ',' })
        {
            // One field of a heading may be quoted over several lines; such a file is read line by line.
            var counts = filled.Select(line => Count(line, separator)).Where(count => count > 0).ToList();
            var usual = Math.Max(Usual(counts), UsualByTable(lines, separator));
            if (usual >= FewestLines && usual * 10 >= counts.Count * 8 && counts.Count * 2 > filled.Count
                && Rows(lines, separator) is { } rows && rows.Count(HasAmount) * 2 >= counts.Count && !(separator == ',' && SplitsAmounts(rows)))
            {
                return rows;
            }
        }

        return null;
    }

    // How many lines have as many fields as most of them.
    private static int Usual(List<int> counts) => counts.CountBy(count => count).Select(pair => pair.Value).DefaultIfEmpty().Max();

    // The same, where each of several tables, a blank line between them, has its own number of columns.
    private static int UsualByTable(IReadOnlyList<string> lines, char separator)
    {
        var (usual, counts) = (0, new List<int>());
        foreach (var line in lines.Append(""))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                counts.Add(Count(line, separator));
                continue;
            }

            counts.RemoveAll(count => count == 0);
            usual += Usual(counts) is >= FewestLines and var most ? most : 0;
            counts.Clear();
        }

        return usual;
    }

    // The rows; null where the separator stands within amounts.
    private static List<TextRow?>? Rows(IReadOnlyList<string> lines, char separator)
    {
        var rows = new List<TextRow?>(lines.Count);
        for (var index = 0; index < lines.Count; index++)
        {
            var row = Row(lines[index], index + 1, separator);
            if (row is not null && HasSplitAmount(row.Cells))
            {
                return null;
            }

            rows.Add(row);
        }

        return rows;
    }

    private static bool HasAmount(TextRow? row) => row is not null && Array.FindIndex(row.Cells, 1, cell => cell.IsAmountLike) > 0;

    // Three digits after a caption that ends in digits are what a comma within an amount leaves.
    private static bool HasSplitAmount(TextCell[] cells)
    {
        for (var next = 1; next < cells.Length; next++)
        {
            if (cells[next].Start == cells[next - 1].End + 1 && ThreeDigits().IsMatch(cells[next].Text) && IsCaptionAndDigits(cells[next - 1].Text))
            {
                return true;
            }
        }

        return false;
    }

    // A letter somewhere, and after the last blank up to three digits with what may stand before them.
    private static bool IsCaptionAndDigits(string text)
    {
        var blank = text.LastIndexOf(' ');
        return blank > 0 && FewDigits().IsMatch(text.AsSpan(blank + 1)) && text.Take(blank).Any(char.IsLetter);
    }

    // Commas of thousands or before decimals: one to three digits before nearly each of them, and right after it one to three.
    private static bool SplitsAmounts(List<TextRow?> rows)
    {
        var pairs = rows.OfType<TextRow>().SelectMany(row => row.Cells.Zip(row.Cells.Skip(1))).ToList();
        return pairs.Count(pair => pair.Second.Start == pair.First.End + 1 && EndsInDigits().IsMatch(pair.First.Text) && BeginsInDigits().IsMatch(pair.Second.Text)) * 10 >= pairs.Count * 9
            && pairs.Exists(pair => pair.First.Text.Contains(' ', StringComparison.Ordinal) || FewDigits().IsMatch(pair.First.Text));
    }

    private static int Count(string line, char separator)
    {
        var (count, isQuoted) = (0, false);
        foreach (var character in line)
        {
            isQuoted ^= character == '"';
            count += character == separator && !isQuoted ? 1 : 0;
        }

        return count;
    }

    private static TextRow? Row(string line, int number, char separator)
    {
        var cells = new List<TextCell>();
        var (start, isQuoted) = (0, false);
        for (var at = 0; at <= line.Length; at++)
        {
            if (at < line.Length && line[at] == '"')
            {
                isQuoted = !isQuoted;
            }

            if (at == line.Length || (line[at] == separator && !isQuoted))
            {
                var text = line[start..at];
                var lead = text.Length - text.TrimStart().Length;
                cells.Add(new TextCell(Unquoted(text.Trim()), start + lead, cells.Count));
                start = at + 1;
            }
        }

        return cells.Exists(cell => cell.Text.Length > 0) ? new TextRow(number, [.. cells], TextSplit.Separators) { Line = line } : null;
    }

    private static string Unquoted(string text) => text.Length > 1 && text[0] == '"' && text[^1] == '"'
        ? text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal).Trim()
        : text;

    [GeneratedRegex(@"^\(?-?(?:US)?[$€£]?[0-9]{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex FewDigits();

    [GeneratedRegex(@"(?<![0-9])[0-9]{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex EndsInDigits();

    [GeneratedRegex(@"^[0-9]{3}(?:[^0-9]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex ThreeDigits();

    [GeneratedRegex(@"^[0-9]{1,3}(?:[^0-9]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex BeginsInDigits();
}
