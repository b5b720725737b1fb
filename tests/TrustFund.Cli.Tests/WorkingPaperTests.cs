namespace TrustFund.Cli.Tests;

/// <summary>What a reader sees of published statements checked by themselves, as approved by a person.</summary>
public sealed class WorkingPaperTests
{
    [Theory]
    [InlineData("wb_tf_2021_key_statistics", 1)]
    [InlineData("uk_charity_1122960_sofa_2023", 3)]
    [InlineData("unfccc_cp2015_21_conference_contingency_2016_17", 0)]
    public async Task The_working_paper_of_a_published_statement_is_as_approved(string name, int exit)
    {
        var result = await Tool.RunAsync("check", Case(name));

        result.Exit.Should().Be(exit);
        Golden.ShouldEqual($"{name}.txt", result.Output);
        result.Output.Split('\n').Should().AllSatisfy(line => line.Length.Should().BeLessThanOrEqualTo(100));
    }

    [Fact]
    public async Task Queries_are_drafted_sorted_by_materiality_and_summed()
    {
        using var folder = SampleFolder.Empty();
        var document = Misprinted(folder);

        var queries = await Tool.RunAsync("check", document, "--queries", "--materiality", "1000", "--trivial", "5");
        var summed = await Tool.RunAsync("check", document, "--materiality", "50");
        var unreadable = await Tool.RunAsync("check", Case("uk_charity_1122960_sofa_2023"), "--queries");

        queries.Exit.Should().Be(1);
        Golden.ShouldEqual("queries.txt", queries.Output + "\n----\n\n" + unreadable.Output);
        summed.Output.Should().Contain("Uncorrected   one difference: net (90), gross 90; material (from 50): 1, below: 0");
    }

    [Fact]
    public async Task A_rounding_difference_too_improbable_to_pass_is_a_query()
    {
        using var folder = SampleFolder.Empty();
        var lines = string.Concat(Enumerable.Range(1, 51).Select(number => FormattableString.Invariant($"Donor {number}\t{number * 7919}\n")));
        var document = folder.Write("donors.txt", $"(United States dollars)\n\n{lines}Total\t{(51 * 52 / 2 * 7919) + 9}\n");
        folder.Write("donors.relations.json", """{"format":"trustfund.relations/1","relations":[{"target":"Total","add":{"from":"Donor 1","through":"Donor 51"}}]}""");

        var report = await Tool.RunAsync("check", document);
        var queries = await Tool.RunAsync("check", document, "--queries");

        report.Exit.Should().Be(1);
        report.Output.Should().Contain("QUERY   A rounding difference too improbable to pass as one");
        queries.Exit.Should().Be(1);
        queries.Output.Should().Contain("Query 1   donors.txt: Total (line 54, column 7)").And.MatchRegex(@"Too\s+improbable to pass as rounding: a query\.");
    }

    [Fact]
    public async Task A_line_that_a_relation_names_and_the_document_has_not_leaves_the_document_not_fully_tested()
    {
        using var folder = SampleFolder.Empty();
        var document = folder.Write("document.txt", "A\t1\nB\t2\nTotal\t3\nNet\t3\n");
        folder.Write("document.relations.json", """{"format":"trustfund.relations/1","relations":[{"target":"Total","add":["A","B"]},{"target":"Net","add":["Total","C"]}]}""");

        var result = await Tool.RunAsync("check", document);

        result.Exit.Should().Be(3);
        result.Output.Should().Contain("NOT FULLY TESTED   3 figures tested; 1 relation exact, 0 rounding; 1 figure not tested; 1 problem");
    }

    [Fact]
    public async Task A_corrigendum_has_the_confirmed_corrections_and_says_what_is_not_in_it()
    {
        using var folder = SampleFolder.Empty();

        var confirmed = await Tool.RunAsync("check", Misprinted(folder), "--corrigendum");
        var open = await Tool.RunAsync("check", Case("wb_tf_2021_key_statistics"), "--corrigendum");

        confirmed.Output.Should().Be("Annex, Total revenue. For 2 223 349 read 2 223 439\n");
        open.Output.Should().Be("No confirmed correction.\nNot confirmed, and so not in it: one exception; see the report without --corrigendum.\n");
    }

