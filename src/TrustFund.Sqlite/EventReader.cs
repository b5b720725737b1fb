using Dapper;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>Reads events of every kind; what a kind keeps in tables of its own is read here too.</summary>
internal static class EventReader
{
    private const string Select =
        """
        SELECT number AS Number, kind AS Kind, after AS After, fund AS Fund, period_start AS PeriodStart, period_end AS PeriodEnd,
            reason AS Reason, prepared_by AS PreparedBy, approved_by AS ApprovedBy, authority AS Authority, item_count AS ItemCount,
            recorded_seconds AS Seconds, recorded_nanoseconds AS Nanoseconds, hash AS Hash
        FROM event
        """;

    /// <summary>The rows in the order of their numbers, as they stand there.</summary>
    internal static IEnumerable<EventRow> Rows(Session session) => session.Connection.Query<EventRow>(Select + " ORDER BY number");

    /// <summary>All events.</summary>
    /// <exception cref="BooksException">What stands there could never have been recorded.</exception>
    internal static IReadOnlyList<PostedEvent> Read(Session session) =>
        Build(session, Rows(session), row => MasterDataTables.Read(session, row.Number, row.Number).MasterData);

    /// <summary>The events that close or open something, for <see cref="PeriodStates"/>.</summary>
    /// <exception cref="BooksException">What stands there could never have been recorded.</exception>
    internal static IReadOnlyList<PostedEvent> ReadChanges(Session session) =>
        session.Scalar("SELECT count(*) FROM event WHERE kind IN (2, 3, 4, 6)") == 0
            ? []
            : Build(session, session.Connection.Query<EventRow>(Select + " WHERE kind IN (2, 3, 4, 6) ORDER BY number"), _ => MasterData.Empty);

    /// <summary>The events that registered statements.</summary>
    /// <exception cref="BooksException">What stands there could never have been recorded.</exception>
    internal static IReadOnlyList<PostedEvent> Editions(Session session) =>
        Build(session, session.Connection.Query<EventRow>(Select + " WHERE kind = 5 ORDER BY number"), _ => MasterData.Empty);

    private static List<PostedEvent> Build(Session session, IEnumerable<EventRow> rows, Func<EventRow, MasterData> registered)
    {
        try
        {
            return [.. rows.Select(row => row.ToPosted(session, registered(row)))];
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new BooksException(BooksFailure.Corrupt,
                $"The events of the books are not ones that could have been recorded: {exception.Message} Run an audit: the file was changed from outside.", exception);
        }
    }
}
