using System.Text.Json;

namespace TrustFund.Cli.Tests;

public sealed class CloseTests
{
    [Fact]
    public async Task Can_I_close_is_answered_and_nothing_written()
    {
        using var books = await YearBooks.CreateAsync();

        var second = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2016", "--dry-run");
        var first = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2015", "--dry-run");

        first.Exit.Should().Be(0, first.Error);
        second.Exit.Should().Be(1);
        second.Output.Should().Contain("The year 2015 of fund LIMA holds entries and is not closed.\n        → Close it first: trustfund close BOOKS --fund LIMA --period 2015\n")
            .And.EndWith("NO   1 blocker; what blocks cannot be accepted. Not tested: 1 check.\n");
        Golden.ShouldEqual("close-dry-run.txt", first.Output);
        (await books.RunAsync("audit", "{0}")).Output.Should().Contain(": 7 entries");
    }

    [Theory]
    [InlineData("Late\tinvoice", "The reason cannot be kept: it holds a control character. Nothing was written.\n")]
    [InlineData("Late\r\ninvoice", "Line 1 of the reason cannot be kept: it holds a control character. Nothing was written.\n")]
    [InlineData("Cafe\u0301", "The reason cannot be kept: it is not in Unicode's composed form (NFC). Nothing was written.\n")]
    [InlineData(" ", "The reason is blank. Nothing was written.\n")]
    public async Task A_reason_that_books_do_not_take_is_told_and_nothing_written(string reason, string message)
    {
        using var books = await YearBooks.CreateAsync();
        await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2015", "--by", "Accounts");

        var reopened = await books.RunAsync("reopen", "{0}", "--fund", "LIMA", "--year", "2015", "--reason", reason, "--by", "Accounts");

        (reopened.Exit, reopened.Error).Should().Be((2, message));
        (await books.RunAsync("periods", "{0}")).Output.Should().NotContain("reopened");
    }

    // 2016 before any close:   cash 1000 + 500 - 200 + 800 - 300 = 1800; net assets 1000 of the opening.
    // Closing 2015:            500 - 200 = 300, net assets 1300. Closing 2016: 800 - 300 = 500, net assets 1800.
    // An invoice of December:  120 to consultants and accrued expenses. So 2016 is 500 - 120 = 380, net assets 1300 + 380 = 1680.
    [Fact]
    public async Task A_year_is_closed_reopened_adjusted_and_closed_again()
    {
        using var books = await YearBooks.CreateAsync();

        var first = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2015", "--by", "Accounts", "--approved-by", "Controller", "--authority", "Rule 106.1");
        var second = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2016", "--by", "Accounts");
        var closed = await books.LinesOfAsync("2016-12-31", "--after-closing", "--fund", "LIMA");
        var reopened = await books.RunOnAsync("2017-02-01", "reopen", "{0}", "--fund", "LIMA", "--year", "2016", "--reason", "Invoice of December", "--by", "Accounts", "--approved-by", "Controller");
        var open = await books.LinesOfAsync("2016-12-31", "--after-closing", "--fund", "LIMA");
        var adjusted = await books.ImportAsync(YearBooks.Header
            + "ADJ-1,2016-12-31,adjusting,Consultants of December accrued,INV-9,51020,LIMA,,120.00,,USD,Accounts,Controller,,,\n"
            + "ADJ-1,2016-12-31,adjusting,Consultants of December accrued,INV-9,21020,LIMA,,,120.00,USD,Accounts,Controller,,,\n", day: "2017-02-02");
        var again = await books.RunOnAsync("2017-02-03", "close", "{0}", "--fund", "LIMA", "--year", "2016", "--by", "Accounts", "--approved-by", "Controller");

        new[] { first, second, reopened, adjusted, again }.Should().OnlyContain(result => result.Exit == 0);
        closed.Should().Equal("11010 1800.00", "31010 -1800.00");
        open.Should().Equal("11010 1800.00", "31010 -1300.00", "41010 -800.00", "51020 300.00");
        (await books.LinesOfAsync("2016-12-31", "--after-closing", "--fund", "LIMA")).Should().Equal("11010 1800.00", "21020 -120.00", "31010 -1680.00");
        (await books.LinesOfAsync("2016-12-31", "--before-closing", "--fund", "LIMA")).Should().Equal(
            "11010 1800.00", "21020 -120.00", "31010 -1300.00", "41010 -800.00", "51020 420.00");
        reopened.Output.Should().Be($"""
            REOPENED  The year 2016 of fund LIMA. Reason: Invoice of December. Prepared by Accounts, approved by Controller; authority not stated.
              Posted CLOSE-LIMA-2016-12-31-2: takes back CLOSE-LIMA-2016-12-31-1, 500.00 USD debited to 31010 Accumulated surplus - unrestricted.
            Next: post the correction, then close it again: trustfund close {books.Db} --fund LIMA --period 2016 --dry-run

            """);
        again.Output.Should().EndWith($"""
            CLOSED  The year 2016 of fund LIMA. Prepared by Accounts, approved by Controller; authority not stated.
              Posted CLOSE-LIMA-2016-12-31-3: Result of 2016 to Accumulated surplus - unrestricted, 380.00 USD credited to 31010 Accumulated surplus - unrestricted.
            Next: trustfund statement --books {books.Db} --fund LIMA --period 2016
            To correct something in it: trustfund reopen {books.Db} --fund LIMA --period 2016 --reason TEXT

            """);
        Golden.ShouldEqual("periods.txt", (await books.RunAsync("periods", "{0}")).Output);
        (await books.RunAsync("audit", "{0}")).Exit.Should().Be(0);
    }

