using System.Text;
using System.Text.RegularExpressions;

namespace TrustFund.Cli.Tests;

/// <summary>The working paper on pages of all widths, what it lists, and the lead schedule that goes with it.</summary>
public sealed partial class PaperTests
{
    [Theory]
    [InlineData("uk_charity_1122960_sofa_2023", 60)]
    [InlineData("uk_charity_1122960_sofa_2023", 80)]
    [InlineData("un_lirec_2016", 50)]
    [InlineData("mlf_excom94_yr1992", 70)]
    public async Task No_line_is_longer_than_the_page(string document, int page)
    {
        var asked = await Tool.RunAsync("check", Case(document), "--width", FormattableString.Invariant($"{page}"));
        var terminal = await Tool.RunOnPageAsync(page, "check", Case(document));

        asked.Output.Split('\n').Should().OnlyContain(line => line.Length <= page);
        terminal.Output.Should().Be(asked.Output);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(47)]
    public async Task The_narrowest_page_holds_a_table_too(int page)
    {
        using var folder = SampleFolder.Empty();
        var document = folder.Write("d.txt", "Costs of the year\n\n                                          2016      2017\nStaff and other personnel costs          1 000     2 000\nTravel                                     500       600\nTotal                                    1 500     2 600\n");

        var result = await Tool.RunAsync("check", document, "--width", FormattableString.Invariant($"{page}"));

        (result.Exit, result.Error).Should().Be((0, ""));
        result.Output.Should().MatchRegex("\nTotal +1 500 F");
        result.Output.Split('\n').Should().OnlyContain(line => line.Length <= page);
    }

    [Fact]
    public async Task Against_books_a_narrow_page_is_kept_too()
    {
        using var folder = await SampleFolder.CreateAsync();

        var narrow = await Tool.RunAsync("reconcile", folder["annex.txt"], "--books", folder["books.db"], "--width", "60");
        var result = await Tool.RunAsync("reconcile", folder["annex.txt"], "--books", folder["books.db"], "--width", "70");

        narrow.Output.Split('\n').Should().OnlyContain(line => line.Length <= 60);
        result.Output.Should().MatchRegex(@"Total revenue +2 223 439 +2 223 439 +– +B F");
    }

    [Fact]
    public async Task A_wide_page_has_the_columns_of_a_table_beside_each_other_and_a_narrow_one_a_blank_line_between_blocks()
    {
        var wide = await Tool.RunAsync("check", Case("uk_charity_1122960_sofa_2023"), "--width", "160");
        var narrow = await Tool.RunAsync("check", Case("uk_charity_1122960_sofa_2023"), "--width", "60");

        wide.Output.Should().MatchRegex("Total +31,615 F +620,115 F +651,730 F +143,106 F");
        wide.Output.Split('\n').SkipWhile(line => !line.StartsWith("Exceptions", StringComparison.Ordinal)).Should().OnlyContain(line => line.Length <= 100, "sentences are no wider");
        narrow.Output.Should().MatchRegex(@"FORWARD +82,768 F\n\n *Notes");
    }

    [Fact]
    public async Task At_a_terminal_a_problem_is_told_once()
    {
        var elsewhere = await Tool.RunAsync("check", Case("uk_charity_1122960_sofa_2023"));
        var terminal = await Tool.RunOnPageAsync(100, "check", Case("uk_charity_1122960_sofa_2023"));
        var queries = await Tool.RunOnPageAsync(100, "check", Case("uk_charity_1122960_sofa_2023"), "--corrigendum");

        elsewhere.Error.Should().Contain("found '99rr69'");
        (terminal.Exit, terminal.Error).Should().Be((3, ""));
        terminal.Output.Should().Contain("found '99rr69'");
        queries.Error.Should().Contain("found '99rr69'", "a corrigendum does not tell it");
    }

    [Theory]
    [InlineData("%PDF-1.4\n", "a PDF file")]
    [InlineData("PK\u0003\u0004....[Content_Types].xml..xl/workbook.xml", "an Excel workbook (XLSX)")]
    [InlineData("PK\u0003\u0004....[Content_Types].xml..word/document.xml", "a Word document (DOCX)")]
    [InlineData("PK\u0003\u0004....a.txt", "a compressed archive (ZIP)")]
    [InlineData("\u00D0\u00CF\u0011\u00E0....", "a Word or Excel file (DOC, XLS)")]
    [InlineData("{\\rtf1\\ansi Income 100\\par}", "a word processor's file (RTF)")]
    [InlineData("\u0089PNG\r\n\u001A\n", "a picture")]
    [InlineData("\u00FF\u00D8\u00FF\u00E0", "a picture")]
    [InlineData("GIF89a", "a picture")]
    [InlineData("SQLite format 3\0", "an SQLite database")]
    [InlineData("\n<!DOCTYPE html><table><tr><td>Income</td><td>100</td></tr></table>", "a web page (HTML)")]
    public async Task A_file_of_a_known_kind_is_told_by_its_first_bytes_without_a_form_to_sign(string content, string kind)
    {
        using var folder = SampleFolder.Empty();
        File.WriteAllBytes(folder["statement"], Encoding.Latin1.GetBytes(content));

        var result = await Tool.RunAsync("check", folder["statement"]);

        result.Exit.Should().Be(3);
        result.Error.Should().Be(
            $"statement, line 1, column 1: found {kind}; expected a statement as text. Copy the table into a plain text file, or save it as text in UTF-8 (of a workbook, as CSV).\n");
        result.Output.Should().NotContain("Prepared by").And.NotContain("Not covered").And.Contain("NOT READ   No amount was read, so that nothing could be tested.");
    }

