using System.Text.Json;

namespace TrustFund.Cli.Tests;

/// <summary>Relations found in a document: saved, corrected, used for the next, and found beside those that are declared.</summary>
public sealed class SavedRelationsTests : IDisposable
{
    private const string ThisYear = "Status of the fund\n(United States dollars)\nBalance, 1 January 2016\t3 915 300\nContributions\t2 190 894\nInterest\t32 545\n"
        + "Total revenue\t2 223 439\nSalaries\t1 900 214\nTravel\t181 312\nTotal expenses\t2 081 526\nSurplus\t141 913\nBalance, 31 December 2016\t4 057 213\n";

    private const string Revenue = """{"format":"trustfund.relations/1","nil":"nil","relations":[{"id":"revenue","kind":"total","target":"Total revenue","add":["Contributions","Interest"]}]}""";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Relations_that_were_discovered_are_saved_and_used_for_the_next_year()
    {
        var file = Path.Combine(_folder, "saved.json");
        var nextYear = Written("2017.txt", ThisYear.Replace("2016", "2017", StringComparison.Ordinal).Replace("1 900 214", "1 900 215", StringComparison.Ordinal));

        var saved = await Tool.RunAsync("check", Written("2016.txt", ThisYear), "--save-relations", file);
        var checkedAgain = await Tool.RunAsync("check", nextYear, "--relations", file, "--format", "json");

        (saved.Exit, saved.Error).Should().Be((0, $"Wrote the relations found in 2016.txt to {file}.\n"));
        using var json = JsonDocument.Parse(checkedAgain.Output);
        var relations = json.RootElement.GetProperty("documents")[0].GetProperty("relations").EnumerateArray().ToList();
        relations.Should().HaveCount(4).And.OnlyContain(relation => relation.GetProperty("basis").GetString() == "declared");
        relations.Select(relation => relation.GetProperty("verdict").GetString()).Should().Equal("exact", "rounding", "exact", "exact");
    }

    [Fact]
    public async Task A_relations_file_is_not_replaced_without_being_told()
    {
        var (document, file) = (Written("2016.txt", ThisYear), Written("saved.json", "mine"));

        var refused = await Tool.RunAsync("check", document, "--save-relations", file);
        var kept = File.ReadAllText(file);
        var replaced = await Tool.RunAsync("check", document, "--save-relations", file, "--overwrite");

        (refused.Exit, refused.Error).Should().Be((2, $"There is a file '{file}' already; --overwrite replaces it.\n"));
        kept.Should().Be("mine");
        replaced.Exit.Should().Be(0);
        File.ReadAllText(file).Should().Contain("trustfund.relations/1");
    }

    [Fact]
    public async Task Relations_of_several_documents_are_not_saved_as_one()
    {
        var result = await Tool.RunAsync("check", Written("a.txt", ThisYear), Written("b.txt", ThisYear), "--save-relations", Path.Combine(_folder, "saved.json"));

        (result.Exit, result.Error).Should().Be((2, "--save-relations writes the relations of one document: name one.\n"));
    }

    [Fact]
    public async Task A_relations_file_that_cannot_be_written_is_told()
    {
        var result = await Tool.RunAsync("check", Written("2016.txt", ThisYear), "--save-relations", Path.Combine(_folder, "none", "saved.json"));

        result.Exit.Should().Be(2);
        result.Error.Should().Be($"There is no folder '{Path.Combine(_folder, "none")}' to write '{Path.Combine(_folder, "none", "saved.json")}' into. Make it first, or name another.\n");
    }

    [Fact]
    public async Task What_is_vetoed_is_not_saved()
    {
        var (document, file) = (Written("2016.txt", ThisYear), Path.Combine(_folder, "saved.json"));

        var saved = await Tool.RunAsync("check", document, "--veto", "r2", "--save-relations", file);
        var again = await Tool.RunAsync("check", document, "--relations", file, "--list-relations");

        saved.Exit.Should().Be(0);
        again.Output.Should().Contain("Relations 3 declared").And.NotContain("total-2");
    }

    [Fact]
    public async Task A_saved_relation_is_vetoed_by_its_name_and_not_found_again()
    {
        var (document, file) = (Written("2016.txt", ThisYear), Path.Combine(_folder, "saved.json"));
        await Tool.RunAsync("check", document, "--save-relations", file);
        Written("saved.json", File.ReadAllText(file).Replace("\"relations\":", "\"veto\": \"total-2\", \"relations\":", StringComparison.Ordinal));

        var result = await Tool.RunAsync("check", document, "--relations", file, "--discover");

        result.Exit.Should().Be(0);
        result.Output.Should().Contain("Relations 3 declared\n").And.Contain("2 figures not tested");
    }

    [Fact]
    public async Task Nothing_found_is_nothing_written()
    {
        var file = Path.Combine(_folder, "saved.json");

        var result = await Tool.RunAsync("check", Written("a.txt", "Options\nFirst\t1 200\nSecond\t7 411\n"), "--save-relations", file);

        (result.Exit, result.Error).Should().Be((5, $"No relations were found in a.txt: {file} was not written.\n"));
        File.Exists(file).Should().BeFalse();
    }

