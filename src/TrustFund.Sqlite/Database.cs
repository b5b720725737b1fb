using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>
/// The connections to one file: one that writes and one that writes in bulk, with the triggers off, both
/// used by one thread at a time; and as many that read as threads are reading, so that no reader ever
/// waits for a writer. Books in memory have one connection.
/// </summary>
internal sealed class Database : IDisposable
{
    /// <summary>How long a writer waits for another program's transaction before it gives up.</summary>
    internal const int BusySeconds = 30;

    private readonly string _path;
    private readonly string _name;
    private readonly SqliteOpenMode _mode;
    private readonly int _busySeconds;
    private readonly int? _maxPages;
    private readonly Lock _writing = new();
    private readonly ConcurrentBag<Session> _readers = [];
    private readonly Session _first;
    private Session? _bulk;
    private bool _isDisposed;

    internal Database(string path, string name, SqliteOpenMode mode, int busySeconds = BusySeconds, int? maxPages = null)
    {
        (_path, _name, _mode, _busySeconds, _maxPages) = (path, name, mode, busySeconds, maxPages);
        _first = Open(mode);
        if (mode == SqliteOpenMode.ReadOnly)
        {
            _readers.Add(_first);
        }
    }

    /// <summary>Reads one consistent state of the books.</summary>
    internal TResult Read<TResult>(Func<Session, TResult> read) => Guard(() =>
    {
        if (_mode == SqliteOpenMode.Memory)
        {
            lock (_writing)
            {
                return _first.InTransaction(toWrite: false, () => (read(_first), true));
            }
        }

        ObjectDisposedException.ThrowIf(_isDisposed, typeof(SqliteBooks));
        var session = _readers.TryTake(out var free) ? free : Open(SqliteOpenMode.ReadOnly);
        try
        {
            return session.InTransaction(toWrite: false, () => (read(session), true));
        }
        finally
        {
            _readers.Add(session);
        }
    });

    /// <summary>Writes in a transaction that is kept where the work says so, and undone where it says not or throws.</summary>
    internal TResult Write<TResult>(Func<Session, (TResult Result, bool Commit)> write) => Guard(() =>
    {
        RequireWritable();
        lock (_writing)
        {
            return _first.InTransaction(toWrite: true, () => write(_first));
        }
    });

    /// <summary>The same where the triggers are off, and the work checks their rules itself.</summary>
    internal TResult WriteInBulk<TResult>(Func<Session, (TResult Result, bool Commit)> write) => Guard(() =>
    {
        RequireWritable();
        lock (_writing)
        {
            var session = _mode == SqliteOpenMode.Memory ? _first : _bulk ??= OpenBulk();
            return session.WithTriggers(false, () => session.InTransaction(toWrite: true, () => write(session)));
        }
    });

    /// <summary>Makes the file ready on the first connection, before any other is opened.</summary>
    internal void Prepare(Action<Session> prepare) => Guard(() =>
    {
        prepare(_first);
        return true;
    });

    /// <summary>Reads outside of a transaction, on a connection of its own.</summary>
    internal void ReadAlone(Action<Session> read) => Guard(() =>
    {
        if (_mode == SqliteOpenMode.Memory)
        {
            lock (_writing)
            {
                read(_first);
                return true;
            }
        }

        using var session = Open(SqliteOpenMode.ReadOnly);
        read(session);
        return true;
    });

    public void Dispose()
    {
        _isDisposed = true;
        foreach (var session in _readers)
        {
            session.Dispose();
        }

        _bulk?.Dispose();
        _first.Dispose();
    }

    private Session OpenBulk()
    {
        var session = Open(SqliteOpenMode.ReadWrite);
        session.SetTriggers(areOn: false);
        return session;
    }

    private void RequireWritable()
    {
        if (_mode == SqliteOpenMode.ReadOnly)
        {
            throw new BooksException(BooksFailure.ReadOnly, Failures.ReadOnly(_name));
        }
    }

    private TResult Guard<TResult>(Func<TResult> work)
    {
        try
        {
            return Failures.Guard(_name, work);
        }
        catch (UnreadableEntryException exception)
        {
            throw exception.ToBooksException();
        }
    }

    private Session Open(SqliteOpenMode mode) => Failures.Guard(_name, () =>
    {
        try
        {
            return Connect(mode, _path);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY && mode == SqliteOpenMode.ReadOnly && IsAtRest())
        {
            // On a medium that cannot be written to, SQLite cannot make the index of a write-ahead log. There is
            // no log, and nobody can write: the file is read as it stands.
            return Connect(mode, $"file:{Uri.EscapeDataString(_path).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1");
        }
    });

    private bool IsAtRest() => File.Exists(_path) && !File.Exists(_path + "-wal");

    private Session Connect(SqliteOpenMode mode, string source)
    {
        // SQLite's own handler waits; the provider's would only begin to wait after it, and is kept short.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = mode,
            ForeignKeys = false,
            Pooling = false,
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            connection.Open();
            var session = new Session(connection, _name);
            session.Scalar("SELECT count(*) FROM sqlite_schema");
            session.Scalar(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {_busySeconds * 1000}"));
            session.Execute("PRAGMA synchronous = FULL");
            session.Execute("PRAGMA cache_size = -8192");
            if (_maxPages is { } pages)
            {
                session.Scalar(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));
            }

            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
