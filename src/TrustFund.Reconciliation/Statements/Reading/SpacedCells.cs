namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// A table with each cell in a paragraph of its own, as pages leave it that were made into text: what is between two cells tells
/// how many empty ones stood there. So amounts keep their columns, and lines whose caption was lost keep apart.
/// </summary>
internal static class SpacedCells
{
    private const int FewestAmounts = 12;
    private const int MostColumns = 24;
    private const int OneIn = 4;
    private const int FewestCounts = 2;
    private const int LongestHeading = 60;
    private const int LongestCaption = 400;

    /// <summary>The rows of the document, null for blank lines; null where it is not of this kind.</summary>
    /// <param name="rows">The lines of a document; null for blank ones.</param>
    /// <param name="lines">The same lines as they are printed.</param>
    internal static List<TextRow?>? Read(List<TextRow?> rows, IReadOnlyList<string> lines)
    {
        var blank = rows.Count(row => row is null);
        if (blank * 3 < rows.Count || rows.Exists(row => row is { HasColumns: true, Split: not TextSplit.AmountAtEnd }))
        {
            return null;
        }

        var cells = Paragraphs(rows, lines);
        var amounts = cells.Count(cell => cell.IsAmount);
        if (amounts < FewestAmounts || cells.Skip(1).Any(cell => cell is { IsAmount: true, Empty: < 0 }))
        {
            return null;
        }

        // A caption and several amounts a blank apart are a line, with a blank line below.
        if (cells.Count(cell => IsWholeLine(cell.Cell.Text)) * OneIn > cells.Count)
        {
            return null;
        }

        var codes = CellCodes.In(cells.ConvertAll(cell => cell.Cell));
        cells = WithoutCodes(cells, codes);
        if (amounts * OneIn < cells.Count)
        {
            return null;
        }

        // Beside counts of months it is by the numbers that one tells which cells are empty.
        if (CountsIn(cells) is { } counts)
        {
            return [.. InOrder(cells, counts)];
        }

        var columns = Runs(cells).GroupBy(run => run.Count).MaxBy(group => group.Count() * group.Key)!.Key;
        return columns > MostColumns ? null : Joined(cells, columns);
    }

    /// <summary>A cell, and how many empty ones stand before it.</summary>
    private readonly record struct Paragraph(TextRow Row, TextCell Cell, int Empty)
    {
        internal bool HasNote { get; init; }

        internal bool IsAmount => Cell.IsAmountLike && !PrintedAmount.IsYear(Cell.Text);
    }

    private static bool IsWholeLine(string text) => char.IsLetter(text[0])
        && TextToken.In(text) is { Count: > 2 } tokens && !tokens[0].MayBeAmount && tokens[^1].MayBeAmount && tokens[^2].MayBeAmount;

    private static List<Paragraph> Paragraphs(List<TextRow?> rows, IReadOnlyList<string> lines)
    {
        var cells = new List<Paragraph>();
        foreach (var row in rows.OfType<TextRow>())
        {
            var from = cells.Count > 0 ? cells[^1].Row.Number : 0;
            var (blank, spaced) = (0, 0);
            for (var line = from; line < (row.FirstLine ?? row.Number) - 1; line++)
            {
                blank++;
                spaced += lines[line].Length > 0 ? 1 : 0;
            }

            var cell = (row.Split == TextSplit.AmountAtEnd ? new TextCell(row.Text, row.Filled[0].Start, 0) : row.Filled[0]) with { Line = row.Number };
            if (cells.Count > 0 && !cells[^1].IsAmount && NoteNumbers.Lettered().IsMatch(cell.Text))
            {
                // The number of a note beside the caption: the amounts stand behind it.
                cells[^1] = cells[^1] with { Row = row with { FirstLine = cells[^1].Row.FirstLine ?? cells[^1].Row.Number }, HasNote = true };
            }
            else if (cells.Count > 0 && blank == 0 && !cell.IsAmountLike && !cells[^1].Cell.IsAmountLike && cells[^1].Cell.Text.Length < LongestCaption)
            {
                cells[^1] = cells[^1] with { Row = row with { FirstLine = cells[^1].Row.FirstLine ?? cells[^1].Row.Number }, Cell = cells[^1].Cell.Saying($"{cells[^1].Cell.Text} {cell.Text}") };
            }
            else if (cells.Count > 0 && cells[^1].IsAmount && NoteMarkers.Without(cell.Text).Length == 0 && !cell.IsAmountLike)
            {
                cells[^1] = cells[^1] with { Row = row with { FirstLine = cells[^1].Row.FirstLine ?? cells[^1].Row.Number } };
            }
            else
            {
                cells.Add(new Paragraph(row, cell, blank - spaced - 1));
            }
        }

        return cells.Exists(cell => cell.HasNote) ? WithoutNotes(cells) : cells;
    }

