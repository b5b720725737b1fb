using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>A row of the table of events.</summary>
internal sealed class EventRow
{
    public long Number { get; init; }

    public long Kind { get; init; }

    public long After { get; init; }

    public string? Fund { get; init; }

    public string? PeriodStart { get; init; }

    public string? PeriodEnd { get; init; }

    public string? Reason { get; init; }

    public string? PreparedBy { get; init; }

    public string? ApprovedBy { get; init; }

    public string? Authority { get; init; }

    public long ItemCount { get; init; }

    public long Seconds { get; init; }

    public long Nanoseconds { get; init; }

    public byte[] Hash { get; init; } = [];

    /// <summary>The event as it stands there.</summary>
    /// <param name="session">The session that it was read in.</param>
    /// <param name="registered">What it registered.</param>
    /// <exception cref="FormatException">It is none that could have been recorded.</exception>
    /// <exception cref="ArgumentException">The same.</exception>
    internal BooksEvent ToEvent(Session session, MasterData registered) =>
        new((BooksEventKind)Kind, new JournalHead(After, Journal.HashOf(session, After)), registered)
        {
            Fund = Fund is { } fund ? new Code<Fund>(fund) : (Code<Fund>?)null,
            Period = PeriodStart is null && PeriodEnd is null ? null : ReportingPeriod.Parse($"{PeriodStart}..{PeriodEnd}"),
            Reason = Reason,
            PreparedBy = PreparedBy,
            ApprovedBy = ApprovedBy,
            Authority = Authority,
            Edition = Editions.Read(session, Number),
        };

    /// <summary>The event with its place in the chain.</summary>
    /// <param name="session">The session that it was read in.</param>
    /// <param name="registered">What it registered.</param>
    internal PostedEvent ToPosted(Session session, MasterData registered) =>
        new(Number, Recorded.Of(Seconds, Nanoseconds), new Sha256Hash(Hash), ToEvent(session, registered));
}