    [Fact]
    public async Task A_file_of_more_lines_than_any_statement_has_is_not_begun()
    {
        using var folder = SampleFolder.Empty();
        var path = folder.Write("long.txt", string.Concat(Enumerable.Repeat("Item\t1\n", 50_000)));

        var result = await Tool.RunAsync("check", path);

        (result.Exit, result.Error).Should().Be((3,
            "long.txt, line 50001, column 1: found a file of 50001 lines; expected at most 50000. Put each statement into a file of its own.\n"));
    }

    [Fact]
    public async Task Control_characters_of_a_document_are_not_obeyed()
    {
        using var folder = SampleFolder.Empty();
        var path = folder.Write("odd.txt", "Fees \u001B[2Jpaid\u0007\u009B\t1\nOther\t2\nTotal\t3\n");

        var result = await Tool.RunAsync("check", path);

        result.Output.Should().Contain("Fees  [2Jpaid").And.NotContainAny("\u001B", "\u0007", "\u009B");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Text_in_UTF_16_with_its_mark_is_read(bool isBigEndian)
    {
        using var folder = await SampleFolder.CreateAsync();
        File.WriteAllText(folder["wide.txt"], File.ReadAllText(folder["annex.txt"]), new UnicodeEncoding(isBigEndian, byteOrderMark: true));

        var result = await Tool.RunAsync("reconcile", folder["wide.txt"], "--books", folder["books.db"]);

        (result.Exit, result.Error).Should().Be((0, ""));
    }

    [Fact]
    public async Task Half_a_character_of_UTF_16_is_no_text()
    {
        using var folder = SampleFolder.Empty();
        File.WriteAllBytes(folder["wide.txt"], [0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8]);

        var result = await Tool.RunAsync("check", folder["wide.txt"]);

        (result.Exit, result.Error.Length > 0).Should().Be((3, true));
    }

    [Fact]
    public async Task Relations_are_listed_by_the_names_that_veto_takes()
    {
        using var folder = SampleFolder.Empty();
        var document = folder.Write("d.txt", "A\t1\nB\t2\nTotal\t3\n");
        folder.Write("d.relations.json", """{"format":"trustfund.relations/1","relations":[{"id":"sum","target":"Total","add":["A","B"]}]}""");

        var listed = await Tool.RunAsync("check", document, "--list-relations");
        var vetoed = await Tool.RunAsync("check", document, "--veto", "sum");

        listed.Output.Should().Contain("Relations     Reason: declared in the relations file.\n              sum: Total foots: 1 + 2 = 3.\n");
        vetoed.Exit.Should().Be(5);
    }

    [Fact]
    public async Task A_total_that_nothing_tests_is_named_and_the_verdict_says_how_far_it_goes()
    {
        using var folder = SampleFolder.Empty();
        var document = folder.Write("d.txt", "A\t1\nB\t2\nTotal revenue\t3\nTotal assets\t70\nTotal liabilities\t80\n");
        folder.Write("d.relations.json", """{"format":"trustfund.relations/1","relations":[{"target":"Total revenue","add":["A","B"]}]}""");

        var result = await Tool.RunAsync("check", document);

        result.Exit.Should().Be(0);
        Words(result.Output).Should().Contain("Not tested, though they are totals: Total assets 70; Total liabilities 80. No relation is declared of them.")
            .And.Contain("FOOTS AS FAR AS TESTED 3 figures tested; 1 relation exact, 0 rounding; 2 figures not tested");
    }

    [Fact]
    public async Task In_a_folder_a_document_not_read_whole_does_not_count_as_agreeing()
    {
        using var folder = SampleFolder.Empty();
        File.Copy(Case("uk_charity_1122960_sofa_2023"), folder["uk.txt"]);
        File.Copy(Case("un_lirec_2016"), folder["un.txt"]);

        var result = await Tool.RunAsync("check", folder.Path);

        result.Exit.Should().Be(3);
        result.Output.Should().MatchRegex("uk.txt +not read whole +34 of +37 figures tested\n    Line 16, column 50: found '99rr69', expected an amount.\n")
            .And.EndWith("2 documents: 1 within rounding, 1 not read whole\n50 of 53 figures tested (94 per cent); not tested: 2 in no relation that was found or declared, 1\nnot readable\n");
    }

    [Fact]
    public async Task The_lead_schedule_tells_column_what_is_expected_and_the_cause()
    {
        var misprint = await Tool.RunAsync("check", Case("wb_tf_2021_key_statistics"), "--format", "csv");
        var unreadable = await Tool.RunAsync("check", Case("uk_charity_1122960_sofa_2023"), "--format", "csv");

        misprint.Output.Should().StartWith("document,illustrative,caption,published,per_books,difference,per_books_exact,work,line,column,printed,expected,exception,cause\n");
        misprint.Output.Should().MatchRegex(@",X,8,FY17,3\.86,3\.91,""?IBRD/IDA Trust Funds \(TFs\) \(line 8\), FY17 does not foot: .+,""?Bank-executed \(BE\) activites, FY17: for 0\.99 read 0\.94 \(one digit is wrong\)");
        unreadable.Output.Should().MatchRegex(@",U,16,2022 Total funds f,99rr69,99969,""?uk_charity_1122960_sofa_2023\.txt, line 16, column 50: found '99rr69'");
    }

    private static string Case(string name) => Path.Combine(AppContext.BaseDirectory, "Cases", name + ".txt");

    private static string Words(string text) => WhiteSpace().Replace(text, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
