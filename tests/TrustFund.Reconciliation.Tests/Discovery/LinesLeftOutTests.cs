namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>
/// A statement that holds, and the same without a line: where captions and layout say which lines a total adds up, that it does not come to them is
/// told.
/// </summary>
public sealed class LinesLeftOutTests
{
    // Most of the income is one line, and no other total adds up several.
    private const string Activities = "Statement of activities\n\tUnrestricted\tRestricted\tTotal\nIncome\nGifts\t141,986\t2,863\t144,849\nRents\t565\t210\t775\nFees\t24,305\t1,120\t25,425\nTotal income\t166,856\t4,193\t171,049\n"
        + "Expenditure\nPrograms\t160,899\t1,817\t162,716\nTotal expenditure\t160,899\t1,817\t162,716\nNet income\t5,957\t2,376\t8,333\n";

    private const string Assets = "Balance sheet\n\t2021\t2020\nFixed assets\nLand\t125,400\t131,200\nShares\t98,420\t94,300\n\t223,820\t225,500\nCurrent assets\nDebtors\t12,310\t9,880\nCash\t45,622\t38,114\n\t57,932\t47,994\nTotal assets\t281,752\t273,494\n";

    private const string TakenOff = "Accounts\n\t2017\t2016\nTable money\t3,959\t5,947\nSubscriptions\t1,115\t1,070\nTotal receipts\t5,074\t7,017\nHire of hall\t3,579\t3,657\nRefreshments\t215\t125\nStationery\t3,297\t1,677\nTotal payments\t-7,091\t-5,459\nSurplus for the year\t-2,017\t1,558\n";

    private const string Monies = "Trust monies\n\t2010\t2011\nOpening balance\t1,719\t1,768\nContribution\t276\t354\nDistribution\t(292)\t(156)\nInterest\t65\t71\nClosing balance\t1,768\t2,037\n";

    private const string Donors = "Contributions\n\tPledged\tPaid\nNorway\t15,309,737\t15,309,737\nAustria\t1,877,999\t1,877,999\nGermany\t4,046,623\t2,900,211\nKingdom\t20,377,212\t20,377,212\nItaly\t5,596,565\t5,596,565\nTotal\t47,208,136\t46,061,724\n";

    private const string Numbered = "Receipts of the fund\n\tHighways\tTransit\tTotal\n1. Gasoline\t21,081,441\t3,904,982\t24,986,423\n2. Diesel\t8,649,135\t1,152,385\t9,801,520\n3. Tires\t440,764\t12,004\t452,768\n4. Total excise taxes\t30,171,340\t5,069,371\t35,240,711\n"
        + "Transfers\n1. Conservation\t844,000\t156,000\t1,000,000\n2. Fish\t435,156\t60,847\t496,003\n3. Total transfers\t1,279,156\t216,847\t1,496,003\n";

    private const string Lettered = "Budget\n\t2016\t2017\nA. Staff\t211,400\t218,900\nB. Travel\t34,120\t35,310\nC. Refunds\t8,310\t7,940\nD. Services\t61,030\t59,220\nNet (A + B - C + D)\t298,240\t305,490\nReserve\t12,345\t10,112\nCash and reserve\t310,585\t315,602\n";

    private const string Ledger = "Balances of the ledger\n  $9,753.54  Assets\n  $1,520.44    Checking\n  $8,000.00    Savings\n    $233.10    Paypal\n $-7,120.00  Equity:Opening Balances\n  $1,906.78  Expenses\n     $31.50    Bank Fees\n  $1,235.08    Hosting\n    $640.20    Travel\n"
        + " $-4,540.32  Income\n $-4,211.32    Donations\n    $-12.00    Interest\n   $-317.00    Sponsors\n--------------------\n          0\n";

    [Theory]
    [InlineData(Activities, "Gifts", "Total income"), InlineData(Activities, "Fees", "Total income"), InlineData(Assets, "Cash", "\t57,932"), InlineData(Assets, "Shares", "\t223,820")]
    [InlineData(TakenOff, "Hire of hall", "Total payments"), InlineData(TakenOff, "Stationery", "Total payments"), InlineData(Monies, "Interest", "Closing balance"), InlineData(Monies, "Distribution", "Closing balance")]
    [InlineData(Donors, "Germany", "Total"), InlineData(Donors, "Norway", "Total"), InlineData(Numbered, "1. Gasoline", "4. Total"), InlineData(Numbered, "2. Diesel", "4. Total")]
    [InlineData(Lettered, "B. Travel", "Net"), InlineData(Lettered, "C. Refunds", "Net"), InlineData(Ledger, "   $-317.00    Sponsors", " $-4,540.32  Income")]
    public void That_a_total_does_not_come_to_its_lines_is_told(string sound, string line, string total)
    {
        Case.Made("sound", sound).Check().Discrepancies.Should().BeEmpty();

        Told(sound, line).Should().Equal(LineOf(sound, line, total));
    }