    [Fact]
    public async Task After_a_close_every_command_that_posts_is_refused_and_nothing_is_written()
    {
        using var books = await YearBooks.CreateAsync();
        await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2015", "--by", "Accounts");
        var before = (await books.RunAsync("audit", "{0}")).Output;
        const string row = "LATE,2015-12-31,{0},Too late,X-1,{1},LIMA,,{2},USD,,,,,\n";
        string Late(string kind) => YearBooks.Header
            + string.Format(System.Globalization.CultureInfo.InvariantCulture, row, kind, "51030", "5.00,") + string.Format(System.Globalization.CultureInfo.InvariantCulture, row, kind, "21010", ",5.00");
        var journal = books.Folder.Write("late.journal", "2015-12-31 Too late\n    ; fund:LIMA\n    51030    5.00 USD\n    21010   -5.00 USD\n");

        Tool.Result[] refused =
        [
            await books.ImportAsync(Late("ordinary")),
            await books.ImportAsync(Late("adjusting")),
            await books.ImportAsync(Late("closing")),
            await books.RunAsync("import", "{0}", journal),
            await books.RunAsync("reverse", "{0}", "E15-3", "--date", "2015-12-31", "--reason", "Wrong"),
        ];
        var twice = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2015");

        refused.Should().OnlyContain(result => result.Exit == 1 && result.Output.Length == 0);
        refused.Should().OnlyContain(result => result.Error.Contains("2015") && result.Error.Contains("LIMA") && result.Error.Contains("Accounts") && result.Error.Contains("trustfund reopen"));
        twice.Exit.Should().Be(1);
        twice.Error.Should().Be("Period 2015 of fund LIMA is closed already (by Accounts, 2017-01-15T12:00:00Z). To change it, reopen it: trustfund reopen BOOKS --fund LIMA --period 2015 --reason TEXT\nNothing was written.\n");
        (await books.RunAsync("audit", "{0}")).Output.Should().Be(before);
    }

    [Fact]
    public async Task A_soft_close_stops_ordinary_entries_and_takes_adjusting_ones()
    {
        using var books = await YearBooks.CreateAsync();

        var soft = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2015", "--soft", "--by", "Accounts");
        var ordinary = await books.ImportAsync(YearBooks.Header
            + "O-1,2015-12-31,,Late,X-1,51030,LIMA,,5.00,,USD,,,,,\nO-1,2015-12-31,,Late,X-1,21010,LIMA,,,5.00,USD,,,,,\n");
        var adjusting = await books.ImportAsync(YearBooks.Header
            + "A-1,2015-12-31,adjusting,Accrued,X-1,51030,LIMA,,5.00,,USD,,,,,\nA-1,2015-12-31,adjusting,Accrued,X-1,21010,LIMA,,,5.00,USD,,,,,\n");
        var close = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2015");

        soft.Output.Should().Be($"CLOSING  The year 2015 of fund LIMA: ordinary entries stop; adjusting entries dated on its last day go on.\nNext: trustfund close {books.Db} --fund LIMA --period 2015 --dry-run\n");
        (soft.Exit, ordinary.Exit, adjusting.Exit, close.Exit).Should().Be((0, 1, 0, 0), ordinary.Error + adjusting.Error + close.Error);
    }

