using NodaTime;
using TrustFund.Practice;
using static TrustFund.Practice.StandardChart;
using static TrustFund.Tests.Some;

namespace TrustFund.Tests;

public sealed class ClosingChecklistTests
{
    private static readonly ReportingPeriod Year = ReportingPeriod.CalendarYear(2016);
    private static readonly Fund Other = new("OSLO", "Oslo fund", Currency.Usd);
    private static readonly JournalEntry Opening = Lima.OpensBooks("OPEN", Year, [(CashAtBank, Money.Usd(500)), (AccumulatedSurplusUnrestricted, Money.Usd(-500))]);
    private static readonly JournalEntry Contribution = Lima.RecognizesContribution("E1", Canada, Money.Usd(100), Day);
    private static readonly JournalEntry Banked = Lima.EarnsOtherRevenue("E2", Money.Usd(3), new LocalDate(2016, 12, 1), "Sale");

    [Fact]
    public void Books_that_are_in_order_have_neither_blockers_nor_warnings()
    {
        var checklist = Of([Opening, Contribution, Banked]);

        checklist.Items.Where(item => item.Findings.Count > 0).Should().BeEmpty();
        checklist.Items.Where(item => item.NotTested is not null).Select(item => item.Code).Should().Equal("unapproved-entry");
    }

    [Fact]
    public void A_suspense_account_with_a_balance_blocks() => Finds(
        Of([Opening, Banked, Moved(CashAtBank, Suspense, 40)]), "suspense-balance", FindingSeverity.Blocker,
        "Suspense account 19900 Suspense account holds 40.00 USD credit. Find where it belongs, and post it there.");

    [Fact]
    public void What_one_fund_owes_and_no_other_claims_blocks() => Finds(
        Of([Opening, Banked, Moved(CashAtBank, DueToOtherFunds, 40)]), "inter-fund-balance", FindingSeverity.Blocker,
        "Due to and due from other funds leave 40.00 USD credit over all funds: fund LIMA 40.00 USD credit. Post the side that is missing, or correct the one that is wrong.");

    [Fact]
    public void What_another_fund_claims_in_full_does_not_block() =>
        Of([Opening, Banked, Lima.TransfersToFund("T", Other, Money.Usd(40), Day, "Decision 1")]).Blockers.Should().BeEmpty();

    [Fact]
    public void An_old_receivable_is_a_warning_by_donor_and_agreement_oldest_first()
    {
        var old = new ContributionAgreement("AGR-1");
        var checklist = Of([
            Lima.OpensBooks("OPEN", ReportingPeriod.CalendarYear(2014), [(CashAtBank, Money.Usd(500)), (AccumulatedSurplusUnrestricted, Money.Usd(-500))]),
            Lima.RecognizesContribution("C1", Canada, Money.Usd(100), new LocalDate(2014, 5, 1), old),
            Lima.RecognizesContribution("C2", Canada, Money.Usd(50), new LocalDate(2015, 6, 1), old),
            Lima.CollectsContribution("C3", Canada, Money.Usd(120), new LocalDate(2016, 12, 1), old)]);

        Finds(checklist, "stale-item", FindingSeverity.Warning,
            "12010 Voluntary contributions receivable of Canada under AGR-1: 30.00 USD open since 2015-06-01, 579 days (entry C2). Collect it, provide for it (an allowance), or write it off under an authority.");
    }

    [Fact]
    public void An_item_is_as_old_as_its_due_date_says_and_one_that_was_reversed_is_none()
    {
        var wrong = Lima.RecognizesContribution("C1", Canada, Money.Usd(70), new LocalDate(2014, 5, 1));
        var late = new JournalEntry("C2", new LocalDate(2014, 5, 1), EntryKind.Ordinary, "Due later",
            [new Posting(ContributionsReceivable, Lima, Money.Usd(9), Canada, dueDate: new LocalDate(2016, 6, 30)), new Posting(VoluntaryContributions, Lima, Money.Usd(-9), Canada)]);

        var history = Of([Opening, wrong, late, wrong.Reversal("R1", Day, "Not signed")]).Facts.History;

        history.OpenItems.Should().Equal(new OpenItem(ContributionsReceivable, Canada, null, null, "C2", new LocalDate(2016, 6, 30), Money.Usd(9)));
    }

    [Fact]
    public void A_balance_that_has_not_moved_and_a_fund_that_was_not_used_are_warnings()
    {
        var checklist = Of([Lima.OpensBooks("OPEN", ReportingPeriod.CalendarYear(2014), [(CashAtBank, Money.Usd(500)), (AccumulatedSurplusUnrestricted, Money.Usd(-500))])]);

        Finds(checklist, "dormant-account", FindingSeverity.Warning,
            "Account 11010 Cash at bank stands at 500.00 USD and has not moved since 2013-12-31. Confirm that it is still owned or owed, and say by whom it was confirmed; or clear it.");
        Finds(checklist, "dormant-fund", FindingSeverity.Warning,
            "Fund LIMA was last posted to on 2013-12-31. Ask whether it still serves its purpose; if not, close it: trustfund close-fund.");
    }