    private const string Month = "Report 2016-03-01 - 2016-04-01\nThis month 2016-03-01 - 2016-04-01\n\n    debit     credit      total\n-------------------------------\n"
        + "   521.10     300.00     221.10  Assets\n   421.10     100.00     321.10    Bank\n   100.00     200.00    -100.00    Savings\n   285.57       1.18     284.39  Expenses\n    75.57       1.18      74.39    Banking\n    42.72       1.18      41.54      Cards\n    32.85          0      32.85      Cheques\n   210.00          0     210.00    Travel\n"
        + "        0     505.49    -505.49  Income\n        0     473.16    -473.16    Gifts\n        0      32.33     -32.33    Interest\n-------------------------------\n   806.67     806.67          0\n\n"
        + "Year to date, ending 2016-04-01\n\n    debit     credit      total\n-------------------------------\n"
        + "  1621.30     900.00     721.30  Assets\n  1221.30     500.00     721.30    Bank\n   400.00     400.00          0    Savings\n   612.23       1.18     611.05  Expenses\n   112.23       1.18     111.05    Banking\n    49.21       1.18      48.03      Cards\n    63.02          0      63.02      Cheques\n   500.00          0     500.00    Travel\n"
        + "        0    1332.35   -1332.35  Income\n        0    1247.21   -1247.21    Gifts\n        0      85.14     -85.14    Interest\n-------------------------------\n  2233.53    2233.53          0\n";

    [Theory]
    [InlineData("    42.72       1.18      41.54      Cards", "    75.57"), InlineData("    49.21       1.18      48.03      Cards", "   112.23")]
    [InlineData("        0      32.33     -32.33    Interest", "        0     505.49"), InlineData("        0      85.14     -85.14    Interest", "        0    1332.35")]
    public void What_is_posted_in_a_month_is_in_the_year_to_date(string line, string total)
    {
        Case.Made("sound", Month).Check().Discrepancies.Should().BeEmpty();

        Told(Month, line).Should().Equal(LineOf(Month, line, total));
    }

    // A line of twelve months, of the December before or of a budget need not be in the year to date.
    [Theory]
    [InlineData("Last twelve months 2015-04-01 - 2016-04-01"), InlineData("December 2015-12-01 - 2016-01-01"), InlineData("Next month 2016-04-01 - 2016-05-01"), InlineData("Last December"), InlineData("Budget for March 2016")]
    [InlineData("Budget 2016-03-01 - 2016-04-01")]
    public void What_is_of_no_part_of_the_year_to_date_need_not_be_in_it(string title)
    {
        // Less than half of what an account above others comes to is in them.
        var month = Month.Replace("    63.02          0      63.02      Cheques", "    31.02          0      31.02      Cheques", StringComparison.Ordinal);
        var other = month.Replace("This month 2016-03-01 - 2016-04-01", title, StringComparison.Ordinal);

        Told(month, Cards).Should().Equal(LineOf(month, Cards, "   112.23"));
        Without(other, Cards).Check().Discrepancies.Should().BeEmpty();
    }

    private const string Cards = "    49.21       1.18      48.03      Cards";

    [Fact]
    public void Tables_of_other_columns_say_nothing_of_each_other()
    {
        const string heading = "    debit     credit      total";
        var month = Month.Replace("    63.02          0      63.02      Cheques", "    31.02          0      31.02      Cheques", StringComparison.Ordinal);
        var at = month.IndexOf(heading, StringComparison.Ordinal);

        Told(month[..at] + "     left      right        net" + month[(at + heading.Length)..], Cards).Should().BeEmpty();
        Told(month.Replace(heading, "     left      right        net", StringComparison.Ordinal), Cards).Should().BeEmpty();
    }

    // What rounding explains is no line that is missing.
    [Fact]
    public void Rounded_amounts_of_a_month_may_come_to_a_little_more_than_those_of_the_year()
    {
        const string month = "   210.00          0     210.00    Travel\n";
        const string year = "   500.00          0     500.00    Travel\n";
        var rounded = Month.Replace(month, month + "    90.02          0      90.02      Trains\n   119.99          0     119.99      Coaches\n", StringComparison.Ordinal)
            .Replace(year, year + "   380.01          0     380.01      Trains\n   119.99          0     119.99      Coaches\n", StringComparison.Ordinal)
            .Replace("   210.00          0     210.00    Travel\n", "   210.02          0     210.02    Travel\n", StringComparison.Ordinal)
            .Replace("   285.57       1.18     284.39  Expenses", "   285.59       1.18     284.41  Expenses", StringComparison.Ordinal)
            .Replace("   521.10     300.00     221.10  Assets\n   421.10     100.00     321.10    Bank", "   521.08     300.00     221.08  Assets\n   421.08     100.00     321.08    Bank", StringComparison.Ordinal);

        Case.Made("rounded", rounded).Check().Discrepancies.Should().BeEmpty();
    }

