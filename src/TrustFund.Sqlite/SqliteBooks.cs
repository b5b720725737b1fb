using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>
/// Books kept in an SQLite file: write-ahead log, every commit synchronised to the disk, nothing updated
/// or deleted. Safe for several threads and processes. Works synchronously underneath: its tasks are
/// complete when they are returned, but for the streaming of entries.
/// </summary>
public sealed class SqliteBooks : IBooks
{
    private const int BusySeconds = 10;

    private readonly SqliteConnection _connection;
    private readonly IClock _clock;
    private readonly string _name;
    private readonly Lock _lock = new();

    private SqliteBooks(SqliteConnection connection, IClock clock, string name) =>
        (_connection, _clock, _name) = (connection, clock, name);

    /// <summary>Makes empty books in a file that is not there yet.</summary>
    /// <param name="path">The file.</param>
    /// <param name="clock">Tells when an entry is recorded.</param>
    /// <exception cref="BooksException">The file is there already, or cannot be made.</exception>
    public static SqliteBooks Create(string path, IClock clock)
    {
        var name = Path.GetFileName(path);
        if (File.Exists(path) || Directory.Exists(path))
        {
            throw new BooksException(BooksFailure.Exists, $"There is a file {name} already; it was left as it is. Name another.");
        }

        return Open(path, clock, name, SqliteOpenMode.ReadWriteCreate, Migrations.Apply);
    }

    /// <summary>Opens books.</summary>
    /// <param name="path">The file.</param>
    /// <param name="clock">Tells when an entry is recorded.</param>
    /// <param name="readOnly">Whether nothing is to be written; an older schema is then refused.</param>
    /// <exception cref="BooksException">There are no books, or they cannot be opened.</exception>
    public static SqliteBooks Open(string path, IClock clock, bool readOnly = false) =>
        Open(path, clock, readOnly, BusySeconds, maxPages: null);