    [Fact]
    public async Task Months_are_closed_one_by_one_the_last_with_its_year_and_opened_again_backwards()
    {
        using var books = await YearBooks.CreateAsync();

        var skipped = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--period", "2015-10", "--by", "Accounts");
        foreach (var month in (string[])["2015-05", "2015-06", "2015-09"])
        {
            (await books.RunAsync("close", "{0}", "--fund", "LIMA", "--period", month, "--by", "Accounts")).Exit.Should().Be(0);
        }

        var october = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--period", "2015-10", "--by", "Accounts");
        var november = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--period", "2015-11", "--by", "Accounts");
        var december = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--period", "2015-12", "--by", "Accounts");
        var year = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2015", "--by", "Accounts");
        var early = await books.RunAsync("reopen", "{0}", "--fund", "LIMA", "--period", "2015-10", "--reason", "Test", "--by", "Accounts");

        skipped.Exit.Should().Be(1);
        foreach (var month in (string[])["2015-05", "2015-06", "2015-09"])
        {
            skipped.Output.Should().Contain($"The month {month} of fund LIMA holds entries and is not closed.").And.Contain($"Close it first: trustfund close BOOKS --fund LIMA --period {month}\n");
        }

        skipped.Output.Should().Contain("prior-period-open").And.NotContain("2015-07");
        new[] { october, november, year }.Should().OnlyContain(result => result.Exit == 0, year.Error);
        november.Output.Should().Contain("CLOSED  The month 2015-11 of fund LIMA.").And.NotContain("closing entry");
        (december.Exit, december.Error).Should().Be((2, "The month 2015-12 is the last of its year and closes with it: trustfund close BOOKS --fund LIMA --period 2015. To stop ordinary entries before that, add --soft.\n"));
        early.Exit.Should().Be(1);
        (await books.LinesOfAsync("2015-12-31", "--after-closing", "--fund", "LIMA")).Should().Equal("11010 1300.00", "31010 -1300.00");
    }

    [Fact]
    public async Task The_account_that_takes_the_result_is_named_by_importing_a_setting_once()
    {
        using var books = await YearBooks.CreateAsync(more: "N-1,2015-02-01,,Reserve set aside,RES,31010,LIMA,,10.00,,USD,,,,,\nN-1,2015-02-01,,Reserve set aside,RES,32010,LIMA,,,10.00,USD,,,,,\n");

        var blocked = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2015", "--dry-run");
        var import = await books.ImportAsync(YearBooks.Header, "closing-account.LIMA,31010\n");
        var changed = await books.ImportAsync(YearBooks.Header, "closing-account.LIMA,32010\n");
        var close = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2015", "--dry-run");

        blocked.Exit.Should().Be(1);
        blocked.Output.ReplaceLineEndings(" ").Should().Contain("Add the line closing-account.LIMA,CODE with the code of one to the books.csv of a folder of these books, and import it: trustfund import BOOKS FOLDER");
        (import.Exit, changed.Exit).Should().Be((0, 1), import.Error);
        changed.Error.Should().Contain("setting closing-account.LIMA");
        close.Exit.Should().Be(0, close.Output);
    }

    [Fact]
    public async Task A_setting_that_names_no_account_for_the_result_is_told_from_one_that_is_missing()
    {
        using var books = await YearBooks.CreateAsync("closing-account.LIMA,39999\n");

        var blocked = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2015", "--dry-run");

        blocked.Output.Should().Contain("The setting closing-account.LIMA names '39999', which is no net-assets account of the chart.")
            .And.Contain("A setting that is registered does not change: register an account of that code as net assets (accounts.csv), or make the books anew from a corrected books.csv.");
    }