    [Fact]
    public async Task Beside_a_relations_file_nothing_is_found_unless_asked_for_and_that_is_said()
    {
        var (document, file) = (Written("2016.txt", ThisYear), Written("mine.json", Revenue));

        var declared = await Tool.RunAsync("check", document, "--relations", file, "--width", "200");
        var beside = await Tool.RunAsync("check", document, "--relations", file, "--discover");

        declared.Output.Should().Contain("Relations 1 declared\n").And.Contain("6 figures not tested");
        Words(declared.Output).Should().Contain("1 mine.json says nothing of six amounts that can be tested by what the document itself shows: --discover tests them as well.")
            .And.Contain("2 Not tested, though it is a total: Total expenses 2 081 526. No relation is declared of it.");
        beside.Output.Should().Contain("Relations 1 declared, 3 discovered\n").And.Contain("all tested").And.NotContain("--discover");
    }

    [Fact]
    public async Task What_is_declared_comes_before_what_is_found()
    {
        var file = Written("mine.json", Revenue.Replace("[\"Contributions\",\"Interest\"]", "[\"Contributions\"]", StringComparison.Ordinal));

        var result = await Tool.RunAsync("check", Written("2016.txt", ThisYear), "--relations", file, "--discover");

        result.Exit.Should().Be(1);
        result.Output.Should().Contain("Relations 1 declared, 3 discovered\n").And.Contain("Total revenue does not foot");
    }

    [Fact]
    public async Task Relations_are_found_beside_a_template_where_asked_for()
    {
        var annex = Path.Combine(AppContext.BaseDirectory, "Cases", "un_lirec_2016.txt");
        var document = Written("annex.txt", File.ReadAllText(annex) + "\nTable 2\nStaff costs\t700 000\nTravel\t61 300\nAudit\t18 225\nTotal\t779 525\n");

        var alone = await Tool.RunAsync("check", document);
        var beside = await Tool.RunAsync("check", document, "--discover");

        alone.Output.Should().Contain("of the template\n");
        beside.Output.Should().MatchRegex("of the template, [0-9]+ discovered\n");
    }

    [Fact]
    public async Task What_is_found_beside_a_relations_file_is_saved_together_with_it()
    {
        var (document, file, both) = (Written("2016.txt", ThisYear), Written("mine.json", Revenue), Path.Combine(_folder, "both.json"));

        var refused = await Tool.RunAsync("check", document, "--relations", file, "--save-relations", both);
        var saved = await Tool.RunAsync("check", document, "--relations", file, "--discover", "--veto", "revenue", "--save-relations", both);

        (refused.Exit, refused.Error).Should().Be((2, $"2016.txt is checked with the relations of '{file}', and nothing was looked for: with --discover, what is found besides is saved together with them.\n"));
        saved.Error.Should().Be($"Wrote the relations of mine.json and those found besides in 2016.txt to {both}.\n");
        using var json = JsonDocument.Parse(File.ReadAllText(both));
        json.RootElement.GetProperty("nil").GetString().Should().Be("nil");
        json.RootElement.GetProperty("veto").EnumerateArray().Select(name => name.GetString()).Should().Equal("revenue");
        json.RootElement.GetProperty("relations").EnumerateArray().Select(relation => relation.GetProperty("id").GetString()).Should().Equal("revenue", "total-1", "difference-1", "roll-forward-1");
    }

    [Fact]
    public async Task Where_lines_have_come_or_gone_it_is_said_and_no_failure()
    {
        var file = Path.Combine(_folder, "saved.json");
        await Tool.RunAsync("check", Written("2016.txt", ThisYear), "--save-relations", file);
        var come = Written("2017.txt", ThisYear.Replace("2016", "2017", StringComparison.Ordinal).Replace("Travel\t181 312", "Travel\t180 312\nAudit\t1 000", StringComparison.Ordinal));
        var gone = Written("2018.txt", ThisYear.Replace("2016", "2018", StringComparison.Ordinal).Replace("Travel\t181 312", "Audit\t181 312", StringComparison.Ordinal));

        var (more, less) = (await Tool.RunAsync("check", come, "--relations", file), await Tool.RunAsync("check", gone, "--relations", file));

        (more.Exit, less.Exit).Should().Be((0, 0));
        Words(more.Output).Should().Contain("Since saved.json was saved the lines have changed of Total expenses (with Audit): tested as found here.");
        Words(less.Output).Should().Contain("One relation of saved.json does not fit this document: for total-2 it has no line 'Travel' with an amount. What was found in the document itself stands in its place.");
    }

    [Fact]
    public async Task Relations_of_a_document_without_tables_are_at_fault()
    {
        var result = await Tool.RunAsync("check", Written("empty.txt", "Nothing to report.\n"), "--relations", Written("mine.json", Revenue), "--width", "400");

        result.Exit.Should().NotBe(70);
        (result.Output + result.Error).Should().Contain("has no line 'Total revenue' with an amount");
    }

    [Fact]
    public async Task Another_line_is_not_taken_for_the_one_declared()
    {
        var document = Written("phases.txt", "Programme\nPhase II\t1 200\nPhase III\t2 310\nAdministration\t815\nTotal\t4 325\n");
        var file = Written("mine.json", """{"format":"trustfund.relations/1","relations":[{"kind":"total","target":"Total","add":["Phase I","Phase III","Administration"]}]}""");

        var result = await Tool.RunAsync("check", document, "--relations", file, "--width", "400");

        (result.Output + result.Error).Should().Contain("has no line 'Phase I' with an amount");
    }

    private static string Words(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private string Written(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
