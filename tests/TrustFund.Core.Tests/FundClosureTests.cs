using NodaTime;
using TrustFund.Practice;
using static TrustFund.Practice.StandardChart;
using static TrustFund.Tests.Some;

namespace TrustFund.Tests;

public sealed class FundClosureTests
{
    private static readonly ReportingPeriod Year = ReportingPeriod.CalendarYear(2016);
    private static readonly Fund Oslo = new("OSLO", "Oslo fund", Currency.Usd);
    private static readonly JournalEntry[] Cleared =
    [
        Lima.OpensBooks("OPEN", Year, [(CashAtBank, Money.Usd(500)), (CashPool, Money.Usd(200)), (AccumulatedSurplusRestricted, Money.Usd(-600)), (OperatingReserve, Money.Usd(-100))]),
        Lima.IncursExpense("E1", Travel, Money.Usd(50), Day, "Last mission"),
        Lima.PaysPayable("E2", Money.Usd(50), Day, "Last mission paid"),
    ];

    [Fact]
    public void What_is_not_cleared_is_named_and_what_is_cash_is_left()
    {
        var closure = Look([.. Cleared, Lima.RecognizesContribution("E3", Canada, Money.Usd(9), Day)]);

        closure.Uncleared.Select(row => $"{row.Account.Code} {row.Donor!.Code} {row.Balance}").Should().Equal("12010 CAN 9.00 USD");
        closure.Residual.Should().Be(Money.Usd(650));
        closure.Cash.Select(line => (line.Account.Code.Text, line.Balance.Amount)).Should().Equal(("11010", 450), ("11020", 200));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void After_disposal_and_the_last_close_every_line_is_nil(bool toFund)
    {
        var closure = Look(Cleared);
        var disposal = toFund
            ? closure.TransferredTo(Oslo, "D1", Day, "Decision 9/2016")
            : closure.RefundedTo(Canada, "D1", Day, "Decision 9/2016");
        JournalEntry[] disposed = [.. Cleared, .. disposal, closure.BringsComponentsTogether(AccumulatedSurplusUnrestricted, "D2", Day)!];
        var closing = ClosingEntries.Of(Balances(disposed), Lima, Year, AccumulatedSurplusUnrestricted, "C1")!;

        Balances([.. disposed, closing]).WithoutDonors().Rows.Where(row => row.Fund == Lima && !row.Balance.IsZero).Should().BeEmpty();
        disposal.Should().OnlyContain(entry => entry.Authority == "Decision 9/2016");
        Balances(disposed).Sum(Oslo, row => row.Account.Type == AccountType.Asset).Should().Be(Money.Usd(toFund ? 650 : 0));
    }

    [Fact]
    public void An_overdrawn_account_is_not_disposed_of() =>
        new Action(() => Look([Cleared[0], Lima.PaysPayable("E4", Money.Usd(600), Day, "Too much")]).RefundedTo(Canada, "D1", Day, "Decision"))
            .Should().Throw<ArgumentException>().WithMessage("The amount must be positive, not -100.00 USD.*");

    private static FundClosure Look(IReadOnlyList<JournalEntry> journal) => FundClosure.Of(Lima, Balances(journal), ClosingPolicy.Default.CashAccounts);

    private static TrialBalance Balances(IReadOnlyList<JournalEntry> journal) => TrialBalance.From(
        new LedgerCutoff(Year.End, Closing: ClosingView.AfterClosing),
        journal.Select((entry, index) => new PostedEntry(index + 1, Instant.FromUtc(2017, 1, 1, 0, 0), default, entry)));
}
