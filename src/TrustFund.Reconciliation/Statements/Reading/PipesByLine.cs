namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// A table between pipes with a line break after each cell or pipe, as pages leave it that were made into text. A caption
/// begins a row; each pipe ends a cell of it, so that an empty cell keeps its column.
/// </summary>
internal static class PipesByLine
{
    private const int FewestLines = 6;
    private const int OneIn = 4;
    private const int FewestAligned = 3;

    /// <summary>The rows of the document, null for blank lines; null where it is not of this kind.</summary>
    /// <param name="lines">The lines of the document.</param>
    /// <param name="ledger">Takes up the lines that hold nothing but pipes.</param>
    internal static List<TextRow?>? Read(IReadOnlyList<string> lines, LineLedger ledger)
    {
        var pipes = Enumerable.Range(0, lines.Count).Where(index => IsPipes(lines[index])).ToList();
        // Lines that hold whole rows, empty ones between them, are a table with a row a line.
        if (pipes.Count < FewestLines || pipes.Count * OneIn < lines.Count(line => !string.IsNullOrWhiteSpace(line)) || lines.Count(IsRow) * OneIn > pipes.Count)
        {
            return null;
        }

        pipes.ForEach(index => ledger.Set(index + 1, LineRole.Rule));
        var rows = new List<List<TextCell>>();
        foreach (var cell in WithCodes(WithSigns([.. Cells(lines)])))
        {
            if (cell.Count == 0 || cell[^1].IsAmountLike)
            {
                if (rows.Count == 0 || rows[^1].Count == 0)
                {
                    rows.Add([new TextCell("", 0, 0)]);
                }

                if (cell.Count > 1 && cell.TrueForAll(line => line.IsAmountLike) && HaveCaptions(rows, cell.Count))
                {
                    AddBeside(rows, cell);
                    continue;
                }

                rows[^1].Add(cell.Count == 0 ? new TextCell("", 0, rows[^1].Count) : cell[^1] with { Position = rows[^1].Count });
                continue;
            }

            rows.AddRange(cell.Select(line => new List<TextCell> { line }));
        }

        Align(rows);
        var width = WidthOf(rows);
        return [.. rows.SelectMany(row => width is { } cells ? Whole(row, cells) : [row]).Select(Row)];
    }

    // Several captions in a cell, and as many amounts in one beside it.
    private static bool HaveCaptions(List<List<TextCell>> rows, int count) => rows.Count >= count
        && rows.TakeLast(count).All(row => row[0].Text.Length > 0) && rows.TakeLast(count).SkipLast(1).All(row => row.Count == 1);

    private static void AddBeside(List<List<TextCell>> rows, List<TextCell> amounts)
    {
        var position = rows[^1].Count;
        foreach (var (row, amount) in rows.TakeLast(amounts.Count).Zip(amounts))
        {
            while (row.Count < position)
            {
                row.Add(new TextCell("", 0, row.Count));
            }

            row.Add(amount with { Position = position });
        }
    }

    // A sign of currency before an amount and the parenthesis that closes it may have cells of their own, which are empty then.
    private static List<List<TextCell>> WithSigns(List<List<TextCell>> cells)
    {
        for (var at = 1; at < cells.Count; at++)
        {
            if (cells[at] is [{ Text: ")" }] && cells[at - 1] is [.., { Text: ['(', ..] } open] && !open.Text.EndsWith(')'))
            {
                (cells[at - 1][^1], cells[at]) = (open.Saying(open.Text + ")"), []);
            }
        }

        for (var at = 0; at + 1 < cells.Count; at++)
        {
            if (cells[at] is [{ Text: "$" or "€" or "£" } sign] && cells[at + 1] is [{ IsAmountLike: true } amount])
            {
                (cells[at], cells[at + 1][0]) = ([], amount.Saying(sign.Text + amount.Text));
            }
        }

        return cells;
    }

    // The number of a budget line begins its caption.
    private static List<List<TextCell>> WithCodes(List<List<TextCell>> cells)
    {
        var filled = cells.FindAll(cell => cell.Count > 0);
        var codes = CellCodes.In(filled.ConvertAll(cell => cell[^1]));
        foreach (var at in codes)
        {
            filled[at + 1][0] = filled[at + 1][0].Saying($"{filled[at][^1].Text} {filled[at + 1][0].Text}") with { Start = filled[at][^1].Start, Line = filled[at][^1].Line };
            cells.Remove(filled[at]);
        }

        return cells;
    }

