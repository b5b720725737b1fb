using TrustFund.Practice;
using static TrustFund.Practice.StandardChart;
using static TrustFund.Tests.Some;

namespace TrustFund.Tests;

public sealed class FundCorrectionsTests
{
    private static readonly Fund Oslo = new("OSLO", "Oslo fund", Currency.Usd);

    [Fact]
    public void A_transfer_and_its_settlement_leave_nothing_due_in_either_fund()
    {
        var transfer = Lima.TransfersToFund("T1", Oslo, Money.Usd(90), Day, "Decision 5/2016");
        var settlement = Lima.SettlesDueTo("T2", Oslo, [(CashAtBank, Money.Usd(60)), (CashPool, Money.Usd(30))], Day);

        transfer.Authority.Should().Be("Decision 5/2016");
        Balances([transfer, settlement]).Should().Equal(
            ("11010", "LIMA", -60), ("11010", "OSLO", 60), ("11020", "LIMA", -30), ("11020", "OSLO", 30),
            ("44010", "OSLO", -90), ("53010", "LIMA", 90));
    }

    [Fact]
    public void A_receivable_is_provided_for_and_written_off_under_an_authority()
    {
        JournalEntry[] entries =
        [
            Lima.RecognizesContribution("E1", Canada, Money.Usd(100), Day),
            Lima.RaisesAllowance("E2", Canada, Money.Usd(60), Day),
            Lima.WritesOffReceivable("E3", Canada, Money.Usd(100), providedFor: Money.Usd(60), Day, "Rule 106.7"),
        ];

        Balances(entries).Should().Equal(("41010", "LIMA", -100), ("51100", "LIMA", 100));
        (entries[1].Kind, entries[2].Authority).Should().Be((EntryKind.Adjusting, "Rule 106.7"));
        entries.SelectMany(entry => entry.Postings).Should().OnlyContain(posting => posting.Donor == Canada);
    }

    [Fact]
    public void Without_an_authority_or_with_amounts_that_cannot_be_nothing_is_made()
    {
        new Action(() => Lima.TransfersToFund("T", Oslo, Money.Usd(1), Day, " ")).Should().Throw<ArgumentException>().WithMessage("The decision or delegation under which this is done must be named.*");
        new Action(() => Lima.TransfersToFund("T", Oslo, Money.Usd(-1), Day, "D")).Should().Throw<ArgumentException>().WithMessage("The amount must be positive, not -1.00 USD.*");
        new Action(() => Lima.TransfersToFund("T", Lome, Money.Usd(1), Day, "D")).Should().Throw<CurrencyMismatchException>();
        new Action(() => Lima.WritesOffReceivable("W", Canada, Money.Usd(1), Money.Usd(2), Day, "D")).Should().Throw<ArgumentException>().WithMessage("Of 1.00 USD written off, 2.00 USD cannot have been provided for.*");
    }

    private static IEnumerable<(string Account, string Fund, decimal Amount)> Balances(IEnumerable<JournalEntry> entries) => entries
        .SelectMany(entry => entry.Postings)
        .GroupBy(posting => (posting.Account.Code, posting.Fund.Code))
        .Select(group => (group.Key.Item1.Text, group.Key.Item2.Text, group.Sum(posting => posting.Amount.Amount)))
        .Where(row => row.Item3 != 0)
        .OrderBy(row => row.Item1, StringComparer.Ordinal).ThenBy(row => row.Item2, StringComparer.Ordinal);
}
