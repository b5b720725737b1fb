using CsCheck;
using NodaTime;
using TrustFund.Practice;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests;

/// <summary>The assertions that a finance officer would write.</summary>
public sealed class StatementBuilderTests
{
    private static readonly Fund Fund = new("UNLIREC", "Regional Centre", Currency.Usd);
    private static readonly Donor Canada = new("CAN", "Canada");
    private static readonly Donor Usa = new("USA", "United States of America");
    private static readonly ReportingPeriod Year = ReportingPeriod.CalendarYear(2016);

    private static readonly JournalEntry[] Journal =
    [
        Fund.OpensBooks("OPEN", Year, [(StandardChart.CashAtBank, Money.Usd(3_915_300.22m)), (StandardChart.AccumulatedSurplusRestricted, Money.Usd(-3_915_300.22m))]),
        Fund.RecognizesContribution("1", Canada, Money.Usd(1_304_208.50m), new LocalDate(2016, 3, 1)),
        Fund.RecognizesContribution("2", Usa, Money.Usd(231_425.24m), new LocalDate(2016, 5, 1)),
        Fund.EarnsInvestmentRevenue("3", Money.Usd(0.49m), new LocalDate(2016, 6, 30)),
        Fund.IncursExpense("4", StandardChart.Travel, Money.Usd(2_000_000m), new LocalDate(2016, 7, 1), "Travel"),
        Fund.RecognizesContribution("5", Canada, Money.Usd(77m), new LocalDate(2017, 1, 1)),
    ];

    [Fact]
    public void Lines_are_what_the_accounts_say_each_rounded_on_its_own()
    {
        var statement = Build(Journal);

        statement["opening"].Cells[0].Printed.Should().Be("3 915 300");
        statement["voluntary-contributions"].Cells[0].Should().Be(new StatementCell(Money.Usd(1_535_633.74m), 1_535_634m, "1 535 634"));
        statement["investment-revenue"].Cells[0].Printed.Should().Be("–", "it is less than half a dollar");
        statement["other-exchange-revenue"].Cells[0].Printed.Should().Be("–");
        statement["total-revenue"].Cells[0].Printed.Should().Be("1 535 634");
        statement["surplus"].Cells[0].Printed.Should().Be("(464 366)");
        statement["closing"].Cells[0].Exact.Should().Be(Money.Usd(3_450_934.45m));
        statement.Title.Should().Be("Status of the Regional Centre for 2016");
    }

    [Fact]
    public void The_note_names_the_donors_by_name_with_their_articles() =>
        Build(Journal).Notes.Single().Text.Should().Be(
            "Consists of voluntary contributions from donors as follows: Canada, $1,304,209; and the United States of America, $231,425.");

    [Fact]
    public void A_statement_all_of_whose_lines_are_left_out_is_printed_with_its_title()
    {
        var template = TemplateFile.Read("""
            {"format":"trustfund.template/1","name":"transfers","title":"Transfers of {year}","columns":[{"heading":"{year}"}],
             "lines":[{"id":"in","caption":"Transfers from other funds","accounts":["44010..44999"],"optional":true}]}
            """u8, "transfers.json").Template!;

        StatementText.Aligned(Build(Journal, template)).Should().StartWith("Transfers of 2016\n").And.NotContain("Transfers from other funds");
    }

    [Fact]
    public void A_half_is_rounded_away_from_zero_on_either_side()
    {
        var statement = Build([.. Journal, Fund.RefundsContribution("6", Usa, Money.Usd(231_425.74m), new LocalDate(2016, 9, 1))]);

        statement.Notes.Single().Items.Select(item => item.Cell.Printed).Should().Equal("$1,304,209", "($1)");
    }

    [Fact]
    public void An_item_taken_directly_to_net_assets_does_not_vanish()
    {
        var direct = new JournalEntry("7", new LocalDate(2016, 8, 1), EntryKind.Ordinary, "Gain taken to net assets",
            [Posting.Debit(StandardChart.CashPool, Fund, Money.Usd(500)), Posting.Credit(StandardChart.OperatingReserve, Fund, Money.Usd(500))]);

        var statement = Build([.. Journal, direct]);

        statement.Unexplained.Single().Should().Be((statement["closing"], 0, Money.Usd(500)));
    }

    [Fact]
    public void The_same_statement_comes_out_with_the_year_before_closed_and_unclosed()
    {
        var before = Fund.RecognizesContribution("0", Canada, Money.Usd(100), new LocalDate(2015, 6, 1));
        var close = new JournalEntry("C", new LocalDate(2015, 12, 31), EntryKind.Closing, "Close of 2015",
            [Posting.Debit(StandardChart.VoluntaryContributions, Fund, Money.Usd(100), Canada), Posting.Credit(StandardChart.AccumulatedSurplusRestricted, Fund, Money.Usd(100))]);

        var unclosed = Build([.. Journal, before]);
        var closed = Build([.. Journal, before, close]);

        StatementText.Aligned(closed).Should().Be(StatementText.Aligned(unclosed));
        unclosed["opening"].Cells[0].Exact.Should().Be(Money.Usd(3_915_400.22m));
    }

