using System.Text.RegularExpressions;

namespace TrustFund.Cli.Tests;

/// <summary>One error is one exception, one query and one uncorrected difference, however many figures it goes through.</summary>
public sealed partial class ConsequenceTests
{
    private const string LateInvoice = """
        L-1,2016-12-30,,Late invoice,INV9,51030,UNLIREC,,100.00,,USD,,,,,
        L-1,2016-12-30,,Late invoice,INV9,21010,UNLIREC,,,100.00,USD,,,,,

        """;

    private const string LateContribution = """
        L-2,2016-12-30,,Late pledge,AGR9,12010,UNLIREC,CAN,100.00,,USD,,,,,
        L-2,2016-12-30,,Late pledge,AGR9,41010,UNLIREC,CAN,,100.00,USD,,,,,

        """;

    [Fact]
    public async Task An_entry_recorded_after_the_statement_was_made_is_one_exception_and_the_totals_follow()
    {
        using var folder = await RegisteredAsync(LateInvoice);

        var report = await ReconcileAsync(folder);

        report.Exit.Should().Be(1);
        Words(report.Output).Should().Contain(
            "Exceptions 1 Operating expenses: published 2 081 526, per books 2 081 626, difference (100): the published figure is 100 less than the books (line 14, column 20)."
            + " Entry L-1 of 100 is not in it: recorded on 2017-03-31, after A/72/99 (en) was made."
            + " Consequences 2 Total expenses: published 2 081 526, per books 2 081 626, difference (100), understated; follows from 1."
            + " 3 Surplus/(deficit): published 141 913, per books 141 813, difference 100, overstated; follows from 1."
            + " 4 Accumulated surplus/(deficit): published 4 057 213, per books 4 057 113, difference 100, overstated; follows from 1. Rounding")
            .And.Contain("NOT IN ACCORD WITH THE BOOKS 1 exception and 3 consequences;")
            .And.NotContain("one digit is wrong");
    }

    [Fact]
    public async Task It_is_one_query_and_its_effect_is_what_follows()
    {
        using var folder = await RegisteredAsync(LateInvoice);

        var queries = await ReconcileAsync(folder, "--queries");

        queries.Output.Should().NotContain("Query 2");
        Words(queries.Output).Should().Contain(
            "Possible cause the entries named, recorded after the statement was made"
            + " Effect Total expenses 100 understated; Surplus/(deficit) 100 overstated; Accumulated surplus/(deficit) 100 overstated"
            + " Ask for the reason why they were recorded so late, and whether the statement is to be corrected");
    }

    [Fact]
    public async Task What_follows_from_any_exception_of_a_cause_is_its_effect_but_for_what_the_cause_makes_right()
    {
        using var folder = SampleFolder.Empty();
        var document = folder.Write("d.txt", "Gifts\t2 190 894\nInterest\t32 545\nTotal revenue\t2 223 349\nTotal expenses\t2 081 526\nSurplus\t141 913\nResult\t141 913\n");
        folder.Write("d.relations.json", """
            {"format":"trustfund.relations/1","relations":[
              {"target":"Total revenue","add":["Gifts","Interest"]},
              {"target":"Surplus","add":["Total revenue"],"less":["Total expenses"]},
              {"target":"Result","add":["Total revenue"],"less":["Total expenses"]},
              {"target":"Result","add":["Surplus"]}]}
            """);

        var queries = await Tool.RunAsync("check", document, "--queries");

        queries.Output.Should().Contain("Query 1   d.txt: Total revenue").And.NotContain("Query 2");
        Words(queries.Output).Should().Contain("Effect Total revenue 90 understated").And.NotContain("Result 90 overstated");
    }

    [Fact]
    public async Task It_is_one_uncorrected_difference_and_a_program_is_told_what_follows_from_what()
    {
        using var folder = await RegisteredAsync(LateInvoice);

        var summed = await ReconcileAsync(folder, "--materiality", "50");
        var json = await ReconcileAsync(folder, "--format", "json");

        Words(summed.Output).Should().Contain("Uncorrected one difference: net (100), gross 100; material (from 50): 1, below: 0 Operating expenses: 100 understated, material");
        using var parsed = System.Text.Json.JsonDocument.Parse(json.Output);
        parsed.RootElement.GetProperty("documents")[0].GetProperty("discrepancies").EnumerateArray()
            .Select(discrepancy => string.Join(',', discrepancy.GetProperty("followsFrom").EnumerateArray().Select(place => place.GetInt32())))
            .Should().Equal("", "0", "0", "0");
    }

    [Fact]
    public async Task A_late_contribution_is_told_where_the_note_names_its_donor()
    {
        using var folder = await RegisteredAsync(LateContribution);

        var report = await ReconcileAsync(folder);

        Words(report.Output).Should().Contain("1 exception and 4 consequences")
            .And.Contain("Exceptions 1 Note a, Canada: published 1 304 208, per books 1 304 308, difference (100)")
            .And.Contain("Entry L-2 of 100 is not in it: recorded on 2017-03-31, after A/72/99 (en) was made.")
            .And.Contain("Voluntary contributions: published 2 190 894, per books 2 190 994, difference (100), understated; follows from 1.");
    }

    [Fact]
    public async Task Without_an_edition_an_entry_of_the_amount_is_a_clue_and_no_more()
    {
        using var folder = await SampleFolder.CreateAsync();
        await AddAsync(folder, LateInvoice);

        var report = await ReconcileAsync(folder);

        Words(report.Output).Should().Contain("Entry L-1 of 100 equals the difference. Possible cause, to be confirmed: Operating expenses: for 2 081 526 read 2 081 626 (one digit is wrong); the books say so.");
    }

