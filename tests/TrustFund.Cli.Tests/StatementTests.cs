using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Tests;

public sealed class StatementTests
{
    [Fact]
    public async Task The_statement_equals_the_annex_caption_for_caption_and_figure_for_figure()
    {
        using var folder = await SampleFolder.CreateAsync();
        var printed = await Tool.RunAsync("statement", "--books", folder["books.db"], "--fund", "UNLIREC", "--year", "2016");

        var reproduced = Read(folder.Write("statement.txt", printed.Output));
        var annex = Read(folder["annex.txt"]);

        Lines(reproduced).Should().Equal(Lines(annex));
        reproduced.Notes.Single().Text.Should().Be(annex.Notes.Single().Text);
        reproduced.Tables[0].Title.Should().EndWith(annex.Tables[0].Title["Annex ".Length..]);
    }

    [Fact]
    public async Task A_year_that_is_left_out_is_asked_for()
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync("statement", "--books", folder["books.db"]);

        result.Exit.Should().Be(2);
        result.Error.Should().Be("Name the accounting year by --year, or another period by --period.\n");
    }

    [Theory]
    [InlineData("no-break", "3\u00A0915\u00A0300")]
    [InlineData("thin", "3\u202F915\u202F300")]
    [InlineData("plain", "3 915 300")]
    public async Task Thousands_are_set_off_by_the_space_asked_for(string spaces, string figure)
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync("statement", "--books", folder["books.db"], "--year", "2016", "--spaces", spaces);

        result.Output.Should().Contain(figure);
    }

    [Fact]
    public async Task Known_at_an_instant_before_the_books_were_made_everything_is_nil()
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync(
            "statement", "--books", folder["books.db"], "--year", "2016", "--known-at", "2017-01-01T00:00:00Z", "--format", "csv");

        result.Output.Should().Contain("total-revenue,Total revenue,0,0.00,");
    }

    [Fact]
    public async Task Known_at_has_no_meaning_for_csv_books_and_says_so()
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync("statement", "--books", folder.Path, "--year", "2016", "--known-at", "2017-01-01T00:00:00Z");

        result.Exit.Should().Be(2);
        result.Error.Should().StartWith("CSV books do not say when an entry was recorded");
    }

    private static PublishedStatement Read(string path) =>
        StatementReader.Read(File.ReadAllBytes(path), Path.GetFileName(path), new ReadingOptions());

    private static List<(string Caption, string Figures, string Markers)> Lines(PublishedStatement statement) =>
        [.. statement.Tables.Single().Lines.Select(line => (
            line.Caption, string.Join('|', line.Figures.Select(figure => figure.Printed)), string.Join('|', line.Markers)))];
}
