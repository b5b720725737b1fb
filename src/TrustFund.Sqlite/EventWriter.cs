using Dapper;
using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>Adds an event at the end of the chain of events; what belongs to it has been inserted before, under its number.</summary>
internal static class EventWriter
{
    /// <summary>The number that the next event will have.</summary>
    internal static long Next(Session session) => Registration.Last(session).Number + 1;

    internal static PostedEvent Write(Session session, BooksEvent change, int itemCount, IClock clock)
    {
        var (last, hash, before) = Registration.Last(session);
        var number = last + 1;
        var now = clock.GetCurrentInstant();
        var recorded = before is { } earlier ? Instant.Max(now, earlier) : now;
        var link = CanonicalEncoding.Link(hash, number, recorded, CanonicalEncoding.Encode(change));
        var (seconds, nanoseconds) = Recorded.Split(recorded);
        session.Connection.Execute(
            """
            INSERT INTO event (number, kind, after, fund, period_start, period_end, reason, prepared_by, approved_by, authority, item_count,
                recorded_seconds, recorded_nanoseconds, hash)
            VALUES (@number, @kind, @after, @fund, @start, @end, @Reason, @PreparedBy, @ApprovedBy, @Authority, @itemCount, @seconds, @nanoseconds, @hash)
            """,
            new
            {
                number,
                kind = (long)change.Kind,
                after = change.After.Sequence,
                fund = change.Fund?.Text,
                start = IsoText.Of(change.Period?.Start),
                end = IsoText.Of(change.Period?.End),
                change.Reason,
                change.PreparedBy,
                change.ApprovedBy,
                change.Authority,
                itemCount,
                seconds,
                nanoseconds,
                hash = link.ToByteArray(),
            });
        session.ForgetTables();
        return new PostedEvent(number, recorded, link, change);
    }
}