    [Theory]
    [InlineData("--corrigendum and --queries are reports of their own, in text: name one of them, without --format.", "--queries", "--corrigendum")]
    [InlineData("--corrigendum and --queries are reports of their own, in text: name one of them, without --format.", "--queries", "--format", "json")]
    [InlineData("--list-relations belongs to the working paper: leave out --corrigendum, --queries and --format csv. JSON lists the relations by itself.", "--list-relations", "--corrigendum")]
    [InlineData("--list-relations belongs to the working paper: leave out --corrigendum, --queries and --format csv. JSON lists the relations by itself.", "--list-relations", "--queries")]
    [InlineData("--list-relations belongs to the working paper: leave out --corrigendum, --queries and --format csv. JSON lists the relations by itself.", "--list-relations", "--format", "csv")]
    [InlineData("--trivial is above --materiality: what is material cannot be trivial.", "--trivial", "100", "--materiality", "50")]
    [InlineData("--materiality is an amount such as 1000 or 0.5, not 'much'.", "--materiality", "much")]
    public async Task Options_that_do_not_go_together_are_told(string message, params string[] options)
    {
        var result = await Tool.RunAsync(["check", Case("un_lirec_2016"), .. options]);

        result.Exit.Should().Be(2);
        result.Error.Should().Contain(message);
    }

    [Fact]
    public async Task A_relation_that_is_vetoed_is_not_tested_and_one_that_is_not_there_is_told()
    {
        var vetoed = await Tool.RunAsync("check", Case("wb_tf_2021_key_statistics"), "--veto", "executed");
        var twice = await Tool.RunAsync("check", Case("wb_tf_2021_key_statistics"), "--veto", "executed", "--veto", "executed.4");
        var unknown = await Tool.RunAsync("check", Case("wb_tf_2021_key_statistics"), "--veto", "nothing");

        vetoed.Exit.Should().Be(0);
        vetoed.Output.Should().NotContain("1.03 + 2.55", "the name leaves out what is declared in all five columns");
        (twice.Exit, twice.Error).Should().Be((0, ""));
        unknown.Exit.Should().Be(2);
        unknown.Output.Should().BeEmpty();
        unknown.Error.Should().StartWith("--veto 'nothing' names no relation: there are contributions, contributions.2, ").And.EndWith(" more; --list-relations lists them.\n");
    }

    [Fact]
    public async Task A_veto_of_a_name_mistyped_names_all_where_they_are_few_and_writes_no_file()
    {
        using var folder = SampleFolder.Empty();

        var result = await Tool.RunAsync("check", Case("un_lirec_2016"), "--discover", "--veto", "r9", "--veto", "x", "--save-relations", folder["saved.json"]);
        var nothing = await Tool.RunAsync("check", folder.Write("prose.txt", "Nothing here.\n"), "--veto", "r1");

        result.Exit.Should().Be(2);
        result.Error.Should().StartWith("--veto 'r9' names no relation: there are ").And.Contain("\n--veto 'x' names no relation: there are ");
        File.Exists(folder["saved.json"]).Should().BeFalse();
        (nothing.Exit, nothing.Error).Should().Be((2, "--veto 'r1' names no relation: no relation was found or declared.\n"));
    }

    [Fact]
    public async Task A_name_of_one_document_is_vetoed_in_that_and_passes_in_the_others()
    {
        using var folder = SampleFolder.Empty();
        const string income = "Grants\t120\nFees\t51\nRent\t74\nTotal income\t245\n";
        folder.Write("one.txt", income + "Notes\t1\n");
        folder.Write("two.txt", income + "Salaries\t104\nTravel\t33\nTotal expenditure\t137\nSurplus\t108\n");

        var result = await Tool.RunAsync("check", folder.Path, "--veto", "r3");

        result.Error.Should().BeEmpty("r3 is a relation of two.txt");
        result.Output.Should().Contain("7 of     8 figures tested");
    }

    [Fact]
    public async Task A_veto_of_a_relations_file_that_names_no_relation_is_told_with_the_file()
    {
        using var folder = SampleFolder.Empty();
        folder.Write("one.relations.json", """{"format":"trustfund.relations/1","veto":["gone"],"relations":[{"target":"Total income","add":["Grants","Fees"]}]}""");

        var result = await Tool.RunAsync("check", folder.Write("one.txt", "Grants\t10\nFees\t5\nTotal income\t15\n"));

        (result.Exit, result.Error).Should().Be((3, "one.relations.json, line 1, column 1: found no relation 'gone' to leave out; expected the name of one; there are r1. Correct the veto.\n"));
    }

    private static string Case(string name) => Path.Combine(AppContext.BaseDirectory, "Cases", name + ".txt");

    // The annex with two digits of its total revenue transposed, and its relations.
    private static string Misprinted(SampleFolder folder)
    {
        folder.Write("annex.relations.json", File.ReadAllText(Path.ChangeExtension(Case("un_lirec_2016"), ".relations.json")));
        return folder.Write("annex.txt", File.ReadAllText(Case("un_lirec_2016")).Replace("2 223 439", "2 223 349", StringComparison.Ordinal));
    }
}
