using Dapper;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>Reads events back.</summary>
internal static class EventReader
{
    /// <summary>The events that registered statements, in their order.</summary>
    /// <exception cref="BooksException">What stands there could never have been registered.</exception>
    internal static IReadOnlyList<PostedEvent> Editions(Session session)
    {
        try
        {
            return [.. session.Connection.Query<EventRow>($"{EventRow.Select} WHERE kind = @kind ORDER BY number", new { kind = (long)BooksEventKind.StatementRegistered })
                .AsList().Select(row => new PostedEvent(
                    row.Number, Recorded.Of(row.Seconds, row.Nanoseconds), new Sha256Hash(row.Hash), Build(session, row, MasterData.Empty)))];
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new BooksException(BooksFailure.Corrupt,
                $"The registered statements of the books are not ones that could have been registered: {exception.Message} Run an audit: the file was changed from outside.", exception);
        }
    }

    /// <summary>The event of a row, with the master data that it registered.</summary>
    internal static BooksEvent Build(Session session, EventRow row, MasterData registered) =>
        new((BooksEventKind)row.Kind, new JournalHead(row.After, HashOf(session, row.After)), registered)
        {
            Fund = row.Fund is { } fund ? new Code<Fund>(fund) : (Code<Fund>?)null,
            Period = row.PeriodStart is null && row.PeriodEnd is null ? null : ReportingPeriod.Parse($"{row.PeriodStart}..{row.PeriodEnd}"),
            Reason = row.Reason,
            PreparedBy = row.PreparedBy,
            ApprovedBy = row.ApprovedBy,
            Authority = row.Authority,
            Edition = Sqlite.Editions.Read(session, row.Number),
        };

    private static Sha256Hash HashOf(Session session, long sequence)
    {
        var row = session.Prepare("SELECT hash FROM entry WHERE sequence = ?").Bind(sequence);
        var hash = row.Step() ? new Sha256Hash(row.Bytes(0)) : default;
        row.Reset();
        return hash;
    }
}
