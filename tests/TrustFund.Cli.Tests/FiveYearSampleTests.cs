using System.Text.Json;
using TrustFund.Cli.FiveYears;
using TrustFund.Practice;
using TrustFund.Reconciliation.Statements;
using TrustFund.Sqlite;

namespace TrustFund.Cli.Tests;

/// <summary>The sample of five years, made once: what an accountant holds against it, for every fund and year.</summary>
public sealed class FiveYearSampleTests(FiveYearSampleTests.Made made) : IClassFixture<FiveYearSampleTests.Made>
{
    public static TheoryData<string, int> FundsAndYears()
    {
        var data = new TheoryData<string, int>();
        foreach (var year in Enumerable.Range(2020, 5))
        {
            data.Add("CLIM", year);
            data.Add("EDUC", year);
            data.Add("EMER", year);
        }

        return data;
    }

    [Fact]
    public async Task It_is_the_same_to_the_byte_wherever_it_is_made()
    {
        using var again = new Made();
        await again.InitializeAsync();

        made.Output.Should().Contain("ILLUSTRATIVE").And.Contain("Try next");
        made.Output.Replace(made.Folder.Path, "HERE", StringComparison.Ordinal).Should().Be(again.Output.Replace(again.Folder.Path, "HERE", StringComparison.Ordinal));
        made.Output.Should().Contain("12086 entries, fingerprint 12086-");
        foreach (var file in Directory.EnumerateFiles(made.Folder.Path, "*.txt"))
        {
            File.ReadAllBytes(file).Should().Equal(File.ReadAllBytes(again.Folder[Path.GetFileName(file)]));
        }
    }

    [Fact]
    public async Task Its_years_are_closed_one_was_opened_again_and_one_fund_is_closed_for_good()
    {
        var periods = await Tool.RunAsync("periods", made.Books, "--format", "csv");
        var late = await Tool.RunAsync("reverse", made.Books, "EDUC-2022-RSTP", "--date", "2024-12-31", "--reason", "Too late");

        var rows = periods.Output.Split('\n').Skip(1).SkipLast(1).Select(row => row.Split(',')).ToList();
        rows.Where(row => row[0] == "CLIM" && row[2] == "2020-01-01").Select(row => row[7]).Should().Equal("closed", "statement-registered", "reopened", "closed", "statement-registered");
        rows.Where(row => string.CompareOrdinal(row[2], "2025") < 0).Should().OnlyContain(row => row[4] == "closed");
        rows.Where(row => row[0] == "EMER").Max(row => row[2]).Should().Be("2023-01-01");
        (await Tool.RunAsync("periods", made.Books, "--fund", "EMER")).Output.Should().Contain("Trust Fund for Emergency Relief  CLOSED").And.Contain("fund closed by Accounts Section");
        (late.Exit, late.Error.Contains("whose period 2024 is closed (by Accounts Section, 2025-02-26", StringComparison.Ordinal)).Should().Be((1, true));
    }

    [Fact]
    public async Task Closes_reopenings_and_editions_are_exported_restored_and_exported_again_to_the_byte()
    {
        using var folder = SampleFolder.Empty();
        var (first, second, restored) = (folder["first"], folder["second"], folder["new.db"]);

        await Tool.RunAsync("export", made.Books, first, "--to", "csv");
        var restore = await Tool.RunAsync("import", restored, first, "--restore");
        await Tool.RunAsync("export", restored, second, "--to", "csv");

        restore.Exit.Should().Be(0, restore.Error);
        ContentsOf(second).Should().Equal(ContentsOf(first)).And.Contain(file => file.StartsWith("editions/", StringComparison.Ordinal));
        (await Tool.RunAsync("audit", restored)).Output.Should().Contain("INTACT");
        foreach (var command in new[] { "periods", "editions" })
        {
            (await Tool.RunAsync(command, restored)).Should().Be(await Tool.RunAsync(command, made.Books));
        }

        var events = Path.Combine(first, "events.csv");
        File.WriteAllText(events, File.ReadAllText(events).Replace(",CLIM,2020,", ",CLIM,2019,", StringComparison.Ordinal));
        var changed = await Tool.RunAsync("import", folder["changed.db"], first, "--restore");
        changed.Exit.Should().Be(1);
        changed.Error.Should().StartWith("Event 2 has the hash ").And.EndWith("The event was changed, or one before it.\n1 refusal; nothing was imported.\n");
        File.Exists(folder["changed.db"]).Should().BeFalse();

        await Tool.RunAsync("init", folder["anew.db"]);
        var anew = await Tool.RunAsync("import", folder["anew.db"], first);
        anew.Error.Should().Be("events.csv was left out: periods, funds and editions stay as they are here. import --restore takes it in.\n");
        (anew.Exit, anew.Output.StartsWith("Imported 12086 entries; ", StringComparison.Ordinal)).Should().Be((0, true));
    }

