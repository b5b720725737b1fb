using NodaTime;
using static TrustFund.Tests.Some;

namespace TrustFund.Tests;

public sealed class LedgerCutoffTests
{
    private static readonly Instant Recorded = Instant.FromUtc(2017, 1, 1, 0, 0);

    [Theory]
    [InlineData("2016-03-13", null, false)]
    [InlineData("2016-03-14", null, true)]
    [InlineData("2016-12-31", -1, false)]
    [InlineData("2016-12-31", 0, true)]
    public void An_entry_is_taken_in_by_its_date_and_by_when_it_was_recorded(string through, int? secondsAfter, bool included)
    {
        var cutoff = new LedgerCutoff(Date(through), secondsAfter is { } seconds ? Recorded + Duration.FromSeconds(seconds) : null);

        cutoff.Includes(Posted(Balanced())).Should().Be(included);
    }

    [Theory]
    [InlineData(0L, false)]
    [InlineData(1L, true)]
    [InlineData(2L, true)]
    public void An_entry_is_taken_in_by_its_place_in_the_journal(long last, bool included) =>
        (LedgerCutoff.At(new LocalDate(2016, 12, 31)) with { Sequence = last }).Includes(Posted(Balanced())).Should().Be(included);

    [Theory]
    [InlineData("2016-12-31", ClosingView.BeforeClosing, false)]
    [InlineData("2016-12-31", ClosingView.AfterClosing, true)]
    [InlineData("2017-01-01", ClosingView.BeforeClosing, true)]
    public void Closing_entries_of_the_last_day_are_left_out_before_closing(string through, ClosingView closing, bool included) =>
        new LedgerCutoff(Date(through), Closing: closing)
            .Includes(Posted(Balanced(kind: EntryKind.Closing, date: new LocalDate(2016, 12, 31)))).Should().Be(included);

    [Theory]
    [InlineData("2016-12-30", ClosingView.BeforeClosing, true)]
    [InlineData("2016-12-31", ClosingView.BeforeClosing, false)]
    [InlineData("2017-12-31", ClosingView.BeforeClosing, false)]
    [InlineData("2017-12-31", ClosingView.AfterClosing, true)]
    public void Closing_entries_of_a_period_are_left_out_before_closing(string end, ClosingView closing, bool included)
    {
        var cutoff = LedgerCutoff.At(new ReportingPeriod(new LocalDate(2016, 12, 31), Date("2017-12-31"))) with { Closing = closing };
        var entry = Posted(Balanced(kind: EntryKind.Closing, date: Date(end)));

        cutoff.Includes(entry).Should().Be(included);
        (cutoff with { PeriodStart = null }).Includes(entry).Should().Be(included || Date(end) < cutoff.Through);
        cutoff.Includes(Posted(Balanced(date: Date(end)))).Should().BeTrue();
    }

    [Theory]
    [InlineData("2016-12-30", true)]
    [InlineData("2016-12-31", false)]
    public void Closing_entries_of_the_last_day_are_left_out_where_the_period_starts_after_it(string date, bool included) =>
        (LedgerCutoff.At(Date("2016-12-31")) with { PeriodStart = Date("2017-01-01") })
            .Includes(Posted(Balanced(kind: EntryKind.Closing, date: Date(date)))).Should().Be(included);

    [Theory]
    [InlineData("2015-12-30", true, false)]
    [InlineData("2015-12-31", true, true)]
    [InlineData("2015-12-31", false, false)]
    [InlineData("2016-03-14", false, true)]
    public void A_restatement_counts_from_the_end_of_the_period_it_restates_where_asked_for(string through, bool asRestated, bool included) =>
        new LedgerCutoff(Date(through), AsRestated: asRestated)
            .Includes(Posted(Balanced(kind: EntryKind.Restatement, details: new EntryDetails { Restates = ReportingPeriod.CalendarYear(2015), Nature = RestatementNature.Error }))).Should().Be(included);

    [Theory]
    [InlineData("2015-12-31", true, true)]
    [InlineData("2015-12-31", false, false)]
    [InlineData("2016-03-14", false, false)]
    public void A_reclassification_counts_as_restated_and_nowhere_else(string through, bool asRestated, bool included) =>
        new LedgerCutoff(Date(through), AsRestated: asRestated).Includes(Posted(new JournalEntry(
            "E1", Day, EntryKind.Restatement, "Moved", [Posting.Debit(Revenue, Lima, Money.Usd(1)), Posting.Credit(Surplus, Lima, Money.Usd(1))],
            new EntryDetails { Restates = ReportingPeriod.CalendarYear(2015), Nature = RestatementNature.Reclassification }))).Should().Be(included);

    [Fact]
    public void A_trial_balance_whose_debits_do_not_equal_its_credits_cannot_be_built()
    {
        var build = () => new TrialBalance(LedgerCutoff.At(Day), [new TrialBalanceRow(Cash, Lima, null, Money.Usd(0.01m))]);

        build.Should().Throw<UnbalancedTrialBalanceException>().WithMessage("The trial balance does not balance: in fund LIMA debits exceed credits by 0.01 USD.");
    }

    [Fact]
    public void A_trial_balance_names_each_account_fund_and_donor_once_and_in_order()
    {
        TrialBalanceRow[] rows =
        [
            new(Revenue, Lima, Canada, Money.Usd(-3)), new(Cash, Lima, null, Money.Usd(1)), new(Cash, Lima, Canada, Money.Usd(2)),
        ];

        new TrialBalance(LedgerCutoff.At(Day), rows).Rows.Should().Equal(rows[1], rows[2], rows[0]);
        new Action(() => _ = new TrialBalance(LedgerCutoff.At(Day), [.. rows, rows[0]])).Should().Throw<ArgumentException>()
            .WithMessage("Account 4000 of fund LIMA stands twice for one donor.*");
    }

    private static PostedEntry Posted(JournalEntry entry) => new(1, Recorded, default, entry);

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
