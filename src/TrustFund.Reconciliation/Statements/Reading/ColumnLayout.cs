namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Which column each cell of a table stands in. Separators count; columns of blanks show in where amounts
/// stand under each other, as far as they do.
/// </summary>
internal sealed class ColumnLayout
{
    private readonly IReadOnlyList<(int Start, int End)> _aligned;

    private ColumnLayout(IReadOnlyList<(int Start, int End)> aligned) => _aligned = aligned;

    internal static ColumnLayout Of(IReadOnlyList<TextRow> figureRows)
    {
        if (figureRows.Count == 0 || figureRows.Any(row => row.Split != TextSplit.Blanks))
        {
            return new ColumnLayout([]);
        }

        var columns = new List<(int Start, int End)>();
        foreach (var cell in figureRows.SelectMany(Amounts).OrderBy(cell => cell.Start))
        {
            if (columns.Count > 0 && cell.Start < columns[^1].End)
            {
                columns[^1] = (columns[^1].Start, Math.Max(columns[^1].End, cell.End));
            }
            else
            {
                columns.Add((cell.Start, cell.End));
            }
        }

        // Ragged amounts make columns that are none: two amounts of one line in one, or far more of them than a line has.
        var layout = new ColumnLayout(columns);
        var most = figureRows.Max(row => Amounts(row).Count());
        return columns.Count > most + 2 || figureRows.Any(row => HasTwoInOne(layout, row)) ? new ColumnLayout([]) : layout;
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

    private static bool HasTwoInOne(ColumnLayout layout, TextRow row)
    {
        var keys = Amounts(row).Select(cell => layout.KeyOf(cell, row.Split)).ToList();
        return keys.Distinct().Count() < keys.Count;
    }

    // The first cell of a line is its caption even where that is a year.
    private static IEnumerable<TextCell> Amounts(TextRow row) =>
        row.Filled.Where((cell, index) => (index > 0 || cell.Start > 0) && TableReader.IsAmountLike(cell.Text));
}