    private static IEnumerable<string> ContentsOf(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => $"{Path.GetRelativePath(folder, file).Replace('\\', '/')} {Sha256Hash.Of(File.ReadAllBytes(file))}").Order(StringComparer.Ordinal).ToList();

    [Fact]
    public async Task A_year_shown_as_restated_foots()
    {
        var restated = await Tool.RunAsync("statement", "--books", made.Books, "--fund", "EDUC", "--year", "2021", "--as-restated");

        // As published 4,736,643 of operating expenses and a surplus of 478,022; the grant of 62,480 is added to the one and off the other.
        restated.Output.Should().Contain("Operating expenses                                                4 799 123")
            .And.Contain("Surplus/(deficit)                                                     415 542").And.NotContain("no line for");
    }

    [Fact]
    public async Task It_is_not_made_over_books_that_are_there()
    {
        var result = await Tool.RunAsync("sample", "trust-fund-five-years", "--to", made.Folder.Path);

        (result.Exit, result.Error).Should().Be((2,
            $"There are books in {made.Folder.Path} already; they were left as they are. Make the sample in another folder: trustfund sample trust-fund-five-years --to FOLDER\n"));
    }

    [Theory]
    [MemberData(nameof(FundsAndYears))]
    public async Task The_closing_balance_of_a_year_is_the_opening_balance_of_the_next(string code, int year)
    {
        await using var opened = await made.OpenAsync();
        var fund = opened.Fund(code);
        async Task<Statement> StatementAsync(int number, bool asRestated)
        {
            var (template, period) = (TemplateFile.BuiltIn("un-trust-fund-status"), ReportingPeriod.CalendarYear(number));
            return await Reproduction.FromBooksAsync(opened, asRestated ? template.WithRestatedColumns() : template, fund, period, null, default);
        }

        foreach (var asRestated in new[] { false, true })
        {
            var (closing, opening) = ((await StatementAsync(year, asRestated))["closing"], (await StatementAsync(year + 1, asRestated))["opening"]);

            opening.Cells[0].Exact.Should().Be(closing.Cells[0].Exact);
            closing.Cells[0].Exact.IsZero.Should().Be(code == "EMER" && year >= 2023, "the fund that was wound up has nothing left");
        }
    }

