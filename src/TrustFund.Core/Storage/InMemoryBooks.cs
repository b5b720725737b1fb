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
    private List<PostedEvent> _events = [];
    private List<(PostedEvent Posted, IReadOnlyList<EditionContents> Contents, MasterData MasterData)> _editions = [];

    /// <summary>Opens empty books.</summary>
    /// <param name="clock">Tells when an entry is recorded.</param>
    public InMemoryBooks(IClock clock) => _clock = clock;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Refusal>> RegisterAsync(MasterData masterData, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult(Add(masterData, keep: null, _ => { }).Refusals);
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
    public ValueTask<MasterData> ReadMasterDataAsync(long number, CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_editions.Find(edition => edition.Posted.Number == number).MasterData ?? _masterData);
        }
    }

    /// <inheritdoc/>
    public ValueTask<EditionResult> RegisterAsync(
        BooksEvent registration, IReadOnlyList<EditionContents> contents, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        EditionRules.RequireContents(registration, contents);
        lock (_lock)
        {
            var registered = _editions.ConvertAll(edition => edition.Posted);
            if (EditionRules.Fault(registration, registered, _masterData, sequence => Head(_journal.FindAll(posted => posted.Sequence <= sequence))) is { } fault)
            {
                return ValueTask.FromResult(new EditionResult(0, false, [fault]));
            }

            if (EditionRules.Same(registration.Edition!, registered) is { } same)
            {
                return ValueTask.FromResult(new EditionResult(same.Number, false, []));
            }

            Add(MasterData.Empty, keep: null, append => append.Add(registration with { After = Head(_journal) }, _clock.GetCurrentInstant()));
            _editions = [.. _editions, (_events[^1], contents, _masterData)];
            return ValueTask.FromResult(new EditionResult(_events[^1].Number, true, []));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PostedEvent>> ReadEditionsAsync(CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<PostedEvent>>(_editions.ConvertAll(edition => edition.Posted));
        }
    }

    /// <inheritdoc/>
    public ValueTask<byte[]?> ReadEditionFileAsync(long number, EditionFile file, CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_editions.Find(edition => edition.Posted.Number == number).Contents?
                .FirstOrDefault(contents => contents.File == file)?.Bytes.ToArray());
        }
    }

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(JournalEntry entry, CancellationToken cancellation = default) =>
        AppendAsync([entry], cancellation);

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(IEnumerable<JournalEntry> entries, CancellationToken cancellation = default) =>
        ImportAsync(MasterData.Empty, entries, keep: null, cancellation);

    /// <inheritdoc/>
    public ValueTask<AppendResult> ImportAsync(
        MasterData masterData, IEnumerable<JournalEntry> entries, Func<bool>? keep = null, CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(Add(masterData, keep, append => AddAll(append, entries, cancellation)));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PostedEvent>> ReadEventsAsync(CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<PostedEvent>>(_events.AsReadOnly());
        }
    }

    /// <inheritdoc/>
    public ValueTask<AppendResult> RecordAsync(
        BooksEvent change, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation = default) => RecordAsync([change], entries, cancellation);

    /// <inheritdoc/>
    public ValueTask<AppendResult> RecordAsync(
        IReadOnlyList<BooksEvent> changes, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation = default)
    {
        PeriodStates.RequireChanges(changes);
        lock (_lock)
        {
            var (first, states) = (changes[0], PeriodStates.Of(_events));
            if (states.Fault(first, Head(_journal), _masterData) is { } fault)
            {
                return ValueTask.FromResult(new AppendResult(0, 0, [fault], Head(_journal), IsKept: false));
            }

            return ValueTask.FromResult(Add(MasterData.Empty, keep: null, append =>
            {
                if (first.Kind == BooksEventKind.PeriodReopened)
                {
                    append.Add(first, _clock.GetCurrentInstant());
                    AddAll(append, entries, cancellation);
                }
                else
                {
                    AddAll(append, entries, cancellation);
                    append.Add(first, _clock.GetCurrentInstant());
                }

                // Once something is refused, nothing follows.
                foreach (var change in changes.Skip(1).TakeWhile(_ => append.Refusals.Count == 0))
                {
                    append.Follow(change, _clock.GetCurrentInstant());
                }
            }));
        }
    }

    /// <inheritdoc/>
    public ValueTask<AppendResult> RestoreAsync(
        MasterData masterData, IEnumerable<PostedEntry> journal, IReadOnlyList<RestoredEvent>? events = null, Func<bool>? keep = null,
        CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            var hasEvents = events is { Count: > 0 };
            return ValueTask.FromResult(Add(hasEvents ? MasterData.Empty : masterData, keep, append =>
            {
                append.RequireEmpty();
                var next = 0;
                foreach (var posted in journal)
                {
                    cancellation.ThrowIfCancellationRequested();
                    for (; hasEvents && next < events!.Count && events[next].Posted.Event.After.Sequence < posted.Sequence; next++)
                    {
                        append.Restore(events[next]);
                    }

                    append.Restore(posted);
                }

                for (; hasEvents && next < events!.Count; next++)
                {
                    append.Restore(events[next]);
                }

                if (hasEvents && MasterDataRules.New(append.MasterData, masterData) is { Count: > 0 } added)
                {
                    append.Add(new BooksEvent(BooksEventKind.Registration, Head(append.Journal), added), _clock.GetCurrentInstant());
                }
            }));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<PostedEntry> ReadEntriesAsync(
        EntrySelection selection, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var posted in Snapshot().Where(posted => selection.Selects(posted)))
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
    public ValueTask<JournalHead> ReadHeadAsync(long sequence, CancellationToken cancellation = default) =>
        ValueTask.FromResult(Head(Snapshot().FindAll(posted => posted.Sequence <= sequence)));

    /// <inheritdoc/>
    public ValueTask<JournalHead> ReadHeadAsync(Instant knownAt, CancellationToken cancellation = default) =>
        ValueTask.FromResult(Head(Snapshot().FindAll(posted => posted.Recorded <= knownAt)));

    /// <inheritdoc/>
    public ValueTask<TrialBalance> ReadTrialBalanceAsync(LedgerCutoff cutoff, CancellationToken cancellation = default) =>
        ValueTask.FromResult(TrialBalance.From(cutoff, Snapshot()));

    /// <inheritdoc/>
    public ValueTask<TrialBalance> ReadTrialBalanceByFundAsync(LedgerCutoff cutoff, CancellationToken cancellation = default) =>
        ValueTask.FromResult(TrialBalance.From(cutoff, Snapshot()).WithoutDonors());

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AccountMovement>> ReadMovementsAsync(
        LocalDate from, LedgerCutoff cutoff, bool byDonor, CancellationToken cancellation = default) =>
        ValueTask.FromResult<IReadOnlyList<AccountMovement>>([.. Snapshot()
            .Where(posted => cutoff.Includes(posted) && cutoff.DayOf(posted.Entry) >= from)
            .SelectMany(posted => posted.Entry.Postings)
            .GroupBy(posting => (posting.Account, posting.Fund, Donor: byDonor ? posting.Donor : null))
            .Select(group => new AccountMovement(
                group.Key.Account, group.Key.Fund, group.Key.Donor,
                Sum(group.Key.Fund, group.Where(posting => posting.Amount.MinorUnits > 0)),
                -Sum(group.Key.Fund, group.Where(posting => posting.Amount.MinorUnits < 0))))
            .OrderBy(row => row.Account.Code).ThenBy(row => row.Fund.Code).ThenBy(row => row.Donor?.Code.Text, StringComparer.Ordinal)]);

    /// <inheritdoc/>
    public ValueTask<LocalDate?> ReadLastDateAsync(CancellationToken cancellation = default) =>
        ValueTask.FromResult(Snapshot()
            .Where(posted => posted.Entry.Nature != RestatementNature.Reclassification)
            .Max(posted => (LocalDate?)posted.Entry.Date));

    /// <inheritdoc/>
    public ValueTask<AuditReport> AuditAsync(IReadOnlyList<Checkpoint> checkpoints, CancellationToken cancellation = default)
    {
        var (journal, events) = Both();
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

            previous = posted.Hash;
        }

        findings.AddRange(checkpoints.Select(checkpoint => AuditRules.CheckpointFault(
            checkpoint, number => HashOf(journal, number), number => HashOf(events, number), count => Root(journal, count))).OfType<AuditFinding>());
        return ValueTask.FromResult(new AuditReport(journal.Count, Head(journal), findings));
    }

    /// <inheritdoc/>
    public ValueTask<Checkpoint> ReadCheckpointAsync(CancellationToken cancellation = default)
    {
        var (journal, events) = Both();
        return ValueTask.FromResult(new Checkpoint(Head(journal), new JournalHead(events.Count, HashOf(events, events.Count)!.Value), Root(journal, journal.Count)));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<InclusionProof>> ProveAsync(EntrySelection selection, CancellationToken cancellation = default)
    {
        var journal = Snapshot();
        var tree = new MerkleTree(journal.Select(posted => MerkleTree.LeafOf(posted.Hash)));
        return ValueTask.FromResult<IReadOnlyList<InclusionProof>>([.. journal
            .Where(posted => selection.Selects(posted))
            .Select(posted => new InclusionProof(
                posted, HashOf(journal, posted.Sequence - 1)!.Value, journal.Count, tree.Path((int)posted.Sequence - 1)))]);
    }

    /// <summary>Forgets the books.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private AppendResult Add(MasterData masterData, Func<bool>? keep, Action<InMemoryAppend> add)
    {
        var (merged, refusals) = MasterDataRules.Merge(_masterData, masterData);
        var append = new InMemoryAppend(merged, _journal, _events, refusals);
        if (refusals.Count == 0 && MasterDataRules.New(_masterData, masterData) is { Count: > 0 } added)
        {
            append.Add(new BooksEvent(BooksEventKind.Registration, Head(_journal), added), _clock.GetCurrentInstant());
        }

        add(append);
        var isKept = append.Refusals.Count == 0 && (keep?.Invoke() ?? true);
        var (posted, alreadyPosted) = append.Refusals.Count == 0 ? (append.Posted, append.AlreadyPosted) : (0, 0);
        if (isKept)
        {
            (_masterData, _journal, _events) = (append.MasterData, append.Journal, append.Events);
            _editions = [.. _editions, .. append.Editions];
        }

        return new AppendResult(posted, alreadyPosted, append.Refusals, Head(_journal), isKept);
    }

    private void AddAll(InMemoryAppend append, IEnumerable<JournalEntry> entries, CancellationToken cancellation)
    {
        foreach (var entry in entries)
        {
            cancellation.ThrowIfCancellationRequested();
            append.Add(entry, _clock.GetCurrentInstant());
        }
    }

    private static Money Sum(Fund fund, IEnumerable<Posting> postings) =>
        postings.Aggregate(Money.Zero(fund.Currency), (sum, posting) => sum + posting.Amount);

    private List<PostedEntry> Snapshot()
    {
        lock (_lock)
        {
            return _journal;
        }
    }

    private (List<PostedEntry> Journal, List<PostedEvent> Events) Both()
    {
        lock (_lock)
        {
            return (_journal, _events);
        }
    }

    private static Sha256Hash? HashOf(List<PostedEvent> events, long number) =>
        number == 0 ? default(Sha256Hash) : number <= events.Count ? events[(int)number - 1].Hash : null;

    private static Sha256Hash? HashOf(List<PostedEntry> journal, long number) =>
        number == 0 ? default(Sha256Hash) : number <= journal.Count ? journal[(int)number - 1].Hash : null;

    private static Sha256Hash Root(List<PostedEntry> journal, long count) =>
        MerkleTree.Root(journal.Take((int)count).Select(posted => MerkleTree.LeafOf(posted.Hash)));

    internal static JournalHead Head(List<PostedEntry> journal) =>
        journal.Count == 0 ? new JournalHead(0, default) : new JournalHead(journal[^1].Sequence, journal[^1].Hash);
}
