using System.Text.RegularExpressions;

namespace TrustFund.Cli.Tests;

/// <summary>Statements named together are tied where they are consecutive years of one fund, in whatever order; what is not tied is said.</summary>
public sealed partial class YearChainTests : IDisposable
{
    private readonly SampleFolder _folder = SampleFolder.Empty();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Years_named_in_another_order_are_tied_all_the_same()
    {
        var result = await CheckAsync(Year("Schools", 2022, 300, 400), Year("Schools", 2021, 200, 300));

        result.Exit.Should().Be(5, "alone the first has no relation");
        result.Output.Should().EndWith(
            "\nChain\n  agrees   Net assets, 31 December 2021 (schools-2021.txt) 300, Net assets, 1 January 2022\n           (schools-2022.txt) 300\n\n2 documents: 1 agrees, 1 not tested\n");
    }

    [Fact]
    public async Task A_year_that_is_missing_breaks_no_chain_and_is_told()
    {
        var result = await CheckAsync(Year("Schools", 2020, 100, 200), Year("Schools", 2022, 300, 400));

        Words(result.Output).Should().NotContain("BREAK").And.Contain(
            "schools-2022.txt begins on 1 January 2022, and schools-2020.txt ends on 31 December 2020: not tied, the time between them is missing. 2 documents: 2 not tested");
    }

    [Fact]
    public async Task Funds_of_other_names_are_not_tied()
    {
        var result = await CheckAsync(Year("Schools", 2020, 100, 200), Year("Climate", 2021, 900, 950));

        Words(result.Output).Should().NotContain("BREAK").And.Contain("climate-2021.txt and schools-2020.txt are of different funds, as their titles say: not tied.");
    }

    [Theory]
    [InlineData("Schools", 2023, "schools-2023.txt begins on 1 January 2023, and schools-2021.txt ends on 31 December 2021: not tied")]
    [InlineData("Climate", 2021, "climate-2021.txt and schools-2021.txt are of different funds, as their titles say: not tied.")]
    public async Task The_year_before_is_that_of_one_statement(string fund, int year, string notTied)
    {
        var prior = Declared(Year("Schools", 2020, 100, 200));
        string[] documents = [Declared(Year("Schools", 2021, 200, 300)), Declared(Year(fund, year, 700, 800))];

        var result = await Tool.RunAsync(["check", .. documents, "--prior", prior]);

        Words(result.Output).Should().NotContain("BREAK").And.Contain(notTied)
            .And.Contain("Chain agrees Net assets, 31 December 2020 (schools-2020.txt) 200, Net assets, 1 January 2021 (schools-2021.txt) 200 ");
    }

    [Fact]
    public async Task The_year_before_is_tied_to_the_statement_that_begins_where_it_ends_and_to_a_single_one_whatever_its_title()
    {
        string[] documents = [Declared(Year("Schools", 2018, 10, 20)), Declared(Year("Schools", 2021, 210, 300))];

        var later = await Tool.RunAsync(["check", .. documents, "--prior", Declared(Year("Schools", 2020, 100, 200))]);
        var single = await Tool.RunAsync("check", documents[0], "--prior", Declared(Year("Climate", 2017, 5, 10)));

        Words(later.Output).Should().Contain("FIRST BREAK Net assets, 31 December 2020 (schools-2020.txt) 200, Net assets, 1 January 2021 (schools-2021.txt) 210")
            .And.NotContain("1 January 2018 (schools-2018.txt) 10:");
        Words(single.Output).Should().Contain("agrees Net assets, 31 December 2017 (climate-2017.txt) 10, Net assets, 1 January 2018 (schools-2018.txt) 10");
    }

    [Fact]
    public async Task A_document_named_twice_is_not_tied_to_itself()
    {
        var year = Year("Schools", 2020, 100, 200);

        var result = await CheckAsync(year, year);

        Words(result.Output).Should().NotContain("BREAK").And.Contain("schools-2020.txt is the same document as schools-2020.txt: not tied to it.");
    }

    [Fact]
    public async Task Two_statements_of_one_year_are_not_tied()
    {
        var corrected = _folder.Write("corrected.txt", File.ReadAllText(Year("Schools", 2020, 100, 200)).Replace("200", "210", StringComparison.Ordinal));

        var result = await CheckAsync(Year("Schools", 2020, 100, 200), corrected);

        Words(result.Output).Should().Contain("corrected.txt and schools-2020.txt are of the same time: not tied. Editions of one statement are compared by --same.");
    }

    [Fact]
    public async Task Where_captions_tell_no_day_the_order_counts()
    {
        var before = _folder.Write("before.txt", "Opening\t10\nClosing\t110\n");
        var next = _folder.Write("next.txt", "Opening\t173\nClosing\t180\n");

        var result = await Tool.RunAsync("check", before, next, "--relations", _folder.Write("r.json", """{"format":"trustfund.relations/1","opening":"Opening","closing":"Closing"}"""));

        result.Exit.Should().Be(1);
        Words(result.Output).Should().Contain("FIRST BREAK Closing (before.txt) 110, Opening (next.txt) 173: the opening is 63 more")
            .And.Contain("Possible cause, to be confirmed: Opening: for 173 read 110 (the balance was restated or corrected without saying so).");
    }

    [Fact]
    public async Task Documents_that_nothing_ties_say_so_and_come_to_a_verdict_together()
    {
        var result = await Tool.RunAsync("check", Case("spi_201601"), Case("spi_201602"), Case("spi_201604"));

        result.Exit.Should().Be(0);
        Words(result.Output).Should().EndWith(
            "Nothing ties these documents to one another: each was checked by itself. No opening and closing balance is known of them (a relations file can name them), no column of the year before, and no table of their years together. 3 documents: 3 agree ");
    }

    [Fact]
    public async Task Tables_of_the_years_together_that_are_of_other_days_say_so()
    {
        string[] years = ["mlf_excom94_yr1991", "mlf_excom94_yr1992", "mlf_excom94_yr1993", "mlf_excom94_yr1991_93"];

        var result = await Tool.RunAsync(["check", .. years.Select(Case)]);

        Words(result.Output).Should().Contain(
            "The tables are drawn up as at different days: mlf_excom94_yr1991.txt, mlf_excom94_yr1992.txt, mlf_excom94_yr1991_93.txt As at 24/05/2024; mlf_excom94_yr1993.txt As at 31/12/2020."
            + " What changed between them is in some and not in the others. 4 documents: 3 agree, 1 does not foot");
    }

    private string Year(string fund, int year, int opening, int closing) => _folder.Write(
        FormattableString.Invariant($"{fund.ToLowerInvariant()}-{year}.txt"),
        FormattableString.Invariant($"Trust Fund for {fund}: changes in net assets for {year}\n\nNet assets, 1 January {year}\t{opening}\nNet assets, 31 December {year}\t{closing}\n"));

    private static Task<Tool.Result> CheckAsync(params string[] documents) => Tool.RunAsync(["check", .. documents.Select(Declared)]);

    // With its balances named in a relations file beside it.
    private static string Declared(string document)
    {
        var year = Path.GetFileNameWithoutExtension(document)[^4..];
        year = char.IsAsciiDigit(year[0]) ? year : "2020";
        File.WriteAllText(Path.ChangeExtension(document, ".relations.json"),
            $$"""{"format":"trustfund.relations/1","opening":"Net assets, 1 January {{year}}","closing":"Net assets, 31 December {{year}}"}""");
        return document;
    }

    private static string Case(string name) => Path.Combine(AppContext.BaseDirectory, "Cases", name + ".txt");

    private static string Words(string text) => WhiteSpace().Replace(text, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
