namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Which column each cell of a table stands in. Separators count; columns of blanks show in where amounts
/// stand under each other, as far as they do.
/// </summary>
internal sealed class ColumnLayout
{
    private readonly List<(int Start, int End)> _aligned;

    private ColumnLayout(List<(int Start, int End)> aligned) => _aligned = aligned;

    internal static ColumnLayout Of(IReadOnlyList<TextRow> figureRows)
    {
        if (figureRows.Count == 0 || figureRows.Any(row => row.Split != TextSplit.Blanks))
        {
            return new ColumnLayout([]);
        }

        // Ragged amounts make columns that are none: two amounts of one line in one, or far more of them than a line has.
        var layout = new ColumnLayout(Overlapping(figureRows));
        return layout._aligned.Count > figureRows.Max(CountOfAmounts) + 2 || figureRows.Any(layout.HasTwoInOne) ? new ColumnLayout([]) : layout;
    }

    /// <summary>A number that is the same for all cells of a column, and grows to the right.</summary>
    internal int KeyOf(TextCell cell, TextSplit split)
    {
        if (split != TextSplit.Blanks || _aligned.Count == 0)
        {
            return cell.Position;
        }

        var (low, high) = (0, _aligned.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = _aligned[middle].End > cell.Start ? (low, middle) : (middle + 1, high);
        }

        return low < _aligned.Count && cell.End > _aligned[low].Start ? low + 1 : 0;
    }

    /// <summary>
    /// Whether a cell at the beginning of a line stands in a column of amounts, so that the line has no caption. A caption
    /// may be so long that it reaches into one.
    /// </summary>
    internal bool IsUnderAmounts(TextCell cell, TextSplit split) => _aligned.Count > 0 && cell.Start >= _aligned[0].Start && KeyOf(cell, split) > 0;

    // Amounts that share a character of the line, directly or by others between, stand in one column.
    private static List<(int Start, int End)> Overlapping(IReadOnlyList<TextRow> rows)
    {
        var length = rows.Max(row => row.Filled.Max(cell => cell.End));
        var (isTaken, isJoined) = (new bool[length + 1], new bool[length + 1]);
        foreach (var row in rows)
        {
            for (var cell = 0; cell < row.Filled.Length; cell++)
            {
                if (IsAmount(row, cell))
                {
                    var (start, end) = (row.Filled[cell].Start, row.Filled[cell].End);
                    Array.Fill(isTaken, true, start, end - start);
                    Array.Fill(isJoined, true, start + 1, end - start - 1);
                }
            }
        }

        var columns = new List<(int Start, int End)>();
        for (var at = 0; at < length; at++)
        {
            if (isTaken[at] && isJoined[at])
            {
                columns[^1] = (columns[^1].Start, at + 1);
            }
            else if (isTaken[at])
            {
                columns.Add((at, at + 1));
            }
        }

        return columns;
    }

    private bool HasTwoInOne(TextRow row)
    {
        var last = -1;
        for (var cell = 0; cell < row.Filled.Length; cell++)
        {
            if (IsAmount(row, cell))
            {
                var key = KeyOf(row.Filled[cell], row.Split);
                if (key == last)
                {
                    return true;
                }

                last = key;
            }
        }

        return false;
    }

    private static int CountOfAmounts(TextRow row) => Enumerable.Range(0, row.Filled.Length).Count(cell => IsAmount(row, cell));

    // The first cell of a line is its caption even where that is a year.
    private static bool IsAmount(TextRow row, int cell) => (cell > 0 || row.Filled[cell].Start > 0) && row.Filled[cell].IsAmountLike;
}
