namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// A table whose cells end in a pipe and a line break each, with nothing that tells its rows apart: they all have as many
/// cells, the empty ones counted. A caption that takes the place of its number as well leaves an empty cell at the end.
/// </summary>
internal static class PipeStream
{
    private const int FewestCells = 24;
    private const int FewestColumns = 3;
    private const int MostColumns = 24;
    private const int Captions = 2;

    /// <summary>The rows of the document, null for blank lines; null where it is not of this kind.</summary>
    /// <param name="lines">The lines of the document.</param>
    /// <param name="ledger">Takes up the lines that hold nothing but pipes.</param>
    internal static List<TextRow?>? Read(IReadOnlyList<string> lines, LineLedger ledger)
    {
        var first = Enumerable.Range(0, lines.Count).FirstOrDefault(index => lines[index].AsSpan().TrimEnd() is [.., '|'], lines.Count);
        var inside = lines.Skip(first).Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        if (inside.Count < FewestCells || inside.Count(IsCell) * 10 < inside.Count * 9)
        {
            return null;
        }

        var end = lines.Count;
        while (!lines[end - 1].Contains('|', StringComparison.Ordinal))
        {
            end--;
        }

        var cells = Cells(lines, first, end);
        var width = Enumerable.Range(FewestColumns, MostColumns - FewestColumns + 1).FirstOrDefault(columns => AreRows(cells, columns));
        if (width == 0)
        {
            return null;
        }

        for (var index = first; index < end; index++)
        {
            if (lines[index].AsSpan().Trim("| \t-:").IsEmpty)
            {
                ledger.Set(index + 1, LineRole.Rule);
            }
        }

        return [.. Enumerable.Range(0, first).Select(index => LineCells.Split(lines[index], index + 1)), .. cells.Chunk(width).Select(row => Row(row, width)),
            .. Enumerable.Range(end, lines.Count - end).Select(index => LineCells.Split(lines[index], index + 1))];
    }

    // Words and a pipe, or nothing but pipes.
    private static bool IsCell(string line)
    {
        var text = line.AsSpan().Trim();
        return text[^1] == '|' && (text.Count('|') == 1 || text.Trim("| -:").IsEmpty);
    }

    private static List<TextCell> Cells(IReadOnlyList<string> lines, int from, int to)
    {
        var cells = new List<TextCell>();
        var open = default(TextCell);
        for (var index = from; index < to; index++)
        {
            var start = 0;
            for (var at = 0; at <= lines[index].Length; at++)
            {
                if (at < lines[index].Length && lines[index][at] != '|')
                {
                    continue;
                }

                var text = lines[index][start..at].Trim();
                open = open.Text is null ? new TextCell(text, start, 0) { Line = index + 1 } : text.Length == 0 ? open : open.Saying($"{open.Text} {text}".Trim());
                if (at < lines[index].Length)
                {
                    cells.Add(open);
                    open = default;
                }
                else if (open.Text.Length == 0)
                {
                    open = default;
                }

                start = at + 1;
            }
        }

        return [.. cells.Where(cell => !LineCells.IsRule(cell.Text) || cell.Text.Length == 0)];
    }

    // Nearly all rows begin with a caption, numbered perhaps, and hold amounts or nothing behind it.
    private static bool AreRows(List<TextCell> cells, int columns)
    {
        var rows = cells.Chunk(columns).ToList();
        var fitting = rows.Count(row => row.Length == columns && row.Take(Captions).Any(cell => cell.Text.Length > 0 && !cell.IsAmountLike)
            && row.Skip(Captions).All(cell => cell.Text.Length == 0 || cell.IsAmountLike));
        return fitting * 10 >= rows.Count * 9 - 20 && fitting * 2 > rows.Count && rows.Count(row => row.Length == columns && row.Skip(Captions).Any(cell => cell.IsAmountLike)) * 2 > rows.Count;
    }

    private static TextRow? Row(TextCell[] cells, int width)
    {
        // A caption that takes two cells is followed by its amounts one cell early.
        var isShifted = cells is [{ IsAmountLike: false, Text.Length: > 0 }, { IsAmountLike: true }, ..] && (cells.Length < width || cells[^1].Text.Length == 0);
        var captions = isShifted ? 1 : Math.Min(Captions, cells.Length);
        var words = cells.Take(captions).Where(cell => cell.Text.Length > 0).ToList();
        var amounts = cells.Skip(captions).Select((cell, number) => cell with { Position = number + 1 }).Where(cell => cell.Text.Length > 0).ToList();
        if (words.Count + amounts.Count == 0)
        {
            return null;
        }

        var start = words.Count > 0 ? words[0] : amounts[0];
        var caption = new TextCell(string.Join(' ', words.Select(cell => cell.Text)), start.Start, 0) { Line = start.Line };
        return new TextRow(amounts.Count > 0 ? amounts[^1].Line : words[^1].Line, [caption, .. amounts], amounts.Count > 0 ? TextSplit.Separators : TextSplit.None) { FirstLine = start.Line };
    }
}