    [Fact]
    public async Task Closing_entries_and_restatements_are_marked_in_a_list_and_told_in_its_total()
    {
        using var books = await YearBooks.CreateAsync();
        await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2015", "--by", "Accounts");
        (await books.ImportAsync(YearBooks.Header + "R-1,2016-03-01,restatement,Invoice of 2015 left out,PV-7,31010,LIMA,,40.00,,USD,,,2015,error,Found in the audit\nR-1,2016-03-01,restatement,Invoice of 2015 left out,PV-7,21010,LIMA,,,40.00,USD,,,2015,error,Found in the audit\n")).Exit.Should().Be(0);

        var revenue = await books.RunAsync("entries", "--books", "{0}", "--fund", "LIMA", "--year", "2015", "--account", "41010");
        var surplus = await books.RunAsync("entries", "--books", "{0}", "--fund", "LIMA", "--account", "31010");
        var travel = await books.RunAsync("entries", "--books", "{0}", "--fund", "LIMA", "--account", "12010");

        revenue.Output.Should().Contain(" [closing]").And.NotContain("[ordinary]")
            .And.Contain("2 entries; postings selected: debits 500.00, credits 500.00, net – USD, of which closing entries 500.00\n");
        surplus.Output.Should().Contain("Opening balances [opening]").And.Contain("[restatement, error]")
            .And.Contain("net (1 260.00) USD, of which closing entries (300.00) and restatements 40.00\n");
        travel.Output.Should().EndWith("net – USD\n");
    }

    [Fact]
    public async Task A_warning_is_accepted_with_a_reason_that_the_close_keeps_and_a_blocker_is_not()
    {
        using var books = await YearBooks.CreateAsync("policy.stale-after-days.2016-01-01,30\n",
            "X-1,2015-03-01,,Advance,PV-9,14010,LIMA,,50.00,,USD,,,,,\nX-1,2015-03-01,,Advance,PV-9,11010,LIMA,,,50.00,USD,,,,,\n");
        await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2015");

        var refused = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2016");
        var blocker = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2016", "--accept", "suspense-balance", "--reason", "x");
        var unknown = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2016", "--accept", "stale", "--reason", "x");
        var unpaired = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2016", "--accept", "stale-item");
        var accepted = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2016", "--accept", "stale-item", "--reason", "Confirmed by the partner", "--accept", "dormant-account", "--reason", "Same", "--by", "Accounts");

        refused.Exit.Should().Be(1);
        refused.Output.Should().Contain("14010 Advances: 50.00 USD open since 2015-03-01, 671 days (entry X-1).");
        refused.Error.Should().Be("The year 2016 of fund LIMA was not closed: see the checklist. Nothing was written.\n");
        (blocker.Exit, blocker.Error).Should().Be((2, "suspense-balance blocks the close and cannot be accepted.\n"));
        (unknown.Exit, unknown.Error).Should().Be((2, "The checklist has no warning 'stale'; it has policy-unknown, unusual-sign, contra-not-set-against, stale-item, dormant-account, dormant-fund, opening, unapproved-entry.\n"));
        (unpaired.Exit, unpaired.Error).Should().Be((2, "Each --accept CODE has its --reason TEXT after it: found 1 --accept and 0 --reason.\n"));
        accepted.Exit.Should().Be(0, accepted.Error + accepted.Output);
        (await books.RunAsync("periods", "{0}")).Output.Should().Contain("accepted stale-item: Confirmed by the partner\n").And.Contain("accepted dormant-account: Same\n");
    }

