using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>
/// Books kept in an SQLite file: write-ahead log, every commit synchronised to the disk, nothing updated
/// or deleted. Safe for several threads and processes: readers never wait, a writer waits for another
/// up to thirty seconds. Works synchronously underneath: its tasks are complete when they are returned,
/// but for the streaming of entries and for single entries posted by several callers at once.
/// </summary>
public sealed class SqliteBooks : IBooks
{
    private const int PageSize = 1000;

    // From so many entries on, checking the triggers' rules set-wise is faster than the triggers.
    private const int BulkCount = 8;

    private readonly Database _database;
    private readonly IClock _clock;
    private readonly SharedCommit _sharedCommit;

    private SqliteBooks(Database database, IClock clock)
    {
        (_database, _clock) = (database, clock);
        _sharedCommit = new SharedCommit(database, clock);
    }

    /// <summary>Makes empty books in a file that is not there yet.</summary>
    /// <param name="path">The file.</param>
    /// <param name="clock">Tells when an entry is recorded.</param>
    /// <exception cref="BooksException">The file is there already, or cannot be made.</exception>
    public static SqliteBooks Create(string path, IClock clock)
    {
        RefuseExisting(path);
        return Open(new Database(path, Path.GetFileName(path), SqliteOpenMode.ReadWriteCreate), clock, session =>
        {
            session.Prepare("PRAGMA journal_mode = WAL").Scalar();
            Migrations.Apply(session);
        });
    }

    /// <summary>Opens books.</summary>
    /// <param name="path">The file.</param>
    /// <param name="clock">Tells when an entry is recorded.</param>
    /// <param name="readOnly">Whether nothing is to be written; an older schema is then refused.</param>
    /// <exception cref="BooksException">There are no books, or they cannot be opened.</exception>
    public static SqliteBooks Open(string path, IClock clock, bool readOnly = false) =>
        Open(path, clock, readOnly, Database.BusySeconds, maxPages: null);

    // Tests wait less long and fill the disk sooner.
    internal static SqliteBooks Open(string path, IClock clock, bool readOnly, int busySeconds, int? maxPages)
    {
        if (!File.Exists(path))
        {
            throw new BooksException(BooksFailure.Missing, $"There are no books {path}.");
        }

        var mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite;
        return Open(new Database(path, Path.GetFileName(path), mode, busySeconds, maxPages), clock, session =>
        {
            Migrations.RequireBooks(session, readOnly);
            if (!readOnly)
            {
                Migrations.Apply(session);
            }
        });
    }

    /// <summary>Makes empty books in memory, gone when disposed of.</summary>
    /// <param name="clock">Tells when an entry is recorded.</param>
    public static SqliteBooks InMemory(IClock clock) =>
        Open(new Database(":memory:", "in memory", SqliteOpenMode.Memory), clock, Migrations.Apply);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Refusal>> RegisterAsync(MasterData masterData, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(_database.Write(session =>
        {
            var refusals = Registration.Add(session, masterData, _clock);
            return (refusals, refusals.Count == 0);
        }));
    }

    /// <inheritdoc/>
    public ValueTask<MasterData> ReadMasterDataAsync(CancellationToken cancellation = default) =>
        new(_database.Read(session => session.Tables().MasterData));

    /// <inheritdoc/>
    public ValueTask<MasterData> ReadMasterDataAsync(long number, CancellationToken cancellation = default) =>
        new(_database.Read(session => MasterDataTables.Read(session, number).MasterData));

