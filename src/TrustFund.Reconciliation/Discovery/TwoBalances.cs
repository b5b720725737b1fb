namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Finds two totals one below the other of which the second adds to a balance what the first adds to an earlier one, before some of it
/// was taken off.
/// </summary>
internal static class TwoBalances
{
    // A balance, and some lines that two totals add to it.
    private const int MostBesideBalance = 4;

    /// <summary>What each of the two totals comes to; null where a line and the next are no such totals.</summary>
    internal static (RowSum Earlier, RowSum Later)? Of(RowJudge judge, SheetRow row, List<SheetRow> open, List<SheetRow> rows, int index)
    {
        if (!row.IsTotal || index + 1 == rows.Count || rows[index + 1] is not { IsTotal: true, Headings.Count: 0 } next)
        {
            return null;
        }

        for (var length = 2; length <= Math.Min(MostBesideBalance, open.Count); length++)
        {
            var lines = open.TakeLast(length).Select(other => new Addend(other.Index, 1)).ToList();
            if (judge.Sum(next, lines, SumShape.Above) is var later && (Exact(later) is not null || judge.NearDigits(later) >= RowJudge.EnoughForResult) && Exact(judge.Sum(row, lines, SumShape.Above)) is null
                && rows.Take(index).Where(other => other.Index < lines[0].Index && (other.IsTotal || other.IsClosing))
                    .Select(other => Exact(judge.Sum(row, [new Addend(other.Index, 1), .. lines.Skip(1)], SumShape.Pair))).OfType<RowSum>().LastOrDefault() is { } earlier)
            {
                return (earlier, later);
            }
        }

        return null;
    }

    private static RowSum? Exact(RowSum sum) => sum.Evidence is { Fails: 0, Holds: > 0 } && sum.Evidence.Digits >= RowJudge.EnoughForResult ? sum : null;
}
