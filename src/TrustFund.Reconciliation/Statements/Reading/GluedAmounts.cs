using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Amounts printed right behind their caption and each other, as pages leave them whose cells lost what was between them:
/// <c>Total assets1,278,0171,196,868</c>. A group of three digits behind a comma ends an amount where another digit follows.
/// </summary>
internal static partial class GluedAmounts
{
    private const int FewestLines = 3;
    private const int LongestLine = 240;
    private const int LongestRun = 80;
    private const int MostColumns = 6;
    private const int DigitsOfYear = 4;

    /// <summary>The rows of such lines, by the index of their line; none where the document has not several of them.</summary>
    /// <param name="lines">The lines of the document.</param>
    internal static Dictionary<int, TextRow> In(IReadOnlyList<string> lines)
    {
        var found = new Dictionary<int, (TextCell Caption, string Run, int Start)>();
        for (var index = 0; index < lines.Count; index++)
        {
            if (lines[index].Length <= LongestLine && RunOf(lines[index]) is { } line)
            {
                found[index] = line;
            }
        }

        var columns = found.Values.Select(line => FewestIn(line.Run)).Where(count => count > 1).GroupBy(count => count).OrderByDescending(group => group.Count()).FirstOrDefault();
        if (columns is null || columns.Count() < FewestLines || columns.Key > MostColumns)
        {
            return [];
        }

        var rows = found.Where(line => IsAmounts(line.Value.Run))
            .ToDictionary(line => line.Key, line => Row(line.Key + 1, lines[line.Key], line.Value.Caption, Apart(line.Value.Run, columns.Key), line.Value.Start, columns.Key));
        foreach (var (index, years) in lines.Index().Where(line => IsYears(line.Item.Trim(), columns.Key)))
        {
            var start = years.Length - years.TrimStart().Length;
            rows[index] = Row(index + 1, years, new TextCell("", start, 0), [.. years.Trim().Chunk(DigitsOfYear).Select(year => new string(year))], start, columns.Key);
        }

        return rows;
    }

    // The digits, commas and parentheses at the end of a line, and the words right before them.
    private static (TextCell Caption, string Run, int Start)? RunOf(string line)
    {
        var end = line.AsSpan().TrimEnd().Length;
        var start = end;
        while (start > 0 && (char.IsAsciiDigit(line[start - 1]) || line[start - 1] is ',' or '.' or '(' or ')' or '–' or '—'))
        {
            start--;
        }

        // A parenthesis that was opened before is of the caption: (Note 4).
        var depth = 0;
        for (var at = start; at < end; at++)
        {
            depth += line[at] == '(' ? 1 : line[at] == ')' ? -1 : 0;
            (start, depth) = depth < 0 ? (at + 1, 0) : (start, depth);
        }

        if (end == start || end - start > LongestRun || start == 0 || line[start - 1] == '/' || (start > 1 && line[start - 1] == ' ' && !char.IsLetter(line[start - 2])) || !line.AsSpan(0, start).ContainsAnyExcept("0123456789 .,()-"))
        {
            return null;
        }

        var indent = line.Length - line.AsSpan().TrimStart().Length;
        var run = line[start..end];
        return Amount().Matches(run).Sum(match => match.Length) == run.Length ? (new TextCell(line[indent..start].TrimEnd(), indent, 0), run, start) : null;
    }

    // With a comma or parentheses it is no year, and no number of a table.
    private static bool IsAmounts(string run) => run.AsSpan().ContainsAny(',', '(', '–');

    private static bool IsYears(string text, int columns) =>
        text.Length == DigitsOfYear * columns && text.Chunk(DigitsOfYear).All(year => PrintedAmount.IsYear(new string(year)));

    // What cannot be one amount is two.
    private static int FewestIn(string run) => Amount().Count(run);

    // In as many amounts as the table has columns, about as long as each other; in one where it can be one.
    private static List<string> Apart(string run, int columns)
    {
        var fewest = FewestIn(run);
        if (fewest == 1 || fewest > columns)
        {
            return [.. Amount().Matches(run).Select(match => match.Value)];
        }

        return Ways(run, columns).MinBy(way => way.Max(BlankGroups.Digits) - way.Min(BlankGroups.Digits)) ?? [.. Amount().Matches(run).Select(match => match.Value)];
    }

    private static IEnumerable<List<string>> Ways(string run, int columns)
    {
        if (columns == 1)
        {
            return Whole().IsMatch(run) ? [[run]] : [];
        }

        return Enumerable.Range(1, Math.Max(0, run.Length - 1)).Where(end => Whole().IsMatch(run.AsSpan(0, end)))
            .SelectMany(end => Ways(run[end..], columns - 1).Select(rest => (List<string>)[run[..end], .. rest]));
    }

    private static TextRow Row(int number, string line, TextCell caption, List<string> amounts, int start, int columns)
    {
        var cells = new List<TextCell> { caption };
        foreach (var amount in amounts)
        {
            cells.Add(new TextCell(amount, start, cells.Count));
            start += amount.Length;
        }

        return new TextRow(number, [.. cells], TextSplit.Counted) { Line = line, IsAdrift = amounts.Count < columns };
    }

    [GeneratedRegex(@"\([0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?\)|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?![0-9,])|[0-9]{1,3}|[–—]", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^(?:\([1-9][0-9]{0,2}(?:,[0-9]{3})*(?:\.[0-9]+)?\)|[1-9][0-9]{0,2}(?:,[0-9]{3})*(?:\.[0-9]+)?|0|[–—])$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