    /// <inheritdoc/>
    public ValueTask<EditionResult> RegisterAsync(
        BooksEvent registration, IReadOnlyList<EditionContents> contents, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        EditionRules.RequireContents(registration, contents);
        return new(_database.Write(session => Editions.Register(session, registration, contents, _clock)));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PostedEvent>> ReadEditionsAsync(CancellationToken cancellation = default) =>
        new(_database.Read(EventReader.Editions));

    /// <inheritdoc/>
    public ValueTask<byte[]?> ReadEditionFileAsync(long number, EditionFile file, CancellationToken cancellation = default) =>
        new(_database.Read(session => Editions.ReadFile(session, number, file)));

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(JournalEntry entry, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return _sharedCommit.AppendAsync(entry);
    }

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(IEnumerable<JournalEntry> entries, CancellationToken cancellation = default) =>
        new(Add(MasterData.Empty, isBulk: entries.TryGetNonEnumeratedCount(out var count) && count >= BulkCount, keep: null, append => AddAll(append, entries, cancellation)));

    /// <inheritdoc/>
    public ValueTask<AppendResult> ImportAsync(
        MasterData masterData, IEnumerable<JournalEntry> entries, Func<bool>? keep = null, CancellationToken cancellation = default) =>
        new(Add(masterData, isBulk: true, keep, append => AddAll(append, entries, cancellation)));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PostedEvent>> ReadEventsAsync(CancellationToken cancellation = default) =>
        new(_database.Read(EventReader.Read));

    /// <inheritdoc/>
    public ValueTask<AppendResult> RecordAsync(
        BooksEvent change, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation = default) => RecordAsync([change], entries, cancellation);

    /// <inheritdoc/>
    public ValueTask<AppendResult> RecordAsync(
        IReadOnlyList<BooksEvent> changes, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation = default)
    {
        PeriodStates.RequireChanges(changes);
        return new(_database.Write(session =>
        {
            var head = Journal.ReadHead(session).Head;
            var result = Record(session, changes[0], head, entries, cancellation);
            foreach (var change in changes.Skip(1))
            {
                result = result.IsKept ? Follow(session, change with { After = result.Head }, result, head) : result;
            }

            return (result, result.IsKept);
        }));
    }

    /// <inheritdoc/>
    public ValueTask<AppendResult> RestoreAsync(
        MasterData masterData, IEnumerable<PostedEntry> journal, IReadOnlyList<RestoredEvent>? events = null, Func<bool>? keep = null,
        CancellationToken cancellation = default) =>
        new(_database.WriteInBulk(session =>
        {
            var result = new Restoration(session, events ?? [], _clock).Run(masterData, journal, keep, cancellation);
            return (result, result.IsKept);
        }));

    /// <inheritdoc/>
    public async IAsyncEnumerable<PostedEntry> ReadEntriesAsync(
        EntrySelection selection, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        // The journal only grows, so page after page gives one consistent prefix of it.
        long after = 0;
        List<PostedEntry> page;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            var from = after;
            page = _database.Read(session => new EntryReader(session).Read(selection, from).Take(PageSize).ToList());
            foreach (var posted in page)
            {
                yield return posted;
                after = posted.Sequence;
            }

            await Task.Yield();
        }
        while (page.Count == PageSize);
    }

    /// <inheritdoc/>
    public ValueTask<PostedEntry?> FindEntryAsync(Code<JournalEntry> id, CancellationToken cancellation = default) =>
        new(_database.Read(session => new EntryReader(session).Find(id)));

    /// <inheritdoc/>
    public ValueTask<JournalHead> ReadHeadAsync(CancellationToken cancellation = default) =>
        new(_database.Read(session => Journal.ReadHead(session).Head));

    /// <inheritdoc/>
    public ValueTask<JournalHead> ReadHeadAsync(long sequence, CancellationToken cancellation = default) =>
        new(_database.Read(session => Journal.ReadHead(session, sequence).Head));

    /// <inheritdoc/>
    public ValueTask<JournalHead> ReadHeadAsync(Instant knownAt, CancellationToken cancellation = default) =>
        new(_database.Read(session => Journal.ReadHead(session, Journal.LastSequence(session, knownAt)).Head));

    /// <inheritdoc/>
    public ValueTask<TrialBalance> ReadTrialBalanceAsync(LedgerCutoff cutoff, CancellationToken cancellation = default) =>
        new(_database.Read(session => Balances.Read(session, cutoff, byDonor: true)));

    /// <inheritdoc/>
    public ValueTask<TrialBalance> ReadTrialBalanceByFundAsync(LedgerCutoff cutoff, CancellationToken cancellation = default) =>
        new(_database.Read(session => Balances.Read(session, cutoff, byDonor: false)));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AccountMovement>> ReadMovementsAsync(
        LocalDate from, LedgerCutoff cutoff, bool byDonor, CancellationToken cancellation = default) =>
        new(_database.Read(session => Balances.ReadMovements(session, from, cutoff, byDonor)));

    /// <inheritdoc/>
    public ValueTask<LocalDate?> ReadLastDateAsync(CancellationToken cancellation = default) =>
        new(_database.Read(Balances.LastDate));

    /// <inheritdoc/>
    public ValueTask<AuditReport> AuditAsync(IReadOnlyList<Checkpoint> checkpoints, CancellationToken cancellation = default) =>
        new(Auditor.Audit(_database, checkpoints, cancellation));

    /// <inheritdoc/>
    public ValueTask<Checkpoint> ReadCheckpointAsync(CancellationToken cancellation = default) =>
        new(_database.Read(Checkpoints.Read));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<InclusionProof>> ProveAsync(EntrySelection selection, CancellationToken cancellation = default) =>
        new(_database.Read(session => Checkpoints.Prove(session, selection)));

    /// <summary>
    /// Copies the books into a file that is not there yet, while they are used: one state of them, with
    /// the pages as they are, or written anew without gaps. The copy is audited; one that is not intact is
    /// left there for who wants to look, and told.
    /// </summary>
    /// <param name="path">The file to make.</param>
    /// <param name="isCompact">Whether to write all anew (VACUUM INTO), which takes longer and gives the smallest file.</param>
    /// <param name="cancellation">Cancels the audit of the copy; what was copied stays.</param>
    /// <returns>The audit of the copy.</returns>
    /// <exception cref="BooksException">The file is there already, or one of the two cannot be read or written.</exception>
    public ValueTask<AuditReport> BackUpAsync(string path, bool isCompact = false, CancellationToken cancellation = default)
    {
        RefuseExisting(path);
        _database.ReadAlone(session => Copy.Make(session, path, isCompact));
        return AuditCopyAsync(path, cancellation);
    }

