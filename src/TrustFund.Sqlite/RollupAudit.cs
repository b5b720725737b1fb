namespace TrustFund.Sqlite;

/// <summary>Rolls the entries up again and holds every balance of the tables against them.</summary>
internal sealed class RollupAudit(Session session, Findings findings)
{
    private readonly RollupPages _pages = new();
    private long _last;
    private bool _isStopped;

    internal void Add(JournalEntry entry, ScannedEntry raw)
    {
        if (_isStopped || raw.Sequence != _last + 1)
        {
            _isStopped = true;
            return;
        }

        _last = raw.Sequence;
        (raw.Month, raw.Day) = Month.Of(entry.Date);
        (raw.Kind, raw.RestatesEnd) = (entry.Kind, entry.Restates?.End);
        raw.IsReclassification = entry.Nature == RestatementNature.Reclassification;
        _pages.Add(raw);
        if (_last % Rollups.Size == 0)
        {
            Check(_last);
        }
    }

    /// <summary>An entry could not be built: balances after it cannot be proved.</summary>
    internal void Stop(long sequence)
    {
        _isStopped = true;
        findings.Add("balance", sequence, null, "The balances rolled up from this entry on cannot be proved.");
    }

    /// <summary>To be called after the last entry.</summary>
    internal void Finish()
    {
        if (_isStopped)
        {
            return;
        }

        var covered = _last / Rollups.Size * Rollups.Size;
        if (session.Scalar("SELECT count(*) FROM rollup") != covered / Rollups.Size
            || session.Prepare("SELECT count(*) FROM rollup WHERE through > ?").Bind(covered).Scalar() > 0
            || session.Scalar("SELECT count(*) FROM balance WHERE through NOT IN (SELECT through FROM rollup)") > 0)
        {
            findings.Add("balances", null, null, FormattableString.Invariant(
                $"The journal of {_last} entries has {covered / Rollups.Size} rollups of {Rollups.Size}; others, or balances of none, stand in the books."));
        }
    }

    private void Check(long through)
    {
        var pages = _pages.Take();
        var first = FormattableString.Invariant($"entries {through - Rollups.Size + 1} to {through}");
        var count = session.Prepare("SELECT balance_count FROM rollup WHERE through = ?").Bind(through).Scalar();
        if (count != pages.Count)
        {
            findings.Add("balances", through, null, $"The rollup of {first} counts {count} balances where its entries give {pages.Count}.");
        }

        var row = session.Prepare("SELECT month, class, by_fund, by_donor FROM balance WHERE through = ? ORDER BY month, class").Bind(through);
        var index = 0;
        while (row.Step())
        {
            var isSame = index < pages.Count && row.Text(0) == pages[index].Month.ToString() && row.Long(1) == (long)pages[index].Class
                && row.Bytes(2).SequenceEqual(pages[index].ByFund) && row.Bytes(3).SequenceEqual(pages[index].ByDonor);
            if (!isSame)
            {
                findings.Add("balances", through, null, $"The balances of {row.Text(0)} rolled up from {first} are not those of the entries.");
            }

            index++;
        }

        if (index != pages.Count)
        {
            findings.Add("balances", through, null, FormattableString.Invariant($"Of {pages.Count} balances of {first}, {index} are there."));
        }
    }
}