    [Fact]
    public async Task Who_prepares_may_not_approve_where_the_fund_s_policy_says_so()
    {
        using var books = await YearBooks.CreateAsync("policy.approval.2016-12-31@LIMA,different\n");
        string Rows(string names) => YearBooks.Header
            + $"N-1,2017-01-10,,Travel,PV-9,51030,LIMA,,5.00,,USD,{names},,,\nN-1,2017-01-10,,Travel,PV-9,11010,LIMA,,,5.00,USD,{names},,,\n";

        var unnamed = await books.ImportAsync(Rows(","));
        var same = await books.ImportAsync(Rows("Accounts,Accounts"));
        var two = await books.ImportAsync(Rows("Accounts,Controller"));
        var reverse = await books.RunAsync("reverse", "{0}", "N-1", "--date", "2017-01-11", "--reason", "Wrong", "--by", "Accounts");
        await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2015");
        var close = await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2016", "--accept", "unapproved-entry", "--reason", "Before the policy", "--by", "Accounts", "--approved-by", "accounts");
        var reopen = await books.RunAsync("reopen", "{0}", "--fund", "LIMA", "--year", "2016", "--reason", "x");

        (unnamed.Exit, unnamed.Error).Should().Be((1, "Entry N-1 names neither who prepared nor who approved it. Fund LIMA asks for two persons (policy.approval).\n1 refusal; nothing was imported.\n"));
        (same.Exit, same.Error).Should().Be((1, "Entry N-1 was prepared and approved by one person, Accounts. Fund LIMA asks for two persons (policy.approval).\n1 refusal; nothing was imported.\n"));
        two.Exit.Should().Be(0, two.Error);
        (reverse.Exit, reverse.Error).Should().Be((1, "The reversal does not name who approved it. Fund LIMA asks for two persons (policy.approval). Name them by --by and --approved-by. Nothing was written.\n"));
        (close.Exit, close.Error).Should().Be((1, "The close of the year 2016 was prepared and approved by one person, Accounts. Fund LIMA asks for two persons (policy.approval). Name them by --by and --approved-by. Nothing was written.\n"));
        (reopen.Exit, reopen.Error).Should().Be((1, "The reopening of the year 2016 names neither who prepared nor who approved it. Fund LIMA asks for two persons (policy.approval). Name them by --by and --approved-by. Nothing was written.\n"));
    }

    [Theory]
    [InlineData("close {0} --fund LIMA", "Name the period: --year 2016, or --period 2016-06 for a month.")]
    [InlineData("close {0} --fund LIMA --period 2016-01-15..2016-02-14", "2016-01-15..2016-02-14 is neither a year nor a month of fund LIMA, whose year is 2016.")]
    [InlineData("close {0} --fund LIMA --period 2016-06 --soft", "--soft is for a year; a month is closed or open.")]
    [InlineData("close {0} --fund LIMA --year 2016 --accept a --reason b --accept a --reason c", "A code is accepted once, with one reason.")]
    [InlineData("close nowhere.db --fund LIMA --year 2016", "There are no books 'nowhere.db'. Make them first: trustfund init nowhere.db")]
    [InlineData("reverse {0} NOPE --date 2017-01-01 --reason x", "The books have no entry 'NOPE'.")]
    [InlineData("entries --books {0} --entry NOPE", "The books have no entry 'NOPE'.")]
    [InlineData("close-fund {0} --fund LIMA --date 2017-01-01 --authority=\u00A0", "A fund is closed under a decision: name it by --authority.")]
    [InlineData("close-fund {0} --fund LIMA --date 2017-01-01 --authority D --transfer-to OSLO --refund-to CAN", "What is left goes to a fund or to a donor: name one of --transfer-to and --refund-to.")]
    [InlineData("close-fund {0} --fund LIMA --date 2017-01-01 --authority D --refund-to XYZ", "The books have no donor 'XYZ'.")]
    public async Task Wrong_usage_is_told(string line, string message)
    {
        using var books = await YearBooks.CreateAsync();

        var result = await books.RunAsync(line.Split(' '));

        (result.Exit, result.Error, result.Output).Should().Be((2, message + "\n", ""));
    }

