using CsCheck;
using NodaTime;
using TrustFund.Practice;
using static TrustFund.Tests.Some;

namespace TrustFund.Tests;

public sealed class ClosingEntriesTests
{
    private static readonly ReportingPeriod Year = ReportingPeriod.CalendarYear(2016);
    private static readonly Account Surplus = new("3000", "Accumulated surplus", AccountType.NetAssets);
    private static readonly Account Expense = new("5000", "Travel", AccountType.Expense);
    private static readonly Account[] Accounts = [Cash, Revenue, Expense, Surplus];
    private static readonly Donor?[] Donors = [null, Canada, new("GUY", "Guyana")];

    // Any entries of the year between any two accounts, for any donors.
    private static readonly Gen<IReadOnlyList<JournalEntry>> Journals =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Long[1, 1_000_000], Gen.Int[0, 365])
            .Array[0, 30]
            .Select(rows => (IReadOnlyList<JournalEntry>)[.. rows.Select((row, index) => new JournalEntry(
                $"E{index}", Year.Start.PlusDays(row.Item5), EntryKind.Ordinary, "An entry",
                [
                    new Posting(Accounts[row.Item1], Lima, new Money(row.Item4, Currency.Usd), Donors[row.Item3]),
                    new Posting(Accounts[row.Item2], Lima, new Money(-row.Item4, Currency.Usd), Donors[row.Item3]),
                ]))]);

    [Fact]
    public void After_closing_revenue_and_expense_are_nil_and_net_assets_with_the_result_are_what_they_were() => Journals.Sample(journal =>
    {
        var before = Balance(journal);
        var closing = ClosingEntries.Of(before, Lima, Year, Surplus, "C1");
        var after = Balance([.. journal, .. closing is null ? [] : new[] { closing }]);

        ClosingEntries.OpenRows(after, Lima).Should().BeEmpty();
        after.Sum(Lima, IsEquity).Should().Be(before.Sum(Lima, IsEquity));
        Sums(after, AccountType.Asset).Should().Equal(Sums(before, AccountType.Asset));
    });

    [Fact]
    public void Opening_a_year_again_restores_every_balance_and_closing_it_again_gives_the_same() => Journals.Sample(journal =>
    {
        var before = Balance(journal);
        var closing = ClosingEntries.Of(before, Lima, Year, Surplus, "C1");
        if (closing is null)
        {
            return;
        }

        var reopening = ClosingEntries.Reopening(closing, "C2", "A missing invoice");
        var reopened = Balance([.. journal, closing, reopening]);
        var again = ClosingEntries.Of(reopened, Lima, Year, Surplus, "C3");

        NotNil(reopened).Should().Equal(NotNil(before));
        again!.Postings.Should().Equal(closing.Postings);
        ClosingEntries.Live([closing, reopening, again], Lima, Year).Should().Equal(again);
    });

    [Fact]
    public void A_closing_entry_closes_by_donor_and_takes_the_result_to_net_assets_without_one()
    {
        var balance = Balance([
            Entry(Posting.Debit(Cash, Lima, Money.Usd(100)), Posting.Credit(Revenue, Lima, Money.Usd(100), Canada)),
            new("E2", Day, EntryKind.Ordinary, "Mission", [Posting.Debit(Expense, Lima, Money.Usd(30)), Posting.Credit(Cash, Lima, Money.Usd(30))])]);

        var closing = ClosingEntries.Of(balance, Lima, Year, Surplus, ClosingEntries.IdOf(Lima, Year, 1), new EntryDetails { PreparedBy = "Accounts" })!;

        closing.Id.Text.Should().Be("CLOSE-LIMA-2016-12-31-1");
        (closing.Kind, closing.Date, closing.Description, closing.PreparedBy).Should().Be((EntryKind.Closing, new LocalDate(2016, 12, 31), "Result of 2016 to Accumulated surplus", "Accounts"));
        closing.Postings.Should().Equal(
            new Posting(Revenue, Lima, Money.Usd(100), Canada),
            new Posting(Expense, Lima, Money.Usd(-30)),
            new Posting(Surplus, Lima, Money.Usd(-70)));
    }

    [Fact]
    public void Another_fund_is_left_as_it_is()
    {
        var balance = Balance([Balanced(), new("E2", Day, EntryKind.Ordinary, "Of another fund",
            [Posting.Debit(Cash, Lome, Money.Of(5, Currency.Eur)), Posting.Credit(Revenue, Lome, Money.Of(5, Currency.Eur))])]);

        ClosingEntries.Of(balance, Lima, Year, Surplus, "C1")!.Postings.Should().OnlyContain(posting => posting.Fund == Lima);
    }

    [Fact]
    public void What_cannot_be_a_close_is_refused()
    {
        var balance = Balance([Balanced()]);

        new Action(() => ClosingEntries.Of(balance, Lima, Year, Cash, "C1")).Should().Throw<ArgumentException>().WithMessage("Account 1000 Cash is not one of net assets.*");
        new Action(() => ClosingEntries.Of(balance, Lima, ReportingPeriod.CalendarYear(2015), Surplus, "C1")).Should().Throw<ArgumentException>().WithMessage("The balances are those of 2016-12-31, not of the year's last day 2015-12-31.*");
        new Action(() => ClosingEntries.Reopening(Balanced(), "C2", "x")).Should().Throw<ArgumentException>().WithMessage("Entry E1 is not a closing entry that can be taken back.*");
    }

    [Fact]
    public void The_id_of_a_closing_entry_is_a_code_however_long_the_fund_s_is()
    {
        var fund = new Fund(new string('F', 64), "Long", Currency.Usd);

        ClosingEntries.IdOf(fund, Year, 12).Text.Should().Be(new string('F', 40).Insert(0, "CLOSE-") + "-2016-12-31-12");
    }

    private static bool IsEquity(TrialBalanceRow row) => row.Account.Type is AccountType.NetAssets or AccountType.Revenue or AccountType.Expense;

    private static IEnumerable<TrialBalanceRow> NotNil(TrialBalance balance) => balance.Rows.Where(row => !row.Balance.IsZero);

    private static IEnumerable<TrialBalanceRow> Sums(TrialBalance balance, AccountType type) => balance.Rows.Where(row => row.Account.Type == type);

    private static TrialBalance Balance(IReadOnlyList<JournalEntry> journal) => TrialBalance.From(
        new LedgerCutoff(Year.End, Closing: ClosingView.AfterClosing),
        journal.Select((entry, index) => new PostedEntry(index + 1, Instant.FromUtc(2017, 1, 1, 0, 0), default, entry)));
}
