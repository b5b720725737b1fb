using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>Adds entries one after another within a transaction, and collects what is refused.</summary>
internal sealed class Append : IDisposable
{
    private readonly EntryReader _reader;
    private readonly EntryWriter _writer;
    private readonly MasterData _masterData;
    private readonly IClock _clock;
    private readonly List<Refusal> _refusals;
    private JournalHead _head;
    private Instant? _recorded;
    private long _posted;
    private long _alreadyPosted;

    internal Append(
        SqliteConnection connection, SqliteTransaction transaction, MasterDataTables tables, MasterData masterData,
        IClock clock, string name, IReadOnlyList<Refusal> refusals)
    {
        _reader = new EntryReader(connection, tables, name, transaction);
        _writer = new EntryWriter(connection, transaction, tables);
        (_masterData, _clock, _refusals) = (masterData, clock, [.. refusals]);
        (_head, _recorded) = ReadHead(connection, transaction);
        HeadBefore = _head;
    }

    /// <summary>The end of the journal before anything was added.</summary>
    internal JournalHead HeadBefore { get; }

    internal static (JournalHead Head, Instant? Recorded) ReadHead(SqliteConnection connection, SqliteTransaction? transaction)
    {
        var last = connection.QueryFirstOrDefault<HeadRow>(
            "SELECT sequence AS Sequence, recorded_seconds AS Seconds, recorded_nanoseconds AS Nanoseconds, hash AS Hash FROM entry ORDER BY sequence DESC LIMIT 1",
            transaction: transaction);
        return last is null
            ? (new JournalHead(0, default), null)
            : (new JournalHead(last.Sequence, new Sha256Hash(last.Hash)),
                Instant.FromUnixTimeSeconds(last.Seconds) + Duration.FromNanoseconds(last.Nanoseconds));
    }

    internal void RequireEmpty()
    {
        if (_head.Sequence > 0)
        {
            _refusals.Add(AppendRules.NotEmpty(_head));
        }
    }

    internal void Add(JournalEntry entry)
    {
        var encoded = CanonicalEncoding.Encode(entry);
        if (!IsNew(entry, encoded))
        {
            return;
        }

        var now = _clock.GetCurrentInstant();
        var recorded = _recorded is { } before ? Instant.Max(now, before) : now;
        var sequence = _head.Sequence + 1;
        Keep(new PostedEntry(sequence, recorded, CanonicalEncoding.Link(_head.Hash, sequence, recorded, encoded), entry));
    }

    internal void Restore(PostedEntry posted)
    {
        if (!IsNew(posted.Entry, CanonicalEncoding.Encode(posted.Entry)))
        {
            return;
        }

        if (AppendRules.ChainFault(posted, _head, _recorded) is { } fault)
        {
            // One break is told, not each entry that follows it.
            if (_refusals.TrueForAll(refusal => refusal.Reason != RefusalReason.BrokenChain))
            {
                _refusals.Add(fault);
            }

            return;
        }

        Keep(posted);
    }

    internal AppendResult Result(Func<bool>? keep)
    {
        if (_refusals.Count > 0)
        {
            return new AppendResult(0, 0, _refusals, HeadBefore, IsKept: false);
        }

        var isKept = keep?.Invoke() ?? true;
        return new AppendResult(_posted, _alreadyPosted, [], isKept ? _head : HeadBefore, isKept);
    }

    private bool IsNew(JournalEntry entry, byte[] encoded)
    {
        if (AppendRules.ReferenceFault(entry, _masterData) is { } fault)
        {
            _refusals.Add(fault);
            return false;
        }

        if (_reader.Find(entry.Id) is { } same)
        {
            if (CanonicalEncoding.Encode(same.Entry).AsSpan().SequenceEqual(encoded))
            {
                _alreadyPosted++;
            }
            else
            {
                _refusals.Add(AppendRules.Conflict(entry));
            }

            return false;
        }

        if (entry.Reverses is { } original && AppendRules.ReversalFault(
            entry, _reader.Find(original)?.Entry, _reader.FindReversalOf(original)?.Entry.Id) is { } reversalFault)
        {
            _refusals.Add(reversalFault);
            return false;
        }

        // Master data that is refused is not in the tables, so nothing can be written that names it.
        return _refusals.TrueForAll(refusal => refusal.Reason != RefusalReason.MasterDataDiffers);
    }

    private void Keep(PostedEntry posted)
    {
        _writer.Write(posted);
        (_head, _recorded) = (new JournalHead(posted.Sequence, posted.Hash), posted.Recorded);
        _posted++;
    }

    public void Dispose() => _writer.Dispose();

    private sealed record HeadRow(long Sequence, long Seconds, long Nanoseconds, byte[] Hash);
}