    // Tests wait less long and fill the disk sooner.
    internal static SqliteBooks Open(string path, IClock clock, bool readOnly, int busySeconds, int? maxPages)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            throw new BooksException(BooksFailure.Missing, $"There are no books {path}.");
        }

        return Open(path, clock, name, readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite, connection =>
        {
            Migrations.RequireBooks(connection, name);
            if (!readOnly)
            {
                Migrations.Apply(connection);
            }

            if (maxPages is { } pages)
            {
                connection.Execute(FormattableString.Invariant($"PRAGMA max_page_count = {pages}"));
            }
        }, busySeconds);
    }

    /// <summary>Makes empty books in memory, gone when disposed of.</summary>
    /// <param name="clock">Tells when an entry is recorded.</param>
    public static SqliteBooks InMemory(IClock clock) =>
        Open(":memory:", clock, "in memory", SqliteOpenMode.Memory, Migrations.Apply);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Refusal>> RegisterAsync(MasterData masterData, CancellationToken cancellation = default) =>
        new(Write(cancellation, (transaction, tables) =>
        {
            var (merged, refusals) = MasterDataRules.Merge(tables.MasterData, masterData);
            if (refusals.Count == 0)
            {
                tables.Add(merged, _connection, transaction);
            }

            return (refusals, refusals.Count == 0);
        }));

    /// <inheritdoc/>
    public ValueTask<MasterData> ReadMasterDataAsync(CancellationToken cancellation = default) =>
        new(Read(() => MasterDataTables.Read(_connection).MasterData));

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(JournalEntry entry, CancellationToken cancellation = default) =>
        AppendAsync([entry], cancellation);

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(IEnumerable<JournalEntry> entries, CancellationToken cancellation = default) =>
        ImportAsync(MasterData.Empty, entries, keep: null, cancellation);

    /// <inheritdoc/>
    public ValueTask<AppendResult> ImportAsync(
        MasterData masterData, IEnumerable<JournalEntry> entries, Func<bool>? keep = null, CancellationToken cancellation = default) =>
        new(Add(masterData, keep, cancellation, append =>
        {
            foreach (var entry in entries)
            {
                cancellation.ThrowIfCancellationRequested();
                append.Add(entry);
            }
        }));

    /// <inheritdoc/>
    public ValueTask<AppendResult> RestoreAsync(
        MasterData masterData, IEnumerable<PostedEntry> journal, Func<bool>? keep = null, CancellationToken cancellation = default) =>
        new(Add(masterData, keep, cancellation, append =>
        {
            append.RequireEmpty();
            foreach (var posted in journal)
            {
                cancellation.ThrowIfCancellationRequested();
                append.Restore(posted);
            }
        }));

    /// <inheritdoc/>
    public async IAsyncEnumerable<PostedEntry> ReadEntriesAsync(
        EntrySelection selection, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        // The journal only grows, so page after page gives one consistent prefix of it.
        long after = 0;
        IReadOnlyList<PostedEntry> page;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            var from = after;
            page = Read(() => new EntryReader(_connection, MasterDataTables.Read(_connection), _name).Page(selection, from));
            foreach (var posted in page)
            {
                yield return posted;
                after = posted.Sequence;
            }

            await Task.Yield();
        }
        while (page.Count == EntryReader.PageSize);
    }

    /// <inheritdoc/>
    public ValueTask<PostedEntry?> FindEntryAsync(Code<JournalEntry> id, CancellationToken cancellation = default) =>
        new(Read(() => new EntryReader(_connection, MasterDataTables.Read(_connection), _name).Find(id)));

    /// <inheritdoc/>
    public ValueTask<JournalHead> ReadHeadAsync(CancellationToken cancellation = default) =>
        new(Read(() => Append.ReadHead(_connection, null).Head));

    /// <inheritdoc/>
    public ValueTask<TrialBalance> ReadTrialBalanceAsync(LedgerCutoff cutoff, CancellationToken cancellation = default) =>
        new(Read(() => Balances.Read(_connection, MasterDataTables.Read(_connection), cutoff)));

    /// <inheritdoc/>
    public ValueTask<AuditReport> AuditAsync(CancellationToken cancellation = default) =>
        new(Read(() => Auditor.Audit(_connection, _name, cancellation)));

    /// <summary>Closes the file.</summary>
    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private static SqliteBooks Open(string path, IClock clock, string name, SqliteOpenMode mode, Action<SqliteConnection> prepare, int busySeconds = BusySeconds)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            ForeignKeys = true,
            Pooling = false,
            DefaultTimeout = busySeconds,
        }.ToString());
        try
        {
            return Failures.Guard(name, () =>
            {
                connection.Open();
                if (mode is SqliteOpenMode.ReadWriteCreate)
                {
                    connection.Execute("PRAGMA journal_mode = WAL");
                }

                connection.Execute("PRAGMA synchronous = FULL");
                prepare(connection);
                return new SqliteBooks(connection, clock, name);
            });
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private TResult Read<TResult>(Func<TResult> read)
    {
        lock (_lock)
        {
            try
            {
                return Failures.Guard(_name, read);
            }
            catch (UnreadableEntryException exception)
            {
                throw exception.ToBooksException();
            }
        }
    }

    private AppendResult Add(MasterData masterData, Func<bool>? keep, CancellationToken cancellation, Action<Append> add) =>
        Write(cancellation, (transaction, tables) =>
        {
            var (merged, refusals) = MasterDataRules.Merge(tables.MasterData, masterData);
            if (refusals.Count == 0)
            {
                tables.Add(merged, _connection, transaction);
                tables = MasterDataTables.Read(_connection, transaction);
            }

            using var append = new Append(_connection, transaction, tables, merged, _clock, _name, refusals);
            add(append);
            var result = append.Result(keep);
            return (result, result.IsKept);
        });

    private TResult Write<TResult>(
        CancellationToken cancellation, Func<SqliteTransaction, MasterDataTables, (TResult Result, bool Commit)> write) => Read(() =>
        {
            cancellation.ThrowIfCancellationRequested();
            using var transaction = _connection.BeginTransaction(deferred: false);
            var (result, commit) = write(transaction, MasterDataTables.Read(_connection, transaction));
            cancellation.ThrowIfCancellationRequested();
            if (commit)
            {
                transaction.Commit();
            }

            return result;
        });
}