    [Fact]
    public void What_is_written_down_year_by_year_does_not_lie_idle()
    {
        var plant = Lima.OpensBooks("OPEN", ReportingPeriod.CalendarYear(2014), [(PropertyPlantAndEquipment, Money.Usd(640_000)), (AccumulatedSurplusUnrestricted, Money.Usd(-640_000))]);

        Finds(Of([plant]), "dormant-account", FindingSeverity.Warning,
            "Account 15010 Property, plant and equipment stands at 640 000.00 USD and has not moved since 2013-12-31. Confirm that it is still owned or owed, and say by whom it was confirmed; or clear it.");
        Finds(Of([plant, Moved(Depreciation, AccumulatedDepreciation, 64_000)]), "dormant-account", FindingSeverity.Warning);
    }

    [Fact]
    public void A_balance_on_the_other_side_is_a_warning_of_a_donor_where_it_is_a_receivable()
    {
        var checklist = Of([Opening, Banked, Lima.CollectsContribution("C", Canada, Money.Usd(7), Day), Moved(AccountsPayable, CashAtBank, 2)]);

        Finds(checklist, "unusual-sign", FindingSeverity.Warning,
            "Account 12010 Voluntary contributions receivable stands for CAN Canada at 7.00 USD credit; usual is a debit. See what was posted (trustfund entries), and reclassify or explain it.",
            "Account 21010 Accounts payable stands at 2.00 USD debit; usual is a credit. See what was posted (trustfund entries), and reclassify or explain it.");
    }

    [Fact]
    public void An_allowance_larger_than_its_receivable_is_a_warning_and_its_side_is_not()
    {
        Finds(Of([Opening, Contribution, Banked, Lima.RaisesAllowance("A", Canada, Money.Usd(101), Day)]), "contra-not-set-against", FindingSeverity.Warning,
            "Account 12090 Allowance for doubtful receivables stands at 101.00 USD credit, more than account 12010 at 100.00 USD debit that it is set against. Write off what is provided for, under an authority, or take the excess back.");
        Of([Opening, Contribution, Banked, Lima.RaisesAllowance("A", Canada, Money.Usd(100), Day)]).Warnings.Should().BeEmpty();
    }

    [Fact]
    public void Openings_that_are_missing_or_late_are_a_warning()
    {
        Finds(Of([Contribution, Banked]), "opening", FindingSeverity.Warning,
            "Fund LIMA has no opening entry, and the day on which it was established is not stated; its first entry is dated 2016-03-14. Take its opening balances on, or accept that it began with none.");
        Finds(Of([Lima.OpensBooks("OPEN", ReportingPeriod.Parse("2016-04"), [(CashAtBank, Money.Usd(500)), (AccumulatedSurplusUnrestricted, Money.Usd(-500))]), Contribution, Banked]), "opening", FindingSeverity.Warning,
            "Opening entries of fund LIMA are dated 2016-03-31; its first other entry 2016-03-14. Opening balances are taken on once, the day before the first period; later openings follow from the books. Reverse what is too much.");
    }

    [Fact]
    public void An_entry_without_the_names_that_the_fund_asks_for_is_a_warning()
    {
        var self = Lima.EarnsOtherRevenue("E3", Money.Usd(3), Day, "Sale", new EntryDetails { PreparedBy = "Accounts", ApprovedBy = "Accounts" });

        Finds(Of([Opening, Banked, self], settings: ("policy.approval", "different")), "unapproved-entry", FindingSeverity.Warning,
            "Entry E2 of 2016-12-01 names neither who prepared nor who approved it. See that somebody entitled approves it in writing, or reverse it and post it again with its names.",
            "Entry E3 of 2016-03-14 was prepared and approved by one person, Accounts. See that somebody entitled approves it in writing, or reverse it and post it again with its names.");
    }

    [Fact]
    public void Broken_books_an_open_year_and_policy_that_cannot_be_followed_block()
    {
        var facts = Of([Opening, Contribution, Banked], settings: [("policy.approval", "perhaps"), ("policy.aproval", "none")]).Facts with
        {
            IntegrityFaults = ["chain, entry E1: the hash does not fit."],
            Year = new YearFacts([ReportingPeriod.CalendarYear(2015)], ClosingAccount.Of(Settings(), Accounts, Lima, Balances([Contribution]))),
        };

        var checklist = ClosingChecklist.Of(facts);

        Finds(checklist, "integrity-broken", FindingSeverity.Blocker, "chain, entry E1: the hash does not fit. Run 'trustfund audit', restore a backup, and compare.");
        Finds(checklist, "policy-unreadable", FindingSeverity.Blocker, "The setting policy.approval says 'perhaps'; expected none, stated or different. Register a setting of that name that takes effect on a later day: policy.approval.DATE.");
        Finds(checklist, "prior-year-open", FindingSeverity.Blocker, "The year 2015 of fund LIMA holds entries and is not closed. Close it first: trustfund close BOOKS --fund LIMA --period 2015");
        Finds(checklist, "no-closing-account", FindingSeverity.Blocker, "Fund LIMA posts to no net-assets account, and none is set. Add the line closing-account.LIMA,CODE with the code of one to the books.csv of a folder of these books, and import it: trustfund import BOOKS FOLDER");
        Finds(checklist, "policy-unknown", FindingSeverity.Warning, "The setting policy.aproval names no policy that is followed. Look for a slip in its name; see the README for the names.");
    }

