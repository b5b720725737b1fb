namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// A table with each cell on a line of its own: a caption, wrapped perhaps, then its amounts. An empty line is
/// an empty cell, so that it may tell an inner column from an outer one.
/// </summary>
internal static class CellsByLine
{
    private const int FewestAmounts = 3;
    private const int FewestFull = 2;
    private const int FewestColumns = 2;

    /// <summary>The rows with lines of one amount joined to the caption above; the same rows where the table is not of this kind.</summary>
    /// <param name="rows">The lines of a document; null for blank ones.</param>
    internal static List<TextRow?> Join(List<TextRow?> rows)
    {
        var alone = rows.Count(row => row is not null && IsAmountAlone(row));
        var others = rows.Count(row => row is { HasColumns: true } && !AreAmountsAlone(row));
        return alone < FewestAmounts || alone < 2 * others ? rows : Joined(rows);
    }

    private static bool IsAmountAlone(TextRow row) =>
        row is { HasColumns: false, Line: not null } && row.Filled[0].IsAmountLike && !PrintedAmount.IsYear(row.Text);

    // Some lines may hold the amounts of several cells.
    private static bool AreAmountsAlone(TextRow row) => IsAmountAlone(row) || (row is { HasColumns: true, Line: not null } && Array.TrueForAll(row.Filled, cell => cell.IsAmountLike && !PrintedAmount.IsYear(cell.Text)));

    private static List<TextRow?> Joined(List<TextRow?> rows)
    {
        var hasInner = HasInnerColumn(rows);
        var joined = new List<TextRow?>();
        var caption = new List<TextRow>();
        var cells = new List<TextCell>();
        var (empty, last) = (0, 0);
        foreach (var row in rows)
        {
            if (row is null)
            {
                empty++;
                continue;
            }

            if (AreAmountsAlone(row))
            {
                // Over two blank lines nothing belongs together.
                if (empty > 1 || (cells.Count > 0 && caption.Count == 0))
                {
                    Finish(joined, caption, cells, last);
                }

                foreach (var cell in row.Filled)
                {
                    cells.Add(cell with { Line = row.Number, Position = 1 + cells.Count + (hasInner && caption.Count > 0 ? empty : 0) });
                }
            }
            else
            {
                // A note between a caption and its amounts is no caption.
                if (cells.Count == 0 && empty == 0 && caption.Count > 0 && NoteMarkers.AtStart(row.Text, false) is not null)
                {
                    (caption[^1], last) = (caption[^1] with { FirstLine = caption[^1].FirstLine ?? caption[^1].Number, Number = row.Number }, row.Number);
                    continue;
                }

                if (cells.Count > 0 || empty > 0 || !Continues(caption, row))
                {
                    Finish(joined, caption, cells, last);
                }

                if (empty > 0)
                {
                    joined.Add(null);
                }

                caption.Add(row);
            }

            (empty, last) = (0, row.Number);
        }

        Finish(joined, caption, cells, last);
        var table = hasInner ? joined : WithAdrift(joined);
        HeadColumns(table);
        return table;
    }

    // Where empty cells are lost, a line of fewer amounts than the others have does not show in which columns they stand.
    private static List<TextRow?> WithAdrift(List<TextRow?> rows)
    {
        var counts = rows.Where(row => row is { Split: TextSplit.Counted }).CountBy(row => row!.Cells.Length).Where(count => count.Value >= FewestFull).ToList();
        var full = counts.Count > 0 ? counts.Max(count => count.Key) : 0;
        return full < FewestColumns ? rows : rows.ConvertAll(row => row is { Split: TextSplit.Counted } && row.Cells.Length < full ? row with { IsAdrift = true } : row);
    }

    // The lines between the title and the first amounts, as many as most lines have amounts, head their columns.
    private static void HeadColumns(List<TextRow?> joined)
    {
        var columns = joined.Where(row => row is { HasColumns: true }).Select(row => row!.Cells.Length - 1).CountBy(count => count).OrderByDescending(pair => pair.Value).Select(pair => pair.Key).FirstOrDefault();
        var end = joined.FindIndex(row => row is { HasColumns: true });
        var start = end;
        while (start > 0 && joined[start - 1] is not null)
        {
            start--;
        }

        if (columns < FewestColumns || start == 0 || end - start < columns)
        {
            return;
        }

        // Where years head the columns, a word may stand over the captions.
        start += end - start > columns && !IsHeadedByYear(joined[start]!) && IsHeadedByYear(joined[start + columns]!) ? 1 : 0;
        var headings = joined.GetRange(start, columns).OfType<TextRow>().ToList();
        joined[start] = new TextRow(headings[^1].Number, [.. headings.Select((heading, column) => heading.Filled[0] with { Line = heading.Number, Position = column + 1 })], TextSplit.Counted) { FirstLine = headings[0].FirstLine ?? headings[0].Number };
        joined.RemoveRange(start + 1, columns - 1);
    }

    private static bool IsHeadedByYear(TextRow row) => PrintedAmount.IsYear(row.Text);

    private static void Finish(List<TextRow?> joined, List<TextRow> caption, List<TextCell> cells, int last)
    {
        joined.AddRange(cells.Count > 0 ? [Row(caption, cells, last)] : caption);
        caption.Clear();
        cells.Clear();
    }

    // Amounts right below their captions and amounts an empty cell below stand in two columns.
    private static bool HasInnerColumn(List<TextRow?> rows)
    {
        var (inner, outer) = (0, 0);
        for (var index = 2; index < rows.Count; index++)
        {
            if (rows[index] is { } row && IsAmountAlone(row))
            {
                inner += rows[index - 1] is { } above && !IsAmountAlone(above) ? 1 : 0;
                outer += rows[index - 1] is null && rows[index - 2] is { } beyond && !IsAmountAlone(beyond) ? 1 : 0;
            }
        }

        return inner > 1 && outer > 1;
    }

    // A caption goes on in small letters; a line that ends in a colon is a heading.
    private static bool Continues(List<TextRow> caption, TextRow row) =>
        caption.Count > 0 && caption[^1].Text[^1] != ':' && char.IsLower(row.Text[0]);

    private static TextRow Row(List<TextRow> caption, List<TextCell> cells, int number)
    {
        var first = caption.Count > 0 ? caption[0].Filled[0] : cells[0];
        var words = new TextCell(string.Join(' ', caption.Select(row => row.Text)), first.Start, 0) { Line = caption.Count > 0 ? caption[0].Number : cells[0].Line };
        return new TextRow(number, [words, .. cells], TextSplit.Counted)
        {
            FirstLine = caption.Count > 0 ? caption[0].FirstLine ?? caption[0].Number : cells[0].Line,
        };
    }
}