    // From what is printed: the JSON of each statement, exact and rounded figures, and the CSV beside it.
    [Theory]
    [InlineData("financial-position-by-fund"), InlineData("financial-performance-by-fund")]
    public async Task In_statements_of_several_funds_the_total_is_the_funds_less_eliminations_in_every_line_and_year(string template)
    {
        foreach (var year in Enumerable.Range(2020, 5))
        {
            foreach (string[] restated in new string[][] { [], ["--as-restated"] })
            {
                string[] asked = ["statement", "--books", made.Books, "--year", FormattableString.Invariant($"{year}"), "--template", template, .. restated];
                using var json = JsonDocument.Parse((await Tool.RunAsync([.. asked, "--format", "json"])).Output);
                var csv = (await Tool.RunAsync([.. asked, "--format", "csv"])).Output.Split('\n')[1..^1];
                var headings = json.RootElement.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("heading").GetString()!.Split(' ')[0]).ToList();
                var lines = json.RootElement.GetProperty("lines").EnumerateArray().Where(line => line.GetProperty("cells").GetArrayLength() > 0).ToList();

                headings.Should().Equal("CLIM", "EDUC", "EMER", "Eliminations", "Total");
                csv.Should().HaveCount(lines.Count);
                foreach (var (index, line) in lines.Index())
                {
                    var exact = line.GetProperty("cells").EnumerateArray().Select(cell => Amount(cell, "exact")).ToList();
                    var printed = line.GetProperty("cells").EnumerateArray().Select(cell => Amount(cell, "amount")).ToList();
                    exact[4].Should().Be(exact[0] + exact[1] + exact[2] + exact[3], $"{template} {year} {line.GetProperty("caption")}");
                    Math.Abs(printed[4] - printed.Take(4).Sum()).Should().BeLessThanOrEqualTo(2, "five figures are rounded, each on its own");
                    csv[index].Should().Contain(string.Join(',', line.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("exact").GetString())), "CSV has every exact figure");
                }

                // What is eliminated is what the funds hold among themselves: nil in the result, and in net assets.
                var result = lines.Single(line => line.GetProperty("line").GetString() is "surplus" or "total-net-assets");
                Amount(result.GetProperty("cells")[3], "exact").Should().Be(0);
            }
        }
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task In_printed_statements_closing_is_next_opening_for_every_fund_and_year(bool asRestated)
    {
        foreach (var template in new[] { "un-trust-fund-status", "un-trust-fund-status-comparative", "changes-in-net-assets" })
        {
            foreach (var fund in FiveYearNouns.Funds)
            {
                List<List<decimal>>? closing = null;
                var isComparative = template.EndsWith("comparative", StringComparison.Ordinal);
                foreach (var year in Enumerable.Range(2020, 5))
                {
                    var result = await Tool.RunAsync(["statement", "--books", made.Books, "--fund", fund.Code.Text, "--year", FormattableString.Invariant($"{year}"),
                        "--template", template, "--format", "json", .. asRestated ? new[] { "--as-restated" } : []]);
                    using var json = JsonDocument.Parse(result.Output);
                    List<List<decimal>> Of(string line) => [.. json.RootElement.GetProperty("lines").EnumerateArray().Single(one => one.GetProperty("line").GetString() == line)
                        .GetProperty("cells").EnumerateArray().Select(cell => new List<decimal> { Amount(cell, "exact"), Amount(cell, "amount") })];

                    var opening = Of(template == "changes-in-net-assets" && asRestated ? "restated-opening" : "opening");
                    // A comparative column is the year before: its closing is this year's opening as well.
                    if (closing is not null)
                    {
                        (isComparative ? [opening[0]] : opening).Should().BeEquivalentTo(isComparative ? [closing[0]] : closing, $"{template} {fund.Code} {year}");
                    }

                    closing = Of("closing");
                    if (isComparative)
                    {
                        closing[1].Should().Equal(opening[0], "the closing balance of the comparative opens the year");
                    }
                }
            }
        }
    }

    private static decimal Amount(JsonElement cell, string name) => decimal.Parse(cell.GetProperty(name).GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task What_funds_owe_each_other_is_nil_over_all_of_them_at_the_end_of_every_month()
    {
        await using var opened = await made.OpenAsync();
        foreach (var month in Enumerable.Range(0, 60))
        {
            var end = new NodaTime.LocalDate(2020, 1, 1).PlusMonths(month + 1).PlusDays(-1);
            var balance = await opened.Books.ReadTrialBalanceByFundAsync(LedgerCutoff.At(end));

            var owed = FiveYearNouns.Funds.Select(fund => balance.Sum(fund, row => row.Account == StandardChart.DueFromOtherFunds || row.Account == StandardChart.DueToOtherFunds));
            owed.Aggregate((sum, amount) => sum + amount).IsZero.Should().BeTrue($"{end}");
            FiveYearNouns.Funds.Select(fund => balance.Sum(fund, row => row.Account == StandardChart.CashAtBank).MinorUnits).Should().OnlyContain(cash => cash >= 0, "no fund overdraws its bank");
        }
    }

    [Fact]
    public async Task Every_balance_of_the_fund_that_was_wound_up_is_nil()
    {
        await using var opened = await made.OpenAsync();

        var balance = await opened.Books.ReadTrialBalanceByFundAsync(new LedgerCutoff(new NodaTime.LocalDate(2023, 12, 31), Closing: ClosingView.AfterClosing));

        balance.Rows.Where(row => row.Fund == FiveYearNouns.Emergency).Should().NotBeEmpty().And.OnlyContain(row => row.Balance.IsZero);
    }

    [Fact]
    public async Task Every_edition_is_proved_and_the_books_are_intact()
    {
        var editions = await Tool.RunAsync("editions", made.Books, "--verify");
        var audit = await Tool.RunAsync("audit", made.Books);

        editions.Exit.Should().Be(0, editions.Output);
        editions.Output.Should().EndWith("PROVEN  15 editions: bytes unchanged, figures derived again to the byte.\n");
        audit.Output.Should().EndWith("INTACT  Chain, balances, references, balances rolled up and structure fit.\n");
    }

    [Fact]
    public async Task A_statement_registered_in_June_comes_out_to_the_byte_after_a_later_correction()
    {
        var then = await Tool.RunAsync("statement", "--books", made.Books, "--fund", "CLIM", "--year", "2020", "--known-at", "TF/CLIM/2020");
        var now = await Tool.RunAsync("statement", "--books", made.Books, "--fund", "CLIM", "--year", "2020");

        then.Output.Should().Be(File.ReadAllText(made.Folder["CLIM-2020.txt"]));
        now.Output.Should().Be(File.ReadAllText(made.Folder["CLIM-2020-corr1.txt"])).And.NotBe(then.Output);
    }

    [Fact]
    public async Task Diff_names_the_correcting_entry_and_the_figures_it_moved_and_nothing_else()
    {
        var result = await Tool.RunAsync("diff", made.Books, "--from", "TF/CLIM/2020", "--template", "un-trust-fund-status", "--fund", "CLIM", "--year", "2020", "--format", "csv");

        result.Output.Split('\n')[1..^1].Select(row => row.Split(',')).Select(cells => (cells[0].Trim('"'), cells.Contains("CLIM-2020-LATE"), cells[^2])).Should().Equal(
            ("Voluntary contributions", true, "125000.00"), ("Total revenue", true, "125000.00"), ("Surplus/(deficit)", true, "125000.00"),
            ("Accumulated surplus/(deficit)", true, "125000.00"), ("Note a", true, "125000.00"));
    }

    [Fact]
    public async Task Five_published_years_reconcile_and_the_restatement_bridges_two_of_them()
    {
        string[] years = [.. Enumerable.Range(2020, 5).Select(year => made.Folder[FormattableString.Invariant($"EDUC-{year}.txt")])];

        var result = await Tool.RunAsync(["reconcile", .. years, "--books", made.Books, "--fund", "EDUC"]);

        result.Exit.Should().Be(0, result.Output);
        var chain = string.Join(' ', result.Output[result.Output.IndexOf("\nChain\n", StringComparison.Ordinal)..].Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        chain.Split(" agrees ").Skip(1).Should().HaveCount(4).And.ContainSingle(step => step.Contains("restated by restatement EDUC-2022-RST of 2021 (62 480.00)"));
    }

    [Fact]
    public async Task The_views_of_a_restated_year_differ_by_the_restatement_alone()
    {
        var result = await Tool.RunAsync("views", made.Books, "--symbol", "TF/EDUC/2021", "--format", "json");
        using var views = System.Text.Json.JsonDocument.Parse(result.Output);

        views.RootElement.GetProperty("recordedSince").GetArrayLength().Should().Be(0);
        views.RootElement.GetProperty("restating").EnumerateArray()
            .Select(moved => (moved.GetProperty("line").GetString(), moved.GetProperty("difference").GetString())).Should().Equal(
                ("operating-expenses", "62480.00"), ("total-expenses", "62480.00"), ("surplus", "-62480.00"), ("closing", "-62480.00"));
    }

    /// <summary>The sample, made once for all of these tests.</summary>
    public sealed class Made : IAsyncLifetime, IDisposable
    {
        internal SampleFolder Folder { get; } = SampleFolder.Empty();

        internal string Output { get; private set; } = "";

        internal string Books => Folder["books.db"];

        public async Task InitializeAsync()
        {
            var result = await Tool.RunAsync("sample", "trust-fund-five-years", "--to", Folder.Path);
            result.Exit.Should().Be(0, result.Error);
            Output = result.Output;
        }

        internal Task<OpenedBooks> OpenAsync() => OpenedBooks.OfAsync(Books, SqliteBooks.Open(Books, new StoryClock(), readOnly: true), default);

        public Task DisposeAsync()
        {
            Dispose();
            return Task.CompletedTask;
        }

        public void Dispose()
        {
            if (Directory.Exists(Folder.Path))
            {
                Folder.Dispose();
            }
        }
    }
}
