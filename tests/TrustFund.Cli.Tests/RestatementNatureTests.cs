namespace TrustFund.Cli.Tests;

/// <summary>
/// Restatements of 2015 posted in 2016, straight to net assets: an error of -40, a change of policy of +25 (7 of it to a reserve) and
/// the initial application of a standard of -5; the result of 2015 is shown 20 lower. Opening of 2016: 1300 as reported, 1280 as restated.
/// </summary>
public sealed class RestatementNatureTests : IAsyncLifetime
{
    private YearBooks _books = null!;

    public async Task InitializeAsync() => _books = await YearBooks.CreateAsync(more:
        Restates("R-1", "error", ("21010", -40.00m), ("31010", 40.00m))
        + Restates("R-2", "policy-change", ("15010", 25.00m), ("31010", -18.00m), ("32010", -7.00m))
        + Restates("R-3", "initial-application", ("22010", -5.00m), ("31010", 5.00m))
        + Restates("R-4", "reclassification", ("51030", 20.00m), ("31010", -20.00m)));

    public Task DisposeAsync()
    {
        _books.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_bridge_of_the_opening_balance_shows_adjustments_by_nature()
    {
        var result = await StatementAsync("un-trust-fund-status", "2016");

        Bridge(result).Should().Equal(
            ("opening-as-reported", "1300"), ("opening-adjustments-errors", "-40"), ("opening-adjustments-policies", "25"),
            ("opening-adjustments-initial", "-5"), ("opening-adjustments", "-20"), ("opening", "1280"));
        (await StatementAsync("un-trust-fund-status", "2016", "text")).Should().Contain("    Correction of errors").And.Contain("    Changes in accounting policies")
            .And.Contain("    Initial application of standards").And.NotContain("Reclassifications").And.NotContain("no line for");
    }

    [Fact]
    public async Task Changes_in_net_assets_show_them_by_nature_and_component()
    {
        var result = await StatementAsync("changes-in-net-assets", "2016");

        Bridge(result, 3).Should().Equal(
            ("opening", "1300|0|1300"), ("restatement-errors", "-40|0|-40"), ("restatement-policies", "18|7|25"),
            ("restatement-initial", "-5|0|-5"), ("restatement", "-27|7|-20"), ("restated-opening", "1273|7|1280"));
    }

    [Theory]
    [InlineData("2014"), InlineData("2015"), InlineData("2017")]
    public async Task A_year_whose_opening_balance_nothing_restates_has_no_natures(string year)
    {
        var result = await StatementAsync("un-trust-fund-status", year);

        result.Should().Contain("opening-adjustments,Adjustments on restatement,0,0.00,").And.NotContain("opening-adjustments-");
    }

    [Fact]
    public async Task A_year_before_shows_what_was_restated_before_it()
    {
        var result = await StatementAsync("un-trust-fund-status-comparative", "2017");

        Bridge(result, 2).Should().Contain(("opening-adjustments-errors", "0|-40")).And.Contain(("opening-adjustments", "0|-20"));
    }

    [Fact]
    public async Task Known_at_before_they_were_recorded_there_are_none()
    {
        using var books = await YearBooks.CreateAsync();
        await books.ImportAsync(YearBooks.Header + Restates("R-1", "error", ("21010", -40.00m), ("31010", 40.00m)), day: "2017-02-01");

        var then = await books.RunAsync("statement", "--books", "{0}", "--fund", "LIMA", "--year", "2016", "--as-restated", "--known-at", "2017-01-31T00:00:00Z");
        var now = await books.RunAsync("statement", "--books", "{0}", "--fund", "LIMA", "--year", "2016", "--as-restated");

        then.Output.Should().NotContain("Correction of errors");
        now.Output.Should().Contain("Correction of errors");
    }

    [Fact]
    public async Task The_entries_behind_an_adjustment_are_those_of_its_nature()
    {
        var result = await _books.RunAsync("entries", "--books", "{0}", "--fund", "LIMA", "--year", "2016", "--as-restated", "--figure", "opening-adjustments-policies", "--format", "csv");

        result.Output.Should().Contain("R-2").And.NotContain("R-1").And.NotContain("R-3");
    }

    [Fact]
    public async Task The_narrative_tells_them_by_nature()
    {
        var result = await _books.RunAsync("statement", "--books", "{0}", "--fund", "LIMA", "--year", "2016", "--as-restated", "--narrative");

        result.Output.Should().Contain(
            "The accumulated surplus at 1 January 2016, previously reported as $1,300, stood at $1,280 after correction of errors of ($40), changes in accounting policies of $25 and initial application of standards of ($5).");
    }

    [Theory]
    [InlineData("un-trust-fund-status"), InlineData("un-trust-fund-status-comparative"), InlineData("changes-in-net-assets"), InlineData("financial-position")]
    public async Task A_statement_published_as_restated_is_in_accord_with_the_books_as_restated_and_not_as_recorded(string template)
    {
        var printed = _books.Folder.Write("printed.txt", await StatementAsync(template, "2016", "text"));
        string[] asked = ["reconcile", printed, "--books", "{0}", "--fund", "LIMA", "--year", "2016", "--template", template];

        var restated = await _books.RunAsync([.. asked, "--as-restated"]);
        var recorded = await _books.RunAsync(asked);

        restated.Exit.Should().Be(0, restated.Output + restated.Error);
        restated.Output.Should().Contain("IN ACCORD WITH THE BOOKS").And.Contain("all tested");
        if (template == "un-trust-fund-status")
        {
            (await _books.RunAsync("reconcile", printed, "--books", "{0}", "--fund", "LIMA", "--as-restated")).Output.Should().Be(restated.Output, "the captions tell the year");
        }

        // As recorded, changes in net assets show the same adjustments: those posted in the year.
        recorded.Exit.Should().Be(template == "changes-in-net-assets" ? 0 : 1, recorded.Output);
    }

    [Theory]
    [InlineData("adjustments in one amount", 3), InlineData("no bridge", 5)]
    public async Task A_restated_statement_need_not_print_the_natures_or_the_bridge(string layout, int without)
    {
        var lines = (await StatementAsync("un-trust-fund-status", "2016", "text")).Split('\n').ToList();
        string[] words = without == 5 ? ["errors", "policies", "standards", "reported", "Adjustments"] : ["errors", "policies", "standards"];
        lines.RemoveAll(line => words.Any(word => line.Contains(word, StringComparison.Ordinal)));
        var printed = _books.Folder.Write("printed.txt", string.Join('\n', lines).Replace(without == 5 ? ", as restated" : "\0", "", StringComparison.Ordinal));

        var result = await _books.RunAsync("reconcile", printed, "--books", "{0}", "--fund", "LIMA", "--year", "2016", "--as-restated");

        result.Exit.Should().Be(0, layout + result.Output + result.Error);
    }

    [Fact]
    public async Task A_comparative_that_misses_the_restatement_is_a_difference_of_its_amount()
    {
        var printed = _books.Folder.Write("printed.txt", (await StatementAsync("un-trust-fund-status", "2016", "text")).Replace("1 280", "1 300", StringComparison.Ordinal));

        var result = await _books.RunAsync("reconcile", printed, "--books", "{0}", "--fund", "LIMA", "--year", "2016", "--as-restated");

        result.Exit.Should().Be(1);
        result.Output.Should().Contain("published 1 300, per books 1 280,");
    }

    [Fact]
    public async Task An_extract_holds_no_restatements()
    {
        var result = await _books.RunAsync("reconcile", "x.txt", "--trial-balance", "x.csv", "--as-restated");

        (result.Exit, result.Error).Should().Be((2, "An extract holds no restatements: --as-restated goes with --books.\n"));
    }

    [Fact]
    public async Task Several_documents_are_tied_by_their_restatements_without_being_asked()
    {
        var printed = _books.Folder.Write("printed.txt", await StatementAsync("un-trust-fund-status", "2016", "text"));

        var result = await _books.RunAsync("reconcile", printed, printed, "--books", "{0}", "--fund", "LIMA", "--as-restated");

        (result.Exit, result.Error).Should().Be((2,
            "Several documents are tied to one another by the restatements of the books as it is: leave --as-restated out, or name one document.\n"));
    }

    [Fact]
    public async Task A_template_of_its_own_may_show_one_nature()
    {
        var template = _books.Folder.Write("own.json", """
            {"format":"trustfund.template/1","name":"own","title":"Own","unitLine":"(US dollars)","columns":[{"asRestated":true}],
             "lines":[{"id":"policies","caption":"Changes in policy","types":["net assets"],"measure":"opening-restatement","nature":"policy-change"}]}
            """);

        var result = await _books.RunAsync("statement", "--books", "{0}", "--fund", "LIMA", "--year", "2016", "--template", template, "--format", "csv");

        result.Output.Should().Contain("policies,Changes in policy,25,25.00,");
    }

    private static string Restates(string id, string nature, params (string Account, decimal Amount)[] postings) => string.Concat(postings.Select(posting =>
        FormattableString.Invariant($"{id},2016-06-30,restatement,Restated,{id},{posting.Account},LIMA,,{(posting.Amount > 0 ? posting.Amount : "")},{(posting.Amount < 0 ? -posting.Amount : "")},USD,Accounts,Controller,2015,{nature},Material\n")));

    private static IEnumerable<(string Line, string Amounts)> Bridge(string csv, int columns = 1) => csv.Split('\n').Skip(1).Take(6)
        .Select(line => line.Replace("Net assets, 1 January 2016, as ", "", StringComparison.Ordinal).Split('"') is [var id, _, var rest] ? id + rest : line)
        .Select(line => line.Split(',')).Select(cells => (cells[0], string.Join('|', cells.Skip(2).Take(columns))));

    private async Task<string> StatementAsync(string template, string year, string format = "csv")
    {
        var result = await _books.RunAsync("statement", "--books", "{0}", "--fund", "LIMA", "--year", year, "--as-restated", "--template", template, "--format", format);
        result.Exit.Should().Be(0, result.Error);
        return result.Output;
    }
}
