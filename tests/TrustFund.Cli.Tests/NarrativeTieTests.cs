using System.Text.Json;

namespace TrustFund.Cli.Tests;

/// <summary>Which figure an amount of a text speaks of: by column, by donor, by deficit, in full or in thousands; and what is then out.</summary>
public sealed class NarrativeTieTests
{
    private const string TwoYears = """
        Status of the fund, with the year before

        (United States dollars)

                                2016        2015
        Contributions         12 500      10 000
        Investment revenue       300         450
        Total revenue         12 800      10 450
        Expenses              14 000      10 400
        Result                (1 200)         50

        ^a Consists of contributions from: Canada, $7,500; Norway, $6,000; and Peru, ($1,000).
        """;

    private const string Thousands = """
        Status of the fund

        (Thousands of United States dollars)

        Contributions      2 191
        Other revenue         33
        Total revenue      2 224
        """;

    [Theory]
    [InlineData("Contributions amounted to $12,500.", "12500")]
    [InlineData("Contributions amounted to $12,500, compared with $10,000 in 2015.", "12500 10000")]
    [InlineData("In 2015 contributions amounted to $10,000.", "10000")]
    [InlineData("The year closed with a deficit of $1,200.", "-1200")]
    [InlineData("Contributions came from Canada ($7,500), Norway ($6,000) and others.", "7500 6000")]
    [InlineData("On balance contributions were refunded to Peru ($1,000).", "-1000")]
    public async Task An_amount_is_tied_to_the_figure_it_speaks_of(string text, string figures)
    {
        var (exit, ties) = await CheckAsync(TwoYears, text);

        exit.Should().Be(0);
        ties.Select(tie => tie.Figure).Should().Equal(figures.Split(' '));
        ties.Should().OnlyContain(tie => tie.Verdict == "exact");
    }

    [Theory]
    [InlineData("Contributions amounted to $10,000.", "the year before in the place of the year")]
    [InlineData("In 2016, unlike 2015, contributions amounted to $12,050.", "two digits transposed, both years named")]
    [InlineData("Contributions came from Canada ($5,700), Norway ($6,000) and others.", "a contributor's amount")]
    [InlineData("On balance contributions were refunded to Peru ($100).", "a refund")]
    public async Task An_amount_that_is_not_that_of_its_figure_is_inconsistent(string text, string because)
    {
        var (exit, ties) = await CheckAsync(TwoYears, text);

        exit.Should().Be(1, because);
        ties.Should().ContainSingle(tie => tie.Verdict == "inconsistent", because);
    }

    [Fact]
    public async Task Cash_of_the_same_amount_is_not_revenue()
    {
        var (exit, ties) = await CheckAsync(TwoYears, "Cash of $12,500 was received from donors, and $300 later.");

        (exit, ties.Count).Should().Be((0, 0));
    }

    [Theory]
    [InlineData("Contributions amounted to $2,191 thousand.", 0)]
    [InlineData("Contributions amounted to $2,190,894.", 0)]
    [InlineData("Contributions amounted to $2,191.", 0)]
    [InlineData("Contributions amounted to $2,180,894.", 1)]
    [InlineData("Contributions amounted to $2,119 thousand.", 1)]
    public async Task A_text_in_full_is_held_against_a_table_in_thousands(string text, int expected)
    {
        var (exit, ties) = await CheckAsync(Thousands, text);

        exit.Should().Be(expected);
        ties.Should().ContainSingle().Which.Figure.Should().Be("2191");
    }

    private static async Task<(int Exit, List<(string Figure, string Verdict)> Ties)> CheckAsync(string table, string text)
    {
        using var folder = SampleFolder.Empty();
        var result = await Tool.RunAsync("check", folder.Write("table.txt", table), "--narrative", folder.Write("text.txt", text), "--format", "json");
        using var report = JsonDocument.Parse(result.Output);
        var document = report.RootElement.GetProperty("documents")[0];
        var figures = document.GetProperty("figures").EnumerateArray().ToDictionary(figure => figure.GetProperty("id").GetString()!, figure => figure.GetProperty("amount").GetString()!);
        return (result.Exit, [.. document.GetProperty("relations").EnumerateArray().Where(relation => relation.GetProperty("kind").GetString() == "narrative")
            .Select(relation => (figures[relation.GetProperty("target").GetString()!], relation.GetProperty("verdict").GetString()!))]);
    }
}
