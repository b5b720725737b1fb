using NodaTime;
using TrustFund.Storage;
using static TrustFund.Sqlite.Tests.Books;

namespace TrustFund.Sqlite.Tests;

/// <summary>What every store must do with events that are restored.</summary>
public abstract partial class BooksSpecification
{
    private static readonly Donor Norway = new("NOR", "Norway");

    [Fact]
    public async Task Events_are_restored_between_the_entries_with_the_numbers_instants_and_hashes_they_had()
    {
        var (journal, events) = await FullYearAsync();
        await using var restored = Open(new FakeClock());

        var result = await restored.RestoreAsync(await _books.ReadMasterDataAsync(), journal, events);

        result.Refusals.Should().BeEmpty();
        (result.Posted, result.Head).Should().Be((journal.Count, await _books.ReadHeadAsync()));
        (await restored.ReadCheckpointAsync()).Should().Be(await _books.ReadCheckpointAsync());
        (await restored.ReadEventsAsync()).Select(posted => (posted.Number, posted.Recorded, posted.Hash))
            .Should().Equal(events.Select(one => (one.Posted.Number, one.Posted.Recorded, one.Posted.Hash)));
        (await restored.ReadMasterDataAsync(4)).Donors.Should().Equal((await _books.ReadMasterDataAsync(4)).Donors);
        var edition = (await restored.ReadEditionsAsync()).Single();
        (await restored.ReadEditionFileAsync(edition.Number, edition.Event.Edition!.Source)).Should().Equal("As printed"u8.ToArray());
        (await restored.AppendAsync(Entry("L1", 1))).Refusals[0].Reason.Should().Be(RefusalReason.FundClosed);
        (await restored.AuditAsync()).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task An_event_that_does_not_fit_its_chain_or_the_rules_keeps_everything_out()
    {
        var (journal, events) = await FullYearAsync();
        await using var restored = Open(new FakeClock());
        async Task<Refusal> RefusedAsync(Func<List<RestoredEvent>, IEnumerable<RestoredEvent>> change)
        {
            var result = await restored.RestoreAsync(await _books.ReadMasterDataAsync(), journal, [.. change([.. events])]);
            result.IsKept.Should().BeFalse();
            (await restored.ReadEventsAsync()).Should().BeEmpty();
            return result.Refusals[0];
        }

        IEnumerable<RestoredEvent> Changed(List<RestoredEvent> all, Func<PostedEvent, PostedEvent> change) =>
            all.Select(one => one.Posted.Number == 2 ? one with { Posted = change(one.Posted) } : one);

        (await RefusedAsync(all => all.Skip(1))).Reason.Should().Be(RefusalReason.UnknownAccount);
        (await RefusedAsync(all => all.Where(one => one.Posted.Number != 2))).Text.Should().Be(
            "Event 3 stands where number 2 was expected: an event is missing or was put in, or the books are not new.");
        (await RefusedAsync(all => Changed(all, posted => posted with { Event = posted.Event with { PreparedBy = "Somebody" } }))).Text.Should().Match(
            $"Event 2 has the hash {events[1].Posted.Hash}; its contents and the event before it give *. The event was changed, or one before it.");
        (await RefusedAsync(all => Changed(all, posted => posted with { Recorded = posted.Recorded - Duration.FromDays(900) }))).Text.Should().Be(
            "Event 2 was recorded before the event before it.");
        (await RefusedAsync(all => Changed(all, posted => posted with { Event = posted.Event with { After = posted.Event.After with { Hash = default } } }))).Text.Should().Match(
            $"Event 2 stands after entry 2 of the hash 0000*; the journal ends there with entry 2 of the hash {journal[1].Hash}.");
    }

    [Fact]
    public async Task An_entry_in_a_period_that_a_restored_event_closed_is_refused()
    {
        await _books.AppendAsync(Entry("E1", 10));
        await ChangeAsync(BooksEventKind.PeriodClosed, Year);
        var head = await _books.ReadHeadAsync();
        var late = Entry("L1", 1);
        var recorded = _clock.Now;
        var forged = new PostedEntry(2, recorded, CanonicalEncoding.Link(head.Hash, 2, recorded, CanonicalEncoding.Encode(late)), late);
        await using var restored = Open(new FakeClock());

        var result = await restored.RestoreAsync(Registered, [.. await _books.AllAsync(), forged], await EventsAsync());

        result.Refusals.Should().ContainSingle().Which.Reason.Should().Be(RefusalReason.PeriodClosed);
        (await restored.AllAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task The_close_of_a_year_and_of_its_fund_are_recorded_together_or_not_at_all()
    {
        await _books.AppendAsync(Entry("E1", 10));
        var head = await _books.ReadHeadAsync();
        var year = new BooksEvent(BooksEventKind.PeriodClosed, head, MasterData.Empty) { Fund = Lima.Code, Period = Year };
        var end = new BooksEvent(BooksEventKind.FundClosed, head, MasterData.Empty) { Fund = Lima.Code };

        var refused = await _books.RecordAsync([year, year], [Close("C1")]);
        var before = await _books.ReadHeadAsync();
        var closed = await _books.RecordAsync([year, end], [Close("C1")]);

        refused.Refusals.Should().ContainSingle().Which.Reason.Should().Be(RefusalReason.PeriodClosed);
        (refused.Posted, refused.AlreadyPosted, refused.IsKept).Should().Be((0, 0, false));
        (refused.Head, before).Should().Be((head, head));
        (closed.Posted, closed.IsKept).Should().Be((1, true));
        (await _books.ReadEventsAsync()).Select(posted => (posted.Event.Kind, posted.Event.After.Sequence)).Should().Equal(
            (BooksEventKind.Registration, 0), (BooksEventKind.PeriodClosed, 2), (BooksEventKind.FundClosed, 2));
        (await _books.AuditAsync()).Findings.Should().BeEmpty();
        var none = async () => await _books.RecordAsync(Array.Empty<BooksEvent>(), []);
        await none.Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task Where_an_entry_is_refused_the_changes_that_follow_are_not_judged()
    {
        var head = await _books.ReadHeadAsync();
        var year = new BooksEvent(BooksEventKind.PeriodClosed, head, MasterData.Empty) { Fund = Lima.Code, Period = Year };

        var refused = await _books.RecordAsync([year, year], [Entry("C1", 1, account: new Account("7777", "Stranger", AccountType.Revenue))]);

        refused.Refusals.Should().ContainSingle().Which.Reason.Should().Be(RefusalReason.UnknownAccount);
        (refused.Head, refused.IsKept).Should().Be((head, false));
        (await _books.ReadEventsAsync()).Should().ContainSingle();
    }

    [Fact]
    [Trait("Culture", "alike")]
    public async Task Many_events_with_entries_between_them_are_restored_by_the_rules_as_each_left_the_books()
    {
        for (var round = 1; round <= 100; round++)
        {
            await _books.AppendAsync(Entry($"E{round}", round));
            await _books.RegisterAsync(new MasterData(new ChartOfAccounts([]), [], [new Donor($"D{round % 10}", "Donor")]));
            (await ChangeAsync(BooksEventKind.PeriodClosed, Year)).IsKept.Should().BeTrue();
            (await ChangeAsync(BooksEventKind.PeriodReopened, Year)).IsKept.Should().BeTrue();
        }

        await ChangeAsync(BooksEventKind.PeriodClosed, Year);
        await using var restored = Open(new FakeClock());

        var result = await restored.RestoreAsync(await _books.ReadMasterDataAsync(), await _books.AllAsync(), await EventsAsync());

        result.Refusals.Should().BeEmpty();
        (await restored.ReadCheckpointAsync()).Should().Be(await _books.ReadCheckpointAsync());
        (await restored.ReadMasterDataAsync()).Donors.Should().Equal((await _books.ReadMasterDataAsync()).Donors);
        (await restored.AppendAsync(Entry("L1", 1))).Refusals[0].Reason.Should().Be(RefusalReason.PeriodClosed);
        (await restored.AuditAsync()).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task Texts_that_books_do_not_take_now_are_restored_as_older_books_hold_them()
    {
        var events = await EventsAsync();
        var (number, recorded) = (events.Count + 1, _clock.Now);
        var close = new BooksEvent(BooksEventKind.PeriodClosed, await _books.ReadHeadAsync(), MasterData.Empty)
        {
            Fund = Lima.Code,
            Period = Year,
            Reason = "Late\tinvoice\r\n",
            PreparedBy = "",
        };
        var hash = CanonicalEncoding.Link(events[^1].Posted.Hash, number, recorded, CanonicalEncoding.Encode(close));
        await using var restored = Open(new FakeClock());

        var result = await restored.RestoreAsync(Registered, [], [.. events, new RestoredEvent(new PostedEvent(number, recorded, hash, close), [])]);

        result.Refusals.Should().BeEmpty();
        (await restored.ReadEventsAsync())[^1].Event.Reason.Should().Be(close.Reason);
        (await restored.AuditAsync()).Findings.Should().BeEmpty();
    }

    // A year with a close, a reopening, a donor registered later, an edition and the close of a fund.
    private async Task<(List<PostedEntry> Journal, List<RestoredEvent> Events)> FullYearAsync()
    {
        await _books.AppendAsync(Entry("E1", 10));
        await ChangeAsync(BooksEventKind.PeriodClosed, Year, Close("C1"));
        await _books.AppendAsync(Entry("N1", 1, YearEnd.PlusDays(1)));
        await ChangeAsync(BooksEventKind.PeriodReopened, Year, Entry("C2", 10, YearEnd, kind: EntryKind.Closing, details: new EntryDetails { Reverses = "C1" }));
        var (registration, contents) = EditionsSpecification.Statement(await _books.ReadHeadAsync());
        await _books.RegisterAsync(registration, contents);
        await _books.RegisterAsync(new MasterData(new ChartOfAccounts([]), [], [Norway]));
        await _books.AppendAsync([Entry("E2", 2, donor: Norway), Entry("O1", 3, fund: Lome)]);
        await _books.RecordAsync(new BooksEvent(BooksEventKind.FundClosed, await _books.ReadHeadAsync(), MasterData.Empty) { Fund = Lima.Code }, []);
        return (await _books.AllAsync(), await EventsAsync());
    }

    private async Task<List<RestoredEvent>> EventsAsync()
    {
        var events = new List<RestoredEvent>();
        foreach (var posted in await _books.ReadEventsAsync())
        {
            var contents = new List<EditionContents>();
            foreach (var file in posted.Event.Edition?.Files ?? [])
            {
                contents.Add(new EditionContents(file.Role, file.Name, file.Format, await _books.ReadEditionFileAsync(posted.Number, file)));
            }

            events.Add(new RestoredEvent(posted, contents));
        }

        return events;
    }
}
