using System.Text.RegularExpressions;

namespace TrustFund.Cli.Tests;

/// <summary>The worksheet of a close: unadjusted, adjustments, adjusted, and what a close makes of it, each pair of columns footed.</summary>
public sealed class WorksheetTests(FiveYearSampleTests.Made made) : IClassFixture<FiveYearSampleTests.Made>
{
    public static TheoryData<string, int> FundsAndYears() => FiveYearSampleTests.FundsAndYears();

    [Theory]
    [MemberData(nameof(FundsAndYears))]
    public async Task Adjusted_and_after_closing_are_the_trial_balances_unadjusted_is_added_up_from_the_entries_and_all_foot(string fund, int year)
    {
        var sheet = await RowsAsync("--worksheet", "--after-closing", "--fund", fund, "--year", Number(year), "--by", "account,fund,donor");
        var before = await RowsAsync("--fund", fund, "--year", Number(year), "--by", "account,fund,donor");
        var after = await RowsAsync("--fund", fund, "--year", Number(year), "--by", "account,fund,donor", "--after-closing");
        await using var opened = await made.OpenAsync();
        var span = ReportingPeriod.CalendarYear(year);
        var unadjusted = TrialBalance.From(LedgerCutoff.At(span.End), (await opened.ReadEntriesAsync(new() { Fund = new Code<Fund>(fund) }, default).ToListAsync())
            .Where(posted => !(posted.Entry.Kind is EntryKind.Adjusting or EntryKind.Restatement && span.Contains(posted.Entry.Date))));

        Balances(sheet, "adjusted").Should().Equal(Balances(before, ""));
        Balances(sheet, "after-closing").Should().Equal(Balances(after, ""));
        Balances(sheet, "unadjusted").Should().Equal(unadjusted.Rows.Where(row => row.Fund.Code.Text == fund && !row.Balance.IsZero)
            .ToDictionary(row => $"{row.Account.Code} {row.Donor?.Code}", row => row.Balance.Amount));
        foreach (var row in sheet)
        {
            (Net(row, "unadjusted") + Net(row, "adjustments") + Net(row, "restatements")).Should().Be(Net(row, "adjusted"));
            (Net(row, "adjusted") + Net(row, "closing")).Should().Be(Net(row, "after-closing"));
        }

        foreach (var column in new[] { "unadjusted", "adjustments", "restatements", "adjusted", "closing", "after-closing" })
        {
            sheet.Sum(row => Net(row, column)).Should().Be(0, column);
        }
    }

