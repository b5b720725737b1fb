using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>
/// Reads trial balances: the rollups that end at or before the last entry meant, and the few entries
/// after them. What is as known earlier is an earlier last entry, and so costs the same.
/// </summary>
internal static class Balances
{
    // The first day that the tables can hold.
    private static readonly LocalDate Beginning = new(0, 1, 1);

    internal static TrialBalance Read(Session session, LedgerCutoff cutoff, bool byDonor) =>
        new(cutoff, Sum(session, Beginning, cutoff, byDonor, side: null).Rows(session.Tables()));

    /// <summary>Debits and credits, each added up by itself: the same pages and entries are read twice.</summary>
    internal static IReadOnlyList<AccountMovement> ReadMovements(Session session, LocalDate from, LedgerCutoff cutoff, bool byDonor)
    {
        TrialBalanceRow[] RowsOf(Side side) => Sum(session, from, cutoff, byDonor, side).Rows(session.Tables());

        return AccountMovements.Of(RowsOf(Side.Debit), RowsOf(Side.Credit));
    }

    /// <summary>The latest posting date; null where there is no entry.</summary>
    internal static LocalDate? LastDate(Session session)
    {
        // A reclassification counts at no date of its own. Days stand in the balances of months; the latest month is read back from the rollups that have it.
        var watermark = Rollups.Watermark(session, Journal.LastSequence(session));
        var last = session.Prepare("SELECT max(date) FROM entry AS e WHERE sequence > ? AND NOT EXISTS (SELECT 1 FROM entry_detail AS d WHERE d.sequence = e.sequence AND d.nature = 4)").Bind(watermark);
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

    // What a cutoff takes in from a day on: all of it, or what stands on one side.
    private static BalanceSums Sum(Session session, LocalDate from, LedgerCutoff cutoff, bool byDonor, Side? side)
    {
        var last = Last(session, cutoff);
        var watermark = Rollups.Watermark(session, last);
        var sums = new BalanceSums(side);
        AddRollups(session, from, cutoff, watermark, byDonor, sums);
        foreach (var entry in JournalScan.Read(session, watermark, last))
        {
            AddEntry(entry, from, cutoff, byDonor, sums);
        }

        return sums;
    }

    private static void AddRollups(Session session, LocalDate from, LedgerCutoff cutoff, long watermark, bool byDonor, BalanceSums sums)
    {
        var (firstMonth, firstDay) = Month.Of(from);
        var ((lastMonth, lastDay), (lastClosingMonth, lastClosingDay)) = (Month.Of(cutoff.Through), LastClosing(cutoff));
        var pages = session.Prepare(
            $"""
            SELECT month = ?2, month = CASE class WHEN 3 THEN ?4 ELSE ?3 END, class, {(byDonor ? "by_donor" : "by_fund")} FROM balance
            WHERE through <= ?1 AND month BETWEEN ?2 AND ?3 AND (class <> 3 OR month <= ?4)
            """)
            .Bind(watermark).Bind(firstMonth.ToString()).Bind(lastMonth.ToString()).Bind(lastClosingMonth.ToString());
        while (pages.Step())
        {
            var balanceClass = (BalanceClass)pages.Long(2);
            if (balanceClass != Other(cutoff))
            {
                var fromDay = pages.Long(0) != 0 ? firstDay : 1;
                var throughDay = pages.Long(1) == 0 ? 31 : balanceClass == BalanceClass.Closing ? lastClosingDay : lastDay;
                BalancePage.AddTo(sums, pages.Bytes(3), fromDay, throughDay);
            }
        }
    }

    private static void AddEntry(ScannedEntry entry, LocalDate from, LedgerCutoff cutoff, bool byDonor, BalanceSums sums)
    {
        var day = cutoff.AsRestated && entry.RestatesEnd is { } end ? Month.Of(end) : (entry.Month, entry.Day);
        var last = RollupPages.ClassOf(entry.Kind) == BalanceClass.Closing ? LastClosing(cutoff) : Month.Of(cutoff.Through);
        if (day.CompareTo(Month.Of(from)) < 0 || day.CompareTo(last) > 0 || (entry.IsReclassification && !cutoff.AsRestated))
        {
            return;
        }

        foreach (var posting in entry.Postings)
        {
            var donor = byDonor ? posting.Donor : 0;
            if (sums.Takes(posting.Amount))
            {
                sums.Of(posting.Account, posting.Fund).BlockOf(donor).Add(donor, posting.Amount);
            }
        }
    }

    // Restatements stand in two classes, of which a cutoff takes in one.
    private static BalanceClass Other(LedgerCutoff cutoff) =>
        cutoff.AsRestated ? BalanceClass.RestatementAsPosted : BalanceClass.RestatementAsRestated;

    // The last day of which closing entries are taken in; the day before the first of a month is its day 0.
    private static (Month Month, int Day) LastClosing(LedgerCutoff cutoff)
    {
        if (cutoff.ClosingLeftOutFrom is not { } leftOut)
        {
            return Month.Of(cutoff.Through);
        }

        var (month, day) = Month.Of(leftOut);
        return (month, day - 1);
    }
}
