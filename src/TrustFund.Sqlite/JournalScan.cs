using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>Steps through what balances are made of, without building entries.</summary>
internal static class JournalScan
{
    /// <summary>The entries after one sequence number through another; the object given is the same every time.</summary>
    internal static IEnumerable<ScannedEntry> Read(Session session, long after, long through)
    {
        var entries = session.Prepare("SELECT sequence, date, kind, posting_count, detail_count, recorded_seconds, recorded_nanoseconds FROM entry WHERE sequence > ? AND sequence <= ? ORDER BY sequence").Bind(after).Bind(through);
        var postings = new Rows(session.Prepare("SELECT sequence, account, fund, amount, donor, line FROM posting WHERE sequence > ? AND sequence <= ? ORDER BY sequence, line").Bind(after).Bind(through));
        var entry = new ScannedEntry();
        while (entries.Step())
        {
            entry.Sequence = entries.Long(0);
            (entry.Month, entry.Day) = Month.Of(entries.Bytes(1));
            entry.Kind = (EntryKind)entries.Long(2);
            (entry.PostingCount, entry.DetailCount) = (entries.Long(3), entries.Long(4));
            entry.Recorded = (entries.Long(5), entries.Long(6));
            (entry.RestatesEnd, entry.IsReclassification) = entry.Kind == EntryKind.Restatement ? Restated(session, entry.Sequence) : (null, false);
            entry.Postings.Clear();
            for (; postings.IsAt(entry.Sequence); postings.Next())
            {
                var row = postings.Row;
                entry.Postings.Add(new ScannedPosting(row.Long(5), row.Long(1), row.Long(2), row.Long(4), row.Long(3)));
            }

            yield return entry;
        }
    }

    private static (NodaTime.LocalDate? End, bool IsReclassification) Restated(Session session, long sequence)
    {
        var row = session.Prepare("SELECT restates_end, nature FROM entry_detail WHERE sequence = ?").Bind(sequence);
        (NodaTime.LocalDate?, bool) restated = row.Step() && !row.IsNull(0)
            ? (IsoDate.Read(row.Bytes(0)), row.Long(1) == (long)RestatementNature.Reclassification)
            : (null, false);
        row.Reset();
        return restated;
    }
}