    [Fact]
    public async Task Worksheets_are_as_approved()
    {
        using var folder = await SampleFolder.CreateAsync();
        var sample = await Tool.RunAsync("trial-balance", "--books", folder["books.db"], "--year", "2016", "--worksheet");
        var closed = await Tool.RunAsync("trial-balance", "--books", made.Books, "--fund", "EDUC", "--year", "2022", "--worksheet", "--after-closing", "--by", "account");
        var funds = await Tool.RunAsync("trial-balance", "--books", made.Books, "--year", "2022", "--worksheet", "--by", "fund");

        Golden.ShouldEqual("worksheet.txt", sample.Output + "\n" + closed.Output + "\n" + funds.Output);
        (sample.Output + closed.Output + funds.Output).Split('\n').Should().OnlyContain(line => line.Length <= 120 || line.StartsWith("Trust Fund for the", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Debits_and_credits_of_one_account_are_not_set_off_and_without_adjustments_that_is_said()
    {
        using var books = await YearBooks.CreateAsync(more:
            "A-1,2016-12-31,adjusting,Accrual,A-1,51030,LIMA,,70.00,,USD,,,,,\nA-1,2016-12-31,adjusting,Accrual,A-1,21020,LIMA,,,70.00,USD,,,,,\n"
            + "A-2,2016-12-31,adjusting,Accrual too high,A-2,21020,LIMA,,20.00,,USD,,,,,\nA-2,2016-12-31,adjusting,Accrual too high,A-2,51030,LIMA,,,20.00,USD,,,,,\n");

        var adjusted = await books.RunAsync("trial-balance", "--books", "{0}", "--year", "2016", "--worksheet", "--by", "account", "--format", "csv");
        var plain = await books.RunAsync("trial-balance", "--books", "{0}", "--year", "2015", "--worksheet");
        var text = await books.RunAsync("trial-balance", "--books", "{0}", "--worksheet");

        adjusted.Output.Should().Contain("21020,Accrued expenses,,,,USD,0.00,0.00,20.00,70.00,0.00,50.00\n").And.Contain("51030,Travel,,,,USD,200.00,0.00,70.00,20.00,250.00,0.00\n");
        plain.Output.Should().EndWith("\nThere is no adjusting entry in 2015. Debits equal credits in each pair of columns and for each fund.\n");
        text.Output.Should().StartWith("Worksheet for 2016: before and after adjusting entries, before closing\nLima fund\n").And.Contain("There are two adjusting entries in 2016.");
    }

    [Fact]
    public async Task In_JSON_it_is_what_its_schema_says_and_of_the_books_as_recorded_then()
    {
        var now = await Tool.RunAsync("trial-balance", "--books", made.Books, "--fund", "CLIM", "--year", "2020", "--worksheet", "--after-closing", "--format", "json");
        var then = await Tool.RunAsync("trial-balance", "--books", made.Books, "--fund", "CLIM", "--year", "2020", "--worksheet", "--known-at", "TF/CLIM/2020", "--format", "json");

        (await JsonSchemaTests.ErrorsAsync("worksheet", now.Output)).Should().BeEmpty();
        (await JsonSchemaTests.ErrorsAsync("worksheet", "{}")).Should().NotBeEmpty("the schema must refuse something");
        // The contribution that was found later is an adjusting entry of 2020, recorded after the statement.
        now.Output.Should().Contain("\"adjustingEntries\": 2");
        then.Output.Should().Contain("\"adjustingEntries\": 1");
    }

    [Fact]
    public async Task Of_nothing_there_is_a_worksheet_that_says_so()
    {
        using var books = await YearBooks.CreateAsync();
        using var empty = SampleFolder.Empty();
        await Tool.RunAsync("init", empty["empty.db"]);

        var unused = await books.RunAsync("trial-balance", "--books", "{0}", "--fund", "OSLO", "--year", "2016", "--worksheet");
        var before = await books.RunAsync("trial-balance", "--books", "{0}", "--year", "2013", "--worksheet", "--after-closing", "--width", "80");
        var nothing = await Tool.RunAsync("trial-balance", "--books", empty["empty.db"], "--year", "2016", "--worksheet");
        var unnamed = await Tool.RunAsync("trial-balance", "--books", empty["empty.db"], "--worksheet");

        unused.Should().Be(new Tool.Result(0, "Worksheet for 2016: before and after adjusting entries, before closing\n\nNothing was posted through the last day of that period.\n", ""));
        before.Output.Should().Be("Worksheet for 2013: before and after adjusting entries, and after closing\n\nNothing was posted through the last day of that period.\n");
        nothing.Output.Should().Be(unused.Output);
        (unnamed.Exit, unnamed.Error).Should().Be((2, "The books have no entries, so there is no last day: name the year by --year.\n"));
    }

    [Fact]
    public async Task A_year_that_is_not_closed_says_so_where_closing_entries_are_asked_for()
    {
        using var books = await YearBooks.CreateAsync();
        await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2015", "--by", "Accounts", "--approved-by", "Controller");

        var closed = await books.RunAsync("trial-balance", "--books", "{0}", "--year", "2015", "--worksheet", "--after-closing");
        var open = await books.RunAsync("trial-balance", "--books", "{0}", "--year", "2016", "--worksheet", "--after-closing");
        var days = await books.RunAsync("trial-balance", "--books", "{0}", "--through", "2016-09-30", "--worksheet", "--after-closing");
        var several = await Tool.RunAsync("trial-balance", "--books", made.Books, "--through", "2022-06-30", "--worksheet", "--after-closing");

        closed.Output.Should().EndWith("and for each fund.\n");
        open.Output.Should().EndWith("and for each fund.\nThe year 2016 is not closed: there are no closing entries.\n");
        days.Output.Should().EndWith("The period 2016-01-01..2016-09-30 is not closed: there are no closing entries.\n");
        several.Output.Should().Contain("The period 2022-01-01..2022-06-30 is not closed in CLIM, EDUC");
    }

    [Fact]
    public async Task On_a_narrow_page_captions_keep_room_and_break_at_blanks()
    {
        var narrow = await Tool.RunAsync("trial-balance", "--books", made.Books, "--fund", "EDUC", "--year", "2022", "--worksheet", "--by", "account", "--width", "80");

        Golden.ShouldEqual("worksheet-narrow.txt", narrow.Output);
        narrow.Output.Split('\n').Should().OnlyContain(line => line.Length <= 80 || line.StartsWith("Worksheet", StringComparison.Ordinal) || line.EndsWith(" fund.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("account,fund")]
    [InlineData("account,fund,donor")]
    public async Task Movements_break_captions_at_blanks_only(string by)
    {
        var plain = await Tool.RunAsync("trial-balance", "--books", made.Books, "--year", "2022", "--movements", "--by", by);
        var narrow = await Tool.RunAsync("trial-balance", "--books", made.Books, "--year", "2022", "--movements", "--by", by, "--width", "80");

        foreach (var word in (string[])["Voluntary", "contributions", "receivable", "depreciation", "implementing", "investment"])
        {
            plain.Output.Should().MatchRegex($@"\b{word}\b");
            narrow.Output.Should().MatchRegex($@"\b{word}\b");
        }

        // Code and the beginning of the name stand in one line.
        plain.Output.Should().Contain("  12010 Voluntary");
    }

    [Fact]
    public async Task Movements_are_a_report_of_their_own()
    {
        var result = await Tool.RunAsync("trial-balance", "--books", made.Books, "--worksheet", "--movements");

        (result.Exit, result.Error).Should().Be((2, "--worksheet and --movements are reports of their own: name one of them.\n"));
    }

    private async Task<List<Dictionary<string, string>>> RowsAsync(params string[] options)
    {
        var result = await Tool.RunAsync(["trial-balance", "--books", made.Books, .. options, "--format", "csv"]);
        result.Exit.Should().Be(0, result.Error);
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Cells).ToList();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    // A comma within quotes belongs to a name.
    private static string[] Cells(string line) => [.. Regex.Matches(line, "(?:^|,)(?:\"([^\"]*)\"|([^,\"]*))").Select(cell => cell.Groups[1].Value + cell.Groups[2].Value)];

    private static Dictionary<string, decimal> Balances(List<Dictionary<string, string>> rows, string column) => rows
        .Select(row => (Key: $"{row["account"]} {row["donor"]}", Amount: Net(row, column))).Where(row => row.Amount != 0).ToDictionary(row => row.Key, row => row.Amount);

    private static decimal Net(Dictionary<string, string> row, string column)
    {
        decimal Amount(string side) => row.GetValueOrDefault(column.Length == 0 ? side : $"{column}_{side}") is { Length: > 0 } text
            ? decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 0;
        return Amount("debit") - Amount("credit");
    }

    private static string Number(int year) => FormattableString.Invariant($"{year}");
}