    [Fact]
    public async Task Two_figures_misprinted_are_two_exceptions()
    {
        using var folder = await SampleFolder.CreateAsync();
        folder.Replace("annex.txt", "2 223 439", "2 223 339");
        folder.Replace("annex.txt", "620,427", "620,447");

        var report = await ReconcileAsync(folder);

        report.Output.Should().Contain("2 exceptions;").And.NotContain("consequence");
    }

    [Fact]
    public async Task An_error_of_one_column_is_one_difference_in_the_next_column_and_in_the_totals()
    {
        string[] years = ["mlf_excom94_yr1991", "mlf_excom94_yr1992", "mlf_excom94_yr1993", "mlf_excom94_yr1991_93"];
        var one = await Tool.RunAsync("check", Case("spi_202101"), "--materiality", "1000");
        var several = await Tool.RunAsync(["check", .. years.Select(Case), "--relations", Path.Combine(AppContext.BaseDirectory, "Cases", "mlf_excom94_yr1992.relations.json"), "--materiality", "500000"]);

        Words(one.Output).Should().Contain("Expenses (line 70), debit: published 10 500.37, expected 10 499.95, difference 0.42, overstated; follows from 1.")
            .And.Contain("Income (line 81), total: published (27 331.25), expected (27 271.25), difference (60.00), too low; follows from 2.")
            .And.Contain("Uncorrected two differences: net (59.58), gross 60.42; material (from 1 000): 0, below: 2");
        Words(several.Output).Should().Contain("TOTAL, Cash Payments: published 206 611 034, expected 206 126 442, difference 484 592, overstated; follows from 1 and 2.")
            .And.Contain("Uncorrected two differences: net (551 708), gross 551 708; material (from 500 000): 1, below: 1");
    }

    // One line is wrong; the totals above it are out with it and right as they stand.
    [Fact]
    public async Task A_figure_that_is_right_with_the_likeliest_cause_is_not_called_overstated()
    {
        using var folder = SampleFolder.Empty();
        var lines = (await File.ReadAllTextAsync(Case("spi_201601"))).Split('\n');
        lines[39] = lines[39].Replace("16140.21", "10529.11", StringComparison.Ordinal);

        var result = await Tool.RunAsync("check", folder.Write("ledger.txt", string.Join('\n', lines)));

        Words(result.Output).Should().Contain("Expenses (line 27), total: published 19 916.45, recomputed 14 305.35, right as printed if the likeliest cause is confirmed; follows from 1.")
            .And.Contain("Meetups (line 40), total: published 10 529.11, expected 16 140.21, difference (5 611.10), understated; follows from 2.");
    }

    [Fact]
    public async Task A_line_that_the_template_has_and_the_document_has_not_is_the_first_cause()
    {
        using var folder = await SampleFolder.CreateAsync();
        folder.Replace("annex.txt", "Investment revenue\t32 545\n", "");

        var report = await Tool.RunAsync("check", folder["annex.txt"], "--template", "un-trust-fund-status", "--materiality", "1000");
        var unnamed = await Tool.RunAsync("check", folder["annex.txt"], "--materiality", "1000");
        var queries = await Tool.RunAsync("check", folder["annex.txt"], "--template", "un-trust-fund-status", "--queries");

        Words(report.Output).Should().Contain(
            "Possible cause, to be confirmed: the line Investment revenue is missing, of 32 545: the template has it, and the document has not. Less likely: Other exchange revenue")
            .And.Contain("Investment revenue: 32 545 understated, material");
        unnamed.Output.Should().Be(report.Output, "the template is recognised by the lines that every statement of it prints");
        Words(queries.Output).Should().Contain("Effect Investment revenue 32 545 understated; on other figures as printed none, if it alone is wrong");
    }

    private static async Task<SampleFolder> RegisteredAsync(string late)
    {
        var folder = await SampleFolder.CreateAsync();
        var registered = await Tool.RunAsync(
            "register", folder["books.db"], folder["annex.txt"], "--symbol", "A/72/99", "--date", "2017-06-30", "--status", "certified", "--year", "2016");
        registered.Exit.Should().Be(0, registered.Error);
        await AddAsync(folder, late);
        return folder;
    }

    private static async Task AddAsync(SampleFolder folder, string rows)
    {
        var columns = File.ReadLines(folder["journal.csv"]).First().Split(',');
        var stated = YearBooks.Header.TrimEnd().Split(',');
        var added = rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(','))
            .Select(cells => string.Join(',', columns.Select(column => Array.IndexOf(stated, column) is >= 0 and var at ? cells[at] : "")));
        File.AppendAllText(folder["journal.csv"], string.Join('\n', added) + "\n");
        var import = await Tool.RunAsync("import", folder["books.db"], folder.Path);
        import.Exit.Should().Be(0, import.Error);
    }

    private static Task<Tool.Result> ReconcileAsync(SampleFolder folder, params string[] more) =>
        Tool.RunAsync(["reconcile", folder["annex.txt"], "--books", folder["books.db"], .. more]);

    private static string Case(string name) => Path.Combine(AppContext.BaseDirectory, "Cases", name + ".txt");

    private static string Words(string text) => WhiteSpace().Replace(text, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
