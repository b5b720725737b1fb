using CsCheck;
using NodaTime;
using TrustFund.Storage;
using static TrustFund.Sqlite.Tests.Books;

namespace TrustFund.Sqlite.Tests;

/// <summary>Laws of books whose years are closed, opened again, corrected and restated in any order.</summary>
public abstract partial class BooksSpecification
{
    private enum Step
    {
        Post,
        Adjust,
        Restate,
        Reclassify,
        Close,
        Reopen,
    }

    [Fact]
    [Trait("Culture", "alike")]
    public async Task Through_closes_reopenings_and_restatements_the_trial_balance_is_that_of_the_entries_and_a_close_moves_no_net_assets()
    {
        var number = 0;
        var genStep = Gen.Select(Gen.Enum<Step>(), Gen.Int[2015, 2016], Gen.Int[0, 364], Gen.Int[1, 1_000_000], Gen.Bool, Gen.OneOfConst<Donor?>(null, Canada));

        await Gen.Select(genStep.Array[1, 8], Gen.Int[0, 800], Gen.Bool, Gen.Bool, Gen.Int[0, 3]).SampleAsync(async (steps, day, before, restated, known) =>
        {
            foreach (var (step, year, dayOfYear, amount, isLima, donor) in steps)
            {
                _clock.Now += Duration.FromSeconds(1);
                var (period, fund, id) = (ReportingPeriod.CalendarYear(year), isLima ? Lima : Lome, $"Y{++number}");
                await (step switch
                {
                    Step.Close => CloseAsync(id, fund, period),
                    Step.Reopen => ReopenAsync(id, fund, period),
                    _ => _books.AppendAsync([Made(step, id, fund, period.Start.PlusDays(dayOfYear), amount, donor)]).AsTask(),
                });
            }

            var journal = await _books.AllAsync();
            var cutoff = new LedgerCutoff(
                new LocalDate(2015, 1, 1).PlusDays(day), known == 0 ? null : _clock.Now - Duration.FromSeconds(known),
                before ? ClosingView.BeforeClosing : ClosingView.AfterClosing, restated)
            {
                PeriodStart = day % 2 == 0 ? new LocalDate(2015, 1, 1).PlusDays(day % 365) : null,
            };
            var states = PeriodStates.Of(await _books.ReadEventsAsync());

            return (await _books.ReadTrialBalanceAsync(cutoff)).Rows.SequenceEqual(TrialBalance.From(cutoff, journal).Rows)
                && await OpensAsItClosedAsync(states, Lima) && await OpensAsItClosedAsync(states, Lome);
        }, iter: 40, threads: 1);
        (await _books.AuditAsync()).Findings.Should().BeEmpty();
    }

    private static JournalEntry Made(Step step, string id, Fund fund, LocalDate date, int amount, Donor? donor)
    {
        var details = new EntryDetails
        {
            Restates = ReportingPeriod.CalendarYear(2015),
            Nature = step == Step.Reclassify ? RestatementNature.Reclassification : RestatementNature.Error,
        };
        var money = new Money(amount, fund.Currency);
        return step switch
        {
            Step.Adjust => Entry(id, money.Amount, date, fund, donor, EntryKind.Adjusting),
            Step.Restate => Entry(id, money.Amount, date, fund, donor, EntryKind.Restatement, details),
            Step.Reclassify => new JournalEntry(id, date, EntryKind.Restatement, "Moved",
                [new Posting(Contributions, fund, money, donor), new Posting(Surplus, fund, -money)], details),
            _ => Entry(id, money.Amount, date, fund, donor),
        };
    }

    // What is open of revenue and expense after closing entries that stand is carried to net assets.
    private async Task<AppendResult> CloseAsync(string id, Fund fund, ReportingPeriod year)
    {
        var head = await _books.ReadHeadAsync();
        var open = await ResultAsync(fund, year.End);
        var postings = open.Select(row => new Posting(row.Account, fund, -row.Balance, row.Donor)).ToList();
        JournalEntry[] entries = postings.Count == 0
            ? []
            : [new JournalEntry(id, year.End, EntryKind.Closing, "Close", [.. postings, .. Balancing(fund, postings)])];
        return await _books.RecordAsync(
            new BooksEvent(BooksEventKind.PeriodClosed, head, MasterData.Empty) { Fund = fund.Code, Period = year }, entries);
    }

    private async Task<AppendResult> ReopenAsync(string id, Fund fund, ReportingPeriod year)
    {
        var journal = await _books.AllAsync();
        var reversed = journal.Select(posted => posted.Entry.Reverses).OfType<Code<JournalEntry>>().ToHashSet();
        var live = journal.Select(posted => posted.Entry).Where(entry => entry.Kind == EntryKind.Closing && entry.Date == year.End
            && entry.Reverses is null && entry.Postings[0].Fund.Code == fund.Code && !reversed.Contains(entry.Id));
        var entries = live.Select((entry, index) => new JournalEntry($"{id}-{index}", year.End, EntryKind.Closing, "Reopen",
            entry.Postings.Select(posting => posting.Negated()), new EntryDetails { Reverses = entry.Id })).ToList();
        return await _books.RecordAsync(
            new BooksEvent(BooksEventKind.PeriodReopened, await _books.ReadHeadAsync(), MasterData.Empty) { Fund = fund.Code, Period = year, Reason = "Late invoice" }, entries);
    }

    private static IEnumerable<Posting> Balancing(Fund fund, IEnumerable<Posting> postings)
    {
        var sum = postings.Aggregate(Money.Zero(fund.Currency), (total, posting) => total + posting.Amount);
        return sum.IsZero ? [] : [new Posting(Surplus, fund, -sum)];
    }

    // The opening of the next year is what net assets, revenue and expense came to, closed or not; and a year closed leaves no result open.
    private async Task<bool> OpensAsItClosedAsync(PeriodStates states, Fund fund)
    {
        foreach (var year in new[] { ReportingPeriod.CalendarYear(2015), ReportingPeriod.CalendarYear(2016) })
        {
            var closing = await NetAssetsAsync(LedgerCutoff.At(year.End), fund);
            var opening = await NetAssetsAsync(new LedgerCutoff(year.End, Closing: ClosingView.AfterClosing), fund);
            if (closing != opening || (states.StateOf(fund.Code, year) == PeriodState.Closed && (await ResultAsync(fund, year.End)).Count > 0))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<Money> NetAssetsAsync(LedgerCutoff cutoff, Fund fund) => (await _books.ReadTrialBalanceAsync(cutoff))
        .Sum(fund, row => row.Account.Type is AccountType.NetAssets or AccountType.Revenue or AccountType.Expense);

    private async Task<List<TrialBalanceRow>> ResultAsync(Fund fund, LocalDate end) =>
        [.. (await _books.ReadTrialBalanceAsync(new LedgerCutoff(end, Closing: ClosingView.AfterClosing))).Rows
            .Where(row => row.Fund.Code == fund.Code && row.Account.Type is AccountType.Revenue or AccountType.Expense && !row.Balance.IsZero)];
}
