using CsCheck;
using NodaTime;
using TrustFund.Storage;
using static TrustFund.Sqlite.Tests.Books;

namespace TrustFund.Sqlite.Tests;

/// <summary>What every store must do; each store has one small class that derives from this.</summary>
public abstract partial class BooksSpecification : IAsyncLifetime
{
    private readonly FakeClock _clock = new();
    private IBooks _books = null!;

    private protected abstract IBooks Open(IClock clock);

    /// <summary>Closes books and opens them again; books in memory are gone when closed, and stay open.</summary>
    private protected virtual Task<IBooks> ReopenAsync(IBooks books, IClock clock) => Task.FromResult(books);

    public async Task InitializeAsync()
    {
        _books = Open(_clock);
        await _books.RegisterAsync(Registered);
    }

    public virtual async Task DisposeAsync() => await _books.DisposeAsync();

    [Fact]
    public async Task Master_data_reads_back_as_it_was_registered()
    {
        var read = await _books.ReadMasterDataAsync();

        read.Chart.Should().Equal(Registered.Chart);
        read.Funds.Should().Equal(Registered.Funds);
        read.Donors.Should().Equal(Registered.Donors);
        read.Settings.Should().Equal(Registered.Settings);
        (read.Title, read.IsIllustrative).Should().Be(("Test books", true));
    }

    [Fact]
    public async Task Master_data_registered_twice_stays_and_with_other_contents_is_refused_as_a_whole()
    {
        (await _books.RegisterAsync(Registered)).Should().BeEmpty();

        var refusals = await _books.RegisterAsync(new MasterData(
            new ChartOfAccounts([new Account("1000", "Petty cash", AccountType.Asset), new Account("9999", "New", AccountType.Asset)]), [], []));

        refusals.Should().Equal(new Refusal(
            RefusalReason.MasterDataDiffers, "1000", "The account 1000 is registered already with other contents: its name is Cash, not Petty cash."));
        (await _books.ReadMasterDataAsync()).Chart.TryFind("9999", out _).Should().BeFalse();
    }

    [Fact]
    public async Task Everything_an_entry_states_reads_back()
    {
        await _books.AppendAsync([FullEntry()]);

        var read = (await _books.AllAsync()).Single();

        CanonicalEncoding.Encode(read.Entry).Should().Equal(CanonicalEncoding.Encode(FullEntry()));
        read.Entry.Postings.Should().Equal(FullEntry().Postings);
        read.Entry.Vouchers.Should().Equal(FullEntry().Vouchers);
        (read.Sequence, read.Recorded).Should().Be((1, _clock.Now));
    }

    [Fact]
    public async Task An_instant_of_recording_reads_back_to_the_nanosecond()
    {
        _clock.Now = Instant.FromUtc(1969, 12, 31, 23, 59) + Duration.FromNanoseconds(123_456_789);

        await _books.AppendAsync([Entry("E1", 1)]);

        (await _books.FindEntryAsync("E1"))!.Recorded.Should().Be(_clock.Now);
    }

    [Fact]
    public async Task Entries_are_chained_in_their_order()
    {
        await _books.AppendAsync([Entry("E1", 1), Entry("E2", 2)]);
        await _books.AppendAsync([Entry("E3", 3)]);

        var journal = await _books.AllAsync();

        var previous = default(Sha256Hash);
        foreach (var (posted, number) in journal.Select((posted, index) => (posted, index + 1L)))
        {
            posted.Sequence.Should().Be(number);
            posted.Hash.Should().Be(CanonicalEncoding.Link(previous, number, posted.Recorded, CanonicalEncoding.Encode(posted.Entry)));
            previous = posted.Hash;
        }

        (await _books.ReadHeadAsync()).Should().Be(new JournalHead(3, previous));
    }

    [Fact]
    public async Task Recorded_instants_never_decrease_when_the_clock_goes_back()
    {
        var before = _clock.Now;
        await _books.AppendAsync([Entry("E1", 1)]);
        _clock.Now -= Duration.FromHours(1);

        await _books.AppendAsync([Entry("E2", 2)]);

        (await _books.FindEntryAsync("E2"))!.Recorded.Should().Be(before);
    }

