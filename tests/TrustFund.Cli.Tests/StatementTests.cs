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

    [Theory]
    [InlineData("statement", "1999", "The books hold no entry of fund UNLIREC in or before 1999.\n")]
    [InlineData("statement", "2030", "The books hold no entry in 2030: the last is dated 2016-12-31.\n")]
    [InlineData("statement", "2016", "")]
    [InlineData("trial-balance", "1999", "The books hold no entry in or before 1999.\n")]
    [InlineData("trial-balance", "2030", "The books hold no entry in 2030: the last is dated 2016-12-31.\n")]
    public async Task A_year_that_the_books_know_nothing_of_is_told(string command, string year, string message)
    {
        using var folder = await SampleFolder.CreateAsync();

        var stored = await Tool.RunAsync(command, "--books", folder["books.db"], "--year", year);
        var streamed = await Tool.RunAsync(command, "--books", folder.Path, "--year", year);

        (stored.Exit, stored.Error).Should().Be((0, message));
        (streamed.Exit, streamed.Error).Should().Be((0, message));
    }

    [Fact]
    public async Task Known_at_an_instant_before_the_books_were_made_everything_is_nil()
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync(
            "statement", "--books", folder["books.db"], "--year", "2016", "--known-at", "2017-01-01T00:00:00Z", "--format", "csv");

        result.Output.Should().Contain("total-revenue,Total revenue,0,0.00,");
    }

    [Theory]
    [InlineData("financial-position"), InlineData("financial-performance")]
    [InlineData("changes-in-net-assets"), InlineData("financial-position-by-fund"), InlineData("financial-performance-by-fund")]
    public async Task The_statements_of_the_year_are_as_approved_and_reconcile_to_the_books_they_came_from(string template)
    {
        using var folder = await SampleFolder.CreateAsync();
        var statement = await Tool.RunAsync("statement", "--books", folder["books.db"], "--year", "2016", "--template", template);
        var printed = folder.Write("printed.txt", statement.Output);

        var reconciled = await Tool.RunAsync("reconcile", printed, "--books", folder["books.db"], "--year", "2016", "--template", template);
        var check = await Tool.RunAsync("check", printed, "--template", template);

        Golden.ShouldEqual($"{template}.txt", statement.Output);
        reconciled.Exit.Should().Be(0, reconciled.Output + reconciled.Error);
        check.Exit.Should().Be(0, check.Output);
        reconciled.Output.Should().NotContain("{year}");
    }

    [Fact]
    public async Task With_a_year_before_the_books_begin_it_says_that_its_closing_balance_was_taken_on()
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync("statement", "--books", folder["books.db"], "--year", "2016", "--template", "un-trust-fund-status-comparative");

        Golden.ShouldEqual("un-trust-fund-status-comparative.txt", result.Output);
    }

    [Fact]
    public async Task Two_funds_stand_side_by_side_with_what_they_owe_one_another_taken_off_and_what_is_unmatched_said()
    {
        using var folder = SampleFolder.Empty();
        folder.Write("accounts.csv", "code,name,type\n11010,Cash at bank,asset\n19010,Due from other funds,asset\n29010,Due to other funds,liability\n44010,Transfers in,revenue\n53010,Transfers out,expense\n");
        folder.Write("funds.csv", "code,name,currency\nA,Fund A,USD\nB,Fund B,USD\n");
        folder.Write("books.csv", "key,value\npolicy.interfund-accounts,\"19010, 29010, 44010, 53010\"\n");
        folder.Write("journal.csv", "entry,date,kind,description,reference,account,fund,donor,debit,credit,currency\n"
            + "1,2016-05-01,,Transfer,,53010,A,,60,,USD\n1,2016-05-01,,Transfer,,29010,A,,,60,USD\n"
            + "2,2016-05-01,,Transfer,,19010,B,,67,,USD\n2,2016-05-01,,Transfer,,44010,B,,,67,USD\n");

        var statement = await Tool.RunAsync("statement", "--books", folder.Path, "--year", "2016", "--template", "financial-position-by-fund");
        var printed = folder.Write("printed.txt", statement.Output);
        var reconciled = await Tool.RunAsync("reconcile", printed, "--books", folder.Path, "--year", "2016", "--template", "financial-position-by-fund");

        Golden.ShouldEqual("two-funds.txt", statement.Output);
        reconciled.Exit.Should().Be(0, reconciled.Output + reconciled.Error);
    }

    [Fact]
    public async Task As_restated_the_opening_balance_shows_its_bridge()
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync("statement", "--books", folder["books.db"], "--year", "2016", "--as-restated");

        result.Output.Should().Contain("Accumulated surplus, 1 January 2016, as previously reported   3 915 300")
            .And.Contain("Adjustments on restatement").And.Contain("Accumulated surplus, 1 January 2016, as restated");
    }

    [Theory]
    [InlineData("policy.interfund-accounts,99999", "The setting policy.interfund-accounts names an account '99999' that the books do not have.\n")]
    [InlineData("policy.interfund-accounts.2016-01-01@UNLIREC,99999", "The setting policy.interfund-accounts names an account '99999' that the books do not have.\n")]
    [InlineData("policy.interfund-transfer-accounts,11010 99999", "The setting policy.interfund-transfer-accounts names an account '99999' that the books do not have.\n")]
    [InlineData("policy.interfund-accounts,", "The setting policy.interfund-accounts says ''; expected codes of accounts with blanks between them, or none.\n")]
    public async Task An_inter_fund_policy_that_cannot_be_followed_is_told(string setting, string message)
    {
        using var folder = await SampleFolder.CreateAsync();
        folder.Write("books.csv", File.ReadAllText(folder["books.csv"]).TrimEnd() + $"\n{setting}\n");

        var result = await Tool.RunAsync("statement", "--books", folder.Path, "--year", "2016");

        (result.Exit, result.Error).Should().Be((2, message));
    }

    [Theory]
    [InlineData("policy.interfund-accounts.2017-01-01,99999"), InlineData("policy.interfund-accounts,none"), InlineData("policy.interfund-accounts@OTHER,99999")]
    public async Task An_inter_fund_policy_of_another_time_or_fund_is_none_of_the_statements(string setting)
    {
        using var folder = await SampleFolder.CreateAsync();
        folder.Write("books.csv", File.ReadAllText(folder["books.csv"]).TrimEnd() + $"\n{setting}\n");

        (await Tool.RunAsync("statement", "--books", folder.Path, "--year", "2016")).Exit.Should().Be(0);
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
