namespace TrustFund.Cli.Tests;

public sealed class ExtractTests
{
    [Theory]
    [InlineData("trial-balance.csv")]
    [InlineData("trial-balance-signed.csv")]
    public async Task The_sample_reconciles_to_an_extract_as_to_its_books(string extract)
    {
        using var folder = await SampleFolder.CreateAsync();

        var books = await Tool.RunAsync("reconcile", folder["annex.txt"], "--books", folder["books.db"], "--format", "csv");
        var result = await Tool.RunAsync(
            "reconcile", folder["annex.txt"], "--trial-balance", folder[extract], "--mapping", folder["mapping.csv"], "--format", "csv");

        result.Exit.Should().Be(0, result.Error);
        result.Output.Should().Be(books.Output);
    }

    [Fact]
    public async Task The_trial_balance_printed_as_csv_is_an_extract()
    {
        using var folder = await SampleFolder.CreateAsync();
        var printed = await Tool.RunAsync("trial-balance", "--books", folder["books.db"], "--by", "account,fund,donor", "--format", "csv");
        var extract = folder.Write("extract.csv", printed.Output);

        var result = await Tool.RunAsync("reconcile", folder["annex.txt"], "--trial-balance", extract, "--mapping", folder["mapping.csv"]);

        result.Exit.Should().Be(0, result.Error);
    }

    [Fact]
    public async Task An_unmapped_account_is_named_with_its_balance_and_fails_the_run()
    {
        using var folder = await SampleFolder.CreateAsync();
        folder.Replace("mapping.csv", "42010,investment-revenue\n", "");

        var result = await Tool.RunAsync(
            "reconcile", folder["annex.txt"], "--trial-balance", folder["trial-balance.csv"], "--mapping", folder["mapping.csv"]);

        result.Exit.Should().Be(3);
        result.Error.Should().Be(
            "Account 42010 Investment revenue is not mapped to a line; its balance is 32 545.27 credit.\n"
            + "Map each account in mapping.csv: to a line, or to - where the statement does not present it.\n");
    }

    [Fact]
    public async Task A_mapping_to_a_line_that_the_template_has_none_of_is_told()
    {
        using var folder = await SampleFolder.CreateAsync();
        folder.Replace("mapping.csv", "investment-revenue", "investment-income");

        var result = await Tool.RunAsync(
            "reconcile", folder["annex.txt"], "--trial-balance", folder["trial-balance.csv"], "--mapping", folder["mapping.csv"]);

        result.Exit.Should().Be(3);
        result.Error.Should().StartWith("mapping.csv maps to a line 'investment-income' that template un-trust-fund-status v1 has none of; its lines are opening, ");
    }

    [Fact]
    public async Task Books_and_an_extract_at_once_are_wrong_usage_and_so_is_neither()
    {
        using var folder = await SampleFolder.CreateAsync();

        var neither = await Tool.RunAsync("reconcile", folder["annex.txt"]);
        var both = await Tool.RunAsync("reconcile", folder["annex.txt"], "--books", folder["books.db"], "--trial-balance", folder["trial-balance.csv"]);

        neither.Exit.Should().Be(2);
        both.Should().Be(neither);
        both.Error.Should().Be("Name the books by --books, or an extract by --trial-balance with its --mapping: one of the two.\n");
    }
}
