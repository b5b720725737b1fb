using System.Globalization;
using TrustFund.Cli.Rendering;

namespace TrustFund.Cli.Tests;

/// <summary>A folder of statements on the last day of the year: some hold, some do not, some are no statements at all.</summary>
public sealed class FolderTests
{
    private const string Holding = "Grants\t120\nFees\t51\nRent\t74\nTotal income\t245\nSalaries\t104\nTravel\t33\nTotal expenditure\t137\nSurplus\t108\n";

    [Fact]
    public async Task The_worst_stands_first_each_with_its_reason_and_the_sums_last()
    {
        using var folder = SampleFolder.Empty();
        folder.Write("a holding.txt", Holding);
        folder.Write("b empty.txt", "");
        folder.Write("c printed.txt", "%PDF-1.7\n");
        folder.Write("d alone.txt", "Grants\t123\n");
        folder.Write("e out.txt", Holding.Replace("137", "139", StringComparison.Ordinal));

        var result = await Tool.RunAsync("check", folder.Path);

        result.Exit.Should().Be(3);
        result.Output.Should().Be(
            """
            e out.txt      does not foot       8 of     8 figures tested
                Total expenditure does not foot: 104 + 33 = 137, the line says 139: the line is 2 more. Rounding
                cannot explain more than 1. And one more.
            b empty.txt    not read            0 of     0 figures tested
                Found an empty file, expected a statement as text. Name the file that holds the statement.
            c printed.txt  not read            0 of     0 figures tested
                Found a PDF file, expected a statement as text. Copy the table into a plain text file, or save
                it as text in UTF-8 (of a workbook, as CSV).
            d alone.txt    not tested          0 of     1 figures tested
                No relation was found or declared that its figures could be tested by.
            a holding.txt  agrees              8 of     8 figures tested
            5 documents: 1 agrees, 1 does not foot, 1 not tested, 2 not read
            16 of 17 figures tested (94 per cent); not tested: 1 in no relation that was found or declared

            """);
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_keeps_none_of_the_others_from_being_read()
    {
        using var folder = SampleFolder.Empty();
        folder.Write("a.txt", Holding);
        folder.Write("locked.txt", Holding);
        using var locked = new FileStream(folder["locked.txt"], FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var result = await Tool.RunAsync("check", folder.Path);
        var alone = await Tool.RunAsync("check", folder["locked.txt"]);

        (result.Exit, result.Error).Should().Be((3, "locked.txt, line 1, column 1: found a file that cannot be opened; expected a file that can be read. Let it be read by you, and close it in other programs.\n"));
        result.Output.Should().Be(
            """
            locked.txt  not read            0 of     0 figures tested
                Found a file that cannot be opened, expected a file that can be read. Let it be read by you, and
                close it in other programs.
            a.txt       agrees              8 of     8 figures tested
            2 documents: 1 agrees, 1 not read
            8 of 8 figures tested (100 per cent)

            """);
        alone.Exit.Should().Be(3);
        alone.Output.Should().StartWith("Document  locked.txt\n").And.EndWith("\nNOT READ   No amount was read, so that nothing could be tested.\n");
    }

    [Fact]
    public async Task All_files_that_are_not_there_are_named_at_once()
    {
        using var folder = SampleFolder.Empty();

        var result = await Tool.RunAsync("check", folder.Write("a.txt", Holding), folder["b.txt"], folder["c.txt"]);

        (result.Exit, result.Output, result.Error).Should().Be((2, "", $"There is no file '{folder["b.txt"]}'.\nThere is no file '{folder["c.txt"]}'.\n"));
    }

    [Theory]
    [InlineData("--materiality", "5")]
    [InlineData("--trivial", "5")]
    public async Task Materiality_that_a_line_for_each_document_does_not_show_is_refused(params string[] options)
    {
        using var folder = SampleFolder.Empty();
        folder.Write("a.txt", Holding);

        var summary = await Tool.RunAsync(["check", folder.Path, .. options]);
        var json = await Tool.RunAsync(["check", folder["a.txt"], "--format", "json", .. options]);
        var queries = await Tool.RunAsync(["check", folder.Path, "--queries", .. options]);

        const string refusal = "--materiality and --trivial weigh the exceptions of a working paper or of --queries, in text: leave out --corrigendum and --format; of a folder add --queries.\n";
        (summary.Exit, summary.Error).Should().Be((2, refusal));
        (json.Exit, json.Error).Should().Be((2, refusal));
        queries.Exit.Should().Be(0);
    }

    [Theory]
    [InlineData("-60.00", "0.42", "too high")]
    [InlineData("-60.42", "-0.42", "too low")]
    [InlineData("5", "9", "too high")]
    [InlineData("60.42", "0.42", "overstated")]
    [InlineData("60.00", "-0.42", "understated")]
    [InlineData("0", "-5", "understated")]
    public void An_amount_below_nil_is_too_high_or_too_low_and_not_over_or_understated(string published, string difference, string word) =>
        Words.Out(decimal.Parse(published, CultureInfo.InvariantCulture), decimal.Parse(difference, CultureInfo.InvariantCulture)).Should().Be(word);

    [Fact]
    public async Task A_correction_keeps_the_currency_behind_the_amount()
    {
        using var folder = SampleFolder.Empty();
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "spi_201612.txt")).Replace("  84629.16 USD", "  84692.16 USD", StringComparison.Ordinal);

        var result = await Tool.RunAsync("check", folder.Write("a.txt", text), "--corrigendum");

        result.Output.Should().Be("a.txt, Key Business Reward Checking (line 14), total. For 84692.16 USD read 84629.16 USD\n");
    }
}
