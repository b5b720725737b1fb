using System.Text;
using NodaTime;
using TrustFund.Practice;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests;

/// <summary>The statements of a year, from two funds that owe one another, with a restatement, a transfer and an item taken directly.</summary>
public sealed class StatementPlanTests
{
    private static readonly Fund Lima = new("LIMA", "Lima Fund", Currency.Usd);
    private static readonly Fund Lome = new("LOME", "Lome Fund", Currency.Usd);
    private static readonly Donor Canada = new("CAN", "Canada");
    private static readonly ReportingPeriod Year = ReportingPeriod.CalendarYear(2016);
    private static readonly ReportingPeriod YearBefore = ReportingPeriod.CalendarYear(2015);

    private static readonly JournalEntry[] Journal =
    [
        Lima.OpensBooks("L0", YearBefore, [(StandardChart.CashAtBank, Money.Usd(1_000)), (StandardChart.AccumulatedSurplusRestricted, Money.Usd(-1_000))]),
        Lome.OpensBooks("T0", YearBefore, [(StandardChart.CashAtBank, Money.Usd(500)), (StandardChart.AccumulatedSurplusRestricted, Money.Usd(-500))]),
        Lima.RecognizesContribution("L1", Canada, Money.Usd(300), new LocalDate(2015, 6, 1)),
        Lima.IncursExpense("L2", StandardChart.Travel, Money.Usd(120), new LocalDate(2015, 7, 1), "Travel"),
        Lima.RecognizesContribution("L3", Canada, Money.Usd(400.60m), new LocalDate(2016, 3, 1)),
        Lima.IncursExpense("L4", StandardChart.StaffCosts, Money.Usd(250.60m), new LocalDate(2016, 4, 1), "Staff"),
        Lima.TransfersReserve("L5", StandardChart.AccumulatedSurplusRestricted, StandardChart.OperatingReserve, Money.Usd(75), new LocalDate(2016, 5, 1)),
        Entry("L6", 6, EntryKind.Ordinary, Lima, StandardChart.CashPool, StandardChart.OperatingReserve, 40),
        Entry("L7", 12, EntryKind.Adjusting, Lima, StandardChart.GeneralOperatingExpenses, StandardChart.AccruedExpenses, 30),
        Entry("L8", 9, EntryKind.Restatement, Lima, StandardChart.AccumulatedSurplusRestricted, StandardChart.AccountsPayable, 90),
        Entry("L9", 8, EntryKind.Ordinary, Lima, StandardChart.TransfersToOtherFunds, StandardChart.DueToOtherFunds, 60),
        Entry("T1", 8, EntryKind.Ordinary, Lome, StandardChart.DueFromOtherFunds, StandardChart.TransfersFromOtherFunds, 60),
        Lome.IncursExpense("T2", StandardChart.Travel, Money.Usd(20), new LocalDate(2016, 9, 1), "Travel"),
    ];

    private static readonly JournalEntry[] WithoutDirectItems = [.. Journal.Where(entry => entry.Id.Text is not ("L6" or "L8"))];

    public static TheoryData<string, bool> Statements()
    {
        var data = new TheoryData<string, bool>();
        foreach (var name in TemplateFile.BuiltInNames)
        {
            data.Add(name, false);
            data.Add(name, true);
        }

        return data;
    }

    [Theory, MemberData(nameof(Statements))]
    public void The_entries_behind_a_figure_add_up_to_it(string name, bool asRestated)
    {
        var (plan, statement) = Build(name, asRestated, Journal);

        foreach (var line in statement.Lines)
        {
            line.Cells.Select((_, column) => Posted(Journal).Select(posted => plan.ContributionOf(line.Template.Id!, column, posted))
                    .Aggregate(Money.Zero(Currency.Usd), (sum, amount) => sum + amount))
                .Should().Equal(line.Cells.Select(cell => cell.Exact), line.Caption);
        }
    }

