using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>Finds what was changed in the file past the books' rules.</summary>
internal static class Auditor
{
    internal static AuditReport Audit(SqliteConnection connection, string name, CancellationToken cancellation)
    {
        var findings = new List<AuditFinding>();
        findings.AddRange(connection.Query<string>("PRAGMA integrity_check(20)").Where(line => line != "ok")
            .Select(line => new AuditFinding("file", null, null, line)));
        findings.AddRange(Schema(connection));
        findings.AddRange(Leftovers(connection));
        var (entries, head) = Chain(connection, name, findings, cancellation);

        // The first entry concerned comes first; what concerns no entry comes before all.
        return new AuditReport(entries, head, [.. findings.OrderBy(finding => finding.Sequence ?? 0)]);
    }

    private static (long Entries, JournalHead Head) Chain(
        SqliteConnection connection, string name, List<AuditFinding> findings, CancellationToken cancellation)
    {
        MasterDataTables tables;
        try
        {
            tables = MasterDataTables.Read(connection);
        }
        catch (BooksException exception)
        {
            findings.Add(new AuditFinding("reference", null, null, exception.Message));
            return (connection.ExecuteScalar<long>("SELECT count(*) FROM entry"), new JournalHead(0, default));
        }

        var reader = new EntryReader(connection, tables, name);
        var head = new JournalHead(0, default);
        var recorded = Instant.MinValue;
        long entries = 0;
        try
        {
            for (var page = reader.Page(EntrySelection.All, long.MinValue); page.Count > 0; page = reader.Page(EntrySelection.All, page[^1].Sequence))
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var posted in page)
                {
                    entries++;
                    Check(posted, head, recorded, entries, tables, findings);
                    var expected = CanonicalEncoding.Link(head.Hash, posted.Sequence, posted.Recorded, CanonicalEncoding.Encode(posted.Entry));
                    (head, recorded) = (new JournalHead(posted.Sequence, expected), posted.Recorded);
                }
            }
        }
        catch (UnreadableEntryException exception)
        {
            findings.Add(new AuditFinding("balance", exception.Sequence, exception.Id, $"It is not an entry that could have been posted: {exception.Message}"));
        }

        return (entries, head);
    }

    private static void Check(
        PostedEntry posted, JournalHead head, Instant recorded, long number, MasterDataTables tables, List<AuditFinding> findings)
    {
        void Find(string check, string text) => findings.Add(new AuditFinding(check, posted.Sequence, posted.Entry.Id.Text, text));

        if (posted.Sequence != number)
        {
            Find("sequence", FormattableString.Invariant($"It is number {posted.Sequence} where number {number} was expected: an entry is missing or was put in."));
        }

        if (posted.Recorded < recorded)
        {
            Find("recorded", "It was recorded before the entry before it.");
        }

        var expected = CanonicalEncoding.Link(head.Hash, posted.Sequence, posted.Recorded, CanonicalEncoding.Encode(posted.Entry));
        if (posted.Hash != expected)
        {
            Find("chain", $"Its hash is {posted.Hash}; its contents and the entry before it give {expected}. The entry was changed, or one before it.");
        }

        if (AppendRules.ReferenceFault(posted.Entry, tables.MasterData) is { } fault)
        {
            Find("reference", fault.Text);
        }
    }

    private static IEnumerable<AuditFinding> Leftovers(SqliteConnection connection) =>
        connection.Query<long>(
            """
            SELECT sequence FROM posting WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.sequence = posting.sequence)
            UNION SELECT sequence FROM voucher WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.sequence = voucher.sequence)
            """)
            .Select(sequence => new AuditFinding("reference", sequence, null, FormattableString.Invariant(
                $"Postings or vouchers of number {sequence} have no entry: they were put in from outside and count for nothing.")))
        .Concat(connection.Query<(long Sequence, string Id)>(
            """
            SELECT sequence, id FROM entry AS e
            WHERE posting_count <> (SELECT count(*) FROM posting AS p WHERE p.sequence = e.sequence)
                OR voucher_count <> (SELECT count(*) FROM voucher AS v WHERE v.sequence = e.sequence)
                OR (reverses IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entry AS o WHERE o.id = e.reverses))
            """)
            .Select(row => new AuditFinding("reference", row.Sequence, row.Id, "It does not have the postings, vouchers or reversed entry that it counts.")))
        .Concat(connection.Query<(long Sequence, long Line)>(
            """
            SELECT sequence, line FROM (
                SELECT sequence, line, row_number() OVER (PARTITION BY sequence ORDER BY line) AS place FROM posting
                UNION ALL
                SELECT sequence, line, row_number() OVER (PARTITION BY sequence ORDER BY line) AS place FROM voucher)
            WHERE line <> place
            """)
            .Select(row => new AuditFinding("sequence", row.Sequence, null, FormattableString.Invariant(
                $"Line {row.Line} is not where it was written."))));

    /// <summary>Tables, indexes and triggers as a fresh file of this version has them, and the migrations recorded.</summary>
    private static IEnumerable<AuditFinding> Schema(SqliteConnection connection)
    {
        using var fresh = new SqliteConnection("Data Source=:memory:");
        fresh.Open();
        Migrations.Apply(fresh);
        var expected = Objects(fresh);
        var found = Objects(connection);
        foreach (var (name, sql) in expected.Where(pair => found.GetValueOrDefault(pair.Key) != pair.Value))
        {
            yield return new AuditFinding("schema", null, null, found.ContainsKey(name)
                ? $"The definition of {name} was changed."
                : $"{name} is missing.");
        }

        foreach (var name in found.Keys.Except(expected.Keys))
        {
            yield return new AuditFinding("schema", null, null, $"{name} does not belong to the books.");
        }

        const string applied = "SELECT number || ' ' || name || ' ' || sha256 FROM migration ORDER BY number";
        if (!connection.Query<string>(applied).SequenceEqual(fresh.Query<string>(applied)))
        {
            yield return new AuditFinding("schema", null, null, "The list of migrations is not the one this version applies.");
        }
    }

    private static Dictionary<string, string?> Objects(SqliteConnection connection) =>
        connection.Query<(string Type, string Name, string? Sql)>("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'")
            .ToDictionary(row => $"{row.Type} {row.Name}", row => row.Sql, StringComparer.Ordinal);
}
