using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TrustFund.Cli.Tests;

/// <summary>A statement of another structure, by a template that a user wrote: nothing of the first is built in.</summary>
public sealed class SecondTemplateTests
{
    private static readonly string Document = Path.Combine(AppContext.BaseDirectory, "Fixtures", "mlf_excom94_status.txt");

    private static readonly string Template = Path.Combine(AppContext.BaseDirectory, "Fixtures", "multilateral-fund-status.json");

    [Fact]
    public async Task The_status_of_the_Multilateral_Fund_foots_in_five_relations()
    {
        var result = await Tool.RunAsync("check", Document, "--template", Template, "--format", "json");

        result.Exit.Should().Be(0, result.Error);
        using var report = JsonDocument.Parse(result.Output);
        var document = report.RootElement.GetProperty("documents")[0];
        document.GetProperty("verdict").GetString().Should().Be("exact");
        document.GetProperty("relations").EnumerateArray().Select(relation => relation.GetProperty("verdict").GetString())
            .Should().Equal("exact", "exact", "exact", "exact", "exact");
        document.GetProperty("figures").GetArrayLength().Should().Be(24, "21 amounts and two dashes of the table, and the amount of its note");
        document.GetProperty("figures").EnumerateArray().Count(figure => figure.GetProperty("verdict").GetString() == "unverified")
            .Should().Be(1, "the note tells an amount of which nothing else is printed");
    }

    [Fact]
    public async Task Its_working_paper_is_as_approved()
    {
        var result = await Tool.RunAsync("check", Document, "--template", Template);

        Golden.ShouldEqual("multilateral-fund-status.txt", result.Output);
    }

    [Fact]
    public async Task A_misprint_in_it_is_named()
    {
        using var folder = SampleFolder.Empty();
        var path = folder.Write("misprint.txt", File.ReadAllText(Document).Replace("1,699,806", "1,966,806", StringComparison.Ordinal));

        var result = await Tool.RunAsync("check", path, "--template", Template);

        result.Exit.Should().Be(1);
        result.Output.Should().Contain("DOES NOT FOOT").And.Contain("267 000 less");
    }

    [Fact]
    public async Task It_is_reproduced_from_books_that_hold_its_amounts()
    {
        using var folder = SampleFolder.Empty();
        WriteBooks(folder);

        var reconciled = await Tool.RunAsync("reconcile", Document, "--template", Template, "--books", folder.Path, "--year", "2024");
        var statement = await Tool.RunAsync("statement", "--template", Template, "--books", folder.Path, "--year", "2024");

        reconciled.Exit.Should().Be(0, reconciled.Output + reconciled.Error);
        reconciled.Output.Should().Contain("IN ACCORD AS FAR AS TESTED");
        statement.Output.Should().Contain("4,845,867,245").And.Contain("561,241,555");
    }

    // One entry for each account, against cash, to the printed dollar.
    private static void WriteBooks(SampleFolder folder)
    {
        var amounts = new (string Account, string Type, long Amount)[]
        {
            ("4100", "revenue", 4345293307), ("4300", "revenue", 188759809), ("4400", "revenue", 285391676), ("4500", "revenue", 26422453),
            ("5110", "expense", -1058007535), ("5120", "expense", -444592682), ("5130", "expense", -1048274757), ("5140", "expense", -1325834341),
            ("5210", "expense", -171238429), ("5220", "expense", -12056982), ("5230", "expense", -4010686), ("5240", "expense", -1699806),
            ("5250", "expense", -104750), ("5260", "expense", -188759809), ("5270", "expense", -30045913),
        };
        var accounts = new StringBuilder("code,name,type\n1000,Cash,asset\n");
        var journal = new StringBuilder("entry,date,kind,description,reference,account,fund,donor,debit,credit,currency\n");
        foreach (var (account, type, amount) in amounts)
        {
            var magnitude = Math.Abs(amount).ToString(CultureInfo.InvariantCulture);
            var (cash, other) = amount > 0 ? ($"{magnitude},", $",{magnitude}") : ($",{magnitude}", $"{magnitude},");
            accounts.Append(CultureInfo.InvariantCulture, $"{account},Account {account},{type}\n");
            journal.Append(CultureInfo.InvariantCulture, $"E{account},2024-05-24,,Cumulative amount,,1000,MLF,,{cash},USD\n");
            journal.Append(CultureInfo.InvariantCulture, $"E{account},2024-05-24,,Cumulative amount,,{account},MLF,,{other},USD\n");
        }

        folder.Write("accounts.csv", accounts.ToString());
        folder.Write("funds.csv", "code,name,currency\nMLF,Multilateral Fund,USD\n");
        folder.Write("journal.csv", journal.ToString());
    }
}
