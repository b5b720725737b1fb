using TrustFund.Reconciliation.Proof;

namespace TrustFund.Reconciliation.Tests.Diagnosis;

/// <summary>A line that was left out is the first cause of a total that all else bears out and no slip explains.</summary>
public sealed class MissingLineTests
{
    private const string Result = "Income and expenditure, year ended 31 December 2019\nIncome\nSponsors\t812,500\nDonations\t93,211\nMatching gifts\t12,045\nTotal income\t917,756\n"
        + "Expenditure\nSalaries\t402,111\nPayroll taxes\t31,804\nConferences\t121,433\nBank fees\t4,210\nTotal expenditure\t559,558\nSurplus\t358,198\n";

    private const string TwoYears = "\t2019\t2018\nRevenue\nFranked dividends\t5,953,900\t2,755,906\nFund distributions\t1,397,085\t1,477,353\nInterest\t338,565\t313,824\n\t7,689,550\t4,547,083\n"
        + "Expenses\nDepreciation\t(79,029)\t(82,055)\nCommission\t(126,089)\t(109,725)\nLoss on disposal of plant\t(8,119)\t-\nOther expenses\t(264,697)\t(252,662)\n\t(477,934)\t(444,442)\nOperating surplus\t7,211,616\t4,102,641\n";

    private const string Donors = "Pledges\n\t2017\t2018\t2019\tPledged\tPaid\tOutstanding\nAustralia\t14,200\t15,000\t15,750\t44,950\t44,950\t0\nCanada\t55,310\t57,120\t58,400\t170,830\t151,200\t19,630\n"
        + "Denmark\t9,900\t10,150\t10,300\t30,350\t30,350\t0\nFrance\t120,000\t120,000\t120,000\t360,000\t300,000\t60,000\nGermany\t80,450\t82,300\t85,100\t247,850\t247,850\t0\n"
        + "Foundations\t30,000\t32,500\t35,000\t97,500\t80,000\t17,500\nTotal\t309,860\t317,070\t324,550\t951,480\t854,350\t97,130\n";

    private const string Payments = "Accounts\n\t2017\t2016\nTable money\t3,959\t5,947\nSubscriptions\t1,115\t1,070\nTotal receipts\t5,074\t7,017\nHire of hall\t3,579\t3,657\nRefreshments\t215\t125\nStationery\t3,297\t1,677\nTotal payments\t-7,091\t-5,459\nSurplus for the year\t-2,017\t1,558\n";

    private const string Ledger = "Balances of the ledger\n  $9,753.54  Assets\n  $1,520.44    Checking\n  $8,000.00    Savings\n    $233.10    Paypal\n $-7,120.00  Equity:Opening Balances\n  $1,906.78  Expenses\n     $31.50    Bank Fees\n  $1,235.08    Hosting\n    $640.20    Travel\n"
        + " $-4,540.32  Income\n $-4,211.32    Donations\n    $-12.00    Interest\n   $-317.00    Sponsors\n--------------------\n          0\n";

    [Theory]
    // Taken off, where the total is printed with a minus and its lines are not.
    [InlineData(Payments, "Stationery", "a line above Total payments is missing: 2017 3 297; 2016 1 677")]
    [InlineData(Ledger, "   $-317.00    Sponsors", "a line below Income is missing: (317.00)")]
    [InlineData(Result, "Salaries", "a line above Total expenditure is missing: 402 111"), InlineData(Result, "Donations", "a line above Total income is missing: 93 211")]
    [InlineData(TwoYears, "Commission", "a line above the line without a caption (line 11) is missing: 2019 (126 089); 2018 (109 725)")]
    [InlineData(Donors, "France", "a line above Total is missing: 2017 120 000; 2018 120 000; 2019 120 000; Pledged 360 000; Paid 300 000; Outstanding 60 000")]
    public void It_is_named_with_what_it_comes_to(string sound, string line, string cause)
    {
        Case.Made("sound", sound).Check().Discrepancies.Should().BeEmpty();
        var report = Case.Made("slip", string.Join('\n', sound.Split('\n').Where(printed => !printed.StartsWith(line, StringComparison.Ordinal)))).Check();

        report.Diagnosis.Differences.Should().NotBeEmpty().And.OnlyContain(difference => difference.Hypotheses[0].Text == cause && difference.Hypotheses.Count(other => other.Rank == 1) == 1);
        report.Diagnosis.Certain.Should().BeEmpty();
    }

    // The total is a chance meeting, or of other lines: nobody can tell, but a reader would ask.
    [Fact]
    public void A_line_printed_twice_that_nothing_tests_is_remarked()
    {
        var report = Case.Made("twice", "Receipts\nSubscriptions\t1,250\nHall hire\t4,310\nHall hire\t4,310\nSundries\t12\nSundries\t12\nTotal\t99,999\n").Check();

        report.Verdict.Should().Be(Verdict.Unverified);
        report.Observations.Select(observation => observation.Text).Should().Equal("Hall hire (line 4, column 1) says what the line above it says, and nothing tests either: is it printed twice?");
    }

    // Without its first lines, which come to as much within rounding, the list would come to the total as well.
    [Fact]
    public void A_line_printed_twice_in_a_long_list_is_named_though_part_of_the_list_comes_to_the_total()
    {
        const string denmark = "| Denmark | 0.675 | 0.658 | 0.658 |\n";
        var scale = Cases.Text("unfccc_cp2015_21_scale_of_contributions_2016_17").ReplaceLineEndings("\n");

        var report = Case.Made("twice", scale.Replace(denmark, denmark + denmark, StringComparison.Ordinal)).Check();

        report.Diagnosis.Differences.Should().NotBeEmpty().And.OnlyContain(difference => difference.Hypotheses[0].Text.EndsWith("is printed twice)", StringComparison.Ordinal));
    }
}
