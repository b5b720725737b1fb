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
        foreach (var row in EventReader.Rows(session))
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

        foreach (var table in new[] { "account", "fund", "donor", "setting", "edition", "edition_file" })
        {
            if (session.Scalar($"SELECT count(*) FROM {table} WHERE event NOT IN (SELECT number FROM event)") > 0)
            {
                findings.Add("event", null, null, $"Rows of the table {table} were registered by no event: they were put in from outside and count for nothing.");
            }
        }
    }

    private static void Check(Session session, EventRow row, Sha256Hash previous, Findings findings)
    {
        try
        {
            var registered = MasterDataTables.Read(session, row.Number, row.Number).MasterData;
            if (registered.Count != row.ItemCount)
            {
                Find(findings, row.Number, FormattableString.Invariant($"registered {row.ItemCount} accounts, funds, donors and settings, of which {registered.Count} are there"));
            }

            var change = row.ToEvent(session, registered);
            AuditFiles(session, row.Number, change, findings);
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

    private static void AuditFiles(Session session, long number, BooksEvent change, Findings findings)
    {
        if (change.Edition is not { } edition)
        {
            return;
        }

        if (session.Scalar(FormattableString.Invariant($"SELECT file_count FROM edition WHERE event = {number}")) != edition.Files.Count)
        {
            findings.Add("edition", null, null, FormattableString.Invariant($"The edition {edition} counts other files than the {edition.Files.Count} that are there."));
        }

        foreach (var file in edition.Files)
        {
            var hash = Sha256Hash.Of(Editions.ReadFile(session, number, file));
            if (hash != file.Sha256)
            {
                findings.Add("edition", null, null,
                    $"The file {file.Name} of the edition {edition} has the SHA-256 {hash}; when it was registered it was {file.Sha256}. Its bytes were changed since.");
            }
        }
    }

    private static void Find(Findings findings, long number, string fault) =>
        findings.Add("event", null, null, FormattableString.Invariant($"Event {number} {fault}."));
}
