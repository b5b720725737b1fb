using Microsoft.Data.Sqlite;
using SQLitePCL;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>
/// A connection with what it has prepared and read: statements by their SQL, and the master data, which
/// only grows and is read again when an event has registered some. For one thread at a time.
/// </summary>
internal sealed class Session(SqliteConnection connection, string name) : IDisposable
{
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);
    private MasterDataTables? _tables;
    private (RollupPages Pages, JournalHead Head)? _collected;
    private (long Events, PeriodStates States)? _periods;
    private bool _triggersAreOn = true;

    /// <summary>For Dapper, where time does not matter.</summary>
    internal SqliteConnection Connection { get; } = connection;

    /// <summary>The books' name in messages.</summary>
    internal string Name { get; } = name;

    internal EntryEncoder Encoder { get; } = new();

    private sqlite3 Handle => Connection.Handle!;

    /// <summary>The statement of some SQL, prepared once; before it is run again it must have been read to its end or reset.</summary>
    internal Statement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements.Add(sql, statement = new Statement(Handle, sql));
        }

        statement.Reset();
        return statement;
    }

    /// <summary>How many rows were ever written over this connection.</summary>
    internal int Changes => raw.sqlite3_total_changes(Handle);

    internal void Execute(string sql) => Prepare(sql).Execute();

    internal long Scalar(string sql) => Prepare(sql).Scalar();

    /// <summary>The master data as this transaction sees it.</summary>
    internal MasterDataTables Tables()
    {
        var events = Scalar("SELECT max(number) FROM event");
        return _tables?.Events == events ? _tables : _tables = MasterDataTables.Read(this, events);
    }

    /// <summary>Which periods are closed, as this transaction sees it.</summary>
    internal PeriodStates Periods()
    {
        var events = Scalar("SELECT max(number) FROM event");
        if (_periods is not { } known || known.Events != events)
        {
            _periods = known = (events, PeriodStates.Of(EventReader.ReadChanges(this)));
        }

        return known.States;
    }

    /// <summary>Carries what was read over an event that was inserted after all others; master data that it registered is read again.</summary>
    internal void Pass(PostedEvent posted)
    {
        var before = posted.Number - 1;
        _periods = _periods is { } known && known.Events == before ? (posted.Number, known.States.With(posted)) : null;
        _tables = _tables?.Events == before && posted.Event.Registered.Count == 0 ? _tables : null;
        _tables?.Events = posted.Number;
    }

    /// <summary>Forgets the master data and events read, where a transaction that wrote some may be undone.</summary>
    internal void ForgetTables() => (_tables, _periods) = (null, null);

    /// <summary>
    /// What was collected for the rollup to come; null where the journal does not end where it did then.
    /// Whoever takes it fills it on.
    /// </summary>
    internal RollupPages? TakeCollected(JournalHead head)
    {
        var pages = _collected?.Head == head ? _collected?.Pages : null;
        _collected = null;
        return pages;
    }

    /// <summary>Keeps what was collected through the end of the journal, unless the transaction is undone.</summary>
    internal void KeepCollected(RollupPages pages, JournalHead head) => _collected = (pages, head);

    /// <summary>Runs work in a transaction and undoes it where it throws or says so.</summary>
    internal TResult InTransaction<TResult>(bool toWrite, Func<(TResult Result, bool Commit)> work)
    {
        Execute(toWrite ? "BEGIN IMMEDIATE" : "BEGIN");
        try
        {
            var (result, commit) = work();
            if (commit)
            {
                ResetStatements();
                Execute("COMMIT");
            }

            return result;
        }
        finally
        {
            // Nothing is left to undo after a commit, or where SQLite has undone the transaction by itself.
            if (raw.sqlite3_get_autocommit(Handle) == 0)
            {
                ForgetTables();
                _collected = null;
                ResetStatements();
                Execute("ROLLBACK");
            }
        }
    }

    /// <summary>Runs work while the triggers of the books are on or off on this connection. Where they are off, the work checks their rules itself.</summary>
    internal TResult WithTriggers<TResult>(bool areOn, Func<TResult> work)
    {
        var before = _triggersAreOn;
        SetTriggers(areOn);
        try
        {
            return work();
        }
        finally
        {
            SetTriggers(before);
        }
    }

    /// <summary>Switches the triggers; every prepared statement is then prepared anew, which costs more than a small batch.</summary>
    internal void SetTriggers(bool areOn)
    {
        if (areOn != _triggersAreOn)
        {
            _ = raw.sqlite3_db_config(Handle, raw.SQLITE_DBCONFIG_ENABLE_TRIGGER, areOn ? 1 : 0, out _);
            _triggersAreOn = areOn;
        }
    }

    // A statement left in the middle of its rows would keep its transaction open.
    private void ResetStatements()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Reset();
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        Connection.Dispose();
    }
}