    [Fact]
    public void What_is_printed_with_tabs_reads_back_to_the_same_figures()
    {
        var statement = Build(Journal);

        var read = Document.Read(StatementText.Tabbed(statement));

        read.Tables.Single().Lines.Where(line => line.Figures.Count > 0).Select(line => (line.Caption, line.Figures.Single().Printed))
            .Should().Equal(statement.Lines.Where(line => line.Cells.Count > 0 && line.IsPrinted).Select(line => (line.Caption, line.Cells.Single().Printed)));
    }

    [Fact]
    public void What_a_figure_of_a_statement_moved_by_is_the_sum_of_the_entries_named()
    {
        var template = TemplateFile.BuiltIn("un-trust-fund-status");
        var genEntry = Gen.Select(Gen.Long[1, 900], Gen.Int[0, 3], Gen.Int[2015, 2017]).Select(drawn =>
            drawn.Item2 switch
            {
                0 => Fund.RecognizesContribution("R", Canada, new Money(drawn.Item1, Currency.Usd), new LocalDate(drawn.Item3, 5, 1)),
                1 => Fund.IncursExpense("X", StandardChart.Travel, new Money(drawn.Item1, Currency.Usd), new LocalDate(drawn.Item3, 5, 1), "Mission"),
                2 => Fund.CollectsContribution("C", Canada, new Money(drawn.Item1, Currency.Usd), new LocalDate(drawn.Item3, 5, 1)),
                _ => Fund.EarnsInvestmentRevenue("I", new Money(drawn.Item1, Currency.Usd), new LocalDate(drawn.Item3, 5, 1)),
            });

        Gen.Select(genEntry.Array[0, 10], Gen.Int[0, 10]).Sample((entries, split) =>
        {
            var journal = Posted(entries);
            var (then, now) = (new StatementPlan(template, new StatementScope([Fund], Year) { Sequence = split }), new StatementPlan(template, new StatementScope([Fund], Year)));
            var (before, after) = (Build(then, journal), Build(now, journal));

            var changes = StatementChanges.Of((then, before), (now, after), journal.Skip(split));

            var (earlier, later) = (StatementChanges.Figures(before).ToDictionary(), StatementChanges.Figures(after).ToDictionary());
            foreach (var change in changes)
            {
                change.Difference.Should().Be(later[change.Figure] - earlier.GetValueOrDefault(change.Figure, Money.Usd(0)));
                change.Entries.Select(effect => effect.Amount).Aggregate((sum, amount) => sum + amount).Should().Be(change.Difference);
                change.Entries.Should().OnlyContain(effect => !effect.Amount.IsZero && effect.Posted.Sequence > split);
            }

            var moved = changes.Select(change => change.Figure).ToHashSet();
            later.Where(pair => !moved.Contains(pair.Key)).Should().OnlyContain(pair => pair.Value == earlier.GetValueOrDefault(pair.Key, Money.Usd(0)));
            changes.SelectMany(change => change.Entries).Should().NotContain(effect => effect.Posted.Entry.Id == "C", "a collection moves no figure of this statement");
        });
    }

    [Fact]
    public void A_column_of_the_year_before_shows_the_year_before()
    {
        var template = TemplateFile.Read("""
            {"format":"trustfund.template/1","name":"two-years","columns":[{"heading":"{year}"},{"heading":"{year}","yearsBefore":1}],
             "lines":[{"id":"revenue","caption":"Revenue","types":["revenue"]}]}
            """u8, "two-years.json").Template!;
        var before = Fund.RecognizesContribution("0", Canada, Money.Usd(100), new LocalDate(2015, 6, 1));

        var statement = Build([.. Journal, before], template);

        statement.Headings.Should().Equal("2016", "2015");
        statement["revenue"].Cells.Select(cell => cell.Printed).Should().Equal("1 535 634", "100");
    }

    [Theory]
    [InlineData("0.5", RoundingRule.HalfAwayFromZero, "1"), InlineData("-0.5", RoundingRule.HalfAwayFromZero, "-1")]
    [InlineData("0.5", RoundingRule.HalfToEven, "0"), InlineData("1.5", RoundingRule.HalfToEven, "2")]
    public void Rounding_follows_the_rule_that_the_template_declares(string amount, RoundingRule rule, string rounded) =>
        FigureFormat.Round(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), 1, 0, rule)
            .Should().Be(decimal.Parse(rounded, System.Globalization.CultureInfo.InvariantCulture));

    private static Statement Build(JournalEntry[] journal, StatementTemplate? template = null) =>
        Build(new StatementPlan(template ?? TemplateFile.BuiltIn("un-trust-fund-status"), new StatementScope([Fund], Year)), Posted(journal));

    private static Statement Build(StatementPlan plan, IEnumerable<PostedEntry> journal) =>
        StatementBuilder.Build(plan, plan.Balances.ToDictionary(request => request, request => TrialBalance.From(request.Cutoff, journal)));

    private static List<PostedEntry> Posted(IEnumerable<JournalEntry> journal) =>
        [.. journal.Select((entry, index) => new PostedEntry(index + 1, Instant.FromUnixTimeSeconds(0), default, entry))];
}
