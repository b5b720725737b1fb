using System.Text;
using TrustFund.Reconciliation.Discovery;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>Totals printed as taken off, by two names, of two balances and in columns further out: what holds raises no alarm, and a single slip is an exception.</summary>
public sealed class TotalsInOtherPlacesTests
{
    private const string TakenOff = "INCOME\nTable money\t3,959\t5,947\nSubscriptions\t1,115\t1,070\nTotal receipts\t5,074\t7,017\nHire of hall\t3,579\t3,657\nRefreshments\t215\t125\nStationery\t811\t225\nTotal payments\t-4,605\t-4,007\nSurplus for year\t469\t3,010\n";

    private const string TwoBalances = "Starting balance\t38,498.42\nIncome\t2,182.22\nExpenses\t(1,195.45)\nFees\t(103.04)\nEnding balance\t39,382.15\nEncumbrances\t(2,245.13)\nUnencumbered balance\t37,137.02\n"
        + "Escrow account\t22,501.68\nTotal financial assets\t61,883.83\nTotal unencumbered assets\t59,638.70\n";

    private const string ByTwoNames = "Assets\nCash and banks\t7,531\nTotal\t7,531\nLiabilities\nResult of other years\t5,120\nProfit\t2,411\nOwn funds\t7,531\nTotal\t7,531\n";

    private const string FurtherOut = "ASSETS | | | | | | |\nCash | 72,234 | | | 32,089 | | |\nReceivable | 156,337 | | | 174,609 | | |\nInventory | 482,393 | | | 550,713 | | |\nTotal operating assets | | 710,964 | | | 757,411 | |\n"
        + "Cash of members | 1,411,753 | | | 1,326,421 | | |\nLand | 465,000 | | | 638,167 | | |\nTotal members' assets | | 1,876,753 | | | 1,964,588 | |\n"
        + "Benefits | 69,976 | | | 54,341 | | |\nEndowment | 10,481 | | | 9,599 | | |\nTotal market assets | | 80,457 | | | 63,940 | |\nTotal assets | | | 2,668,174 | | | 2,785,939 |\n";

    private const string OfNoLines = "Assets\nCash in bank\t1,980.95\nTotal assets\t1,980.95\nLiabilities\nTotal liabilities\t0.00\nEquity\nRetained earnings\t1,980.95\nTotal equity\t1,980.95\nTotal liabilities and equity\t1,980.95\n";

    [Theory]
    [InlineData(OfNoLines, 5)]
    [InlineData(TakenOff, 6)]
    [InlineData(TwoBalances, 4)]
    [InlineData(ByTwoNames, 4)]
    [InlineData(FurtherOut, 8)]
    public void What_holds_raises_no_alarm(string text, int holding) =>
        Check(text).Proof.Findings.Should().HaveCount(holding).And.OnlyContain(finding => finding.Verdict == Verdict.Exact);

    [Theory]
    [InlineData(TakenOff, "3,579", "3,759", "Total payments")]
    [InlineData(TakenOff, "-4,007", "-4,070", "Total payments")]
    [InlineData(TwoBalances, "59,638.70", "56,938.70", "Total unencumbered assets")]
    [InlineData(TwoBalances, "61,883.83", "61,838.83", "Total financial assets")]
    [InlineData(ByTwoNames, "5,120", "5,210", "Own funds")]
    [InlineData(OfNoLines, "Total assets\t1,980.95", "Total assets\t1,890.95", "Total assets")]
    [InlineData(FurtherOut, "482,393", "428,393", "Total operating assets")]
    [InlineData(FurtherOut, "1,964,588", "1,946,588", "Total members' assets")]
    [InlineData(FurtherOut, "2,668,174", "2,686,174", "Total assets")]
    public void A_slip_is_an_exception(string text, string printed, string slip, string exception) =>
        Check(text.Replace(printed, slip, StringComparison.Ordinal)).Proof.Findings.Where(finding => finding.Verdict == Verdict.Inconsistent).Select(finding => finding.Relation.Target.Caption).Should().Contain(exception);

    private static ReconciliationReport Check(string text)
    {
        var document = StatementReader.Read(Encoding.UTF8.GetBytes(text), "statement.txt", new ReadingOptions());
        return Reconciler.Check(new ReconcilerInput { Document = document, Relations = [RelationDiscovery.Discover(document)] });
    }
}
