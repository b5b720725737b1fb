using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrustFund.Cli.Tests;

/// <summary>The paragraphs that accompany a statement: written from the same books, and held against its table.</summary>
public sealed class NarrativeTests(FiveYearSampleTests.Made made) : IClassFixture<FiveYearSampleTests.Made>
{
    private const string Status = "un-trust-fund-status";
    private const string Comparative = "un-trust-fund-status-comparative";

    public static TheoryData<string, int> FundsAndYears() => FiveYearSampleTests.FundsAndYears();

    [Theory]
    [MemberData(nameof(FundsAndYears))]
    public async Task The_text_of_every_fund_and_year_agrees_with_its_table_and_names_each_contributor_once(string fund, int year)
    {
        foreach (string[] asked in new string[][] { [Status], [Status, "--as-restated"], [Comparative], [Comparative, "--as-restated"] })
        {
            await AgreesAsync(made.Folder, made.Books, asked[0], ["--fund", fund, "--year", FormattableString.Invariant($"{year}"), .. asked[1..]]);
        }
    }

    [Theory]
    [InlineData("financial-performance-by-fund"), InlineData("financial-performance")]
    public async Task The_text_of_each_year_of_several_funds_agrees_with_its_columns(string template)
    {
        foreach (var year in Enumerable.Range(2020, 5))
        {
            await AgreesAsync(made.Folder, made.Books, template, ["--year", FormattableString.Invariant($"{year}"), .. template.EndsWith("fund", StringComparison.Ordinal) ? Array.Empty<string>() : ["--fund", "CLIM"]]);
        }
    }

    [Fact]
    public async Task The_text_of_the_first_sample_agrees_with_the_annex_as_it_was_published()
    {
        using var folder = await SampleFolder.CreateAsync();
        var text = await Tool.RunAsync("statement", "--books", folder["books.db"], "--year", "2016", "--narrative");

        var reconciled = await Tool.RunAsync("reconcile", folder["annex.txt"], "--books", folder["books.db"], "--narrative", folder.Write("text.txt", text.Output));

        reconciled.Exit.Should().Be(0, reconciled.Output);
        reconciled.Output.Should().NotContain("Remark");
    }

    [Fact]
    public async Task Narratives_are_as_approved()
    {
        using var folder = await SampleFolder.CreateAsync();
        async Task<string> TextAsync(params string[] arguments)
        {
            var result = await Tool.RunAsync(["statement", .. arguments, "--narrative"]);
            result.Exit.Should().Be(0, result.Error);
            return $"# statement {string.Join(' ', arguments.SkipWhile(argument => argument != "--year"))} --narrative\n\n{result.Output}\n";
        }

        Golden.ShouldEqual("narratives.txt",
            await TextAsync("--books", folder["books.db"], "--year", "2016")
            + await TextAsync("--books", made.Books, "--year", "2023", "--fund", "EMER")
            + await TextAsync("--books", made.Books, "--year", "2024", "--fund", "EMER")
            + await TextAsync("--books", made.Books, "--year", "2022", "--fund", "EDUC", "--template", Comparative, "--as-restated")
            + await TextAsync("--books", made.Books, "--year", "2022", "--fund", "EDUC", "--template", "changes-in-net-assets", "--as-restated")
            + await TextAsync("--books", made.Books, "--year", "2020", "--fund", "CLIM", "--known-at", "TF/CLIM/2020")
            + await TextAsync("--books", made.Books, "--year", "2024", "--template", "financial-performance-by-fund"));
    }

    [Fact]
    public async Task One_contributor_is_told_as_one_and_cash_of_the_same_amount_is_not_stated_twice()
    {
        using var books = await YearBooks.CreateAsync();

        (await TextAsync(books)).Should().Be("""
            Voluntary contributions to the Lima fund recognized as revenue in 2016 amounted to $800. Cash received from donors in 2016 came to the same amount.

            The only contributor was Canada ($800).

            Total revenue amounted to $800.

            Total expenses amounted to $300. The result for 2016 was a surplus of $500.

            The accumulated surplus rose from $1,300 at 1 January 2016 to $1,800 at 31 December 2016.

            """);
    }

