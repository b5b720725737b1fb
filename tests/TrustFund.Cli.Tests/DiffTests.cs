namespace TrustFund.Cli.Tests;

/// <summary>What moved between two states of the books: the figures, the entries that moved each, and nothing else.</summary>
public sealed class DiffTests
{
    [Fact]
    public async Task The_figures_of_a_statement_that_moved_are_told_with_the_entries_that_moved_them()
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync("diff", folder["books.db"], "--from", "#95", "--template", "un-trust-fund-status", "--year", "2016");

        result.Exit.Should().Be(0);
        Golden.ShouldEqual("diff-statement.txt", result.Output);
    }

    [Fact]
    public async Task The_balances_that_moved_are_told_at_the_day_asked_for()
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync("diff", folder["books.db"], "--from", "#93", "--to", "#97", "--through", "2016-12-24", "--fund", "UNLIREC", "--by", "account,fund,donor");

        Golden.ShouldEqual("diff-balances.txt", result.Output);
    }

    [Fact]
    public async Task Between_a_state_and_itself_nothing_moved()
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync("diff", folder["books.db"], "--from", "2017-03-31T12:00:00Z");

        result.Output.Should().EndWith("0 entries were recorded between the two. No figure moved.\n");
    }

    [Fact]
    public async Task A_spreadsheet_gets_a_row_for_each_entry_of_each_figure()
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync("diff", folder["books.db"], "--from", "#98", "--format", "csv");

        result.Output.Split('\n').Should().HaveCount(4).And.Contain(
            "\"51080 Programme support costs, UNLIREC\",51080,UNLIREC,,USD,216173.13,239467.65,23294.52,2016-0098,99,2017-03-31T12:00:00Z,2016-12-31,ordinary,"
            + "\"Programme support costs at 13 per cent of expenditure, December\",23294.52,yes");
    }

    [Fact]
    public async Task Statements_of_all_funds_and_of_years_and_components_are_compared_too()
    {
        using var folder = await SampleFolder.CreateAsync();
        foreach (var (template, figure) in new[] { ("financial-performance-by-fund", "\"Programme support costs, UNLIREC\""), ("un-trust-fund-status-comparative", "\"Operating expenses, 2016\""), ("changes-in-net-assets", "\"Surplus/(deficit) for the year, Total\"") })
        {
            var result = await Tool.RunAsync("diff", folder["books.db"], "--from", "#98", "--template", template, "--year", "2016", "--format", "csv");

            result.Exit.Should().Be(0, result.Error);
            result.Output.Should().Contain($"\n{figure},").And.Contain(",2016-0098,").And.NotContain(",2016-0097,");
        }
    }

    [Fact]
    public async Task A_column_as_known_at_an_instant_of_its_own_does_not_move()
    {
        using var folder = await SampleFolder.CreateAsync();
        var template = folder.Write("then-and-now.json", """
            {"format":"trustfund.template/1","name":"then-and-now",
             "columns":[{"id":"now","heading":"Now"},{"id":"then","heading":"Then","knownAt":"2030-01-01T00:00:00Z"},{"id":"since","heading":"Since","add":["now"],"less":["then"]}],
             "lines":[{"id":"expenses","caption":"Expenses","types":["expense"],"positive":"debit"}]}
            """);

        var result = await Tool.RunAsync("diff", folder["books.db"], "--from", "#98", "--template", template, "--year", "2016", "--format", "csv");

        result.Exit.Should().Be(0, result.Error);
        result.Output.Should().Contain("\n\"Expenses, Now\",").And.Contain("\n\"Expenses, Since\",").And.NotContain("Expenses, Then");
    }

    [Theory]
    [InlineData("--from nowhere", 2, "'nowhere' is no instant (2017-03-31T12:00:00Z), no entry (#1234), and the symbol of no edition that is registered.\n")]
    [InlineData("--from #100", 2, "There is no entry #100; the books have 99.\n")]
    [InlineData("--from #9 --to #8", 2, "--from comes after --to: entry 9 after entry 8. Exchange the two.\n")]
    [InlineData("--from #9 --template financial-performance-by-fund --year 2016 --fund UNLIREC", 2, "Template financial-performance-by-fund v1 has a column for each fund of the books: leave out --fund.\n")]
    [InlineData("--from #9 --template un-trust-fund-status", 2, "Name the accounting year of the statement by --year, or another period by --period.\n")]
    public async Task What_cannot_be_compared_is_told(string arguments, int exit, string message)
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync(["diff", folder["books.db"], .. arguments.Split(' ')]);

        (result.Exit, result.Error).Should().Be((exit, message));
    }

    [Fact]
    public async Task Statement_and_trial_balance_are_given_as_recorded_through_an_entry()
    {
        using var folder = await SampleFolder.CreateAsync();

        var statement = await Tool.RunAsync("statement", "--books", folder["books.db"], "--year", "2016", "--known-at", "#95", "--format", "csv");
        var balance = await Tool.RunAsync("trial-balance", "--books", folder["books.db"], "--known-at", "#95", "--through", "2016-12-31");

        statement.Output.Should().Contain("total-revenue,Total revenue,2214739,2214739.06,");
        balance.Output.Should().StartWith("Trial balance as at 2016-12-31, before closing, as recorded through entry 95  ** ILLUSTRATIVE **\n");
    }
}
