namespace TrustFund.Cli.Tests;

public sealed class CloseFundTests
{
    private const string ClosePrior = "close {0} --fund LIMA --year 2015";
    private const string CloseFund = "close-fund {0} --fund LIMA --date 2016-12-31 --authority Decision-9 --by Accounts --approved-by Controller";

    [Fact]
    public async Task Lines_that_are_not_nil_are_named_and_the_fund_stays_open()
    {
        using var books = await YearBooks.CreateAsync(more: "X-1,2016-12-01,,Advance,PV-9,14010,LIMA,CAN,50.00,,USD,,,,,\nX-1,2016-12-01,,Advance,PV-9,21010,LIMA,,,50.00,USD,,,,,\n");

        var result = await books.RunAsync(CloseFund.Split(' '));

        (result.Exit, result.Error).Should().Be((1, """
            Fund LIMA cannot be closed: assets and liabilities are cleared before its balance is disposed of. Not nil:
              14010 Advances, donor CAN Canada: 50.00 USD
              21010 Accounts payable: (50.00) USD
            Collect, pay, write off or reclassify each of them. Nothing was written.

            """));
    }

    [Fact]
    public async Task What_is_left_needs_somebody_who_gets_it()
    {
        using var books = await YearBooks.CreateAsync();
        await books.RunAsync(ClosePrior.Split(' '));

        var result = await books.RunAsync(CloseFund.Split(' '));
        var early = await books.RunAsync("close-fund", "{0}", "--fund", "LIMA", "--date", "2016-06-30", "--authority", "D");

        (result.Exit, result.Error).Should().Be((1, "Fund LIMA still holds 1800.00 USD: say under --authority who gets it, --transfer-to FUND or --refund-to DONOR. Nothing was written.\n"));
        (early.Exit, early.Error).Should().Be((1, "Fund LIMA has entries after its end:\n  E16-3 of 2016-08-01, Consultants\nName a later --date, or reverse them. Nothing was written.\n"));
    }

    [Theory]
    [InlineData("--transfer-to OSLO", "close-fund-transfer.txt")]
    [InlineData("--refund-to CAN", "close-fund-refund.txt")]
    public async Task A_fund_is_disposed_of_closed_and_nil(string disposal, string golden)
    {
        using var books = await YearBooks.CreateAsync();
        await books.RunAsync(ClosePrior.Split(' '));

        var dryRun = await books.RunAsync($"{CloseFund} {disposal} --dry-run".Split(' '));
        var closed = await books.RunAsync($"{CloseFund} {disposal}".Split(' '));
        var again = await books.RunAsync($"{CloseFund} {disposal}".Split(' '));
        var late = await books.ImportAsync(YearBooks.Header + "L-1,2017-03-01,,Late,X-1,51030,LIMA,,5.00,,USD,,,,,\nL-1,2017-03-01,,Late,X-1,21010,LIMA,,,5.00,USD,,,,,\n");

        (dryRun.Exit, closed.Exit).Should().Be((0, 0), dryRun.Error + dryRun.Output + closed.Error + closed.Output);
        Golden.ShouldEqual(golden, closed.Output.Replace(books.Db, "books.db", StringComparison.Ordinal));
        (await books.LinesOfAsync("2016-12-31", "--after-closing", "--fund", "LIMA")).Should().BeEmpty();
        (await books.RunAsync("periods", "{0}", "--fund", "LIMA")).Output.Should().StartWith("LIMA Lima fund  CLOSED\n");
        again.Exit.Should().Be(1);
        again.Error.Should().Contain("Fund LIMA is closed");
        late.Exit.Should().Be(1);
        late.Error.Should().Contain("LIMA");
    }
}
