using System.Text.Json;

namespace TrustFund.Cli.Tests;

/// <summary>From a figure to its entries, and from an entry to its figures.</summary>
public sealed class FigureEntriesTests
{
    [Fact]
    public async Task The_entries_behind_a_figure_are_listed_with_a_total_that_is_the_figure()
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync("entries", "--books", folder["books.db"], "--figure", "investment-revenue", "--year", "2016");

        result.Exit.Should().Be(0, result.Error);
        Golden.ShouldEqual("figure.txt", result.Output);
    }

    [Fact]
    public async Task A_line_may_be_named_as_it_is_printed()
    {
        using var folder = await SampleFolder.CreateAsync();

        var byId = await Tool.RunAsync("entries", "--books", folder["books.db"], "--figure", "investment-revenue", "--year", "2016");
        var byCaption = await Tool.RunAsync("entries", "--books", folder["books.db"], "--figure", "Investment revenue:1", "--year", "2016");

        byCaption.Should().BeEquivalentTo(byId);
    }

    [Fact]
    public async Task An_opening_balance_comes_from_all_entries_before()
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync("entries", "--books", folder["books.db"], "--figure", "opening:1", "--year", "2016", "--format", "csv");

        result.Output.Split('\n').Skip(1).Where(row => row.Length > 0).Should().OnlyContain(row => row.Contains(",2015-12-31,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_trace_names_every_figure_that_an_entry_moves()
    {
        using var folder = await SampleFolder.CreateAsync();
        var behind = await Tool.RunAsync("entries", "--books", folder["books.db"], "--figure", "investment-revenue", "--year", "2016", "--format", "csv");
        var entry = behind.Output.Split('\n')[1].Split(',')[0];

        var result = await Tool.RunAsync("entries", "--books", folder["books.db"], "--entry", entry, "--trace", "--year", "2016", "--format", "json");

        using var report = JsonDocument.Parse(result.Output);
        report.RootElement.GetProperty("contributions").EnumerateArray().Select(found => found.GetProperty("line").GetString())
            .Should().Equal("investment-revenue", "total-revenue", "surplus", "closing");
        Golden.ShouldEqual("trace.txt", (await Tool.RunAsync("entries", "--books", folder["books.db"], "--entry", entry, "--trace", "--year", "2016")).Output);
    }

    [Theory]
    [InlineData("--figure closing", "Name the year of the statement by --year, or another period by --period.")]
    [InlineData("--figure nothing --year 2016", "Template un-trust-fund-status v1 has no line 'nothing'; its lines are opening, ")]
    [InlineData("--figure closing:9 --year 2016", "The statement has no column '9'; its columns are 1.")]
    [InlineData("--entry nobody --trace --year 2016", "The books have no entry 'nobody'.")]
    [InlineData("--trace --year 2016", "Name a figure by --figure, or an entry by --entry with --trace: one of the two.")]
    [InlineData("--entry nobody --year 2016", "Name a figure by --figure, or an entry by --entry with --trace: one of the two.")]
    public async Task What_cannot_be_followed_is_said(string arguments, string message)
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync(["entries", "--books", folder["books.db"], .. arguments.Split(' ')]);

        result.Exit.Should().Be(2);
        result.Error.Should().StartWith(message);
    }
}