    [Theory, MemberData(nameof(Statements))]
    public void A_statement_that_is_printed_reads_back_and_agrees_with_the_books(string name, bool asRestated)
    {
        // The status has no line for items taken directly to net assets, so it does not foot where there are any.
        var journal = name.StartsWith("un-", StringComparison.Ordinal) ? WithoutDirectItems : Journal;
        var (plan, statement) = Build(name, asRestated, journal);
        var template = Template(name, asRestated, journal);

        var document = StatementReader.Read(Encoding.UTF8.GetBytes(StatementText.Aligned(statement)), "printed.txt", new ReadingOptions { Rounding = template.Rounding });
        var match = TemplateMatcher.Match(template, document);
        var report = Reconciler.Reconcile(ReconcilerInput.Of(match), statement, new BooksIdentity("books", null, "", false), []);

        match.Missing.Should().NotContain(line => !line.IsOptional);
        match.Extra.Should().BeEmpty();
        report.Discrepancies.Should().BeEmpty();
        report.Figures.Should().OnlyContain(finding => finding.Verdict == Verdict.Exact);
        report.Proof.Findings.Should().NotBeEmpty().And.OnlyContain(finding => finding.Verdict != Verdict.Inconsistent);
        plan.Template.Columns.Should().HaveCount(statement.Headings.Count);
    }

    [Theory, MemberData(nameof(Statements))]
    public void Nothing_in_the_books_is_left_without_a_line(string name, bool asRestated)
    {
        Build(name, asRestated, WithoutDirectItems).Statement.Unexplained.Should().BeEmpty();
    }

    [Fact]
    public void Changes_in_net_assets_go_from_opening_to_closing_by_component()
    {
        var statement = Build("changes-in-net-assets", false, Journal).Statement;

        // Opening 1 000 + 300 - 120; result 400.60 - 250.60 - 30 - 60.
        Exact(statement, "opening").Should().Equal(1_180, 0, 1_180);
        Exact(statement, "restatement").Should().Equal(-90, 0, -90);
        Exact(statement, "restated-opening").Should().Equal(1_090, 0, 1_090);
        Exact(statement, "result").Should().Equal(60, 0, 60);
        Exact(statement, "direct").Should().Equal(0, 40, 40);
        Exact(statement, "transfers").Should().Equal(-75, 75, 0);
        Exact(statement, "closing").Should().Equal(1_075, 115, 1_190);
    }

    [Fact]
    public void As_restated_the_opening_has_its_bridge_and_the_year_before_says_so()
    {
        var statement = Build("un-trust-fund-status-comparative", true, Journal).Statement;

        statement.Headings.Should().Equal("2016", "2015 (restated)");
        Exact(statement, "opening-as-reported").Should().Equal(1_180, 1_000);
        Exact(statement, "opening-adjustments").Should().Equal(-90, 0);
        Exact(statement, "opening").Should().Equal(1_090, 1_000);
        statement["opening"].Caption.Should().EndWith(", as restated");
    }

    [Fact]
    public void Inter_fund_balances_are_eliminated_and_the_total_is_the_funds_less_them()
    {
        var statement = Build("financial-position-by-fund", false, Journal).Statement;

        statement.Headings.Should().Equal("LIMA", "LOME", "Eliminations", "Total");
        Exact(statement, "due-from").Should().Equal(0, 60, -60, 0);
        Exact(statement, "due-to").Should().Equal(60, 0, -60, 0);
        Exact(statement, "unmatched").Should().Equal(0, 0, 0, 0);
        Exact(statement, "total-net-assets").Should().Equal(1_190, 540, 0, 1_730);
    }

    [Fact]
    public void What_inter_fund_balances_do_not_net_to_stays_in_the_total_on_a_line_of_its_own()
    {
        JournalEntry[] journal = [.. Journal, Entry("T3", 10, EntryKind.Ordinary, Lome, StandardChart.DueFromOtherFunds, StandardChart.CashAtBank, 7)];

        var statement = Build("financial-position-by-fund", false, journal).Statement;

        Exact(statement, "unmatched").Should().Equal(0, 0, 7, 7);
        Exact(statement, "total-assets")[3].Should().Be(Exact(statement, "total-liabilities")[3] + Exact(statement, "total-net-assets")[3]);
    }

