namespace TrustFund.Cli.Tests;

/// <summary>
/// Three published years against books of three years. Opening 1,000.40; 2014: 500 - 200, closing 1,300.40; 2015:
/// 600 - 250, closing 1,650.40. In 2016 a grant of 2015 of 80.30 is found that was not recorded: opening as restated
/// 1,570.10; 700 - 300, closing 1,970.10.
/// </summary>
public sealed class ReconcileYearsTests
{
    [Fact]
    public async Task A_restatement_of_the_books_explains_why_an_opening_is_not_the_closing_printed_before()
    {
        var result = await Tool.RunAsync("reconcile", Years("2014.txt"), Years("2015.txt"), Years("2016.txt"), "--books", Years(""));

        result.Exit.Should().Be(0, result.Output + result.Error);
        Golden.ShouldEqual("reconcile-years.txt", result.Output);
    }

    [Fact]
    public async Task Without_the_restatement_the_chain_breaks()
    {
        using var folder = Books();
        var journal = File.ReadAllLines(Years("journal.csv")).Where(line => !line.StartsWith("2016-R1", StringComparison.Ordinal));
        folder.Write("journal.csv", string.Join('\n', journal));

        var result = await Tool.RunAsync("reconcile", Years("2014.txt"), Years("2015.txt"), Years("2016.txt"), "--books", folder.Path);

        result.Exit.Should().Be(1);
        result.Output.Should().EndWith(
            "  agrees   Accumulated surplus/(deficit) (2014.txt) 1 300, Accumulated surplus, 1 January 2015\n           (2015.txt) 1 300\n"
            + "  FIRST BREAK  Accumulated surplus/(deficit) (2015.txt) 1 650, Accumulated surplus, 1 January 2016\n               (2016.txt) 1 570: the opening is 80 less\n\n3 documents: 2 agree, 1 differs\n");
    }

    [Fact]
    public async Task A_restatement_of_another_amount_does_not_explain_it()
    {
        using var folder = Books();
        folder.Replace("journal.csv", "80.30", "80.80");

        var result = await Tool.RunAsync("reconcile", Years("2015.txt"), Years("2016.txt"), "--books", folder.Path);

        result.Exit.Should().Be(0, "1,650.40 - 80.80 = 1,569.60 prints as 1 570 too");

        folder.Replace("journal.csv", "80.80", "81.80");
        (await Tool.RunAsync("reconcile", Years("2015.txt"), Years("2016.txt"), "--books", folder.Path)).Exit.Should().Be(1);
    }

    [Fact]
    public async Task Several_documents_are_each_of_their_own_year()
    {
        var result = await Tool.RunAsync("reconcile", Years("2014.txt"), Years("2015.txt"), "--books", Years(""), "--year", "2015");

        (result.Exit, result.Error).Should().Be((2,
            "Several documents are reconciled to --books, each for the period that its captions tell: leave --year, --period and --trial-balance out, or name one document.\n"));
    }

    private static SampleFolder Books()
    {
        var folder = SampleFolder.Empty();
        foreach (var file in Directory.EnumerateFiles(Years(""), "*.csv"))
        {
            File.Copy(file, folder[Path.GetFileName(file)]);
        }

        return folder;
    }

    private static string Years(string file) => Path.Combine(AppContext.BaseDirectory, "Fixtures", "Years", file);
}
