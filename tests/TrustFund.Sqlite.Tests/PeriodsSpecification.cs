using NodaTime;
using TrustFund.Storage;
using static TrustFund.Sqlite.Tests.Books;

namespace TrustFund.Sqlite.Tests;

/// <summary>What every store must do of the accounting year.</summary>
public abstract partial class BooksSpecification
{
    private static readonly ReportingPeriod Year = ReportingPeriod.CalendarYear(2016);
    private static readonly LocalDate YearEnd = new(2016, 12, 31);

    [Fact]
    public async Task Registrations_and_changes_of_periods_are_chained_in_their_order()
    {
        await _books.AppendAsync(Entry("E1", 10));
        await ChangeAsync(BooksEventKind.PeriodClosed, Year, Close("C1"));

        var events = await _books.ReadEventsAsync();

        events.Select(posted => (posted.Number, posted.Event.Kind, posted.Event.After.Sequence)).Should().Equal(
            (1, BooksEventKind.Registration, 0), (2, BooksEventKind.PeriodClosed, 2));
        events[1].Hash.Should().Be(CanonicalEncoding.Link(
            events[0].Hash, 2, events[1].Recorded, CanonicalEncoding.Encode(events[1].Event)));
        (await _books.ReadCheckpointAsync()).Events.Should().Be(new JournalHead(2, events[1].Hash));
        (await _books.AuditAsync()).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_closed_period_refuses_an_entry_a_batch_and_an_import_and_names_who_closed_it_and_how_to_reopen_it()
    {
        await ChangeAsync(BooksEventKind.PeriodClosed, Year);
        var late = Enumerable.Range(1, 9).Select(number => Entry($"L{number}", number)).ToList();

        var results = new[] { await _books.AppendAsync(late[0]), await _books.AppendAsync(late), await _books.ImportAsync(MasterData.Empty, late) };

        results.Should().OnlyContain(result => result.Refusals[0] == new Refusal(RefusalReason.PeriodClosed, "L1",
            "Entry L1 of 2016-03-14 posts to fund LIMA, whose period 2016 is closed (by Accounts Section, 2017-01-15T09:30:00Z). Date it after 2016-12-31, or reopen the period: trustfund reopen BOOKS --fund LIMA --period 2016 --reason TEXT"));
        (await _books.AllAsync()).Should().BeEmpty();
        (await _books.AppendAsync(Entry("N1", 1, YearEnd.PlusDays(1)))).Posted.Should().Be(1);
        (await _books.AppendAsync(Entry("O1", 1, fund: Lome))).Posted.Should().Be(1);
    }

    [Fact]
    public async Task What_was_posted_before_the_close_is_there_already_when_it_is_posted_again()
    {
        await _books.AppendAsync(Entry("E1", 10));
        await ChangeAsync(BooksEventKind.PeriodClosed, Year);

        (await _books.AppendAsync(Entry("E1", 10))).AlreadyPosted.Should().Be(1);
        (await _books.ImportAsync(MasterData.Empty, [Entry("E1", 10)])).AlreadyPosted.Should().Be(1);
    }

    [Fact]
    public async Task A_year_that_is_closing_takes_late_entries_on_its_last_day_although_its_last_month_is_closed()
    {
        await ChangeAsync(BooksEventKind.PeriodClosed, ReportingPeriod.Parse("2016-12"));
        await ChangeAsync(BooksEventKind.PeriodClosing, Year);

        (await _books.AppendAsync(Entry("A1", 1, YearEnd, kind: EntryKind.Adjusting))).Posted.Should().Be(1);
        (await _books.AppendAsync(Entry("A2", 1, YearEnd.PlusDays(-1), kind: EntryKind.Adjusting))).Refusals[0].Reason.Should().Be(RefusalReason.PeriodClosed);
        (await _books.AppendAsync(Entry("O1", 1, YearEnd))).IsRefused.Should().BeTrue();
    }

    [Fact]
    public async Task A_year_that_is_closing_takes_no_ordinary_entry()
    {
        await ChangeAsync(BooksEventKind.PeriodClosing, Year);

        (await _books.AppendAsync(Entry("O1", 1))).Refusals.Should().Equal(new Refusal(RefusalReason.PeriodClosed, "O1",
            "Entry O1 of 2016-03-14 posts to fund LIMA, whose period 2016 is closing (by Accounts Section, 2017-01-15T09:30:00Z) and takes only adjusting, reversal and closing entries. Post it as one of these, or date it after 2016-12-31, or reopen the period: trustfund reopen BOOKS --fund LIMA --period 2016 --reason TEXT"));
        (await _books.AppendAsync(Entry("A1", 1, kind: EntryKind.Adjusting))).Posted.Should().Be(1);
    }

    [Fact]
    public async Task A_reopening_takes_back_the_closing_entries_and_the_period_takes_entries_again()
    {
        await _books.AppendAsync(Entry("E1", 10));
        await ChangeAsync(BooksEventKind.PeriodClosed, Year, Close("C1"));

        var reopened = await ChangeAsync(BooksEventKind.PeriodReopened, Year, Entry("C2", 10, YearEnd, kind: EntryKind.Closing, details: new EntryDetails { Reverses = "C1" }));

        reopened.Posted.Should().Be(1);
        (await _books.AppendAsync(Entry("E2", 5))).Posted.Should().Be(1);
        var after = await _books.ReadTrialBalanceAsync(new LedgerCutoff(YearEnd, Closing: ClosingView.AfterClosing));
        var before = await _books.ReadTrialBalanceAsync(LedgerCutoff.At(YearEnd));
        (after.Sum(Lima, row => row.Account == Contributions), before.Sum(Lima, row => row.Account == Contributions)).Should().Be((Money.Usd(-15), Money.Usd(-15)));
        (await _books.AuditAsync()).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_year_reopened_opens_its_last_month_too_and_no_month_before()
    {
        var (november, december) = (ReportingPeriod.Parse("2016-11"), ReportingPeriod.Parse("2016-12"));
        await _books.AppendAsync(Entry("E1", 10));
        await ChangeAsync(BooksEventKind.PeriodClosed, november);
        await ChangeAsync(BooksEventKind.PeriodClosed, december);
        await ChangeAsync(BooksEventKind.PeriodClosing, Year);
        (await ChangeAsync(BooksEventKind.PeriodClosed, Year, Close("C1"))).Posted.Should().Be(1);

        var reopened = await ChangeAsync(BooksEventKind.PeriodReopened, Year, Entry("C2", 10, YearEnd, kind: EntryKind.Closing, details: new EntryDetails { Reverses = "C1" }));

        reopened.Posted.Should().Be(1, string.Join(' ', reopened.Refusals.Select(refusal => refusal.Text)));
        var states = PeriodStates.Of(await _books.ReadEventsAsync());
        (states.StateOf(Lima.Code, november), states.StateOf(Lima.Code, december), states.StateOf(Lima.Code, Year))
            .Should().Be((PeriodState.Closed, PeriodState.Open, PeriodState.Open));
        (await _books.AppendAsync(Entry("A1", 5, YearEnd))).Posted.Should().Be(1);
        (await _books.AppendAsync(Entry("N1", 5, november.End))).IsRefused.Should().BeTrue();
        (await _books.AuditAsync()).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task Periods_are_reopened_backwards_and_only_where_they_are_closed()
    {
        var next = ReportingPeriod.CalendarYear(2017);
        await ChangeAsync(BooksEventKind.PeriodClosed, Year);
        await ChangeAsync(BooksEventKind.PeriodClosed, next);

        (await ChangeAsync(BooksEventKind.PeriodReopened, Year)).Refusals.Should().Equal(new Refusal(RefusalReason.LaterPeriodClosed, "LIMA",
            "Period 2016 of fund LIMA cannot be reopened while 2017 is closed (by Accounts Section, 2017-01-15T09:30:00Z). Reopen that first: trustfund reopen BOOKS --fund LIMA --period 2017 --reason TEXT"));
        (await ChangeAsync(BooksEventKind.PeriodReopened, ReportingPeriod.CalendarYear(2018))).Refusals.Should().Equal(new Refusal(
            RefusalReason.PeriodOpen, "LIMA", "Period 2018 of fund LIMA is open; there is nothing to reopen."));
        (await ChangeAsync(BooksEventKind.PeriodClosed, Year)).Refusals.Should().Equal(new Refusal(
            RefusalReason.PeriodClosed, "LIMA", "Period 2016 of fund LIMA is closed already (by Accounts Section, 2017-01-15T09:30:00Z)."));
        (await ChangeAsync(BooksEventKind.PeriodReopened, next)).IsKept.Should().BeTrue();
        (await ChangeAsync(BooksEventKind.PeriodReopened, Year)).IsKept.Should().BeTrue();
    }

    [Fact]
    public async Task A_closed_fund_takes_no_entries()
    {
        await _books.RecordAsync(new BooksEvent(BooksEventKind.FundClosed, await _books.ReadHeadAsync(), MasterData.Empty) { Fund = Lima.Code }, []);

        (await _books.AppendAsync(Entry("E1", 1, new LocalDate(2030, 1, 1)))).Refusals.Should().Equal(new Refusal(RefusalReason.FundClosed, "E1",
            "Entry E1 posts to fund LIMA, which is closed (by a person not stated, 2017-01-15T09:30:00Z): a closed fund takes no entries."));
        (await ChangeAsync(BooksEventKind.PeriodClosed, Year)).Refusals.Should().Equal(new Refusal(
            RefusalReason.FundClosed, "LIMA", "Fund LIMA is closed already (by a person not stated, 2017-01-15T09:30:00Z)."));
    }

    [Fact]
    public async Task A_change_worked_out_from_books_that_have_moved_on_is_refused_as_a_whole()
    {
        var head = await _books.ReadHeadAsync();
        await _books.AppendAsync(Entry("E1", 1));

        var result = await _books.RecordAsync(
            new BooksEvent(BooksEventKind.PeriodClosed, head, MasterData.Empty) { Fund = Lima.Code, Period = Year }, [Close("C1")]);

        result.Refusals.Should().Equal(new Refusal(RefusalReason.BooksMovedOn, "LIMA",
            "The books have moved on: they hold 1 entries, not the 0 that this was worked out from. Nothing was recorded; do it again."));
        (await _books.ReadEventsAsync()).Should().ContainSingle();
        (await _books.AllAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Where_a_closing_entry_is_refused_the_period_is_not_closed()
    {
        var result = await ChangeAsync(BooksEventKind.PeriodClosed, Year, Close("C1"), Entry("C2", 1, account: new Account("7777", "Stranger", AccountType.Revenue)));

        result.Refusals.Should().ContainSingle().Which.Reason.Should().Be(RefusalReason.UnknownAccount);
        (await _books.ReadEventsAsync()).Should().ContainSingle();
        (await _books.AllAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_closing_entry_is_reversed_by_a_closing_entry_of_its_day_alone()
    {
        await _books.AppendAsync(Close("C1"));

        var ordinary = await _books.AppendAsync(Close("C1").Reversal("R1", YearEnd, "Wrong"));
        var otherDay = await _books.AppendAsync(Entry("C2", 10, YearEnd.PlusDays(1), kind: EntryKind.Closing, details: new EntryDetails { Reverses = "C1" }));

        new[] { ordinary, otherDay }.Should().OnlyContain(result => result.Refusals[0].Reason == RefusalReason.ReversalDiffers);
        ordinary.Refusals[0].Text.Should().Be(
            "Entry R1 cannot reverse C1: a closing entry, and nothing else, is reversed by a closing entry, of its day. Reopen the period, which does so.");
    }

    [Fact]
    public async Task An_entry_that_races_a_close_stands_before_it_or_is_refused()
    {
        var posting = Enumerable.Range(0, 3).Select(thread => Task.Run(async () =>
        {
            for (var number = 1; number <= 40; number++)
            {
                await _books.AppendAsync(Entry($"T{thread}-{number}", 1));
            }
        })).ToList();
        var closing = Task.Run(async () =>
        {
            while (!(await ChangeAsync(BooksEventKind.PeriodClosed, Year)).IsKept)
            {
                await Task.Yield();
            }
        });
        await Task.WhenAll([.. posting, closing]);

        var close = (await _books.ReadEventsAsync())[^1].Event;

        close.After.Should().Be(await _books.ReadHeadAsync());
        (await _books.AuditAsync()).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task Of_closes_at_the_same_time_one_is_recorded()
    {
        var head = await _books.ReadHeadAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(async () => await _books.RecordAsync(
            new BooksEvent(BooksEventKind.PeriodClosed, head, MasterData.Empty) { Fund = Lima.Code, Period = Year }, [Close($"C{thread}")]))));

        results.Count(result => result.IsKept).Should().Be(1);
        (await _books.AllAsync()).Should().ContainSingle();
    }

    [Theory]
    [InlineData("Late\tinvoice", "The reason cannot be kept: it holds a control character.")]
    [InlineData("Late\r\ninvoice", "Line 1 of the reason cannot be kept: it holds a control character.")]
    [InlineData("Late\ninvoice of Cafe\u0301", "Line 2 of the reason cannot be kept: it is not in Unicode's composed form (NFC).")]
    [InlineData(" \n", "The reason is blank.")]
    public async Task A_reason_that_books_do_not_take_is_not_recorded(string reason, string message)
    {
        var change = new BooksEvent(BooksEventKind.PeriodClosed, await _books.ReadHeadAsync(), MasterData.Empty) { Fund = Lima.Code, Period = Year };
        var (registration, contents) = EditionsSpecification.Statement(await _books.ReadHeadAsync());

        var record = async () => await _books.RecordAsync(change with { Reason = reason }, []);
        var register = async () => await _books.RegisterAsync(registration with { Reason = reason }, contents);
        var named = async () => await _books.RecordAsync(change with { Authority = "ST/AI\n1" }, []);

        await record.Should().ThrowAsync<ArgumentException>().WithMessage(message);
        await register.Should().ThrowAsync<ArgumentException>().WithMessage(message);
        await named.Should().ThrowAsync<ArgumentException>().WithMessage("The authority cannot be kept: it holds a control character.");
        (await _books.ReadEventsAsync()).Should().ContainSingle();
        (await _books.RecordAsync(change with { Reason = "\nLate\n\ninvoice" }, [])).IsKept.Should().BeTrue();
    }

    private static JournalEntry Close(string id) => Entry(id, -10, YearEnd, kind: EntryKind.Closing);

    private async Task<AppendResult> ChangeAsync(BooksEventKind kind, ReportingPeriod period, params JournalEntry[] entries) =>
        await _books.RecordAsync(
            new BooksEvent(kind, await _books.ReadHeadAsync(), MasterData.Empty) { Fund = Lima.Code, Period = period, Reason = "Because", PreparedBy = "Accounts Section" }, entries);
}
