namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// The lines of a document as rows of cells, in every shape that statements come in: as separated by tabs,
/// pipes, commas, columns of blanks or single blanks, a row broken over lines, a table run on in one line, a
/// cell on each line. Takes time in proportion to the document.
/// </summary>
internal static class DocumentRows
{
    // A heading in a cell wraps over a few lines; more of them are no row of a table.
    private const int MostLinesOfRow = 8;

    // So many lines of one amount to one with a sign before it.
    private const int FewestAlone = 2;

    /// <summary>The rows in order; null for a blank line.</summary>
    /// <param name="lines">The lines of the document.</param>
    /// <param name="ledger">Takes up the lines that only rule off others.</param>
    internal static List<TextRow?> Of(IReadOnlyList<string> lines, LineLedger ledger)
    {
        lines = BoxRules.InPlainSigns(lines);
        if (SeparatedValues.Read(lines) is { } values)
        {
            return values;
        }

        if ((PipesByLine.Read(lines, ledger) ?? PipeStream.Read(lines, ledger)) is { } piped)
        {
            return piped;
        }

        var rows = new List<TextRow?>();
        var glued = GluedAmounts.In(lines);
        var openPipes = OpenPipes.In(lines);
        for (var index = 0; index < lines.Count; index++)
        {
            if (glued.TryGetValue(index, out var apart))
            {
                rows.Add(apart);
            }
            else if (LineCells.IsRule(lines[index]) || IsSignAlone(lines, index))
            {
                ledger.Set(index + 1, LineRole.Rule);
            }
            else if (OpenPipes.IsRow(lines[index], openPipes))
            {
                rows.Add(LineCells.Split(lines[index], index + 1, openPipes));
            }
            else if (Broken(lines, index) is { } end)
            {
                AddJoined(rows, lines, index, end, ledger);
                index = end;
            }
            else if (BrokenCells.Split(lines[index], index + 1) is { } several)
            {
                rows.AddRange(several);
            }
            else if (RunOnLine.Split(lines[index], index + 1) is { } run)
            {
                rows.AddRange(run);
            }
            else
            {
                rows.Add(LineCells.Split(lines[index], index + 1));

                // A line of pipes or leader dots without a word between them.
                if (rows[^1] is null && !string.IsNullOrWhiteSpace(lines[index]))
                {
                    ledger.Set(index + 1, LineRole.Rule);
                }
            }
        }

        JoinMinusSigns(rows);
        rows = SpacedCells.Read(rows, lines) ?? rows;
        WrappedDates.Join(rows);
        WrappedCaptions.Join(rows);
        CaptionCells.Align(rows);
        CountColumns.Align(rows);
        WideRuns.TellApart(rows);
        SingleBlanks.TellApart(rows);
        PutSignsToCaptions(rows);
        return AmountsAlone.Placed(CellsByLine.Join(AmountsBelow.Join(rows)));
    }

    // With each cell on a line of its own, a dash a blank before the amount is its minus, and no nil mark of another column.
    private static void JoinMinusSigns(List<TextRow?> rows)
    {
        var signed = Enumerable.Range(0, rows.Count).Where(index => rows[index] is { HasColumns: true, Line: not null } row && IsMinusBefore(row)).ToList();
        var alone = rows.Count(row => row is { HasColumns: false, Line: not null } && row.Filled[0].IsAmountLike && !PrintedAmount.IsYear(row.Text));
        if (signed.Count == 0 || alone <= FewestAlone * signed.Count || rows.Exists(row => row is { HasColumns: true } && !IsMinusBefore(row)))
        {
            return;
        }

        foreach (var index in signed)
        {
            var (sign, amount) = (rows[index]!.Filled[0], rows[index]!.Filled[1]);
            rows[index] = rows[index]! with { Cells = [sign.Saying(sign.Text + amount.Text)], Split = TextSplit.None };
        }
    }

    private static bool IsMinusBefore(TextRow row) => row.Filled is [{ Text: "-" or "−" or "–" or "—" } sign, { IsAmountLike: true } amount] && amount.Start - sign.End == 1 && char.IsAsciiDigit(amount.Text[0]);

    // In a table of one column a sign a blank before the amount says whether the line is added or taken off; it is no nil mark of
    // another column. Where the caption stands a blank before as well, the sign is its last word already.
    private static void PutSignsToCaptions(List<TextRow?> rows)
    {
        var signed = Enumerable.Range(0, rows.Count).Where(index => rows[index] is { Split: TextSplit.Blanks } row && IsSigned(row)).ToList();
        if (signed.Count == 0 || rows.Exists(row => row is not null && !IsSigned(row) && row.Filled.Count(cell => cell.IsAmountLike) > 1))
        {
            return;
        }

        foreach (var index in signed)
        {
            var (caption, sign, amount) = (rows[index]!.Filled[0], rows[index]!.Filled[1], rows[index]!.Filled[2]);
            rows[index] = rows[index]! with { Cells = [caption.Saying($"{caption.Text} {sign.Text}"), amount with { Position = 1 }] };
        }
    }

    // With each cell on a line of its own, the sign of currency of an amount may have one as well.
    private static bool IsSignAlone(IReadOnlyList<string> lines, int index) => lines[index].AsSpan().Trim() is "$" or "€" or "£" && index + 1 < lines.Count
        && PrintedAmount.Read(lines[index + 1].Trim()).State is FigureState.Amount or FigureState.Nil;

    private static bool IsSigned(TextRow row) => row.Filled is [{ IsAmountLike: false }, { Text: "-" or "+" or "−" or "–" } sign, { IsAmountLike: true } amount] && amount.Start - sign.End == 1;

    /// <summary>The last line of a row between pipes that is broken over lines, as cells with line breaks are; null where it is not.</summary>
    private static int? Broken(IReadOnlyList<string> lines, int index)
    {
        if (!Opens(lines[index]) || Closes(lines[index]))
        {
            return null;
        }

        for (var end = index + 1; end < lines.Count && end < index + MostLinesOfRow; end++)
        {
            if (Opens(lines[end]) || string.IsNullOrWhiteSpace(lines[end]))
            {
                return null;
            }

            if (Closes(lines[end]))
            {
                return end;
            }
        }

        return null;
    }

    private static void AddJoined(List<TextRow?> rows, IReadOnlyList<string> lines, int first, int last, LineLedger ledger)
    {
        if (LineCells.Split(string.Join(' ', lines.Skip(first).Take(last - first + 1)), first + 1) is { } row)
        {
            rows.Add(row with { Number = last + 1, FirstLine = first + 1, Line = null, Cells = Array.ConvertAll(row.Cells, InItsLine) });
            return;
        }

        for (var line = first; line <= last; line++)
        {
            ledger.Set(line + 1, LineRole.Rule);
        }

        TextCell InItsLine(TextCell cell)
        {
            var (line, start) = (first, cell.Start);
            while (line < last && start > lines[line].Length)
            {
                start -= lines[line++].Length + 1;
            }

            return cell with { Line = line + 1, Start = start };
        }
    }

    private static bool Opens(string line) => line.AsSpan().TrimStart() is { Length: > 1 } text && text[0] == '|';

    private static bool Closes(string line) => line.AsSpan().TrimEnd() is { Length: > 1 } text && text[^1] == '|';
}