    [Theory]
    [InlineData("300.00", "amounted to $500, after refunds to donors of $300. Cash received from donors in 2016, for contributions of whatever year, amounted to $800; cash refunded to donors amounted to $300.",
        "The only contributor was Canada ($500 after $300 was refunded).")]
    [InlineData("800.00", "No contributions to the Lima fund were recognized as revenue in 2016, after refunds to donors of $800.", "What was recognized from Canada was refunded in full.")]
    [InlineData("900.00", "Refunds to donors exceeded what was recognized in 2016 as contributions to the Lima fund by $100.", "On balance contributions were refunded to Canada ($100).")]
    public async Task Refunds_are_told_as_refunds(string refund, string contributions, string donors)
    {
        using var books = await YearBooks.CreateAsync(more: Entry("E16-4", ("41090", "CAN", refund), ("11010", "CAN", "-" + refund)));

        var text = await TextAsync(books);

        text.Should().Contain(contributions).And.Contain(donors);
        await AgreesAsync(books.Folder, books.Db, Status, ["--fund", "LIMA", "--year", "2016"]);
    }

    [Fact]
    public async Task Contributors_of_equal_amounts_stand_by_name_and_what_no_donor_is_named_for_comes_last()
    {
        using var books = await YearBooks.CreateAsync(more: Entry("E16-4", ("12010", "", "900.00"), ("41010", "", "-900.00")));

        (await TextAsync(books)).Should().Contain("Contributions were recognized from one donor: Canada ($800) and donors not stated ($900).");
    }

    [Fact]
    public async Task Without_contributions_contributors_are_not_spoken_of_and_a_deficit_is_told_as_one()
    {
        using var books = await YearBooks.CreateAsync(more: Entry("E17-1", ("51030", "", "1900.00"), ("11010", "", "-1900.00")).Replace("2016-", "2017-", StringComparison.Ordinal)
            + Entry("E18-1", ("51030", "", "50.00"), ("11010", "", "-50.00")).Replace("2016-", "2018-", StringComparison.Ordinal));

        (await TextAsync(books, "2017")).Should().Be("""
            No contributions to the Lima fund were recognized as revenue in 2017. No cash was received from donors in 2017.

            Total expenses amounted to $1,900. The result for 2017 was a deficit of $1,900.

            The fund had an accumulated surplus of $1,800 at 1 January 2017 and an accumulated deficit of $100 at 31 December 2017.

            """);
        (await TextAsync(books, "2018")).Should().Contain("The fund had an accumulated deficit of $100 at 1 January 2018 and an accumulated deficit of $150 at 31 December 2018.");
        (await TextAsync(books, "2019")).Should().Be("""
            The Lima fund had neither revenue nor expenses in 2019.

            The fund had an accumulated deficit of $150 at 1 January 2019 and an accumulated deficit of $150 at 31 December 2019.

            """);
        await AgreesAsync(books.Folder, books.Db, Status, ["--fund", "LIMA", "--year", "2017"]);
        await AgreesAsync(books.Folder, books.Db, Status, ["--fund", "LIMA", "--year", "2018"]);
    }

    [Fact]
    public async Task With_the_year_before_each_amount_is_compared_and_before_the_books_begin_none_is()
    {
        using var books = await YearBooks.CreateAsync();

        (await TextAsync(books, "2016", Comparative)).Should().Contain("amounted to $800, compared with $500 in 2015, an increase of $300.")
            .And.Contain("Total expenses amounted to $300, compared with $200 in 2015, an increase of $100. The result for 2016 was a surplus of $500, compared with a surplus of $300 in 2015.");
        (await TextAsync(books, "2015", Comparative)).Should().NotContain("2014").And.Contain("rose from $1,000 at 1 January 2015");
    }

