using System.Runtime.CompilerServices;
using NodaTime;

namespace TrustFund.Storage;

/// <summary>
/// Books kept in memory, gone with the process: for tests, for trying out, and as the plain statement
/// of what every store must do.
/// </summary>
public sealed class InMemoryBooks : IBooks
{
    private readonly IClock _clock;
    private readonly Lock _lock = new();
    private MasterData _masterData = MasterData.Empty;
    private List<PostedEntry> _journal = [];

    /// <summary>Opens empty books.</summary>
    /// <param name="clock">Tells when an entry is recorded.</param>
    public InMemoryBooks(IClock clock) => _clock = clock;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Refusal>> RegisterAsync(MasterData masterData, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var (merged, refusals) = MasterDataRules.Merge(_masterData, masterData);
            _masterData = refusals.Count == 0 ? merged : _masterData;
            return ValueTask.FromResult(refusals);
        }
    }

    /// <inheritdoc/>
    public ValueTask<MasterData> ReadMasterDataAsync(CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_masterData);
        }
    }

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(IEnumerable<JournalEntry> entries, CancellationToken cancellation = default) =>
        ImportAsync(MasterData.Empty, entries, cancellation);

    /// <inheritdoc/>
    public ValueTask<AppendResult> ImportAsync(
        MasterData masterData, IEnumerable<JournalEntry> entries, CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            var (merged, masterDataRefusals) = MasterDataRules.Merge(_masterData, masterData);
            var refusals = masterDataRefusals.ToList();
            var journal = new List<PostedEntry>(_journal);
            var byId = journal.ToDictionary(posted => posted.Entry.Id);
            var reversed = journal.Where(posted => posted.Entry.Reverses is not null)
                .ToDictionary(posted => posted.Entry.Reverses!.Value, posted => posted.Entry);
            long posted = 0;
            long alreadyPosted = 0;

            foreach (var entry in entries)
            {
                cancellation.ThrowIfCancellationRequested();
                if (AppendRules.ReferenceFault(entry, merged) is { } fault)
                {
                    refusals.Add(fault);
                }
                else if (byId.TryGetValue(entry.Id, out var same))
                {
                    var isSame = CanonicalEncoding.Encode(entry).AsSpan().SequenceEqual(CanonicalEncoding.Encode(same.Entry));
                    alreadyPosted += isSame ? 1 : 0;
                    if (!isSame)
                    {
                        refusals.Add(AppendRules.Conflict(entry));
                    }
                }
                else if (entry.Reverses is { } reverses && AppendRules.ReversalFault(
                    entry, byId.GetValueOrDefault(reverses)?.Entry, reversed.GetValueOrDefault(reverses)?.Id) is { } reversalFault)
                {
                    refusals.Add(reversalFault);
                }
                else
                {
                    var next = Next(journal, entry);
                    journal.Add(next);
                    byId.Add(entry.Id, next);
                    if (entry.Reverses is { } original)
                    {
                        reversed.Add(original, entry);
                    }

                    posted++;
                }
            }

            if (refusals.Count > 0)
            {
                return ValueTask.FromResult(new AppendResult(0, 0, refusals, Head(_journal)));
            }

            (_masterData, _journal) = (merged, journal);
            return ValueTask.FromResult(new AppendResult(posted, alreadyPosted, [], Head(journal)));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<PostedEntry> ReadEntriesAsync(
        EntrySelection selection, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var posted in Snapshot().Where(posted => selection.Selects(posted.Entry)))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return posted;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<PostedEntry?> FindEntryAsync(Code<JournalEntry> id, CancellationToken cancellation = default) =>
        ValueTask.FromResult(Snapshot().FirstOrDefault(posted => posted.Entry.Id == id));

    /// <inheritdoc/>
    public ValueTask<JournalHead> ReadHeadAsync(CancellationToken cancellation = default) =>
        ValueTask.FromResult(Head(Snapshot()));

    /// <inheritdoc/>
    public ValueTask<TrialBalance> ReadTrialBalanceAsync(LedgerCutoff cutoff, CancellationToken cancellation = default) =>
        ValueTask.FromResult(TrialBalance.From(cutoff, Snapshot()));

    /// <inheritdoc/>
    public ValueTask<AuditReport> AuditAsync(CancellationToken cancellation = default)
    {
        var journal = Snapshot();
        var findings = new List<AuditFinding>();
        var previous = default(Sha256Hash);
        foreach (var posted in journal)
        {
            var expected = CanonicalEncoding.Link(
                previous, posted.Sequence, posted.Recorded, CanonicalEncoding.Encode(posted.Entry));
            if (expected != posted.Hash)
            {
                findings.Add(new AuditFinding("chain", posted.Sequence, posted.Entry.Id.Text, $"The hash is {posted.Hash}, not {expected}."));
            }

            previous = expected;
        }

        return ValueTask.FromResult(new AuditReport(journal.Count, new JournalHead(journal.Count, previous), findings));
    }

    /// <summary>Forgets the books.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private PostedEntry Next(List<PostedEntry> journal, JournalEntry entry)
    {
        var head = Head(journal);
        var recorded = journal.Count == 0
            ? _clock.GetCurrentInstant()
            : Instant.Max(_clock.GetCurrentInstant(), journal[^1].Recorded);
        var hash = CanonicalEncoding.Link(head.Hash, head.Sequence + 1, recorded, CanonicalEncoding.Encode(entry));
        return new PostedEntry(head.Sequence + 1, recorded, hash, entry);
    }

    private List<PostedEntry> Snapshot()
    {
        lock (_lock)
        {
            return _journal;
        }
    }

    private static JournalHead Head(List<PostedEntry> journal) =>
        journal.Count == 0 ? new JournalHead(0, default) : new JournalHead(journal[^1].Sequence, journal[^1].Hash);
}
