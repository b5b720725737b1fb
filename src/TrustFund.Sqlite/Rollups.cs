using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>
/// Rolls balances up as the journal grows: one rollup for every <see cref="Size"/> entries, in the
/// transaction that adds the last of them, read from what stands in the tables. In bulk, the rules of
/// the triggers are checked on the same reading; what is read of a batch is kept for the rollup to come,
/// so that batch after batch is read once.
/// </summary>
internal sealed class Rollups
{
    /// <summary>How many entries a rollup covers; the database holds to it too.</summary>
    internal const int Size = 4096;

    private readonly Session _session;
    private readonly BulkRules? _rules;
    private readonly RollupPages _pages;
    private bool _isCollecting;

    /// <param name="session">A session in a transaction to write.</param>
    /// <param name="rules">The rules that the triggers do not check; null where they do.</param>
    /// <param name="head">The end of the journal before what is added.</param>
    internal Rollups(Session session, BulkRules? rules, JournalHead head)
    {
        (_session, _rules) = (session, rules);
        var collected = rules is null ? null : session.TakeCollected(head);
        (_pages, _isCollecting) = (collected ?? new RollupPages(), collected is not null || head.Sequence % Size == 0);
    }

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
    /// <param name="head">The end of the journal with what was added.</param>
    internal void Finish(JournalHead head)
    {
        if (_rules is null)
        {
            return;
        }

        Collect(JournalScan.Read(_session, _rules.Checked, long.MaxValue));
        _rules.CheckEnd();
        if (_isCollecting)
        {
            _session.KeepCollected(_pages, head);
        }
    }

    private void Collect(IEnumerable<ScannedEntry> entries)
    {
        foreach (var entry in _rules?.Check(entries) ?? entries)
        {
            if (_isCollecting)
            {
                _pages.Add(entry);
            }
        }
    }

    private void Make(long through)
    {
        // Where the entries before were not collected, they are read again.
        var after = _isCollecting && _rules is not null ? _rules.Checked : through - Size;
        _isCollecting = true;
        Collect(JournalScan.Read(_session, after, through));
        var pages = _pages.Take();
        foreach (var page in pages)
        {
            _session.Prepare("INSERT INTO balance (through, month, class, by_fund, by_donor) VALUES (?, ?, ?, ?, ?)")
                .Bind(through).Bind(page.Month.ToString()).Bind((long)page.Class).Bind(page.ByFund).Bind(page.ByDonor).Execute();
        }

        _session.Prepare("INSERT INTO rollup (through, balance_count) VALUES (?, ?)").Bind(through).Bind(pages.Count).Execute();
    }
}
