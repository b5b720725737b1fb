using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>Adds events of every kind to their chain; what a kind keeps in tables of its own is inserted before.</summary>
internal static class EventWriter
{
    private const string Insert =
        """
        INSERT INTO event (number, kind, after, fund, period_start, period_end, reason, prepared_by, approved_by, authority,
            item_count, recorded_seconds, recorded_nanoseconds, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    /// <summary>The number that the next event has.</summary>
    internal static long Next(Session session) => Last(session).Number + 1;

    /// <summary>Inserts an event after the entries that are there.</summary>
    internal static void Add(Session session, BooksEvent change, IClock clock)
    {
        var (last, hash, before) = Last(session);
        var now = clock.GetCurrentInstant();
        var recorded = before is { } earlier ? Instant.Max(now, earlier) : now;
        var link = CanonicalEncoding.Link(hash, last + 1, recorded, CanonicalEncoding.Encode(change));
        Add(session, new PostedEvent(last + 1, recorded, link, change));
    }

    /// <summary>Inserts an event as it is.</summary>
    internal static void Add(Session session, PostedEvent posted)
    {
        var change = posted.Event;
        var (seconds, nanoseconds) = Recorded.Split(posted.Recorded);
        session.Prepare(Insert).Bind(posted.Number).Bind((long)change.Kind).Bind(change.After.Sequence).Bind(change.Fund?.Text)
            .Bind(IsoText.Of(change.Period?.Start)).Bind(IsoText.Of(change.Period?.End)).Bind(change.Reason)
            .Bind(change.PreparedBy).Bind(change.ApprovedBy).Bind(change.Authority).Bind(change.Registered.Count)
            .Bind(seconds).Bind(nanoseconds).Bind(posted.Hash.ToByteArray())
            .Execute();
        session.Pass(posted);
    }

    /// <summary>The end of the chain of events.</summary>
    internal static (long Number, Sha256Hash Hash, Instant? Recorded) Last(Session session)
    {
        var last = session.Prepare("SELECT number, hash, recorded_seconds, recorded_nanoseconds FROM event ORDER BY number DESC LIMIT 1");
        if (!last.Step())
        {
            return (0, default, null);
        }

        var end = (last.Long(0), new Sha256Hash(last.Bytes(1)), Recorded.Of(last.Long(2), last.Long(3)));
        last.Reset();
        return end;
    }
}
