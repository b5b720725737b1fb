namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Rows between separators whose captions take two cells, the name of the part before that of the line (<c>Assets | Cash | 5 | 7</c>), and
/// among them rows that have one (<c>Total assets | 12 | 19 |</c>), with an empty cell at their ends for it. All have as many amounts,
/// right behind their captions: the last amount of one stands under the last of the others.
/// </summary>
internal static class CaptionCells
{
    private const int FewestAmounts = 2;
    private const int FewestRows = 2;

    /// <summary>Puts the amounts of each table under each other.</summary>
    /// <param name="rows">The lines of a document; null for blank ones.</param>
    internal static void Align(List<TextRow?> rows)
    {
        for (var (start, end) = (0, 0); start < rows.Count; start = Math.Max(end, start + 1))
        {
            end = start;
            while (end < rows.Count && rows[end] is { Split: TextSplit.Separators } row && row.Cells.Length == rows[start]!.Cells.Length)
            {
                end++;
            }

            Align(rows, start, end);
        }
    }

    private static void Align(List<TextRow?> rows, int start, int end)
    {
        var firsts = new Dictionary<int, int>();
        var amounts = 0;
        for (var index = start; index < end; index++)
        {
            var cells = rows[index]!.Cells;
            var first = Array.FindIndex(cells, cell => cell.IsAmountLike);
            if (first < 0)
            {
                continue;
            }

            var count = cells.Skip(first).TakeWhile(cell => cell.IsAmountLike).Count();
            amounts = amounts == 0 ? count : amounts;
            if (count != amounts || first == 0 || cells[first - 1].Text.Length == 0 || cells.Skip(first + count).Any(cell => cell.Text.Length > 0))
            {
                return;
            }

            firsts.Add(index, first);
        }

        var last = firsts.Values.DefaultIfEmpty().Max();
        if (amounts < FewestAmounts || last + amounts != rows[start]!.Cells.Length || firsts.Values.Count(first => first < last) < FewestRows || firsts.Values.Count(first => first == last) < FewestRows)
        {
            return;
        }

        foreach (var (index, first) in firsts.Where(pair => pair.Value < last))
        {
            rows[index] = rows[index]! with { Cells = [.. rows[index]!.Cells.Take(first), .. rows[index]!.Cells.Skip(first).Take(amounts).Select(cell => cell with { Position = cell.Position + last - first })] };
        }
    }
}
