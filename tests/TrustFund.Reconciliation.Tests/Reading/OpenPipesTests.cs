using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Reading;

/// <summary>Tables with a pipe between their cells and none around their rows.</summary>
public sealed class OpenPipesTests
{
    [Theory]
    [InlineData("Fund\n\n|Note|2001|2000\nIncome|||\nGrants|5|1,096,865|919,102\nInterest||218,661|145,556\nTotal income||1,315,526|1,064,658\n")]
    [InlineData("Fund\n\n             | Note |      2001 |      2000\nIncome       |      |           |          \nGrants       |    5 | 1,096,865 |   919,102\nInterest     |      |   218,661 |   145,556\nTotal income |      | 1,315,526 | 1,064,658\n")]
    public void Every_pipe_ends_a_cell(string text)
    {
        var read = Document.Read(text);

        read.Tables.Single().Columns.Should().Equal("2001", "2000");
        Rows(read).Should().Equal("Grants: 0=1096865 1=919102", "Interest: 0=218661 1=145556", "Total income: 0=1315526 1=1064658");
        read.Problems.Should().BeEmpty();
    }

    [Fact]
    public void Two_pipes_together_are_an_empty_cell() =>
        Rows(Document.Read("Balance sheet\n\n|$|$\nAssets||\nCash|35,730.00|\nInventories|2,882.95|\nTotal assets||38,612.95\nPayables||1,470.92\nNet assets||37,142.03\n"))
            .Should().Equal("Cash: 0=35730.00", "Inventories: 0=2882.95", "Total assets: 1=38612.95", "Payables: 1=1470.92", "Net assets: 1=37142.03");

    private static IEnumerable<string> Rows(PublishedStatement read) => read.Tables.SelectMany(table => table.Lines).Where(line => line.Figures.Count > 0)
        .Select(line => $"{line.Caption}: {string.Join(' ', line.Figures.Select(figure => FormattableString.Invariant($"{figure.Column}={figure.Amount}")))}");
}