    [Fact]
    public void An_account_that_is_closed_before_the_year_ends_blocks()
    {
        var travel = new Account("5999", "Old travel", AccountType.Expense, closed: new LocalDate(2016, 6, 30));
        var facts = Of([Opening, Banked, Lima.IncursExpense("X", travel, Money.Usd(5), Day, "Mission")]).Facts with
        {
            Year = new YearFacts([], ClosingAccount.Of(Settings(("closing-account", "31010")), Accounts, Lima, Balances([]))),
        };

        Finds(ClosingChecklist.Of(facts), "account-not-open", FindingSeverity.Blocker,
            "Account 5999 Old travel is not open on 2016-12-31, so no closing entry can be posted to it. Move its balance to an account that is open, by an adjusting entry.");
    }

    [Fact]
    public void Accounts_that_the_chart_does_not_have_are_not_tested()
    {
        var foreign = ClosingChecklist.Of(Of([Balanced()]).Facts with { Chart = new ChartOfAccounts([Cash, Revenue]) });

        foreign.Items.Where(item => item.NotTested is not null).Select(item => $"{item.Code}: {item.NotTested}").Should().Equal(
            "suspense-balance: the chart has no account 19900; policy.suspense-accounts can name others",
            "inter-fund-balance: the chart has no account 19010, 29010; policy.interfund-accounts can name others",
            "contra-not-set-against: the chart has no account 12090, 15090, 16090; policy.contra-accounts can name others",
            "stale-item: the chart has no account 12010, 14010; policy.open-item-accounts can name others",
            "unapproved-entry: policy.approval asks for no names in fund LIMA");
    }

    [Theory]
    [InlineData("closing-account", "32010", "32010", null)]
    [InlineData("closing-account.LIMA", "32010", "32010", null)]
    [InlineData("closing-account.LIMA", "11010", null, "The setting closing-account.LIMA names '11010', which is no net-assets account of the chart.")]
    [InlineData("title", "x", "31010", null)]
    public void The_account_that_takes_the_result_is_set_or_the_only_one_posted_to(string key, string value, string? code, string? fault)
    {
        var account = ClosingAccount.Of(Settings((key, value)), Accounts, Lima, Balances([Opening]));

        (account.Account?.Code.Text, account.Fault).Should().Be((code, fault));
    }

    [Fact]
    public void Two_net_assets_accounts_leave_the_choice_to_a_setting() =>
        ClosingAccount.Of(Settings(), Accounts, Lima, Balances([Opening, Lima.TransfersReserve("T", AccumulatedSurplusUnrestricted, OperatingReserve, Money.Usd(1), Day)]))
            .Fault.Should().Be("Fund LIMA posts to 2 net-assets accounts (31010, 32010), and none is set.");

    private static void Finds(ClosingChecklist checklist, string code, FindingSeverity severity, params string[] texts)
    {
        var item = checklist.Items.Single(item => item.Code == code);

        item.Severity.Should().Be(severity);
        item.Findings.Select(finding => $"{finding.Text} {finding.Remedy}").Should().Equal(texts);
        checklist.Unaccepted([code]).Should().NotContain(item);
    }

    private static JournalEntry Moved(Account debit, Account credit, decimal amount) =>
        new($"M{debit.Code}-{credit.Code}", Day, EntryKind.Ordinary, "Moved", [Posting.Debit(debit, Lima, Money.Usd(amount)), Posting.Credit(credit, Lima, Money.Usd(amount))]);

    private static ClosingChecklist Of(IReadOnlyList<JournalEntry> journal, params (string Key, string Value)[] settings)
    {
        var policy = ClosingPolicy.Of(Settings(settings), Lima.Code, Year.End);
        return ClosingChecklist.Of(new ClosingFacts(Lima, Year, Accounts, policy, Balances(journal), FundHistory.Of(Lima, Year, policy, journal)));
    }

    private static Dictionary<string, string> Settings(params (string Key, string Value)[] settings) =>
        settings.ToDictionary(setting => setting.Key, setting => setting.Value);

    private static TrialBalance Balances(IReadOnlyList<JournalEntry> journal) => TrialBalance.From(
        new LedgerCutoff(Year.End, Closing: ClosingView.AfterClosing),
        journal.Select((entry, index) => new PostedEntry(index + 1, Instant.FromUtc(2017, 1, 1, 0, 0), default, entry)));
}
