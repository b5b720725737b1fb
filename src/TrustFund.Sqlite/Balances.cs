using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>
/// Reads trial balances: the rollups that end at or before the last entry meant, and the few entries
/// after them. What is as known earlier is an earlier last entry, and so costs the same.
/// </summary>
internal static class Balances
{
    internal static TrialBalance Read(Session session, LedgerCutoff cutoff, bool byDonor)
    {
        var tables = session.Tables();
        var last = Last(session, cutoff);
        var watermark = Rollups.Watermark(session, last);
        var sums = new BalanceSums();
        AddRollups(session, cutoff, watermark, byDonor, sums);
        foreach (var entry in JournalScan.Read(session, watermark, last))
        {
            AddEntry(entry, cutoff, byDonor, sums);
        }

        return new TrialBalance(cutoff, sums.Rows(tables));
    }

    /// <summary>The latest posting date; null where there is no entry.</summary>
    internal static LocalDate? LastDate(Session session)
    {
        // Days stand in the balances of months; the latest month is read back from the rollups that have it.
        var watermark = Rollups.Watermark(session, Journal.LastSequence(session));
        var last = session.Prepare("SELECT max(date) FROM entry WHERE sequence > ?").Bind(watermark);
        LocalDate? latest = last.Step() && !last.IsNull(0) ? IsoDate.Read(last.Bytes(0)) : null;
        last.Reset();
        var page = session.Prepare(
            """
            SELECT month, by_fund FROM balance
            WHERE class <> 4 AND month = (SELECT max(month) FROM balance WHERE class <> 4 AND through <= ?1) AND through <= ?1
            """).Bind(watermark);
        while (page.Step())
        {
            var date = Month.Read(page.Bytes(0)).On(BalancePage.LastDay(page.Bytes(1)));
            latest = latest > date ? latest : date;
        }

        return latest;
    }

    private static long Last(Session session, LedgerCutoff cutoff)
    {
        var recorded = cutoff.KnownAt is { } instant ? Journal.LastSequence(session, instant) : Journal.LastSequence(session);
        return Math.Min(recorded, Math.Max(0, cutoff.Sequence ?? recorded));
    }

    private static void AddRollups(Session session, LedgerCutoff cutoff, long watermark, bool byDonor, BalanceSums sums)
    {
        var (lastMonth, lastDay) = Month.Of(cutoff.Through);
        var month = lastMonth.ToString();
        var pages = session.Prepare($"SELECT month = ?2, class, {(byDonor ? "by_donor" : "by_fund")} FROM balance WHERE through <= ?1 AND month <= ?2")
            .Bind(watermark).Bind(month);
        while (pages.Step())
        {
            var balanceClass = (BalanceClass)pages.Long(1);
            if (balanceClass != Other(cutoff))
            {
                var throughDay = pages.Long(0) == 0 ? 31 : lastDay;
                BalancePage.AddTo(sums, pages.Bytes(2), throughDay - (pages.Long(0) != 0 && IsLeftOut(balanceClass, cutoff) ? 1 : 0));
            }
        }
    }

    private static void AddEntry(ScannedEntry entry, LedgerCutoff cutoff, bool byDonor, BalanceSums sums)
    {
        var (month, day) = cutoff.AsRestated && entry.RestatesEnd is { } end ? Month.Of(end) : (entry.Month, entry.Day);
        var (lastMonth, lastDay) = Month.Of(cutoff.Through);
        var order = (month, day).CompareTo((lastMonth, lastDay));
        if (order > 0 || (order == 0 && IsLeftOut(RollupPages.ClassOf(entry.Kind), cutoff)))
        {
            return;
        }

        foreach (var posting in entry.Postings)
        {
            var donor = byDonor ? posting.Donor : 0;
            sums.Of(posting.Account, posting.Fund).BlockOf(donor).Add(donor, posting.Amount);
        }
    }

    // Restatements stand in two classes, of which a cutoff takes in one.
    private static BalanceClass Other(LedgerCutoff cutoff) =>
        cutoff.AsRestated ? BalanceClass.RestatementAsPosted : BalanceClass.RestatementAsRestated;

    // Before closing, the closing entries of the day of the cutoff are left out.
    private static bool IsLeftOut(BalanceClass balanceClass, LedgerCutoff cutoff) =>
        balanceClass == BalanceClass.Closing && cutoff.Closing == ClosingView.BeforeClosing;
}