    [Fact]
    public async Task An_entry_is_reversed_once_on_the_day_that_is_decided()
    {
        using var books = await YearBooks.CreateAsync();

        var reversed = await books.RunAsync("reverse", "{0}", "E16-3", "--date", "2017-01-10", "--reason", "Invoice of another fund", "--by", "Accounts", "--approved-by", "Controller", "--authority", "Rule 1");
        var same = await books.RunAsync("reverse", "{0}", "E16-3", "--date", "2017-01-10", "--reason", "Invoice of another fund", "--by", "Accounts", "--approved-by", "Controller", "--authority", "Rule 1");
        var twice = await books.RunAsync("reverse", "{0}", "E16-3", "--date", "2017-01-10", "--reason", "Again", "--id", "REV-2");
        var sheet = await books.RunAsync("entries", "--books", "{0}", "--entry", "E16-3");

        (reversed.Exit, reversed.Output).Should().Be((0, $"Posted REV-E16-3, dated 2017-01-10: it takes back E16-3 of 2016-08-01, Consultants.\nPost what is right as an entry of its own. Both: trustfund entries --books {books.Db} --entry REV-E16-3\n"));
        (same.Exit, same.Output).Should().Be((0, "Entry REV-E16-3 is in the books already; nothing was posted.\n"));
        (twice.Exit, twice.Error).Should().Be((1, "Entry E16-3 is reversed already, by REV-E16-3.\nNothing was written.\n"));
        sheet.Output.Should().Contain("Reversed by     REV-E16-3 of 2017-01-10\n").And.Contain("Prepared by     not stated\n");
        Golden.ShouldEqual("entry.txt", System.Text.RegularExpressions.Regex.Replace((await books.RunAsync("entries", "--books", "{0}", "--entry", "REV-E16-3")).Output, "[0-9a-f]{64}", "(hash)"));
    }

    [Fact]
    public async Task A_closing_entry_is_taken_back_by_opening_its_year_again_alone()
    {
        using var books = await YearBooks.CreateAsync();
        await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2015");

        var result = await books.RunAsync("reverse", "{0}", "CLOSE-LIMA-2015-12-31-1", "--date", "2016-01-10", "--reason", "x");

        (result.Exit, result.Error).Should().Be((1, "Entry CLOSE-LIMA-2015-12-31-1 closes a year and is taken back by opening the year again: trustfund reopen BOOKS --fund LIMA --period PERIOD --reason TEXT (it ends on 2015-12-31). Nothing was posted.\n"));
    }

    // Two years: 500 + 800 received, 200 + 300 spent, so the result is 800 and net assets go from 1000 to 1800.
    [Fact]
    public async Task A_period_of_two_years_shows_the_sum_of_both_whether_the_first_was_closed_or_not()
    {
        using var books = await YearBooks.CreateAsync();
        Task<Tool.Result> StatementAsync(params string[] more) => books.RunAsync(["statement", "--books", "{0}", "--fund", "LIMA", "--period", "2015-01-01..2016-12-31", "--format", "csv", .. more]);
        Task<Tool.Result> MovementsAsync() => books.RunAsync("trial-balance", "--books", "{0}", "--fund", "LIMA", "--period", "2015-01-01..2016-12-31", "--movements", "--format", "csv");
        var (open, moved) = (await StatementAsync(), await MovementsAsync());
        await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2015");

        var (closed, movedClosed) = (await StatementAsync(), await MovementsAsync());
        using var behind = JsonDocument.Parse((await books.RunAsync(
            "entries", "--books", "{0}", "--fund", "LIMA", "--figure", "surplus", "--period", "2015-01-01..2016-12-31", "--format", "json")).Output);

        closed.Output.Should().Be(open.Output).And.ContainAll("opening,\"Accumulated surplus, 1 January 2015\",1000,", "total-revenue,Total revenue,1300,", "surplus,Surplus/(deficit),800,", "closing,Accumulated surplus/(deficit),1800,");
        movedClosed.Output.Should().Be(moved.Output);
        behind.RootElement.GetProperty("contributions").EnumerateArray().Select(entry => entry.GetProperty("entry").GetString()).Should().Equal("E15-1", "E15-3", "E16-1", "E16-3");
    }

