using System.Text;
using TrustFund.Reconciliation.Discovery;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>Parts that are taken off, totals carried out beside the last of their lines, and parts that lack a line.</summary>
public sealed class SignedPartsTests
{
    private const string Reconciled = "Fund balance\n\n\t2001\t2000\nBalance at beginning of year\t1,282,290\t1,258,952\nAdd:\n  Contributions received\t45,913\t44,942\n  Interest earned\t2,682\t1,142\n"
        + "Less:\n  Grants awarded\t5,568\t42,311\n  Returned to donors\t825\t164\n  Bank fees\t568\t49,577\nBalance at end of year\t1,323,924\t1,212,984\n";

    private const string CarriedOut = "Balance sheet\n(pounds)\n\nFixed assets\n  Freehold property\t108,199\t\n  Office equipment\t109,309\t217,508\nCurrent assets\n  Stock\t41,989\t\n  Debtors\t326,460\t\n  Cash at bank\t21,620\t390,069\n"
        + "Less: creditors falling due within one year\n  Trade creditors\t4,844\t\n  Accruals\t5,016\t9,860\nNet assets\t\t597,717\nRepresented by\n  General fund\t\t595,847\n  Restricted fund\t\t1,870\nTotal funds\t\t597,717\n";

    private const string Liability = "Employee benefits\n\n\t2003\t2002\nLiability at 1 January\t411,075\t398,120\nCurrent service cost\t10,333\t11,242\nInterest cost\t4,310\t5,116\nBenefits paid\t12,391\t9,870\nLiability at 31 December\t413,327\t404,608\n";

    private const string Assets = "Statement of financial position\n\nAssets\nInvestments\t218,701\nReceivables\t1,440,819\nTotal assets\t1,659,520\nLiabilities\nPayables\t67,969\nBorrowings\t18,116\nTotal liabilities\t86,085\n"
        + "Net assets\nAccumulated surpluses\t1,569,762\nReserves\t3,673\nTotal net assets\t1,573,435\nTotal liabilities and net assets\t1,659,520\n";

    private const string Quarters = "Expenditure\n\n\tFirst half\tSecond half\nProgramme costs\nEducation\t17,874\t111,725\nFisheries\t1,522\t169,124\nRefugees\t71,191\t6,039\nSubtotal, programme costs\t90,587\t286,888\n"
        + "Support costs\nPreparedness\t93,615\t138,640\nSeed bank\t302,940\t637,970\nLegal aid\t9,307\t376,367\nSubtotal, support costs\t405,862\t1,152,977\nTotal expenditure\t496,449\t1,439,865\n";

    private const string Investments = "Movement in investments\n(Expressed in thousands of United States dollars)\n\n\t1995\t1994\nBalance, beginning of year\t$123,357\t$93,761\nAdditions at cost\t$1,566\t$33,959\nLess: disposals\t$4,935\t$5,777\n"
        + "Net gain/(loss) on revaluation\t($546)\t$1,702\nMovement in cash held\t($3,588)\t($288)\nClosing balance\t$115,854\t$123,357\n";

    [Theory]
    [InlineData(Investments)]
    [InlineData(Reconciled)]
    [InlineData(CarriedOut)]
    [InlineData(Liability)]
    [InlineData(Assets)]
    [InlineData(Quarters)]
    public void What_holds_is_found_and_raises_no_alarm(string text) =>
        Check(text).Proof.Findings.Should().NotBeEmpty().And.OnlyContain(finding => finding.Verdict == Verdict.Exact);

    [Theory]
    [InlineData(Investments, "$1,566", "$1,655")]
    [InlineData(Reconciled, "568\t49,577", "586\t49,577")]
    [InlineData(CarriedOut, "Accruals\t5,016", "Accruals\t5,061")]
    [InlineData(Liability, "Benefits paid\t12,391", "Benefits paid\t12,931")]
    [InlineData(Assets, "Reserves\t3,673", "Reserves\t3,637")]
    [InlineData(Quarters, "Seed bank\t302,940\t637,970\n", "")]
    public void One_slip_or_a_line_left_out_is_an_exception(string text, string right, string wrong)
    {
        text.Should().Contain(right);

        Check(text.Replace(right, wrong, StringComparison.Ordinal)).Verdict.Should().Be(Verdict.Inconsistent);
    }

    // With the sign of the payments turned round as well, 7,181.22 would be a slip away from adding up too.
    [Theory]
    [InlineData("8,912.40", "8,192.40", 8_912.40)]
    [InlineData("7,118.22", "7,181.22", 7_118.22)]
    [InlineData("14,139.85", "14,193.85", 14_139.85)]
    public void A_slip_in_one_column_of_receipts_and_payments_leaves_their_signs(string printed, string wrong, decimal amount)
    {
        const string account = "Receipts and payments\n\nOpening balance 1 January 2023\t12,345.67\nReceipts\t8,912.40\nPayments\t7,118.22\nClosing balance 31 December 2023\t14,139.85\n";

        Case.Made("account", account).Check().Verdict.Should().Be(Verdict.Exact);
        Case.Made("account", account.Replace(printed, wrong, StringComparison.Ordinal)).Check().Discrepancies.Should().ContainSingle()
            .Which.Diagnoses.Should().Contain(cause => cause.Repairs.Count == 1 && cause.Repairs[0].Amount == amount && cause.Text.Contains("changed places", StringComparison.Ordinal));
    }

    private static ReconciliationReport Check(string text)
    {
        var document = StatementReader.Read(Encoding.UTF8.GetBytes(text), "statement.txt", new ReadingOptions());
        return Reconciler.Check(new ReconcilerInput { Document = document, Relations = [RelationDiscovery.Discover(document)] });
    }
}
