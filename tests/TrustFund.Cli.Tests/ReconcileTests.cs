using System.Globalization;
using System.Text.Json;

namespace TrustFund.Cli.Tests;

public sealed class ReconcileTests
{
    [Fact]
    public async Task The_working_paper_of_the_sample_is_as_filed()
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync("reconcile", folder["annex.txt"], "--books", folder["books.db"], "--narrative", folder["narrative.txt"]);

        result.Exit.Should().Be(0);
        Golden.ShouldEqual("reconcile.txt", result.Output);
        result.Output.Split('\n').Should().OnlyContain(line => line.Length <= 100 && line == line.TrimEnd());
    }

    [Fact]
    public async Task The_lead_schedule_in_csv_is_as_filed()
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync(
            "reconcile", folder["annex.txt"], "--books", folder["books.db"], "--narrative", folder["narrative.txt"], "--format", "csv");

        Golden.ShouldEqual("reconcile.csv", result.Output);
    }

    [Fact]
    public async Task Books_in_SQLite_and_in_CSV_reconcile_alike()
    {
        using var folder = await SampleFolder.CreateAsync();

        var stored = await Tool.RunAsync("reconcile", folder["annex.txt"], "--books", folder["books.db"], "--format", "csv");
        var files = await Tool.RunAsync("reconcile", folder["annex.txt"], "--books", folder.Path, "--format", "csv");

        files.Should().Be(stored);
    }

    [Fact]
    public async Task Every_published_figure_equals_the_reproduced_one()
    {
        using var report = await JsonAsync();

        var figures = report.RootElement.GetProperty("documents")[0].GetProperty("figures").EnumerateArray().ToList();

        figures.Should().HaveCount(17);
        figures.Take(16).Should().OnlyContain(figure => figure.GetProperty("verdict").GetString() == "exact"
            && Math.Abs(Amount(figure, "amount") - Amount(figure, "perBooks")) <= 0.5m);
        report.RootElement.GetProperty("documents")[0].GetProperty("discrepancies").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Totals_surplus_closing_and_paragraph_40_are_exact_and_the_note_is_within_rounding()
    {
        using var report = await JsonAsync();

        var relations = report.RootElement.GetProperty("documents")[0].GetProperty("relations").EnumerateArray()
            .Select(relation => (
                Kind: relation.GetProperty("kind").GetString(), Verdict: relation.GetProperty("verdict").GetString(),
                Residual: relation.GetProperty("residual").GetString(), Bound: relation.GetProperty("bound").GetString()))
            .ToList();

        relations.Should().Equal(
            ("total", "exact", "0", "1"),
            ("total", "exact", "0", "1"),
            ("difference", "exact", "0", "1"),
            ("roll-forward", "exact", "0", "1"),
            ("note", "rounding", "-1", "3"),
            ("narrative", "exact", "0", "0"));
        report.RootElement.GetProperty("verdict").GetString().Should().Be("rounding");
    }

    [Fact]
    public async Task The_likelihood_of_the_note_is_that_of_six_addends()
    {
        using var report = await JsonAsync();

        var note = report.RootElement.GetProperty("documents")[0].GetProperty("relations").EnumerateArray()
            .Single(relation => relation.GetProperty("kind").GetString() == "note");

        Amount(note, "likelihood").Should().BeApproximately(0.489m, 0.0005m);
    }

    [Fact]
    public async Task The_witness_satisfies_every_relation_and_lies_in_every_interval()
    {
        using var report = await JsonAsync();
        var document = report.RootElement.GetProperty("documents")[0];

        var witness = document.GetProperty("witness").EnumerateArray()
            .ToDictionary(pair => pair.GetProperty("figure").GetString()!, pair => Amount(pair, "amount"));

        foreach (var figure in document.GetProperty("figures").EnumerateArray())
        {
            witness[figure.GetProperty("id").GetString()!].Should().BeInRange(Amount(figure, "low"), Amount(figure, "high"));
        }

        foreach (var relation in document.GetProperty("relations").EnumerateArray())
        {
            var computed = relation.GetProperty("terms").EnumerateArray()
                .Sum(term => witness[term.GetProperty("figure").GetString()!] * Amount(term, "coefficient"));
            (computed + Amount(relation, "constant")).Should().Be(witness[relation.GetProperty("target").GetString()!]);
        }

        witness.Values.Should().OnlyContain(amount => amount * 100 == decimal.Truncate(amount * 100));
    }

    [Fact]
    public async Task Peru_is_remarked_as_a_contributor_whom_paragraph_41_leaves_out_and_nothing_fails_by_it()
    {
        using var report = await JsonAsync();

        var observations = report.RootElement.GetProperty("documents")[0].GetProperty("observations").EnumerateArray()
            .Select(observation => observation.GetProperty("text").GetString()).ToList();

        observations.Should().Equal(
            "Para. 40 says \"received\", a word of cash; Voluntary contributions is accrual revenue.",
            "Para. 41 names five contributors; note a has six (Peru, 28 802). Peru: named in another sentence.");
    }

    [Fact]
    public async Task Illustrative_books_say_so_in_every_format_of_every_command()
    {
        using var folder = await SampleFolder.CreateAsync();
        string[][] commands =
        [
            ["reconcile", folder["annex.txt"], "--books", folder["books.db"]],
            ["reconcile", folder["annex.txt"], "--trial-balance", folder["trial-balance.csv"], "--mapping", folder["mapping.csv"]],
            ["statement", "--books", folder["books.db"], "--year", "2016"],
            ["trial-balance", "--books", folder["books.db"]],
            ["entries", "--books", folder["books.db"]],
        ];

        foreach (var command in commands)
        {
            foreach (var format in new[] { "text", "json", "csv" })
            {
                var result = await Tool.RunAsync([.. command, "--format", format]);
                result.Output.ToUpperInvariant().Should().Contain("ILLUSTRATIVE", $"{string.Join(' ', command)} --format {format}");
            }
        }
    }

    private static async Task<JsonDocument> JsonAsync()
    {
        using var folder = await SampleFolder.CreateAsync();
        var result = await Tool.RunAsync(
            "reconcile", folder["annex.txt"], "--books", folder["books.db"], "--narrative", folder["narrative.txt"], "--format", "json");
        result.Exit.Should().Be(0);
        return JsonDocument.Parse(result.Output);
    }

    private static decimal Amount(JsonElement element, string name) =>
        decimal.Parse(element.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
}