    /// <summary>Makes books in a file that is not there yet from a backup, which is not changed; the copy is audited.</summary>
    /// <param name="backup">The backup.</param>
    /// <param name="path">The file to make.</param>
    /// <param name="clock">Tells when an entry is recorded, to whoever opens the backup.</param>
    /// <param name="cancellation">Cancels the audit of the copy; what was copied stays.</param>
    /// <returns>The audit of the copy.</returns>
    /// <exception cref="BooksException">There is no backup, the file is there already, or one of the two cannot be read or written.</exception>
    public static async ValueTask<AuditReport> RestoreBackupAsync(
        string backup, string path, IClock clock, CancellationToken cancellation = default)
    {
        var books = Open(backup, clock, readOnly: true);
        await using (books.ConfigureAwait(false))
        {
            return await books.BackUpAsync(path, isCompact: false, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Closes the file.</summary>
    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        return ValueTask.CompletedTask;
    }

    private static void RefuseExisting(string path)
    {
        if (File.Exists(path) || Directory.Exists(path))
        {
            throw new BooksException(BooksFailure.Exists, $"There is a file {Path.GetFileName(path)} already; it was left as it is. Name another.");
        }
    }

    private async ValueTask<AuditReport> AuditCopyAsync(string path, CancellationToken cancellation)
    {
        var copy = Open(path, _clock, readOnly: true);
        await using (copy.ConfigureAwait(false))
        {
            return await copy.AuditAsync([], cancellation).ConfigureAwait(false);
        }
    }

    private static SqliteBooks Open(Database database, IClock clock, Action<Session> prepare)
    {
        try
        {
            database.Prepare(prepare);
            return new SqliteBooks(database, clock);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private AppendResult Record(
        Session session, BooksEvent change, JournalHead head, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation)
    {
        var masterData = session.Tables().MasterData;
        if (session.Periods().Fault(change, head, masterData) is { } fault)
        {
            return new AppendResult(0, 0, [fault], head, IsKept: false);
        }

        var isReopening = change.Kind == BooksEventKind.PeriodReopened;
        if (isReopening)
        {
            EventWriter.Add(session, change, _clock);
        }

        var append = new Append(session, masterData, isBulk: false, []);
        AddAll(append, entries, cancellation);
        var result = append.Result(keep: null);
        if (result.IsKept && !isReopening)
        {
            EventWriter.Add(session, change with { After = result.Head }, _clock);
        }

        return result;
    }

    // A change that follows another, by the rules as that leaves the books; where it is refused, they end where they did.
    private AppendResult Follow(Session session, BooksEvent change, AppendResult before, JournalHead head)
    {
        if (session.Periods().Fault(change, before.Head, session.Tables().MasterData) is { } fault)
        {
            return new AppendResult(0, 0, [fault], head, IsKept: false);
        }

        EventWriter.Add(session, change, _clock);
        return before;
    }

    private void AddAll(Append append, IEnumerable<JournalEntry> entries, CancellationToken cancellation)
    {
        foreach (var entry in entries)
        {
            cancellation.ThrowIfCancellationRequested();
            append.Add(entry, _clock.GetCurrentInstant());
        }

        cancellation.ThrowIfCancellationRequested();
    }

    private AppendResult Add(MasterData masterData, bool isBulk, Func<bool>? keep, Action<Append> add)
    {
        return isBulk ? _database.WriteInBulk(Write) : _database.Write(Write);

        (AppendResult Result, bool Commit) Write(Session session)
        {
            var refusals = Registration.Add(session, masterData, _clock);
            var merged = refusals.Count == 0
                ? session.Tables().MasterData
                : MasterDataRules.Merge(session.Tables().MasterData, masterData).Merged;
            var append = new Append(session, merged, isBulk, refusals);
            add(append);
            var result = append.Result(keep);
            return (result, result.IsKept);
        }
    }

    /// <summary>For tests: inserts past all checks of code as a bulk import does, and checks the rules from an entry on.</summary>
    internal void AddWithoutTriggers(long from, Action<Session> insert) => _database.WriteInBulk(session =>
    {
        var (head, rules) = (Journal.ReadHead(session, from).Head, new BulkRules(session, from));
        insert(session);
        new Rollups(session, rules, head).Finish(Journal.ReadHead(session).Head);
        return (true, true);
    });

    /// <summary>For tests: runs SQL on the writing connection.</summary>
    internal bool Execute(string sql) => _database.Write(session =>
    {
        session.Execute(sql);
        return (true, true);
    });
}
