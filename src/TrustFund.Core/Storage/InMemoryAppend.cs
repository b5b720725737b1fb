using NodaTime;

namespace TrustFund.Storage;

/// <summary>Adds entries to a copy of a journal, one after another, and collects what is refused.</summary>
internal sealed class InMemoryAppend
{
    private readonly MasterData _masterData;
    private readonly Dictionary<Code<JournalEntry>, JournalEntry> _byId;
    private readonly Dictionary<Code<JournalEntry>, JournalEntry> _reversals;
    private readonly List<Refusal> _refusals;

    internal InMemoryAppend(MasterData masterData, IReadOnlyList<PostedEntry> journal, IReadOnlyList<Refusal> refusals)
    {
        (_masterData, Journal, _refusals) = (masterData, [.. journal], [.. refusals]);
        _byId = journal.ToDictionary(posted => posted.Entry.Id, posted => posted.Entry);
        _reversals = journal.Where(posted => posted.Entry.Reverses is not null)
            .ToDictionary(posted => posted.Entry.Reverses!.Value, posted => posted.Entry);
    }

    internal List<PostedEntry> Journal { get; }

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
        if (!IsNew(posted.Entry))
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
        if (AppendRules.ReferenceFault(entry, _masterData) is { } fault)
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

        return true;
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
