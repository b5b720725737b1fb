using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>Where the journal ends, now and at an earlier instant.</summary>
internal static class Journal
{
    /// <summary>The last entry, or the last through a sequence number.</summary>
    internal static (JournalHead Head, Instant? Recorded) ReadHead(Session session, long through = long.MaxValue)
    {
        var last = session.Prepare("SELECT sequence, hash, recorded_seconds, recorded_nanoseconds FROM entry WHERE sequence <= ? ORDER BY sequence DESC LIMIT 1").Bind(through);
        if (!last.Step())
        {
            return (new JournalHead(0, default), null);
        }

        var end = (new JournalHead(last.Long(0), new Sha256Hash(last.Bytes(1))), Recorded.Of(last.Long(2), last.Long(3)));
        last.Reset();
        return end;
    }

    /// <summary>The hash of an entry; the default where there is none.</summary>
    internal static Sha256Hash HashOf(Session session, long sequence)
    {
        var row = session.Prepare("SELECT hash FROM entry WHERE sequence = ?").Bind(sequence);
        var hash = row.Step() ? new Sha256Hash(row.Bytes(0)) : default;
        row.Reset();
        return hash;
    }

    /// <summary>The last sequence number; 0 for an empty journal.</summary>
    internal static long LastSequence(Session session) => session.Scalar("SELECT max(sequence) FROM entry");

    /// <summary>
    /// The last sequence number that was recorded at an instant. Recorded instants never decrease with
    /// the sequence, so that it is found by halving.
    /// </summary>
    internal static long LastSequence(Session session, Instant knownAt)
    {
        var known = Recorded.Split(knownAt);
        var (low, high) = (0L, LastSequence(session));
        while (low < high)
        {
            var middle = high - ((high - low) / 2);
            var row = session.Prepare("SELECT recorded_seconds, recorded_nanoseconds FROM entry WHERE sequence = ?").Bind(middle);
            var isKnown = row.Step() && (row.Long(0), row.Long(1)).CompareTo(known) <= 0;
            row.Reset();
            (low, high) = isKnown ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
