namespace TrustFund.Sqlite;

/// <summary>An event as it stands in its table.</summary>
internal sealed class EventRow
{
    internal const string Select =
        """
        SELECT number AS Number, kind AS Kind, after AS After, fund AS Fund, period_start AS PeriodStart, period_end AS PeriodEnd,
            reason AS Reason, prepared_by AS PreparedBy, approved_by AS ApprovedBy, authority AS Authority, item_count AS ItemCount,
            recorded_seconds AS Seconds, recorded_nanoseconds AS Nanoseconds, hash AS Hash
        FROM event
        """;

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
}
