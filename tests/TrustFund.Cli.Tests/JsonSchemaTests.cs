using NJsonSchema;

namespace TrustFund.Cli.Tests;

/// <summary>Every JSON report is what its published schema says; a schema that takes anything would not do.</summary>
public sealed class JsonSchemaTests
{
    private static readonly Dictionary<string, string[]> Commands = new()
    {
        ["report"] = ["reconcile", "{0}/annex.txt", "--books", "{0}/books.db", "--narrative", "{0}/narrative.txt"],
        ["entries"] = ["entries", "--books", "{0}/books.db"],
        ["trial-balance"] = ["trial-balance", "--books", "{0}/books.db"],
        ["statement"] = ["statement", "--books", "{0}/books.db", "--year", "2016"],
        ["contributions"] = ["entries", "--books", "{0}/books.db", "--figure", "closing", "--year", "2016"],
        ["audit"] = ["audit", "{0}/books.db"],
        ["diff"] = ["diff", "{0}/books.db", "--from", "#90"],
    };

    [Theory]
    [InlineData("report"), InlineData("entries"), InlineData("trial-balance"), InlineData("statement"), InlineData("contributions"), InlineData("audit"), InlineData("diff")]
    public async Task A_report_is_what_its_schema_says(string name)
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync([.. Commands[name].Select(word => word.Replace("{0}", folder.Path, StringComparison.Ordinal)), "--format", "json"]);

        (await ErrorsAsync(name, result.Output)).Should().BeEmpty();
        (await ErrorsAsync(name, "{}")).Should().NotBeEmpty("the schema must refuse something");
    }

    [Fact]
    public async Task Reports_with_exceptions_problems_and_movements_are_what_their_schemas_say()
    {
        using var folder = await SampleFolder.CreateAsync();
        folder.Replace("annex.txt", "2 223 439", "2 223 349");
        folder.Replace("annex.txt", "32 545", "#REF!");

        var report = await Tool.RunAsync("reconcile", folder["annex.txt"], "--books", folder["books.db"], "--format", "json");
        var alone = await Tool.RunAsync("check", folder["annex.txt"], "--format", "json");
        var movements = await Tool.RunAsync("trial-balance", "--books", folder["books.db"], "--year", "2016", "--movements", "--format", "json");

        report.Exit.Should().Be(3);
        (await ErrorsAsync("report", report.Output)).Should().BeEmpty();
        (await ErrorsAsync("report", alone.Output)).Should().BeEmpty();
        (await ErrorsAsync("trial-balance", movements.Output)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_report_of_files_of_which_nothing_is_read_is_what_its_schema_says()
    {
        using var folder = SampleFolder.Empty();
        folder.Write("empty.txt", "");
        folder.Write("locked.txt", "Grants\t10\n");
        using var locked = new FileStream(folder["locked.txt"], FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var report = await Tool.RunAsync("check", folder.Path, "--format", "json");

        report.Exit.Should().Be(3);
        (await ErrorsAsync("report", report.Output)).Should().BeEmpty();
    }

    [Fact]
    public async Task Checkpoints_and_proofs_are_what_their_schemas_say()
    {
        using var folder = await SampleFolder.CreateAsync();
        await Tool.RunAsync("init", folder["empty.db"]);

        await Tool.RunAsync("audit", folder["books.db"], "--write-checkpoint", folder["books.checkpoint"]);
        await Tool.RunAsync("audit", folder["empty.db"], "--write-checkpoint", folder["empty.checkpoint"]);
        var proof = await Tool.RunAsync("prove", folder["books.db"], "--donor", "CAN");

        foreach (var checkpoint in new[] { "books.checkpoint", "empty.checkpoint" })
        {
            var json = await File.ReadAllTextAsync(folder[checkpoint]);
            (await ErrorsAsync("checkpoint", json)).Should().BeEmpty();
            (await ErrorsAsync("checkpoint", json.Replace("\"root\": \"", "\"root\": \"x", StringComparison.Ordinal))).Should().NotBeEmpty();
        }

        (await ErrorsAsync("proof", proof.Output)).Should().BeEmpty();
        (await ErrorsAsync("proof", proof.Output.Replace("\"previous\"", "\"earlier\"", StringComparison.Ordinal))).Should().NotBeEmpty();
    }

    [Fact]
    public async Task Checklists_periods_and_populations_are_what_their_schemas_say()
    {
        using var books = await YearBooks.CreateAsync();

        var blocked = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2016", "--dry-run", "--format", "json");
        var closed = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2015", "--format", "json");
        var periods = await books.RunAsync("periods", "{0}", "--format", "json");
        var entries = await books.RunAsync("entries", "--books", "{0}", "--select", "unapproved", "--format", "json");

        (await ErrorsAsync("checklist", blocked.Output)).Should().BeEmpty();
        (await ErrorsAsync("checklist", closed.Output)).Should().BeEmpty();
        (await ErrorsAsync("periods", periods.Output)).Should().BeEmpty();
        (await ErrorsAsync("entries", entries.Output)).Should().BeEmpty();
        (await ErrorsAsync("checklist", periods.Output)).Should().NotBeEmpty("the schema must refuse something");
    }

    [Fact]
    public async Task Every_relations_file_is_what_its_schema_says()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Cases"), "*.relations.json"))
        {
            (await ErrorsAsync("relations", await File.ReadAllTextAsync(file))).Should().BeEmpty(file);
        }

        (await ErrorsAsync("relations", """{"format":"trustfund.relations/1","colour":"red"}""")).Should().NotBeEmpty("the schema must refuse something");
    }

    [Fact]
    public async Task Reports_of_checks_across_documents_are_what_their_schema_says()
    {
        string[] chain = [.. new[] { "2013.txt", "2014.txt", "2016.txt" }.Select(year => Path.Combine(AppContext.BaseDirectory, "Fixtures", "Chain", year))];
        var relations = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Chain", "chain.relations.json");
        var table = Path.Combine(AppContext.BaseDirectory, "Cases", "wb_tf_2021_key_statistics.txt");

        var years = await Tool.RunAsync(["check", .. chain, "--relations", relations, "--format", "json"]);
        var exception = await Tool.RunAsync("check", table, "--format", "json");

        (await ErrorsAsync("report", years.Output)).Should().BeEmpty();
        (await ErrorsAsync("report", exception.Output)).Should().BeEmpty();
    }

    internal static async Task<IEnumerable<string>> ErrorsAsync(string name, string json)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Schemas", $"{name}.schema.json"));
        return schema.Validate(json).Select(error => error.ToString());
    }
}
