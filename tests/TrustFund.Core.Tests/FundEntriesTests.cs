using NodaTime;
using TrustFund.Practice;
using static TrustFund.Tests.Some;

namespace TrustFund.Tests;

public sealed class FundEntriesTests
{
    private static readonly Money Ten = Money.Usd(10);

    public static TheoryData<JournalEntry, Account, Account> Entries => new()
    {
        { Lima.RecognizesContribution("E", Canada, Ten, Day), StandardChart.ContributionsReceivable, StandardChart.VoluntaryContributions },
        { Lima.CollectsContribution("E", Canada, Ten, Day), StandardChart.CashAtBank, StandardChart.ContributionsReceivable },
        { Lima.RefundsContribution("E", Canada, Ten, Day), StandardChart.RefundsToDonors, StandardChart.CashAtBank },
        { Lima.EarnsInvestmentRevenue("E", Ten, Day), StandardChart.AccruedInvestmentRevenue, StandardChart.InvestmentRevenue },
        { Lima.EarnsOtherRevenue("E", Ten, Day, "Sale of publications"), StandardChart.CashAtBank, StandardChart.OtherExchangeRevenue },
        { Lima.IncursExpense("E", StandardChart.Travel, Ten, Day, "Mission"), StandardChart.Travel, StandardChart.AccountsPayable },
        { Lima.PaysPayable("E", Ten, Day, "Mission paid"), StandardChart.AccountsPayable, StandardChart.CashAtBank },
        { Lima.Depreciates("E", Ten, Day), StandardChart.Depreciation, StandardChart.AccumulatedDepreciation },
        {
            Lima.TransfersReserve("E", StandardChart.AccumulatedSurplusUnrestricted, StandardChart.OperatingReserve, Ten, Day),
            StandardChart.AccumulatedSurplusUnrestricted, StandardChart.OperatingReserve
        },
    };

    [Theory]
    [MemberData(nameof(Entries))]
    public void Each_entry_of_the_trade_debits_and_credits_what_its_name_says(JournalEntry entry, Account debited, Account credited)
    {
        entry.Postings.Select(posting => (posting.Account, posting.Amount)).Should().Equal((debited, Ten), (credited, -Ten));
        entry.Date.Should().Be(Day);
    }

    [Fact]
    public void A_contribution_is_of_its_donor_and_under_its_agreement_on_both_sides()
    {
        var entry = Lima.RecognizesContribution("E", from: Canada, Ten, on: Day, under: new ContributionAgreement("AGR-1"));

        entry.Postings.Should().OnlyContain(posting => posting.Donor == Canada && posting.Agreement!.Code.Text == "AGR-1");
        entry.Description.Should().Be("Contribution of Canada recognised");
    }

    [Fact]
    public void Books_open_on_the_day_before_their_first_period()
    {
        var entry = Lima.OpensBooks("OPEN", ReportingPeriod.CalendarYear(2016), [(Cash, Ten), (StandardChart.AccumulatedSurplusUnrestricted, -Ten)]);

        (entry.Kind, entry.Date).Should().Be((EntryKind.Opening, new LocalDate(2015, 12, 31)));
    }

    [Fact]
    public void An_account_of_another_type_is_refused()
    {
        new Action(() => Lima.IncursExpense("E", StandardChart.CashAtBank, Ten, Day, "x")).Should().Throw<ArgumentException>().WithMessage("Account 11010 Cash at bank is not one of Expense.*");
        new Action(() => Lima.RecognizesContribution("E", Canada, -Ten, Day)).Should().Throw<ArgumentException>().WithMessage("The amount must be positive, not -10.00 USD.*");
    }

    [Fact]
    public void The_chart_that_ships_lists_every_account_it_names()
    {
        var named = typeof(StandardChart).GetProperties().Where(property => property.PropertyType == typeof(Account)).Select(property => (Account)property.GetValue(null)!);

        StandardChart.Accounts.Should().BeEquivalentTo(named);
    }
}
