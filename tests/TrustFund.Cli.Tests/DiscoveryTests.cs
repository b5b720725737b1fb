using System.Text.Json;

namespace TrustFund.Cli.Tests;

/// <summary><c>check</c> of documents that nobody has declared anything about: alone and in folders.</summary>
public sealed class DiscoveryTests : IDisposable
{
    private const string ThisYear = "Status of the fund\n(United States dollars)\nBalance, 1 January 2016\t3 915 300\nContributions\t2 190 894\nInterest\t32 545\n"
        + "Total revenue\t2 223 439\nSalaries\t1 900 214\nTravel\t181 312\nTotal expenses\t2 081 526\nSurplus\t141 913\nBalance, 31 December 2016\t4 057 213\n";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_folder_stands_on_the_narrowest_page()
    {
        Written("a-statement-of-a-long-name.txt", ThisYear);
        Written("b.txt", ThisYear);

        var result = await Tool.RunAsync("check", _folder, "--width", "40");

        result.Exit.Should().Be(0);
        result.Output.Should().StartWith("a-statement-of-a-long-name.txt\n              agrees ");
    }

    [Fact]
    public async Task A_folder_of_statements_is_told_a_line_each_and_in_totals()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Cases"), "*.txt"))
        {
            File.Copy(path, Path.Combine(_folder, Path.GetFileName(path)));
        }

        var result = await Tool.RunAsync("check", _folder);

        result.Exit.Should().Be(3, "one cell of one statement cannot be read");
        Golden.ShouldEqual("folder.txt", result.Output);
    }

    [Fact]
    public async Task A_template_that_nobody_named_is_not_taken_where_the_statement_has_a_line_of_its_own()
    {
        const string status = "Status of the fund for 2019\n(United States dollars)\nAccumulated surplus, 1 January 2019\t1 151 542\nRevenue\nVoluntary contributions\t356 287\nInvestment revenue\t5 044\n"
            + "Other exchange revenue\t–\nTotal revenue\t361 331\nExpenses\nOperating expenses\t859 449\nProgramme support costs\t111 728\nTotal expenses\t971 177\n"
            + "Surplus/(deficit)\t(609 846)\nAccumulated surplus, 31 December 2019\t541 696\n";

        var result = await Tool.RunAsync("check", Written("2019.txt", status));

        result.Exit.Should().Be(0);
        result.Output.Should().Contain("all tested").And.NotContain("Template");
    }

    [Fact]
    public async Task A_folder_without_statements_is_wrong_usage()
    {
        var result = await Tool.RunAsync("check", _folder);

        (result.Exit, result.Error).Should().Be((2, $"The folder '{_folder}' holds no statement: no file NAME.txt.\n"));
    }

    [Fact]
    public async Task What_a_folder_holds_besides_statements_is_named()
    {
        Written("2016.txt", ThisYear);
        Written("2017.TXT", ThisYear.Replace("2016", "2017", StringComparison.Ordinal));
        Written("2016.narrative.txt", "The fund did well.");
        Written("index.md", "# Statements");
        Written("2017.relations.json", """{"format":"trustfund.relations/1","relations":[{"target":"Total revenue","add":["Contributions","Interest"]}]}""");

        var few = await Tool.RunAsync("check", _folder);
        Directory.CreateDirectory(Path.Combine(_folder, "older"));
        foreach (var name in new[] { "a.csv", "b.csv", "c.csv" })
        {
            Written(name, "1");
        }

        var many = await Tool.RunAsync("check", _folder);

        (few.Exit, few.Error).Should().Be((0, $"Not read in '{_folder}': 2016.narrative.txt and index.md. The statements of a folder are its files NAME.txt; name others to check them, a narrative with --narrative.\n"));
        few.Output.Should().Contain("2016.txt").And.Contain("2017.TXT");
        many.Error.Should().StartWith($"Not read in '{_folder}': 2016.narrative.txt, a.csv, b.csv, c.csv and 2 more. ");
    }

    [Fact]
    public async Task A_relation_that_was_discovered_says_so_and_why()
    {
        var result = await Tool.RunAsync("check", Written("2016.txt", ThisYear), "--format", "json");

        using var json = JsonDocument.Parse(result.Output);
        var relations = json.RootElement.GetProperty("documents")[0].GetProperty("relations").EnumerateArray().ToList();
        result.Exit.Should().Be(0);
        relations.Should().HaveCount(4).And.OnlyContain(relation => relation.GetProperty("basis").GetString() == "discovered");
        relations[0].GetProperty("because").GetString().Should().Be("the lines above add up to it; amounts that have nothing to do with each other would do so by chance about once in a million times");
    }

    [Fact]
    public async Task A_relation_is_listed_below_the_reason_why_it_is_believed()
    {
        var result = await Tool.RunAsync("check", Written("2016.txt", ThisYear), "--list-relations");

        Words(result.Output).Should().Contain("Relations Reason: the lines above add up to it; amounts that have nothing to do with each other would do so by chance about once in a million times."
            + " r1: Total revenue foots: 2 190 894 + 32 545 = 2 223 439. r2: Total expenses foots")
            .And.Contain("Reason: the lines above, some taken off, come to it; amounts that");
    }

    [Fact]
    public async Task A_figure_that_another_relation_confirms_is_named_with_the_exception()
    {
        var result = await Tool.RunAsync("check", Written("2016.txt", ThisYear.Replace("32 545", "31 545", StringComparison.Ordinal)));
        var queries = await Tool.RunAsync("check", Path.Combine(_folder, "2016.txt"), "--queries");

        result.Exit.Should().Be(1);
        Words(result.Output).Should().Contain("Confirmed by other relations: Total revenue (Surplus foots with it).");
        Words(queries.Output).Should().Contain("Confirmed Total revenue (Surplus foots with it)");
    }

    [Fact]
    public async Task What_would_hold_also_if_it_were_out_by_the_difference_confirms_nothing()
    {
        var document = Written("wide.txt", "(United States dollars)\nA\t1 201\nB\t2 312\nC\t3 423\nD\t4 534\nE\t5 645\nF\t6 756\nG\t7 867\nH\t8 978\nDonors\t40 717\nInterest\t512\nTotal\t41 232\n");
        Written("wide.relations.json", """{"format":"trustfund.relations/1","relations":[{"id":"donors","because":"it says so..","target":"Donors","add":{"from":"A","through":"H"}},{"id":"total","target":"Total","add":["Donors","Interest"]}]}""");

        var result = await Tool.RunAsync("check", document);
        var listed = await Tool.RunAsync("check", document, "--list-relations");

        result.Exit.Should().Be(1);
        result.Output.Should().Contain("Total does not foot").And.NotContain("Confirmed by");
        listed.Output.Should().Contain("Reason: it says so.\n");
    }

    [Fact]
    public async Task A_schedule_of_many_documents_leaves_none_out()
    {
        Written("a.txt", ThisYear);
        Written("b.txt", "Nothing but words.\n");

        var result = await Tool.RunAsync("check", _folder, "--format", "csv");

        result.Output.Should().Contain("a.txt,").And.MatchRegex("\nb.txt,.*,U,.*\n");
    }

    private static string Words(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private string Written(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