    [Fact]
    public async Task The_text_goes_with_the_JSON_of_the_statement()
    {
        using var books = await YearBooks.CreateAsync();

        var result = await books.RunAsync("statement", "--books", "{0}", "--fund", "LIMA", "--year", "2016", "--narrative", "--format", "json");
        using var json = JsonDocument.Parse(result.Output);

        string.Join("\n\n", json.RootElement.GetProperty("narrative").EnumerateArray().Select(paragraph => paragraph.GetString())).Should().Be((await TextAsync(books)).TrimEnd('\n'));
        (await JsonSchemaTests.ErrorsAsync("statement", result.Output)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("--narrative is text for a document, or goes with the JSON of the statement: leave out --format csv and --seal.\n", "--format", "csv")]
    [InlineData("--narrative is text for a document, or goes with the JSON of the statement: leave out --format csv and --seal.\n", "--seal")]
    [InlineData("Template financial-position v1 has no line of revenue less expenses, which a narrative tells of.\n", "--template", "financial-position")]
    public async Task What_a_narrative_does_not_go_with_is_said(string message, params string[] options)
    {
        using var books = await YearBooks.CreateAsync();

        var result = await books.RunAsync(["statement", "--books", "{0}", "--fund", "LIMA", "--year", "2016", "--narrative", .. options]);

        (result.Exit, result.Error).Should().Be((2, message));
    }

    [Theory]
    [InlineData("policy.cash-accounts,\n", "The setting policy.cash-accounts says ''; expected codes of accounts with blanks between them, or none.\n")]
    [InlineData("policy.contra-accounts,a:b:c\n", "The setting policy.contra-accounts says 'a:b:c'; expected codes of accounts, or pairs such as 12090:12010, with blanks between them, or none.\n")]
    public async Task A_policy_of_cash_or_refunds_that_cannot_be_followed_is_told(string setting, string message)
    {
        using var books = await YearBooks.CreateAsync(setting);

        var result = await books.RunAsync("statement", "--books", "{0}", "--fund", "LIMA", "--year", "2016", "--narrative");

        (result.Exit, result.Error).Should().Be((2, message));
    }

    private static string Entry(string id, params (string Account, string Donor, string Amount)[] postings) => string.Concat(postings.Select(posting =>
        $"{id},2016-10-01,,Entry of the test,{id},{posting.Account},LIMA,{posting.Donor},{(posting.Amount[0] == '-' ? "," + posting.Amount[1..] : posting.Amount + ",")},USD,,,,,\n"));

    private static async Task<string> TextAsync(YearBooks books, string year = "2016", string template = Status)
    {
        var result = await books.RunAsync("statement", "--books", "{0}", "--fund", "LIMA", "--year", year, "--template", template, "--narrative");
        result.Exit.Should().Be(0, result.Error);
        return result.Output;
    }

    /// <summary>Holds the text against the table: nothing that the table alone does not show, and every contributor once.</summary>
    private static async Task AgreesAsync(SampleFolder folder, string books, string template, string[] asked)
    {
        string[] arguments = ["statement", "--books", books, "--template", template, .. asked];
        var (statement, text) = (await Tool.RunAsync(arguments), await Tool.RunAsync([.. arguments, "--narrative"]));
        var (table, narrative) = (folder.Write("printed.table", statement.Output), folder.Write("printed.narrative", text.Output));

        var alone = await Tool.RunAsync("check", table, "--template", template);
        var check = await Tool.RunAsync("check", table, "--template", template, "--narrative", narrative, "--format", "json");
        using var report = JsonDocument.Parse(check.Output);
        using var json = JsonDocument.Parse((await Tool.RunAsync([.. arguments, "--format", "json"])).Output);

        var document = report.RootElement.GetProperty("documents")[0];
        var told = document.GetProperty("relations").EnumerateArray().Where(relation => relation.GetProperty("kind").GetString() == "narrative").ToList();
        check.Exit.Should().Be(alone.Exit, text.Output + check.Output);
        told.Select(relation => relation.GetProperty("verdict").GetString()).Should().NotContain(verdict => verdict != "exact", text.Output);
        document.GetProperty("observations").EnumerateArray().Select(observation => observation.GetProperty("text").GetString()).Should().NotContain(remark => remark!.Contains("Para"));
        foreach (var item in json.RootElement.GetProperty("notes").EnumerateArray().SelectMany(note => note.GetProperty("items").EnumerateArray()))
        {
            var name = Regex.Escape(item.GetProperty("name").GetString()!);
            Regex.Count(text.Output, $@"(?:was|to|from|and|[:,;])(?: the)? {name} \(").Should().Be(1, $"{name} is named once in {text.Output}");
        }

        // Every line that the text is sure to speak of is one that the check has tied to it.
        var amounts = json.RootElement.GetProperty("lines").EnumerateArray()
            .Where(line => line.GetProperty("line").GetString() is "total-revenue" or "total-expenses" or "surplus" or "closing")
            .Select(line => line.GetProperty("cells")[0].GetProperty("amount").GetString()).Count(amount => amount != "0");
        told.Should().HaveCountGreaterThanOrEqualTo(amounts, text.Output);
    }
}