    // What a caption names may stand in another table, or a number of lines that is not there may.
    [Theory]
    [InlineData("Receipts\n1. Gifts\t4,150\n2. Rents\t2,310\nTotal (1 + 2 + 3)\t7,425\n\nFees\n3. Fees\t965\nPostage\t87\nPaper\t31\n")]
    [InlineData("Receipts\n\t2016\t2017\n1. Gifts\t4,150\t4,822\n2. Rents\t2,310\t2,409\nTotal (1 + 2 + 3)\t7,425\t8,243\n\nFees\n\t2018\t2019\n3. Fees\t965\t1,012\nPostage\t87\t93\nPaper\t31\t29\n")]
    [InlineData("Receipts\n\t2016\t2017\n1. Gifts\t4,150\t4,822\n2. Rents\t2,310\t2,409\nTotal (1 + 2 + 3 + 4)\t7,425\t8,243\n")]
    [InlineData("Receipts\n\t2016\t2017\n1. Gifts\t4,150\t4,822\n2. Rents\t2,310\t2,409\nTotal (1 + 2 + 3)\t5,425\t6,243\n")]
    public void What_a_caption_names_may_stand_elsewhere(string sound) => Case.Made("sound", sound).Check().Discrepancies.Should().BeEmpty();

    // One list that is short of its total lets nothing else be believed that fails.
    [Fact]
    public void A_caption_that_lacks_a_line_speaks_for_itself_alone()
    {
        var report = Case.Made("slip", "Receipts\n\t2016\t2017\n1. Gifts\t4,150\t4,822\n2. Rents\t2,310\t2,409\nTotal (1 + 2 + 3)\t7,425\t8,243\n\nLoans\n\tLent\tRepaid\nNorth\t951\t17\nSouth\t402\t322\nTotal loans\t1,588\t611\n").Check();

        report.Discrepancies.Select(difference => difference.Caption).Distinct().Should().Equal("Total (1 + 2 + 3)");
    }

    // The list with its total in one of two tables is not all that there is.
    [Fact]
    public void A_list_beside_another_table_is_not_the_whole_document() =>
        Case.Made("other", "Shares of the donors\nNorway\t15,309,737\nAustria\t1,877,999\nItaly\t5,596,565\nTotal\t29,208,136\n\nAddresses\n\tNumber\tBox\nNorway\t14\t221\nAustria\t7\t94\n").Check().Discrepancies.Should().BeEmpty();

    // What is posted to an account above others is no line that is missing, in the year to date as in the month.
    [Fact]
    public void An_account_above_others_may_have_postings_of_its_own()
    {
        var own = Month.Replace("   210.00          0     210.00    Travel\n", "   210.00          0     210.00    Travel\n    90.00          0      90.00      Trains\n", StringComparison.Ordinal)
            .Replace("   500.00          0     500.00    Travel\n", "   500.00          0     500.00    Travel\n   123.17          0     123.17      Trains\n    81.35          0      81.35      Coaches\n", StringComparison.Ordinal);

        Case.Made("own", own).Check().Discrepancies.Should().BeEmpty();
    }

    // The opening balance need not be printed, nor every line that a heading speaks of.
    [Theory]
    [InlineData("Trust monies\n\t2010\t2011\nContribution\t276\t354\nInterest\t65\t71\nSurplus\t341\t425\nAccumulated surplus\t4,057\t4,482\n")]
    [InlineData("Donors\nof which\nNorway\t15,309,737\nAustria\t1,877,999\nAll donors, of which some are not named\t99,377,212\n")]
    public void What_no_caption_says_is_no_defect(string sound) => Case.Made("sound", sound).Check().Discrepancies.Should().BeEmpty();

    // The lines of which something is told.
    private static IEnumerable<int> Told(string sound, string line) => Without(sound, line).Check().Discrepancies.Select(difference => difference.Figure!.Place.Line).Distinct();

    private static int LineOf(string sound, string line, string start) =>
        Array.FindIndex(Without(sound, line).Text.Split('\n'), printed => printed.StartsWith(start, StringComparison.Ordinal)) + 1;

    private static Case Without(string sound, string line) => Case.Made("slip", string.Join('\n', sound.Split('\n').Where(printed => !printed.StartsWith(line, StringComparison.Ordinal))));
}