    // Where others have the number of a note, a caption without one has an empty cell for it.
    private static List<Paragraph> WithoutNotes(List<Paragraph> cells)
    {
        var first = Enumerable.Range(1, cells.Count - 1).Where(at => cells[at].IsAmount && cells[at - 1] is { IsAmount: false, HasNote: false }).ToHashSet();
        var empty = Usual(first.Select(at => cells[at].Empty));
        return [.. cells.Select((cell, at) => first.Contains(at) ? cell with { Empty = Math.Max(0, cell.Empty - empty) } : cell)];
    }

    private static List<Paragraph> WithoutCodes(List<Paragraph> cells, HashSet<int> codes)
    {
        var joined = new List<Paragraph>();
        for (var at = 0; at < cells.Count; at++)
        {
            joined.Add(codes.Contains(at)
                ? cells[at + 1] with { Row = cells[at + 1].Row with { FirstLine = cells[at].Row.Number }, Cell = new TextCell($"{cells[at].Cell.Text} {cells[at + 1].Cell.Text}", cells[at].Cell.Start, 0) { Line = cells[at].Cell.Line }, Empty = cells[at].Empty }
                : cells[at]);
            at += codes.Contains(at) ? 1 : 0;
        }

        return joined;
    }

    // Amounts with no empty cell between them.
    private static List<List<Paragraph>> Runs(List<Paragraph> cells)
    {
        var runs = new List<List<Paragraph>>();
        for (var at = 0; at < cells.Count; at++)
        {
            if (!cells[at].IsAmount)
            {
                continue;
            }

            if (runs.Count == 0 || !cells[at - 1].IsAmount || cells[at].Empty > 0)
            {
                runs.Add([]);
            }

            runs[^1].Add(cells[at]);
        }

        return runs;
    }

    // The headings from the first of a column of counts to the last of them.
    private static Range? CountsIn(List<Paragraph> cells)
    {
        var counts = Enumerable.Range(0, cells.Count).Where(at => AccountingWords.IsCount(cells[at].Cell.Text)).ToList();
        var end = counts.Count < FewestCounts ? 0 : cells.FindIndex(counts[^1] + 1, cell => !HasYear(cell));
        return end > 0 && end - counts[0] >= 2 * counts.Count ? counts[0]..end : null;
    }

    private static bool HasYear(Paragraph cell) => cell.Cell.Text.Length <= LongestHeading && cell.Cell.Text.Split(' ').Any(word => PrintedAmount.IsYear(word));

    private static IEnumerable<TextRow> InOrder(List<Paragraph> cells, Range counts)
    {
        for (var at = 0; at < cells.Count; at++)
        {
            var end = at == counts.Start.Value ? counts.End.Value : at + 1;
            while (end < cells.Count && cells[end].IsAmount && at != counts.Start.Value)
            {
                end++;
            }

            yield return new TextRow(cells[end - 1].Row.Number, [.. cells.GetRange(at, end - at).Select((cell, number) => cell.Cell with { Position = number })], end > at + 1 ? TextSplit.Separators : TextSplit.None)
            {
                FirstLine = cells[at].Row.FirstLine ?? cells[at].Row.Number,
            };
            at = end - 1;
        }
    }

