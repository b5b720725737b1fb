namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Finds parts of a table whose lines do not come to their total, though all around says that they should: the total itself is
/// borne out where others add it up, the lines stand right above it and in no other sum, and another part of the table adds up
/// so; or from one balance of several to the next. A line of such a part was left out, or several are wrong.
/// </summary>
internal static class UnfootedParts
{
    private const int MostLines = 60;

    /// <summary>The sums that do not hold.</summary>
    /// <param name="sheet">The table.</param>
    /// <param name="judge">Judges sums of its lines.</param>
    /// <param name="sums">What is believed of its lines.</param>
    internal static IEnumerable<RowSum> In(Sheet sheet, RowJudge judge, IReadOnlyList<RowSum> sums)
    {
        var holding = sums.Where(sum => sum.Evidence is { Fails: 0, Holds: > 0 } && sum.Addends.Count > 1).ToList();
        var settled = sums.SelectMany(sum => sum.Addends.Select(addend => addend.Index).Append(sum.Target.Index)).ToHashSet();
        var computed = sums.Select(sum => sum.Target.Index).ToHashSet();
        var borneOut = holding.SelectMany(sum => sum.Addends).Select(addend => addend.Index).ToHashSet();
        foreach (var way in Ways(sheet, judge, holding, settled))
        {
            yield return way;
        }

        foreach (var total in sheet.Rows.Where(row => IsOfPart(row) && borneOut.Contains(row.Index) && !computed.Contains(row.Index)))
        {
            var first = total.Index;
            while (first > 0 && sheet.Rows[first].Headings.Count == 0 && (IsLine(sheet.Rows[first - 1]) || IsNetItem(sheet.Rows[first - 1])) && !settled.Contains(first - 1))
            {
                first--;
            }

            var begins = first < total.Index && (sheet.Rows[first].Headings.Count > 0 || first == 0 || computed.Contains(first - 1));
            var sum = judge.Sum(total, [.. Enumerable.Range(first, total.Index - first).Select(line => new Addend(line, 1))], SumShape.Above) with { IsWhole = true };
            if (begins && sum.Addends.Count is > 1 and <= MostLines && sum.Evidence.Fails > 0 && (total is { IsNet: true, IsTotal: false } || IsShort(sheet, sum))
                && holding.Exists(other => IsAlike(sheet, other, total)))
            {
                yield return sum;
            }
        }
    }

    // From an opening balance to the balance at which another way begins, that to the next closing balance.
    private static IEnumerable<RowSum> Ways(Sheet sheet, RowJudge judge, List<RowSum> holding, HashSet<int> settled)
    {
        foreach (var next in holding.Where(sum => sum is { Shape: SumShape.Above, Target.IsClosing: true } && sheet.Rows[sum.Addends[0].Index].IsClosing))
        {
            var end = next.Addends[0].Index;
            var first = end - 1;
            while (first > 0 && IsLine(sheet.Rows[first]) && !settled.Contains(first))
            {
                first--;
            }

            if (first >= 0 && sheet.Rows[first].IsOpening && !settled.Contains(first)
                && judge.Sum(sheet.Rows[end], [.. Enumerable.Range(first, end - first).Select(line => new Addend(line, 1))], SumShape.Above) is { Addends.Count: > 1, Evidence.Fails: > 0 } way)
            {
                yield return way;
            }
        }
    }

    private static bool IsOfPart(SheetRow row) => !row.IsClosing && (row.SumsUp || row.IsNet);

    private static bool IsLine(SheetRow row) => row is { IsStructural: false, IsOpening: false, IsShare: false, IsPartOf: false };

    // A loss on sales, a net change in a provision.
    private static bool IsNetItem(SheetRow row) => row is { IsNet: true, IsTotal: false, IsClosing: false, IsRestated: false, HasFormula: false, Caption.Length: > 0, IsShare: false, IsPartOf: false };

    // The lines right above it, and nothing but lines.
    private static bool IsAlike(Sheet sheet, RowSum sum, SheetRow total) => sum.Shape == SumShape.Above
        && sum.Target.IsTotal == total.IsTotal && sum.Target.IsNet == total.IsNet && (sum.Target.Caption.Length == 0) == (total.Caption.Length == 0)
        && sum.Addends[^1].Index == sum.Target.Index - 1 && sum.Addends[^1].Index - sum.Addends[0].Index == sum.Addends.Count - 1
        && sum.Addends.All(addend => IsLine(sheet.Rows[addend.Index]));

    // What is left out has the sign of what is there, in every column.
    private static bool IsShort(Sheet sheet, RowSum sum) => Enumerable.Range(0, sheet.Columns).Where(column => sheet.AddsUp(column)).All(column =>
    {
        var lines = sum.Addends.Select(addend => sheet.Rows[addend.Index].Amount(column) ?? 0).ToList();
        var (total, reach) = (sum.Target.Amount(column) ?? 0, sheet.Step(column) * (lines.Count + 1) / 2);
        return Math.Abs(lines.Sum() - total) <= reach || (lines.TrueForAll(amount => amount >= 0) && lines.Sum() < total) || (lines.TrueForAll(amount => amount <= 0) && lines.Sum() > total);
    });
}
