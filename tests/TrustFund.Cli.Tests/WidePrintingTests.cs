using System.Text.Json;

namespace TrustFund.Cli.Tests;

/// <summary>A statement of thirteen funds side by side on a narrow page: blocks of columns, each with the captions before it.</summary>
public sealed class WidePrintingTests : IDisposable
{
    private const string Template = "financial-performance-by-fund";

    private readonly SampleFolder _books = Books();

    [Theory]
    [InlineData(80), InlineData(120)]
    public async Task No_line_is_wider_than_the_page_and_every_block_has_captions_and_headings(int page)
    {
        var text = await StatementAsync("--width", FormattableString.Invariant($"{page}"));
        var blocks = text.Split("\n\n").Skip(2).Select(block => block.TrimEnd('\n').Split('\n')).ToList();

        Golden.ShouldEqual(FormattableString.Invariant($"thirteen-funds-{page}.txt"), text);
        text.Split('\n').Should().OnlyContain(line => line.Length <= page);
        blocks.Should().HaveCountGreaterThan(1);
        blocks.Select(block => string.Join('|', block.Skip(1).Select(line => line.Length > 54 ? line[..54].TrimEnd() : line))).Distinct().Should().ContainSingle("captions are repeated");
        blocks.SelectMany(block => block[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Should().Equal(
            [.. Enumerable.Range(1, 13).Select(fund => FormattableString.Invariant($"FUND{fund:00}")), "Eliminations", "Total"]);
    }

    [Theory]
    [InlineData("80"), InlineData("100"), InlineData("120"), InlineData("2000")]
    public async Task What_is_printed_in_blocks_reads_back_as_one_table_and_agrees_with_the_books(string page)
    {
        foreach (var template in new[] { Template, "financial-position-by-fund" })
        {
            var result = await Tool.RunAsync("statement", "--books", _books.Path, "--year", "2016", "--template", template, "--width", page);
            var printed = _books.Write("printed.txt", result.Output);

            var check = await Tool.RunAsync("check", printed, "--template", template);
            var reconciled = await Tool.RunAsync("reconcile", printed, "--books", _books.Path, "--year", "2016", "--template", template);

            check.Exit.Should().Be(0, check.Output);
            reconciled.Exit.Should().Be(0, reconciled.Output + reconciled.Error);
            reconciled.Output.Should().Contain("[FUND13]").And.Contain("[Eliminations]").And.Contain("all tested");
        }
    }

    [Fact]
    public async Task A_figure_misprinted_in_a_later_block_is_found_in_its_column()
    {
        var printed = _books.Write("printed.txt", (await StatementAsync("--width", "80")).Replace(" 1 300 ", " 1 030 ", StringComparison.Ordinal));

        var reconciled = await Tool.RunAsync("reconcile", printed, "--books", _books.Path, "--year", "2016", "--template", Template);

        reconciled.Exit.Should().Be(1);
        reconciled.Output.Should().Contain("published 1 030, per books 1 300");
    }

    [Fact]
    public async Task Where_nothing_is_said_a_page_has_120_characters_and_JSON_and_CSV_know_no_pages()
    {
        (await StatementAsync()).Should().Be(await StatementAsync("--width", "120"));

        (await StatementAsync("--width", "80", "--format", "csv")).Should().Be(await StatementAsync("--format", "csv"));
        using var json = JsonDocument.Parse(await StatementAsync("--width", "80", "--format", "json"));
        json.RootElement.GetProperty("columns").GetArrayLength().Should().Be(15);
        json.RootElement.GetProperty("lines").EnumerateArray().Where(line => line.GetProperty("caption").GetString() == "Travel").Should().ContainSingle()
            .Which.GetProperty("cells").GetArrayLength().Should().Be(15);
    }

    [Theory]
    [InlineData("39"), InlineData("wide"), InlineData("-80")]
    public async Task A_width_is_a_number_of_characters(string width)
    {
        var result = await Tool.RunAsync("statement", "--books", _books.Path, "--year", "2016", "--template", Template, "--width", width);

        (result.Exit, result.Error.Split('\n')[0]).Should().Be((2, $"--width is a number of characters, 40 or more, not '{width}'."));
    }

    [Fact]
    public async Task The_narrative_of_thirteen_funds_agrees_with_the_statement_in_blocks()
    {
        var table = _books.Write("printed.txt", await StatementAsync("--width", "80"));
        var text = _books.Write("narrative.txt", await StatementAsync("--narrative"));

        var check = await Tool.RunAsync("check", table, "--template", Template, "--narrative", text);

        check.Exit.Should().Be(0, check.Output);
    }

    public void Dispose() => _books.Dispose();

    // Fund n spends n hundred on travel and hands a tenth of that to the next.
    private static SampleFolder Books()
    {
        var folder = SampleFolder.Empty();
        var funds = Enumerable.Range(1, 13).Select(number => (Number: number, Code: FormattableString.Invariant($"FUND{number:00}"))).ToList();
        folder.Write("accounts.csv", "code,name,type\n11010,Cash at bank,asset\n19010,Due from other funds,asset\n29010,Due to other funds,liability\n31010,Surplus,net assets\n41010,Contributions,revenue\n44010,Transfers in,revenue\n51030,Travel,expense\n53010,Transfers out,expense\n");
        folder.Write("donors.csv", "code,name\nCAN,Canada\n");
        folder.Write("funds.csv", "code,name,currency\n" + string.Concat(funds.Select(fund => $"{fund.Code},Fund {fund.Number},USD\n")));
        folder.Write("journal.csv", "entry,date,kind,description,reference,account,fund,donor,debit,credit,currency\n" + string.Concat(funds.SelectMany(fund =>
        {
            var to = funds[fund.Number % funds.Count].Code;
            return new[]
            {
                Entry($"C{fund.Number}", "Contribution", fund.Code, "11010", "41010", fund.Number * 1000, "CAN"),
                Entry($"T{fund.Number}", "Mission", fund.Code, "51030", "11010", fund.Number * 100, ""),
                Entry($"O{fund.Number}", "Handed on", fund.Code, "53010", "29010", fund.Number * 10, ""),
                Entry($"I{fund.Number}", "Handed on", to, "19010", "44010", fund.Number * 10, ""),
            };
        })));
        return folder;
    }

    private static string Entry(string id, string description, string fund, string debit, string credit, int amount, string donor) => FormattableString.Invariant(
        $"{id},2016-05-01,,{description},,{debit},{fund},{donor},{amount}.00,,USD\n{id},2016-05-01,,{description},,{credit},{fund},{donor},,{amount}.00,USD\n");

    private async Task<string> StatementAsync(params string[] options)
    {
        var result = await Tool.RunAsync(["statement", "--books", _books.Path, "--year", "2016", "--template", Template, .. options]);
        result.Exit.Should().Be(0, result.Error);
        return result.Output;
    }
}
