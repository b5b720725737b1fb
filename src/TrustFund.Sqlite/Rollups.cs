namespace TrustFund.Sqlite;

/// <summary>
/// Rolls balances up as the journal grows: one rollup for every <see cref="Size"/> entries, in the
/// transaction that adds the last of them, read from what stands in the tables. In bulk, the rules of
/// the triggers are checked on the same reading.
/// </summary>
internal sealed class Rollups(Session session, BulkRules? rules)
{
    /// <summary>How many entries a rollup covers; the database holds to it too.</summary>
    internal const int Size = 4096;

    private readonly RollupPages _pages = new();

    /// <summary>The last sequence number that is rolled up, of those through a sequence number.</summary>
    internal static long Watermark(Session session, long through) =>
        Math.Min(session.Scalar("SELECT max(through) FROM rollup"), through / Size * Size);

    /// <summary>To be called when the journal has reached a sequence number.</summary>
    internal void Reach(long sequence)
    {
        if (sequence % Size == 0)
        {
            Make(sequence);
        }
    }

    /// <summary>Checks the entries that no rollup covers yet, where the triggers did not.</summary>
    internal void Finish()
    {
        if (rules is not null)
        {
            foreach (var _ in rules.Check(JournalScan.Read(session, rules.Checked, long.MaxValue)))
            {
                // Checking is all.
            }

            rules.CheckEnd();
        }
    }

    private void Make(long through)
    {
        var entries = JournalScan.Read(session, through - Size, through);
        foreach (var entry in rules?.Check(entries) ?? entries)
        {
            _pages.Add(entry);
        }

        var pages = _pages.Take();
        foreach (var page in pages)
        {
            session.Prepare("INSERT INTO balance (through, month, class, by_fund, by_donor) VALUES (?, ?, ?, ?, ?)")
                .Bind(through).Bind(page.Month.ToString()).Bind((long)page.Class).Bind(page.ByFund).Bind(page.ByDonor).Execute();
        }

        session.Prepare("INSERT INTO rollup (through, balance_count) VALUES (?, ?)").Bind(through).Bind(pages.Count).Execute();
    }
}
