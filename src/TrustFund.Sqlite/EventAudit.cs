using Dapper;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>The chain of events: numbers, recorded instants, what each registered, hashes.</summary>
internal static class EventAudit
{
    internal static void Run(Session session, Findings findings)
    {
        var previous = default(Sha256Hash);
        var recorded = (Seconds: long.MinValue, Nanoseconds: 0L);
        var number = 0L;
        foreach (var row in session.Connection.Query<Row>(Row.Select))
        {
            number++;
            if (row.Number != number)
            {
                Find(findings, row.Number, $"was expected to be number {number}: an event is missing or was put in");
                number = row.Number;
            }

            if ((row.Seconds, row.Nanoseconds).CompareTo(recorded) < 0)
            {
                Find(findings, row.Number, "was recorded before the event before it");
            }

            recorded = (row.Seconds, row.Nanoseconds);
            Check(session, row, previous, findings);
            previous = row.Hash.Length == Sha256Hash.Size ? new Sha256Hash(row.Hash) : default;
        }

        foreach (var table in new[] { "account", "fund", "donor", "setting" })
        {
            if (session.Scalar($"SELECT count(*) FROM {table} WHERE event NOT IN (SELECT number FROM event)") > 0)
            {
                findings.Add("event", null, null, $"Rows of the table {table} were registered by no event: they were put in from outside and count for nothing.");
            }
        }
    }

    private static void Check(Session session, Row row, Sha256Hash previous, Findings findings)
    {
        try
        {
            var registered = MasterDataTables.Read(session, row.Number, row.Number).MasterData;
            var count = registered.Chart.Count + registered.Funds.Count + registered.Donors.Count + registered.Settings.Count;
            if (count != row.ItemCount)
            {
                Find(findings, row.Number, FormattableString.Invariant($"registered {row.ItemCount} accounts, funds, donors and settings, of which {count} are there"));
            }

            var after = new JournalHead(row.After, HashOf(session, row.After));
            var change = new BooksEvent((BooksEventKind)row.Kind, after, registered)
            {
                Fund = row.Fund is { } fund ? new Code<Fund>(fund) : (Code<Fund>?)null,
                Period = row.PeriodStart is null && row.PeriodEnd is null ? null : ReportingPeriod.Parse($"{row.PeriodStart}..{row.PeriodEnd}"),
                Reason = row.Reason,
                PreparedBy = row.PreparedBy,
                ApprovedBy = row.ApprovedBy,
                Authority = row.Authority,
            };
            var expected = CanonicalEncoding.Link(previous, row.Number, Recorded.Of(row.Seconds, row.Nanoseconds), CanonicalEncoding.Encode(change));
            if (!row.Hash.AsSpan().SequenceEqual(expected.ToByteArray()))
            {
                Find(findings, row.Number, $"has the hash {Convert.ToHexStringLower(row.Hash)}; its contents and the event before it give {expected}. It was changed, or one before it");
            }
        }
        catch (Exception exception) when (exception is BooksException or FormatException or ArgumentException)
        {
            Find(findings, row.Number, $"is not one that could have happened: {exception.Message.TrimEnd('.')}");
        }
    }

    private static Sha256Hash HashOf(Session session, long sequence)
    {
        var row = session.Prepare("SELECT hash FROM entry WHERE sequence = ?").Bind(sequence);
        var hash = row.Step() ? new Sha256Hash(row.Bytes(0)) : default;
        row.Reset();
        return hash;
    }

    private static void Find(Findings findings, long number, string fault) =>
        findings.Add("event", null, null, FormattableString.Invariant($"Event {number} {fault}."));

    internal sealed class Row
    {
        internal const string Select =
            """
            SELECT number AS Number, kind AS Kind, after AS After, fund AS Fund, period_start AS PeriodStart, period_end AS PeriodEnd,
                reason AS Reason, prepared_by AS PreparedBy, approved_by AS ApprovedBy, authority AS Authority, item_count AS ItemCount,
                recorded_seconds AS Seconds, recorded_nanoseconds AS Nanoseconds, hash AS Hash
            FROM event ORDER BY number
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
}
