using NodaTime;

namespace TrustFund.Storage;

/// <summary>Adds entries to a copy of a journal, one after another, and collects what is refused.</summary>
internal sealed class InMemoryAppend
{
    private readonly Dictionary<Code<JournalEntry>, JournalEntry> _byId;
    private readonly Dictionary<Code<JournalEntry>, JournalEntry> _reversals;
    private readonly List<Refusal> _refusals;
    private PeriodStates _periods;

    // Once an event is refused, or meets what was, all that follows would be refused for it.
    private bool _isStopped;

    internal InMemoryAppend(
        MasterData masterData, IReadOnlyList<PostedEntry> journal, IReadOnlyList<PostedEvent> events, IReadOnlyList<Refusal> refusals)
    {
        (MasterData, Journal, Events, _refusals) = (masterData, [.. journal], [.. events], [.. refusals]);
        _periods = PeriodStates.Of(events);
        _byId = journal.ToDictionary(posted => posted.Entry.Id, posted => posted.Entry);
        _reversals = journal.Where(posted => posted.Entry.Reverses is not null)
            .ToDictionary(posted => posted.Entry.Reverses!.Value, posted => posted.Entry);
    }

    /// <summary>What is registered, restored events included.</summary>
    internal MasterData MasterData { get; private set; }

    internal List<PostedEntry> Journal { get; }

    /// <summary>The statements that restored events registered.</summary>
    internal List<(PostedEvent Posted, IReadOnlyList<EditionContents> Contents, MasterData MasterData)> Editions { get; } = [];

    internal List<PostedEvent> Events { get; }

    internal long Posted { get; private set; }

    internal long AlreadyPosted { get; private set; }

    internal IReadOnlyList<Refusal> Refusals => _refusals;

    private JournalHead Head => InMemoryBooks.Head(Journal);

    private Instant? Recorded => Journal.Count == 0 ? null : Journal[^1].Recorded;

    internal void RequireEmpty()
    {
        if (Journal.Count > 0)
        {
            _refusals.Add(AppendRules.NotEmpty(Head));
        }
    }

    /// <summary>Adds an event after the entries that are there.</summary>
    internal void Add(BooksEvent change, Instant now)
    {
        var last = Events.LastOrDefault();
        var recorded = last is null ? now : Instant.Max(now, last.Recorded);
        var number = Events.Count + 1L;
        var placed = change with { After = Head };
        var posted = new PostedEvent(
            number, recorded, CanonicalEncoding.Link(last?.Hash ?? default, number, recorded, CanonicalEncoding.Encode(placed)), placed);
        Keep(posted);
    }

    /// <summary>Adds a change that follows another, by the rules as that leaves the books.</summary>
    internal void Follow(BooksEvent change, Instant now)
    {
        if (_periods.Fault(change with { After = Head }, Head, MasterData) is { } fault)
        {
            _refusals.Add(fault);
            return;
        }

        Add(change, now);
    }

    internal void Restore(RestoredEvent restored)
    {
        var last = Events.LastOrDefault();
        if (_isStopped |= _refusals.Count > 0)
        {
            return;
        }

        if (RestoreRules.Fault(
            restored, last is null ? null : (last.Number, last.Hash, last.Recorded), Head, _periods, MasterData, [.. Editions.Select(edition => edition.Posted)],
            sequence => InMemoryBooks.Head(Journal.FindAll(posted => posted.Sequence <= sequence))) is { } fault)
        {
            _refusals.Add(fault);
            _isStopped = true;
            return;
        }

        Keep(restored.Posted);
        if (restored.Posted.Event.Edition is not null)
        {
            Editions.Add((restored.Posted, restored.Contents, MasterData));
        }
    }

    internal void Add(JournalEntry entry, Instant now)
    {
        if (!IsNew(entry))
        {
            return;
        }

        var recorded = Recorded is { } before ? Instant.Max(now, before) : now;
        var sequence = Head.Sequence + 1;
        Keep(new PostedEntry(
            sequence, recorded, CanonicalEncoding.Link(Head.Hash, sequence, recorded, CanonicalEncoding.Encode(entry)), entry));
    }

    internal void Restore(PostedEntry posted)
    {
        if (_isStopped || !IsNew(posted.Entry))
        {
            return;
        }

        // One break is told, not each entry that follows it.
        if (AppendRules.ChainFault(posted, Head, Recorded) is { } fault && _refusals.TrueForAll(refusal => refusal.Reason != RefusalReason.BrokenChain))
        {
            _refusals.Add(fault);
        }

        Keep(posted);
    }

    private bool IsNew(JournalEntry entry)
    {
        if (AppendRules.ReferenceFault(entry, MasterData) is { } fault)
        {
            _refusals.Add(fault);
            return false;
        }

        if (_byId.TryGetValue(entry.Id, out var same))
        {
            var isSame = CanonicalEncoding.Encode(entry).AsSpan().SequenceEqual(CanonicalEncoding.Encode(same));
            AlreadyPosted += isSame ? 1 : 0;
            if (!isSame)
            {
                _refusals.Add(AppendRules.Conflict(entry));
            }

            return false;
        }

        if (entry.Reverses is { } reverses && AppendRules.ReversalFault(
            entry, _byId.GetValueOrDefault(reverses), _reversals.GetValueOrDefault(reverses)?.Id) is { } reversalFault)
        {
            _refusals.Add(reversalFault);
            return false;
        }

        if (_periods.Fault(entry) is { } periodFault)
        {
            _refusals.Add(periodFault);
            return false;
        }

        return true;
    }

    private void Keep(PostedEvent posted)
    {
        Events.Add(posted);
        _periods = _periods.With(posted);
        if (posted.Event.Kind == BooksEventKind.Registration)
        {
            MasterData = MasterDataRules.Merge(MasterData, posted.Event.Registered).Merged;
        }
    }

    private void Keep(PostedEntry posted)
    {
        Journal.Add(posted);
        _byId.Add(posted.Entry.Id, posted.Entry);
        if (posted.Entry.Reverses is { } original)
        {
            _reversals.Add(original, posted.Entry);
        }

        Posted++;
    }
}
