using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>Registers published statements and reads them back: files first, then the edition, then its event.</summary>
internal static class Editions
{
    internal static (EditionResult Result, bool Commit) Register(
        Session session, BooksEvent registration, IReadOnlyList<EditionContents> contents, IClock clock)
    {
        var edition = registration.Edition!;
        var registered = EventReader.Editions(session);
        if (EditionRules.Fault(registration, registered, session.Tables().MasterData, sequence => Journal.ReadHead(session, sequence).Head) is { } fault)
        {
            return (new EditionResult(0, false, [fault]), false);
        }

        if (EditionRules.Same(edition, registered) is { } same)
        {
            return (new EditionResult(same.Number, false, []), false);
        }

        var number = EventWriter.Next(session);
        Insert(session, edition, number, contents);
        EventWriter.Add(session, registration with { After = Journal.ReadHead(session).Head }, clock);
        return (new EditionResult(number, true, []), true);
    }

    /// <summary>Inserts an edition and its files; the event that registers them is inserted after them.</summary>
    internal static void Insert(Session session, Edition edition, long number, IReadOnlyList<EditionContents> contents)
    {
        Insert(session, edition, number);
        foreach (var content in contents)
        {
            session.Prepare("INSERT INTO edition_file (event, role, name, format, sha256, bytes) VALUES (?, ?, ?, ?, ?, ?)")
                .Bind(number).Bind((long)content.File.Role).Bind(content.File.Name).Bind(content.File.Format)
                .Bind(content.File.Sha256.ToByteArray()).Bind(content.Bytes.Span).Execute();
        }
    }

    /// <summary>The edition that an event registered, as it stands in the tables; null where there is none.</summary>
    internal static Edition? Read(Session session, long number)
    {
        var row = session.Prepare(
            """
            SELECT symbol, language, date, status, authorized_on, authorized_by, corrects, through, sequence, head, after_closing, as_restated, template
            FROM edition WHERE event = ?
            """).Bind(number);
        if (!row.Step())
        {
            return null;
        }

        try
        {
            var cutoff = new LedgerCutoff(
                IsoDate.Read(row.Bytes(7)), Closing: row.Long(10) == 0 ? ClosingView.BeforeClosing : ClosingView.AfterClosing, AsRestated: row.Long(11) != 0)
            {
                Sequence = row.Long(8),
            };
            return new Edition(
                row.Text(0), row.Text(1), IsoDate.Read(row.Bytes(2)), (EditionStatus)row.Long(3), cutoff,
                new JournalHead(row.Long(8), new Sha256Hash(row.Bytes(9))), row.Text(12), Files(session, number))
            {
                AuthorizedOn = row.IsNull(4) ? null : IsoDate.Read(row.Bytes(4)),
                AuthorizedBy = row.TextOrNull(5),
                Corrects = row.LongOrNull(6),
            };
        }
        finally
        {
            row.Reset();
        }
    }

    internal static byte[]? ReadFile(Session session, long number, EditionFile file)
    {
        var row = session.Prepare("SELECT bytes FROM edition_file WHERE event = ? AND role = ? AND name = ?")
            .Bind(number).Bind((long)file.Role).Bind(file.Name);
        var bytes = row.Step() ? row.Bytes(0).ToArray() : null;
        row.Reset();
        return bytes;
    }

    private static List<EditionFile> Files(Session session, long number)
    {
        var files = new List<EditionFile>();
        var row = session.Prepare("SELECT role, name, format, sha256 FROM edition_file WHERE event = ? ORDER BY role, name").Bind(number);
        while (row.Step())
        {
            files.Add(new EditionFile((EditionRole)row.Long(0), row.Text(1), row.Text(2), new Sha256Hash(row.Bytes(3))));
        }

        return files;
    }

    private static void Insert(Session session, Edition edition, long number) => session.Prepare(
        """
        INSERT INTO edition (event, symbol, language, date, status, authorized_on, authorized_by, corrects, through, sequence, head,
            after_closing, as_restated, template, file_count)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
        .Bind(number).Bind(edition.Symbol.Text).Bind(edition.Language).Bind(IsoText.Of(edition.Date)).Bind((long)edition.Status)
        .Bind(IsoText.Of(edition.AuthorizedOn)).Bind(edition.AuthorizedBy).Bind(edition.Corrects).Bind(IsoText.Of(edition.Cutoff.Through))
        .Bind(edition.Head.Sequence).Bind(edition.Head.Hash.ToByteArray()).Bind(edition.Cutoff.Closing == ClosingView.AfterClosing ? 1L : 0L)
        .Bind(edition.Cutoff.AsRestated ? 1L : 0L).Bind(edition.Template).Bind((long)edition.Files.Count).Execute();
}
