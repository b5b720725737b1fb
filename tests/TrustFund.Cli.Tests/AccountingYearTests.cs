using System.Text.Json;

namespace TrustFund.Cli.Tests;

/// <summary>What <c>--year</c> means where accounting years do not start on 1 January.</summary>
public sealed class AccountingYearTests
{
    [Fact]
    public async Task A_year_is_the_accounting_year_that_ends_in_it_for_every_command()
    {
        using var folder = await JulyAsync("year-start,07-01");
        var books = folder["july"];

        using var statement = JsonDocument.Parse((await Tool.RunAsync("statement", "--books", books, "--year", "2016", "--format", "json")).Output);
        var balance = await Tool.RunAsync("trial-balance", "--books", books, "--year", "2016", "--format", "csv");
        var other = await Tool.RunAsync("trial-balance", "--books", books, "--through", "2016-06-30", "--format", "csv");
        var listed = await Tool.RunAsync("entries", "--books", books, "--year", "2016", "--format", "csv");
        var named = await Tool.RunAsync("entries", "--books", books, "--from", "2015-07-01", "--through", "2016-06-30", "--format", "csv");
        var reconciled = await Tool.RunAsync("reconcile", folder["annex.txt"], "--books", books, "--year", "2016");
        var asked = await Tool.RunAsync("reconcile", folder["annex.txt"], "--books", books, "--period", "2015-07-01..2016-06-30");

        statement.RootElement.GetProperty("period").GetString().Should().Be("2015-07-01..2016-06-30");
        balance.Output.Should().Be(other.Output).And.Contain("41010,");
        listed.Output.Should().Be(named.Output).And.Contain("2016-06-").And.NotContain("2016-07-");
        reconciled.Exit.Should().Be(1);
        reconciled.Output.Should().Be(asked.Output);
    }

    [Fact]
    public async Task Movements_start_with_the_accounting_year_of_the_last_day()
    {
        using var folder = await JulyAsync("year-start,07-01");

        var movements = await Tool.RunAsync("trial-balance", "--books", folder["july"], "--through", "2016-09-30", "--movements", "--format", "csv");
        var named = await Tool.RunAsync("trial-balance", "--books", folder["july"], "--period", "2016-07-01..2016-09-30", "--movements", "--format", "csv");

        movements.Output.Should().Be(named.Output).And.Contain("41010,");
    }

    [Theory]
    [InlineData("trial-balance --movements")]
    [InlineData("trial-balance --year 2016")]
    [InlineData("entries --year 2016")]
    public async Task Funds_of_different_years_are_asked_one_by_one(string command)
    {
        using var folder = await JulyAsync("year-start.OTHER,07-01");
        File.AppendAllText(Path.Combine(folder["july"], "funds.csv"), "OTHER,Another fund,USD,,,\n");

        var result = await Tool.RunAsync([.. command.Split(' '), "--books", folder["july"]]);

        result.Exit.Should().Be(2);
        result.Error.Should().Be("The accounting year does not start on the same day in every fund: 07-01 in OTHER; 01-01 in UNLIREC. Name one fund by --fund, or the days by --period 2015-07-01..2016-06-30.\n");
    }

    [Fact]
    public async Task Days_written_out_are_those_days_even_where_they_are_a_calendar_year()
    {
        using var folder = await JulyAsync("year-start,07-01");
        await Tool.RunAsync("init", folder["july.db"]);
        (await Tool.RunAsync("import", folder["july.db"], folder["july"])).Exit.Should().Be(0);

        var listed = await Tool.RunAsync("entries", "--books", folder["july"], "--period", "2016-01-01..2016-12-31", "--format", "csv");
        var named = await Tool.RunAsync("entries", "--books", folder["july"], "--from", "2016-01-01", "--through", "2016-12-31", "--format", "csv");
        var year = await Tool.RunAsync("entries", "--books", folder["july"], "--period", "2016", "--format", "csv");
        using var statement = JsonDocument.Parse((await Tool.RunAsync("statement", "--books", folder["july"], "--period", "2016-01-01..2016-12-31", "--format", "json")).Output);
        var close = await Tool.RunAsync("close", folder["july.db"], "--period", "2016-01-01..2016-12-31", "--dry-run");

        listed.Output.Should().Be(named.Output).And.Contain("2016-12-").And.NotBe(year.Output);
        statement.RootElement.GetProperty("period").GetString().Should().Be("2016");
        (close.Exit, close.Error).Should().Be((2, "2016-01-01..2016-12-31 is neither a year nor a month of fund UNLIREC, whose year is 2016-07-01..2017-06-30.\n"));
    }

    [Fact]
    public async Task Days_are_named_once()
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync("entries", "--books", folder["books.db"], "--year", "2016", "--from", "2016-02-01");

        result.Exit.Should().Be(2);
        result.Error.Should().Be("Name the days by --from and --through, or by --year or --period: one of the two.\n");
    }

    private static async Task<SampleFolder> JulyAsync(string setting)
    {
        var folder = await SampleFolder.CreateAsync();
        Directory.CreateDirectory(folder["july"]);
        foreach (var name in (string[])["books.csv", "accounts.csv", "funds.csv", "donors.csv", "journal.csv"])
        {
            File.Copy(folder[name], Path.Combine(folder["july"], name));
        }

        File.AppendAllText(Path.Combine(folder["july"], "books.csv"), setting + "\n");
        return folder;
    }
}