    // 2015 as recorded: 500 received, 200 spent, so cash 1000 + 500 - 200 = 1300, result 300, net assets 1300.
    // In 2017 it is found that 40 of the 200 were an advance still to be settled. Restated: advances 40, expense 200 - 40 = 160,
    // result 340, net assets 1340. The restatement takes 40 to net assets in 2017; the reclassification moves the 40 between
    // net assets and expense of 2015, so that before closing net assets stand at the opening 1000 again: -1000 - 40 + 40.
    [Fact]
    public async Task A_prior_year_is_restated_and_read_as_recorded_then_as_recorded_now_and_as_restated()
    {
        using var books = await YearBooks.CreateAsync();
        await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2015");
        await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2016");
        var restated = await books.ImportAsync(YearBooks.Header
            + "RST-1,2017-02-10,restatement,Advance expensed in 2015,MEMO-1,14010,LIMA,,40.00,,USD,Accounts,Controller,2015,error,Above 3 per cent of expense\n"
            + "RST-1,2017-02-10,restatement,Advance expensed in 2015,MEMO-1,31010,LIMA,,,40.00,USD,Accounts,Controller,2015,error,Above 3 per cent of expense\n"
            + "RCL-1,2017-02-10,restatement,Expense of 2015 less the advance,MEMO-1,31010,LIMA,,40.00,,USD,Accounts,Controller,2015,reclassification,Goes with RST-1\n"
            + "RCL-1,2017-02-10,restatement,Expense of 2015 less the advance,MEMO-1,51030,LIMA,,,40.00,USD,Accounts,Controller,2015,reclassification,Goes with RST-1\n", day: "2017-02-11");
        var then = NodaTime.Instant.FromUtc(2017, 1, 31, 0, 0);
        var year = new NodaTime.LocalDate(2015, 12, 31);

        restated.Exit.Should().Be(0, restated.Error);
        string[] recorded = ["11010 1300.00", "31010 -1000.00", "41010 -500.00", "51030 200.00"];
        (await books.BalancesAsync(new LedgerCutoff(year, then))).Should().Equal(recorded);
        (await books.BalancesAsync(new LedgerCutoff(year))).Should().Equal(recorded);
        (await books.BalancesAsync(new LedgerCutoff(year, AsRestated: true))).Should().Equal(
            "11010 1300.00", "14010 40.00", "31010 -1000.00", "41010 -500.00", "51030 160.00");
        (await books.BalancesAsync(new LedgerCutoff(new NodaTime.LocalDate(2017, 12, 31)))).Should().Equal("11010 1800.00", "14010 40.00", "31010 -1840.00");
        (await books.RunAsync("entries", "--books", "{0}", "--entry", "RST-1")).Output.Should()
            .Contain("Restates        2015\nNature          error\nJudgement       Above 3 per cent of expense\nPrepared by     Accounts\n");
    }

    [Fact]
    public async Task Populations_are_drawn_with_count_and_total()
    {
        using var books = await YearBooks.CreateAsync();
        await books.RunAsync("close", "{0}", "--fund", "LIMA", "--year", "2015");
        await books.RunAsync("reopen", "{0}", "--fund", "LIMA", "--year", "2015", "--reason", "Late invoice");
        await books.ImportAsync(YearBooks.Header + "L-1,2015-12-30,,Late,X-1,51030,LIMA,,5.00,,USD,,,,,\nL-1,2015-12-30,,Late,X-1,21010,LIMA,,,5.00,USD,,,,,\n");

        var afterClose = await books.RunAsync("entries", "--books", "{0}", "--select", "after-close");
        var round = await books.RunAsync("entries", "--books", "{0}", "--select", "round-amounts", "--round-to", "500", "--format", "json");
        var wrong = await books.RunAsync("entries", "--books", "{0}", "--select", "odd");

        afterClose.Output.Should().Contain("1 entry; postings selected: debits 5.00, credits 5.00, net – USD\nPopulation after-close: 1 of 10 entries looked at.\n");
        using var json = JsonDocument.Parse(round.Output);
        json.RootElement.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("entry").GetString()).Should().Equal("OPEN", "E15-1", "E15-2");
        (json.RootElement.GetProperty("population").GetString(), json.RootElement.GetProperty("count").GetInt32(), json.RootElement.GetProperty("lookedAt").GetInt32()).Should().Be(("round-amounts", 3, 10));
        json.RootElement.GetProperty("totals")[0].GetProperty("debits").GetString().Should().Be("2000.00");
        wrong.Exit.Should().Be(2);
        wrong.Error.Should().StartWith("--select is one of manual, after-close, back-dated, round-amounts, no-description, seldom-used-accounts, unapproved, year-end, weekend, opening, adjusting, reversal, restatement, closing, not 'odd'.");
    }
}