    [Fact]
    public void Columns_show_the_books_unadjusted_their_adjustments_and_adjusted()
    {
        var template = TemplateFile.Read("""
            {"format":"trustfund.template/1","name":"worksheet",
             "columns":[{"id":"u","heading":"Unadjusted","entries":"unadjusted"},{"id":"a","heading":"Adjusting","entries":"adjusting"},{"heading":"Adjusted","add":["u","a"]}],
             "lines":[{"id":"expenses","caption":"Expenses","types":["expense"],"positive":"debit"}]}
            """u8, "worksheet.json").Template!;

        Exact(Build(template, Journal).Statement, "expenses").Should().Equal(310.60m, 30, 340.60m);
    }

    [Fact]
    public void Each_trial_balance_is_asked_for_once_and_by_donor_for_notes_alone()
    {
        var status = Build("un-trust-fund-status-comparative", false, Journal).Plan;

        status.Balances.Should().OnlyHaveUniqueItems().And.HaveCount(4);
        status.DonorBalances.Should().HaveCount(2);
        Build("financial-position", false, Journal).Plan.DonorBalances.Should().BeEmpty();
    }

    [Fact]
    public void Funds_of_two_currencies_do_not_stand_in_one_statement()
    {
        var plan = () => new StatementPlan(TemplateFile.BuiltIn("financial-position-by-fund"),
            new StatementScope([Lima, new Fund("BERN", "Bern Fund", Currency.Parse("CHF"))], Year));

        plan.Should().Throw<ArgumentException>().WithMessage("A statement is of one fund or more, all of one currency.*");
    }

    private static JournalEntry Entry(string id, int month, EntryKind kind, Fund fund, Account debit, Account credit, decimal amount) =>
        new(id, new LocalDate(2016, month, 15), kind, $"Entry {id}",
            [Posting.Debit(debit, fund, Money.Usd(amount)), Posting.Credit(credit, fund, Money.Usd(amount))],
            kind == EntryKind.Restatement ? new EntryDetails { Restates = YearBefore, Nature = RestatementNature.Error } : null);

    private static List<decimal> Exact(Statement statement, string line) => [.. statement[line].Cells.Select(cell => cell.Exact.Amount)];

    private static List<PostedEntry> Posted(JournalEntry[] journal) =>
        [.. journal.Select((entry, index) => new PostedEntry(index + 1, Instant.FromUnixTimeSeconds(0), default, entry))];

    private static (StatementPlan Plan, Statement Statement) Build(string name, bool asRestated, JournalEntry[] journal) =>
        Build(Template(name, asRestated, journal), journal);

    private static StatementTemplate Template(string name, bool asRestated, JournalEntry[] journal) => asRestated
        ? TemplateFile.BuiltIn(name).AsRestated(new StatementScope([Lima, Lome], Year), Posted(journal).Where(posted => posted.Entry.Kind == EntryKind.Restatement))
        : TemplateFile.BuiltIn(name);

    private static (StatementPlan Plan, Statement Statement) Build(StatementTemplate template, JournalEntry[] journal)
    {
        var plan = new StatementPlan(template, new StatementScope([Lima, Lome], Year)
        {
            InterfundAccounts = [StandardChart.DueFromOtherFunds.Code, StandardChart.DueToOtherFunds.Code,
                StandardChart.TransfersFromOtherFunds.Code, StandardChart.TransfersToOtherFunds.Code],
        });
        return (plan, StatementBuilder.Build(plan, plan.Balances.ToDictionary(request => request, request => Balance(request, journal))));
    }

    // By another way than the plan: the entries of each fund that the request takes in, added up.
    private static TrialBalance Balance(BalanceRequest request, JournalEntry[] journal) => new(request.Cutoff,
        from fund in new[] { Lima, Lome }
        from row in Posted(journal).Where(posted => request.Includes(posted, fund)).SelectMany(posted => posted.Entry.Postings)
            .Where(posting => posting.Fund == fund).GroupBy(posting => (posting.Account, posting.Donor))
        select new TrialBalanceRow(row.Key.Account, fund, row.Key.Donor, row.Aggregate(Money.Zero(Currency.Usd), (sum, posting) => sum + posting.Amount)));
}