    private static bool IsPipes(string line) => line.AsSpan().Trim() is { Length: > 0 } text && text.Trim("| ").IsEmpty;

    private static bool IsRow(string line) => line.AsSpan().Trim() is ['|', .., '|'] && line.Split('|').Count(cell => !LineCells.IsRule(cell) && !string.IsNullOrWhiteSpace(cell)) > 2;

    // Rows may differ in the empty cells before their first amount, where the amounts of all are as many, and as far from each other:
    // these stand where they do in the row that reaches furthest, and so do the years above them.
    private static void Align(List<List<TextCell>> rows)
    {
        var amounts = rows.Where(row => row[0].Text.Length > 0).Select(row => (Row: row, At: Enumerable.Range(1, row.Count - 1).Where(at => row[at].IsAmountLike).ToList())).Where(pair => pair.At.Count > 0).ToList();
        var figures = amounts.FindAll(pair => !pair.At.TrueForAll(at => PrintedAmount.IsYear(pair.Row[at].Text)));
        var count = figures.Select(pair => pair.At.Count).DefaultIfEmpty().Min();
        if (figures.Count < FewestAligned || count < FewestAligned)
        {
            return;
        }

        var places = figures.Select(pair => pair.At.TakeLast(count).ToList()).MaxBy(at => at[^1])!;
        if (figures.TrueForAll(pair => pair.At[^1] == places[^1]) || !figures.TrueForAll(pair => pair.At.Count <= count + 1 && pair.At.TakeLast(count).Zip(places).All(at => at.Second - at.First == places[^1] - pair.At[^1])))
        {
            return;
        }

        foreach (var (row, at) in amounts.Where(pair => pair.At.Count >= count))
        {
            var moved = at.TakeLast(count).Select(index => row[index]).ToList();
            row.RemoveRange(at[^count], row.Count - at[^count]);
            while (row.Count <= places[^1])
            {
                var place = places.IndexOf(row.Count);
                row.Add(place < 0 ? new TextCell("", 0, row.Count) : moved[place] with { Position = row.Count });
            }
        }
    }

    // The usual number of cells of a row that has a caption and amounts; null where none has.
    private static int? WidthOf(List<List<TextCell>> rows) => rows.Where(row => row[0].Text.Length > 0 && row.Skip(1).Any(cell => cell.IsAmountLike))
        .CountBy(row => row.Count).OrderByDescending(pair => pair.Value).Select(pair => (int?)pair.Key).FirstOrDefault();

    // A row without a caption begins where the one before is full.
    private static IEnumerable<List<TextCell>> Whole(List<TextCell> row, int width) => row.Count < 2 * width || row.Count % width != 0
        ? [row]
        : row.Chunk(width).Select(part => part.Select((cell, position) => cell with { Position = position }).ToList());

    private static TextRow? Row(List<TextCell> cells)
    {
        if (!cells.Exists(cell => cell.Text.Length > 0))
        {
            return null;
        }

        var (first, last) = (cells.First(cell => cell.Line > 0).Line, cells.Last(cell => cell.Line > 0).Line);
        return new TextRow(last, [.. cells], cells.Count > 1 ? TextSplit.Separators : TextSplit.None) { FirstLine = first };
    }

    // The lines of each cell; a line that begins small goes on with the one above.
    private static IEnumerable<List<TextCell>> Cells(IReadOnlyList<string> lines)
    {
        var cell = new List<TextCell>();
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            for (var start = 0; start <= line.Length;)
            {
                var pipe = line.IndexOf('|', start);
                var end = pipe < 0 ? line.Length : pipe;
                Add(cell, line, start, end, index + 1);
                start = end + 1;
                if (pipe >= 0)
                {
                    yield return cell;
                    cell = [];
                }
            }
        }

        if (cell.Count > 0)
        {
            yield return cell;
        }
    }

    private static void Add(List<TextCell> cell, string line, int start, int end, int number)
    {
        var text = line[start..end].Trim();
        if (text.Length == 0)
        {
            return;
        }

        if (cell.Count > 0 && char.IsLower(text[0]))
        {
            cell[^1] = cell[^1].Saying($"{cell[^1].Text} {text}");
            return;
        }

        cell.Add(CellMarkup.WithoutLeader(new TextCell(text, start + line[start..end].IndexOf(text, StringComparison.Ordinal), 0) { Line = number }));
    }
}