    private static int Usual(IEnumerable<int> values) =>
        values.GroupBy(value => value).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).Select(group => group.Key).FirstOrDefault();

    private static List<TextRow?> Joined(List<Paragraph> cells, int columns)
    {
        // How many empty cells usually stand between a caption and its amounts, and between a full line and the caption below.
        var inner = Usual(cells.Zip(cells.Skip(1)).Where(pair => !pair.First.IsAmount && pair.Second.IsAmount).Select(pair => pair.Second.Empty));
        var outer = Usual(cells.Zip(cells.Skip(1)).Where(pair => pair.First.IsAmount && !pair.Second.IsAmount).Select(pair => pair.Second.Empty));
        var joined = new List<TextRow?>();
        var amounts = new List<TextCell>();
        Paragraph? caption = null;
        var (number, isLost) = (0, false);

        // Where no empty cell shows anywhere, those of a line that is short were lost.
        var isShown = cells.Exists(cell => cell is { IsAmount: true, Empty: > 0 });
        var headings = HeadingsAbove(cells, columns);
        for (var at = 0; at < cells.Count; at++)
        {
            var cell = cells[at];
            if (!cell.IsAmount)
            {
                Finish();
                if (at == headings)
                {
                    joined.Add(Headings(cells.GetRange(at, columns)));
                    at += columns - 1;
                    continue;
                }

                caption = cell;
                number = cell.Row.Number;
                continue;
            }

            var last = amounts.Count > 0 ? amounts[^1].Position : 0;
            var position = last > 0 ? last + 1 + Math.Max(0, cell.Empty) : caption is null ? 1 : 1 + Math.Max(0, cell.Empty - inner);
            if (position > columns && last > 0)
            {
                // A line whose caption was lost: the cells left empty are those of the line above, its own before the amounts, and its caption.
                position = Math.Max(1, cell.Empty - (columns - last) - outer - inner);
                Finish();
                isLost = true;
            }

            amounts.Add(cell.Cell with { Position = Math.Min(position, columns) });
            number = cell.Row.Number;
        }

        Finish();
        return joined;

        void Finish()
        {
            if (amounts.Count > 0)
            {
                joined.Add(new TextRow(number, [caption is { } words ? words.Cell : new TextCell("", amounts[0].Start, 0), .. amounts], TextSplit.Separators)
                {
                    FirstLine = caption is { } above ? above.Row.FirstLine ?? above.Row.Number : amounts[0].Line,
                    HasLostCaption = isLost,
                    IsAdrift = !isShown && amounts.Count < columns,
                });
            }
            else if (caption is { } alone)
            {
                joined.Add(new TextRow(alone.Row.Number, [alone.Cell], TextSplit.None) { FirstLine = alone.Row.FirstLine, Line = null });
            }

            (caption, number, isLost) = (null, 0, false);
            amounts.Clear();
        }
    }

    // Above the first amounts stand the headings of the columns, of which most say a year.
    private static int HeadingsAbove(List<Paragraph> cells, int columns)
    {
        var first = cells.FindIndex(cell => cell.IsAmount);
        for (var at = first - 1 - columns; at >= 0 && columns > 1; at--)
        {
            var words = cells.GetRange(at, columns);
            if (words.Count(HasYear) * 2 > columns && words.TrueForAll(cell => cell.Cell.Text.Length <= LongestHeading))
            {
                return at;
            }
        }

        return -1;
    }

    private static TextRow Headings(List<Paragraph> cells) =>
        new(cells[^1].Row.Number, [new TextCell("", cells[0].Cell.Start, 0), .. cells.Select((cell, number) => cell.Cell with { Position = number + 1 })], TextSplit.Separators)
        {
            FirstLine = cells[0].Row.Number,
        };
}