    [Fact]
    public async Task Posting_the_same_entry_twice_is_one_entry()
    {
        await _books.AppendAsync([Entry("E1", 1)]);

        var again = await _books.AppendAsync([Entry("E1", 1), Entry("E2", 2), Entry("E2", 2)]);

        again.Should().BeEquivalentTo(new { Posted = 1, AlreadyPosted = 2, IsRefused = false });
        (await _books.AllAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task The_same_id_with_other_contents_is_a_conflict_and_nothing_of_the_batch_is_posted()
    {
        await _books.AppendAsync([Entry("E1", 1)]);

        var result = await _books.AppendAsync([Entry("E2", 2), Entry("E1", 5)]);

        result.Refusals.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Reason = RefusalReason.ConflictingEntry, Subject = "E1" });
        result.Head.Sequence.Should().Be(1);
        (await _books.AllAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Every_refusal_of_a_batch_is_reported_in_one_go()
    {
        var stranger = new Account("7777", "Stranger", AccountType.Revenue);
        var otherFund = new Fund("LIMA", "Another fund of that code", Currency.Usd);

        var result = await _books.AppendAsync(
        [
            Entry("E1", 1, account: stranger),
            Entry("E2", 2, fund: otherFund),
            Entry("E3", 3, donor: new Donor("XXX", "Nobody")),
            Entry("E4", 4, kind: EntryKind.Reversal, details: new EntryDetails { Reverses = "NONE" }),
            Entry("E5", 5),
        ]);

        result.Refusals.Select(refusal => (refusal.Subject, refusal.Reason)).Should().Equal(
            ("E1", RefusalReason.UnknownAccount), ("E2", RefusalReason.UnknownFund), ("E3", RefusalReason.UnknownDonor),
            ("E4", RefusalReason.UnknownReversedEntry));
        result.Refusals[0].Text.Should().Be("Entry E1 posts to account 7777, which is not registered in the books as it stands there. Register it first.");
        (await _books.AllAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Reversing_an_entry_restores_every_balance()
    {
        await _books.AppendAsync([Entry("E1", 10, donor: Canada)]);

        await _books.AppendAsync([Entry("E1", 10, donor: Canada).Reversal("E2", new LocalDate(2016, 4, 1), "Posted to the wrong donor")]);

        var balance = await _books.ReadTrialBalanceAsync(LedgerCutoff.At(new LocalDate(2016, 12, 31)));
        balance.Rows.Should().HaveCount(2).And.OnlyContain(row => row.Balance.IsZero);
    }

    [Fact]
    public async Task An_entry_is_reversed_once_and_as_a_whole()
    {
        var entry = Entry("E1", 10);
        await _books.AppendAsync([entry, entry.Reversal("R1", entry.Date, "Wrong")]);

        var twice = await _books.AppendAsync([entry.Reversal("R2", entry.Date, "Again")]);
        var partly = await _books.AppendAsync([Entry("E3", 7), Entry("R3", -6, kind: EntryKind.Reversal, details: new EntryDetails { Reverses = "E3" })]);

        twice.Refusals.Single().Should().Be(new Refusal(RefusalReason.ReversedTwice, "R2", "Entry E1 is reversed already, by R1."));
        partly.Refusals.Single().Reason.Should().Be(RefusalReason.ReversalDiffers);
    }

    [Fact]
    public async Task An_import_brings_master_data_and_entries_or_neither()
    {
        var more = new MasterData(new ChartOfAccounts([new Account("2000", "Payables", AccountType.Liability)]), [], []);
        await _books.AppendAsync([Entry("E1", 1)]);

        var refused = await _books.ImportAsync(more, [Entry("E1", 2)]);
        var known = (await _books.ReadMasterDataAsync()).Chart.Count;
        var taken = await _books.ImportAsync(more, [Entry("E2", 2, account: more.Chart["2000"])]);

        refused.IsRefused.Should().BeTrue();
        known.Should().Be(4);
        taken.Posted.Should().Be(1);
        (await _books.ReadMasterDataAsync()).Chart.Count.Should().Be(5);
    }

    [Fact]
    public async Task An_import_that_its_reader_does_not_keep_tells_what_would_have_been_added_and_adds_nothing()
    {
        await _books.AppendAsync(Entry("E1", 1));
        var more = new MasterData(new ChartOfAccounts([new Account("2000", "Payables", AccountType.Liability)]), [], []);

        var tried = await _books.ImportAsync(more, [Entry("E1", 1), Entry("E2", 2)], keep: () => false);

        tried.Should().BeEquivalentTo(new { Posted = 1, AlreadyPosted = 1, IsRefused = false, IsKept = false });
        tried.Head.Should().Be(await _books.ReadHeadAsync());
        tried.Head.Sequence.Should().Be(1);
        (await _books.ReadMasterDataAsync()).Chart.Count.Should().Be(4);
    }

    [Fact]
    public async Task What_to_keep_is_asked_once_after_the_last_entry_was_read_and_not_where_one_is_refused()
    {
        var read = 0;
        var asked = new List<int>();
        IEnumerable<JournalEntry> Reading(params JournalEntry[] entries)
        {
            foreach (var entry in entries)
            {
                read++;
                yield return entry;
            }
        }

        bool Keep()
        {
            asked.Add(read);
            return true;
        }

        (await _books.ImportAsync(MasterData.Empty, Reading(Entry("E1", 1), Entry("E2", 2)), Keep)).IsKept.Should().BeTrue();
        (await _books.ImportAsync(MasterData.Empty, Reading(Entry("E3", 1), Entry("E1", 7)), Keep)).IsKept.Should().BeFalse();

        asked.Should().Equal(2);
        (await _books.ReadHeadAsync()).Sequence.Should().Be(2);
    }

    [Fact]
    public async Task A_restored_journal_has_the_numbers_instants_and_hashes_it_had()
    {
        var other = new InMemoryBooks(new FakeClock());
        await other.ImportAsync(Registered, [FullEntry(), Entry("E2", 2), Entry("E2", 2).Reversal("E3", new LocalDate(2016, 4, 1), "Wrong")]);
        _clock.Now += Duration.FromDays(400);

        var restored = await _books.RestoreAsync(Registered, await other.AllAsync());

        restored.Should().BeEquivalentTo(new { Posted = 3, IsRefused = false, IsKept = true });
        restored.Head.Should().Be(await other.ReadHeadAsync());
        (await _books.AllAsync()).Select(posted => (posted.Sequence, posted.Recorded, posted.Hash))
            .Should().Equal((await other.AllAsync()).Select(posted => (posted.Sequence, posted.Recorded, posted.Hash)));
        (await _books.AuditAsync()).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_journal_that_does_not_fit_its_chain_is_not_restored()
    {
        var other = new InMemoryBooks(new FakeClock());
        await other.ImportAsync(Registered, [Entry("E1", 1), Entry("E2", 2), Entry("E3", 3)]);
        var journal = await other.AllAsync();
        PostedEntry[] changed = [journal[0], journal[1] with { Entry = Entry("E2", 2, description: "Another") }, journal[2]];

        var gap = await _books.RestoreAsync(Registered, [journal[0], journal[2]]);
        var forged = await _books.RestoreAsync(Registered, changed);
        var backwards = await _books.RestoreAsync(Registered, [journal[0], journal[1] with { Recorded = journal[0].Recorded - Duration.Epsilon }]);

        gap.Refusals.Should().Equal(new Refusal(RefusalReason.BrokenChain, "E3", "Entry E3 is number 3 where number 2 was expected: an entry is missing or was put in."));
        forged.Refusals.Single().Text.Should().Match($"Entry E2 has the hash {journal[1].Hash}; its contents and the entry before it give *. The entry was changed, or one before it.");
        backwards.Refusals.Should().Equal(new Refusal(RefusalReason.BrokenChain, "E2", "Entry E2 was recorded before the entry before it."));
        (await _books.AllAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_journal_is_restored_into_empty_books_only()
    {
        await _books.AppendAsync(Entry("E1", 1));

        var restored = await _books.RestoreAsync(Registered, await _books.AllAsync());

        restored.Refusals[0].Should().Be(new Refusal(RefusalReason.BooksNotEmpty, "", "A journal is restored into empty books; these hold 1 entries. Make new ones."));
    }

    [Fact]
    public async Task Entries_are_selected_by_account_fund_donor_and_date()
    {
        await _books.AppendAsync(
        [
            Entry("E1", 1, new LocalDate(2016, 1, 5), donor: Canada),
            Entry("E2", 2, new LocalDate(2016, 2, 5), donor: Peru),
            Entry("E3", 3, new LocalDate(2016, 3, 5), fund: Lome, account: Expenses),
        ]);

        async Task<string> Ids(EntrySelection selection) =>
            string.Join(' ', (await _books.AllAsync(selection)).Select(posted => posted.Entry.Id));

        (await Ids(new EntrySelection { Donor = Canada.Code })).Should().Be("E1");
        (await Ids(new EntrySelection { Fund = Lima.Code })).Should().Be("E1 E2");
        (await Ids(new EntrySelection { Account = Expenses.Code })).Should().Be("E3");
        (await Ids(new EntrySelection { From = new LocalDate(2016, 2, 5) })).Should().Be("E2 E3");
        (await Ids(new EntrySelection { Through = new LocalDate(2016, 2, 5) })).Should().Be("E1 E2");
        (await Ids(new EntrySelection { Account = "none" }), await Ids(new EntrySelection { Type = AccountType.Expense }), await Ids(new EntrySelection { Kind = EntryKind.Closing })).Should().Be(("", "E3", ""));
    }

    [Fact]
    public async Task Closing_entries_of_the_day_of_the_cutoff_are_left_out_before_closing_and_no_others()
    {
        var end = new LocalDate(2016, 12, 31);
        await _books.AppendAsync(
        [
            Entry("E1", 10, new LocalDate(2016, 5, 1)),
            Entry("C1", -10, end, kind: EntryKind.Closing),
        ]);

        async Task<Money> Revenue(LedgerCutoff cutoff) =>
            (await _books.ReadTrialBalanceAsync(cutoff)).Sum(Lima, row => row.Account == Contributions);

        (await Revenue(LedgerCutoff.At(end))).Should().Be(Money.Usd(-10));
        (await Revenue(LedgerCutoff.At(end) with { Closing = ClosingView.AfterClosing })).Should().Be(Money.Usd(0));
        (await Revenue(LedgerCutoff.At(end.PlusDays(1)))).Should().Be(Money.Usd(0));
    }

    [Fact]
    public async Task A_restatement_counts_in_the_period_it_restates_where_the_books_are_meant_as_restated()
    {
        await _books.AppendAsync([FullEntry()]);
        var before = LedgerCutoff.At(new LocalDate(2015, 12, 31));

        (await _books.ReadTrialBalanceAsync(before)).Rows.Should().BeEmpty();
        (await _books.ReadTrialBalanceAsync(before with { AsRestated = true })).Rows.Should().HaveCount(4);
    }

    [Fact]
    public async Task The_books_as_known_at_an_instant_leave_out_what_was_recorded_later()
    {
        var then = _clock.Now;
        await _books.AppendAsync([Entry("E1", 1)]);
        _clock.Now += Duration.FromNanoseconds(1);
        await _books.AppendAsync([Entry("E2", 2)]);

        var balance = await _books.ReadTrialBalanceAsync(LedgerCutoff.At(new LocalDate(2016, 12, 31)) with { KnownAt = then });

        balance.Sum(Lima, row => row.Account == Cash).Should().Be(Money.Usd(1));
    }

    [Fact]
    public async Task A_cancelled_batch_posts_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        IEnumerable<JournalEntry> Entries()
        {
            yield return Entry("E1", 1);
            cancelled.Cancel();
            yield return Entry("E2", 2);
        }

        var append = async () => await _books.AppendAsync(Entries(), cancelled.Token);

        await append.Should().ThrowAsync<OperationCanceledException>();
        (await _books.AllAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task More_entries_than_a_page_are_streamed_in_order()
    {
        await _books.AppendAsync(Enumerable.Range(1, 2345).Select(number => Entry($"E{number}", number)));

        (await _books.AllAsync()).Select(posted => posted.Sequence).Should().Equal(Enumerable.Range(1, 2345).Select(number => (long)number));
    }

    [Fact]
    public async Task Books_as_they_should_be_are_intact()
    {
        await _books.AppendAsync([FullEntry(), Entry("E2", 2)]);

        var report = await _books.AuditAsync();

        report.Findings.Should().BeEmpty();
        report.Head.Should().Be(await _books.ReadHeadAsync());
        report.Entries.Should().Be(2);
    }

    [Fact]
    public async Task A_checkpoint_kept_outside_fits_the_books_it_was_taken_of_however_they_grow()
    {
        var empty = await _books.ReadCheckpointAsync();
        await _books.AppendAsync([FullEntry(), Entry("E2", 2), Entry("E3", 3)]);
        var kept = Checkpoint.Parse((await _books.ReadCheckpointAsync()).ToJson());
        await _books.AppendAsync([Entry("E4", 4)]);
        await _books.RegisterAsync(new MasterData(new ChartOfAccounts([]), [], [new Donor("NEW", "New donor")]));

        var report = await _books.AuditAsync([empty, kept]);

        kept.Head.Sequence.Should().Be(3);
        report.Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_checkpoint_of_other_books_does_not_fit()
    {
        await _books.AppendAsync([Entry("E1", 1), Entry("E2", 2)]);
        var kept = await _books.ReadCheckpointAsync();
        var other = Sha256Hash.Of("other"u8);

        async Task<AuditFinding> Finding(Checkpoint checkpoint) => (await _books.AuditAsync([checkpoint])).Findings.Single();

        (await Finding(kept with { Head = new JournalHead(3, other) })).Should().Be(
            new AuditFinding("checkpoint", 3, null, "The checkpoint was taken at 3 entries, which the books do not have any more."));
        (await Finding(kept with { Head = new JournalHead(2, other) })).Should().Be(new AuditFinding("checkpoint", 2, null,
            $"Entry number 2 has the hash {kept.Head.Hash}; when the checkpoint was taken it was {other}. This entry was changed since, or one before it; or the checkpoint is of other books."));
        (await Finding(kept with { Events = kept.Events with { Hash = other } })).Text.Should().EndWith(
            $"has not the hash {other} of the checkpoint. This event was changed since, or one before it; or the checkpoint is of other books.");
        (await Finding(kept with { Root = other })).Should().Be(new AuditFinding("checkpoint", 2, null,
            $"The first 2 entries do not give the Merkle root {other} of the checkpoint. One of them was changed since."));
    }

    [Fact]
    public async Task One_donors_entries_are_proved_to_be_of_the_journal_without_the_others()
    {
        await _books.AppendAsync(Enumerable.Range(1, 21).Select(number => Entry($"E{number}", number, donor: number % 3 == 0 ? Peru : Canada)));
        var root = (await _books.ReadCheckpointAsync()).Root;

        var proofs = await _books.ProveAsync(new EntrySelection { Donor = Peru.Code });

        proofs.Select(proof => proof.Posted.Entry.Id.Text).Should().Equal("E3", "E6", "E9", "E12", "E15", "E18", "E21");
        proofs.Should().OnlyContain(proof => proof.Root() == root && proof.Entries == 21);
        (proofs[0] with { Posted = proofs[0].Posted with { Entry = Entry("E3", 4, donor: Peru) } }).Root().Should().NotBe(root);
        (proofs[0] with { Previous = Sha256Hash.Of("other"u8) }).Root().Should().NotBe(root);
    }

    [Fact]
    public async Task At_every_cutoff_the_trial_balance_equals_the_one_added_up_from_the_entries()
    {
        var number = 0;
        var genEntry = Gen.Select(
            Gen.Long[1, 1_000_000], Gen.Int[0, 730], Gen.Bool, Gen.OneOfConst<Donor?>(null, Canada, Peru), Gen.OneOfConst(EntryKind.Ordinary, EntryKind.Adjusting, EntryKind.Closing, EntryKind.Restatement),
            (amount, day, isLima, donor, kind) => Entry(
                $"G{++number}", new decimal(amount) / 100, new LocalDate(2015, 1, 1).PlusDays(day), isLima ? Lima : Lome, donor, kind,
                kind == EntryKind.Restatement ? new EntryDetails { Restates = ReportingPeriod.CalendarYear(2015), Nature = RestatementNature.Error } : null));

        await Gen.Select(genEntry.Array[0, 8], Gen.Int[0, 800], Gen.Bool, Gen.Bool, Gen.Int[0, 3], Gen.Long[-1, 60]).SampleAsync(async (entries, day, before, restated, known, last) =>
        {
            _clock.Now += Duration.FromSeconds(1);
            (await _books.AppendAsync(entries)).Refusals.Should().BeEmpty();
            var cutoff = new LedgerCutoff(
                new LocalDate(2015, 1, 1).PlusDays(day), known == 0 ? null : _clock.Now - Duration.FromSeconds(known),
                before ? ClosingView.BeforeClosing : ClosingView.AfterClosing, restated)
            {
                Sequence = last > 30 ? null : last,
                PeriodStart = last % 2 == 0 ? new LocalDate(2015, 1, 1).PlusDays(day - (int)last * 9) : null,
            };

            return (await _books.ReadTrialBalanceAsync(cutoff)).Rows.SequenceEqual(TrialBalance.From(cutoff, await _books.AllAsync()).Rows);
        }, iter: 60, threads: 1);
    }
}
