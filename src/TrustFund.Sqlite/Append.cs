using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>
/// Adds entries one after another within a transaction, and collects what is refused. In bulk the
/// triggers are off: their rules are then checked here over what stands in the tables, rollup by rollup.
/// </summary>
internal sealed class Append
{
    private readonly EntryReader _reader;
    private readonly EntryWriter _writer;
    private readonly NounIds _ids;
    private readonly Rollups _rollups;
    private readonly MasterData _masterData;
    private readonly PeriodStates _periods;
    private readonly bool _isBulk;
    private readonly List<Refusal> _refusals;
    private readonly bool _isMasterDataRefused;
    private readonly EntryEncoder _encoder;
    private readonly JournalHead _headBefore;
    private JournalHead _head;
    private Instant? _recorded;
    private long _posted;
    private long _alreadyPosted;

    /// <param name="session">A session in a transaction to write.</param>
    /// <param name="masterData">What entries may refer to.</param>
    /// <param name="isBulk">Whether the triggers are off.</param>
    /// <param name="masterDataRefusals">Refusals of master data: where there are any, entries are checked but not written.</param>
    internal Append(Session session, MasterData masterData, bool isBulk, IReadOnlyList<Refusal> masterDataRefusals)
    {
        _encoder = session.Encoder;
        _reader = new EntryReader(session);
        _ids = session.Tables().Ids;
        _writer = new EntryWriter(session, _ids);
        (_masterData, _isBulk, _refusals) = (masterData, isBulk, [.. masterDataRefusals]);
        _isMasterDataRefused = masterDataRefusals.Count > 0;
        (_head, _recorded) = Journal.ReadHead(session);
        _headBefore = _head;
        _periods = session.Periods();
        _rollups = new Rollups(session, isBulk ? new BulkRules(session, _head.Sequence) : null, _head);
    }

    internal int RefusalCount => _refusals.Count;

    internal void RequireEmpty()
    {
        if (_head.Sequence > 0)
        {
            _refusals.Add(AppendRules.NotEmpty(_head));
        }
    }

    internal void Add(JournalEntry entry, Instant now)
    {
        if (!IsPostable(entry))
        {
            return;
        }

        var recorded = _recorded is { } before && before > now ? before : now;
        var sequence = _head.Sequence + 1;
        _encoder.Encode(entry);
        var hash = _encoder.Link(_head.Hash, sequence, recorded);
        Keep(new PostedEntry(sequence, recorded, hash, entry));
    }

    internal void Restore(PostedEntry posted)
    {
        if (!IsPostable(posted.Entry))
        {
            return;
        }

        if (AppendRules.ChainFault(posted, _head, _recorded) is not { } fault)
        {
            Keep(posted);
        }
        else if (_refusals.TrueForAll(refusal => refusal.Reason != RefusalReason.BrokenChain))
        {
            // One break is told, not each entry that follows it.
            _refusals.Add(fault);
        }
    }

    internal AppendResult Result(Func<bool>? keep)
    {
        if (_refusals.Count > 0)
        {
            return new AppendResult(0, 0, _refusals, _headBefore, IsKept: false);
        }

        _rollups.Finish(_head);
        var isKept = keep?.Invoke() ?? true;
        return new AppendResult(_posted, _alreadyPosted, [], isKept ? _head : _headBefore, isKept);
    }

    /// <summary>What came of one entry among others of a shared commit.</summary>
    internal AppendResult ResultOfOne(int refusalsBefore, long postedBefore) => _refusals.Count > refusalsBefore
        ? new AppendResult(0, 0, _refusals[refusalsBefore..], _head, IsKept: false)
        : new AppendResult(_posted - postedBefore, 1 - (_posted - postedBefore), [], _head, IsKept: true);

    internal long Posted => _posted;

    // Whether an entry is to be written; what is refused is told, what is there already is counted.
    private bool IsPostable(JournalEntry entry)
    {
        if (!_ids.Knows(entry))
        {
            if (AppendRules.ReferenceFault(entry, _masterData) is { } fault)
            {
                _refusals.Add(fault);
                return false;
            }

            if (!_isMasterDataRefused)
            {
                _ids.Learn(entry);
            }
        }

        // In bulk, the unique index tells of most when they are written.
        if ((!_isBulk || _isMasterDataRefused || entry.Reverses is not null) && _reader.Find(entry.Id) is { } same)
        {
            Meet(entry, same);
            return false;
        }

        if (entry.Reverses is { } original && AppendRules.ReversalFault(
            entry, _reader.Find(original)?.Entry, _reader.FindReversalOf(original)?.Entry.Id) is { } reversalFault)
        {
            _refusals.Add(reversalFault);
            return false;
        }

        if (_periods.Fault(entry) is { } periodFault)
        {
            // What is there already was taken before the close.
            if (_reader.Find(entry.Id) is { } posted)
            {
                Meet(entry, posted);
            }
            else
            {
                _refusals.Add(periodFault);
            }

            return false;
        }

        // Master data that is refused is not in the tables, so nothing can be written that names it.
        return !_isMasterDataRefused;
    }

    private void Meet(JournalEntry entry, PostedEntry same)
    {
        if (CanonicalEncoding.Encode(same.Entry).AsSpan().SequenceEqual(_encoder.Encode(entry)))
        {
            _alreadyPosted++;
        }
        else
        {
            _refusals.Add(AppendRules.Conflict(entry));
        }
    }

    private void Keep(PostedEntry posted)
    {
        if (!_isBulk)
        {
            _writer.Write(posted);
        }
        else if (!_writer.TryWrite(posted))
        {
            Meet(posted.Entry, _reader.Find(posted.Entry.Id)!);
            return;
        }

        (_head, _recorded) = (new JournalHead(posted.Sequence, posted.Hash), posted.Recorded);
        _posted++;
        _rollups.Reach(posted.Sequence);
    }
}
