using System.Text;
using TrustFund.Reconciliation.Discovery;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>Small statements of several parts: what holds raises no alarm, and a single slip is an exception.</summary>
public class PartsOfStatementsTests
{
    private const string Position = "Statement of financial position\n\t2023\t2022\nCurrent assets\nCash\t12,401\t11,307\nReceivables\t3,918\t4,066\nAdvances\t1,207\t955\n"
        + "Total current assets\t17,526\t16,328\nNon-current assets\nEquipment\t2,750\t3,010\nInvestments\t8,125\t7,940\nTotal non-current assets\t10,875\t10,950\nTotal assets\t28,401\t27,278\n";

    private const string CashFlows = "Statement of cash flows\n\nCash flows from operating activities\nSurplus for the year\t412,350\nAdjustments:\nDepreciation\t28,400\nInterest income\t(61,275)\n"
        + "Increase in receivables\t(190,000)\nDecrease in advances\t14,620\nIncrease in accounts payable\t52,118\nNet cash flows from operating activities\t256,213\n"
        + "Cash flows from investing activities\nPurchases of equipment\t(40,500)\nPurchases of investments\t(300,000)\nInterest received\t58,930\nNet cash flows used in investing activities\t(281,570)\n"
        + "Net decrease in cash\t(25,357)\nCash, beginning of year\t880,114\nCash, end of year\t854,757\n";

    private const string Performance = "Statement of financial performance\n\nRevenue\nVoluntary contributions\t1,204,350\nInvestment revenue\t8,412\nOther revenue\t1,250\nTotal revenue\t1,214,012\n"
        + "Expenses\nStaff costs\t540,121\nTravel\t38,915\nGrants\t402,000\nOperating expenses\t61,308\nTotal expenses\t1,042,344\nSurplus for the year\t171,668\n";

    private const string Receivable = "Note 9. Contributions à recevoir\n(en milliers d'euros)\n\n                              31/12/2022      31/12/2021\n"
        + "États membres                    1 250,4         1 190,0\nCommission                         415,0           380,5\nAutres donateurs                    77,3            64,2\n"
        + "Provision                          (42,7)          (30,7)\nMontant net                      1 700,0         1 604,0\n20-04567                                            14/27\n";

    private const string Budget = "\t2016 (EUR)\t2017 (EUR)\tTotal (EUR)\nA. Appropriations\nExecutive direction\t212,300\t214,800\t427,100\nAdaptation\t540,750\t551,200\t1,091,950\nLegal affairs\t130,450\t131,075\t261,525\n"
        + "B. Secretariat-wide costs\t98,215\t99,640\t197,855\nProgramme expenditures (A + B)\t981,715\t996,715\t1,978,430\nC. Programme support costs\t127,623\t129,573\t257,196\nD. Working capital reserve\t9,245\t–\t9,245\n"
        + "Total (A + B + C + D)\t1,118,583\t1,126,288\t2,244,871\n";

    // A total may stand above its analysis as well.
    private const string Analysed = "\t2020\t2019\nSuppliers\nGoods and services\nConsultants\t4,120\t3,975\nTravel\t2,291\t3,487\nTotal goods and services\t6,411\t7,462\nGoods supplied\t1,108\t1,342\nServices rendered\t5,303\t6,120\nTotal goods and services\t6,411\t7,462\n"
        + "Other suppliers\nLeases\t41\t4,902\nCompensation\t22\t92\nTotal other suppliers\t63\t4,994\nTotal suppliers\t6,474\t12,456\n";

    private const string Donors = "Contributions received (US dollars)\n\nDonor\t2024\nNorway\t103,457\nSweden\t201,893\nDenmark\t300,121\nFinland\t50,345\nTotal\t655,816\n";

    private const string Status = "INCOME\nCash payments\t434,529\nBilateral cooperation\t18,876\nInterest earned\t28,539\nTotal Income\t481,944\nALLOCATIONS\nFirst agency\t105,801\nSecond agency\t44,459\nThird agency\t277,129\n"
        + "Total allocations\t427,389\nBALANCE AVAILABLE\t54,555\n";

    private const string Provisions = "INCOME\nCash payments\t4,345,293\nBilateral cooperation\t188,760\nInterest earned\t285,392\nMiscellaneous income\t26,422\nTotal income\t4,845,867\n"
        + "ALLOCATIONS AND PROVISIONS\nFirst agency\t1,058,007\nSecond agency\t444,593\nThird agency\t1,048,275\nFourth agency\t1,325,834\nTotal allocations to agencies\t3,876,709\n"
        + "Secretariat costs\t171,238\nTreasury fees\t12,057\nEvaluation costs\t4,011\nExchange losses\t30,046\nTotal allocations and provisions\t4,094,061\nBALANCE AVAILABLE\t751,806\n";

    // Net assets stand above their parts, and with what is owed they are the other side.
    private const string TwoSides = "Statement of financial position\n\t2014\t2013\nAssets\nCash\t85,119\t95,557\nEquipment\t58,843\t53,921\nTotal assets\t143,962\t149,478\n"
        + "Liabilities\nAccounts payable\t12,088\t14,527\nProvisions\t92,029\t79,641\nTotal liabilities\t104,117\t94,168\nNet assets\t39,845\t55,310\n"
        + "Net assets\nOperating reserve\t9,406\t10,384\nGeneral fund\t30,439\t44,926\nTotal net assets\t39,845\t55,310\nTotal liabilities and net assets\t143,962\t149,478\n";

    // A total named more narrowly than its heading is of some of its lines.
    private const string Earned = "Income\nGrants\t100,412\nFees\t20,318\nSales\t30,257\nInterest\t4,111\nTotal earned income\t54,686\nTotal income\t155,098\n";

    // What goes by the name of the opening balance closes it.
    private const string Accumulated = "Accumulated surplus, 1 January 2016\t3,915,300\nRevenue\nContributions received\t2,190,894\nInvestment revenue\t32,545\nTotal revenue\t2,223,439\n"
        + "Expenses\nStaff costs\t1,180,204\nOperating expenses\t901,322\nTotal expenses\t2,081,526\nSurplus/(deficit)\t141,913\nAccumulated surplus/(deficit)\t4,057,213\n";

    // A total may head its lines, called one or by the name of its part.
    private const string Headed = "BORROWINGS\n\t2024\t2023\nBorrowings\t25,665\t18,516\nLoan accounts\t18,804\t16,563\nGeneral account\t265\t271\nReserve account\t1,006\t1,000\nInvestment account\t5,590\t682\n";

    // A total of another language is one as well.
    private const string Erloese = "Ertragsrechnung\n\n\t2016\t2015\nSpenden\t3.218.133\t3.530.014\nBeiträge\t1.632.360\t1.196.638\nÜbrige Erlöse\t265.760\t443.686\nZinsen\t14\t7.411\nSumme Erträge\t5.116.267\t5.177.749\n";

    private const string Entrate = "Rendiconto\n\nOfferte\t49.950,00\nMercatini\t11.800,00\nRaccolte\t5.300,50\nTotale entrate\t67.050,50\n";

    // What is nil in the columns that hold is added in the one that does not.
    private const string Plan = "\tFirst\tSecond\tThird\nTotal liability - ending\t26,486,933\t26,349,209\t351,773\nNet position\nContributions - employer\t1,268,890\t948,540\t16,298\nContributions - member\t144,807\t261,213\t1,641\n"
        + "Net investment income\t1,443,391\t2,277,550\t23,156\nBenefit payments\t(1,563,029)\t(1,737,144)\t(21,668)\nAdministrative expense\t-\t-\t-\nRefunds\t(3,935)\t-\t-\nOther\t-\t-\t-\nOther changes\t-\t(5,307)\t-\n"
        + "Net change in net position\t1,290,124\t1,744,852\t19,427\nNet position - beginning\t9,182,443\t14,462,903\t168,353\nNet position - ending\t10,472,567\t16,207,755\t187,780\n";

    // The day on which a loan falls due is no closing balance.
    private const string Due = "Lender\tDue\tAgreed\tUndrawn\nFirst bank\tDecember 31, 2029\t350\t48\nSecond bank\tDecember 31, 2029\t1,041\t331\nThird bank\tDecember 31, 2029\t9,217\t5,320\nFourth bank\tDecember 31, 2024\t755\t351\n"
        + "Fifth bank\tDecember 31, 2029\t1,212\t709\nSixth bank\tDecember 31, 2029\t505\t232\nTotal\t\t13,080\t6,991\n";

    // 5.45 per cent is printed as 6, so that the shares come to 95 and 100.
    private const string Apportioned = "\tAmount\tPer cent\nInstitutions\t2,155\t10%\nSovereign bonds\t12,136\t55%\nCorporate bonds\t4,963\t23%\nSecurities\t1,198\t6%\nShort-term\t261\t1%\nDerivatives\t78\t–\nTotal at fair value\t20,791\t95%\nDeposits\t1,188\t5%\nTotal investments\t21,979\t100%\n";

    // The total is rounded by itself, and so one more than its lines.
    private const string Paid = "Donor\tCurrency\tAmount in US$\tPaid in US$\nFirst donor\tNOK\t309,737\t309,737\nSecond donor\tEUR\t77,999\t77,999\nThird donor\tEUR\t100,439\t99,211\nFourth donor\tGBP\t377,212\t377,212\nFifth donor\tSEK\t164,107\t151,440\nTotal\t\t1,029,494\t1,015,600\n";

    // A line of one part is no copy of the same in another, whose lines nothing adds up.
    private const string TwoYears = "\tPledged\tPaid\n2022\nNorway\t103,457\t100,000\nSweden\t201,893\t187,412\n2023\nNorway\t103,457\t100,000\nDenmark\t300,121\t298,455\nFinland\t50,345\t41,200\nTotal 2023\t453,923\t439,655\n";

    private const string OfWhich = "Grants\n\n\t1998\t1997\nCroatia\t15,489\t11,264\nEstonia\t14,525\t17,925\nof which: in kind\t7,999\t2,263\nMonaco\t385,912\t381,096\nof which: in kind\t160,288\t224,515\n"
        + "Moldova\t117,443\t123,535\nTotal\t533,369\t533,820\n";

    // Nothing stands over the last column, as where a page lost it: what it says, the numbers show.
    private const string Ratios = "Budget\n\nBudget Actual Variance\nSupplies\t34.6\t32.5\t2.1\t6.07\nCommunications\t114.7\t99.4\t15.3\t13.34\nBank charges\t124.6\t113.8\t10.8\t8.67\nPrinting\t21.1\t24.9\t(3.8)\t(18.01)\nExchange\t23.6\t14.8\t8.8\t37.29\n"
        + "Total\t318.6\t285.4\t33.2\t10.42\n";

    [Fact]
    public void What_is_part_of_a_line_is_not_added_beside_it()
    {
        var report = Check(OfWhich);

        report.Proof.Findings.Should().HaveCount(2).And.OnlyContain(finding => finding.Verdict == Verdict.Exact);
        Check(OfWhich.Replace("117,443", "114,743", StringComparison.Ordinal)).Verdict.Should().Be(Verdict.Inconsistent);
    }

    // Only the first word says that a line is part of another; below a heading there is no other.
    [Theory]
    [InlineData("In kind, including travel")]
    [InlineData("Fees\n- includes what was due before")]
    public void What_includes_something_is_added(string caption) =>
        Check($"Grants\n\n\t1998\t1997\nCroatia\t15,489\t11,264\n{caption}\t7,999\t2,263\nMonaco\t385,912\t381,096\nTotal\t409,400\t394,623\n").Verdict.Should().Be(Verdict.Exact);

    // 125 thousand, with the word rate in the caption, is added like any other amount.
    [Theory]
    [InlineData("Effect of exchange rate changes on cash")]
    [InlineData("Pro rata share of common costs")]
    [InlineData("Share of surplus of joint ventures")]
    public void An_amount_that_speaks_of_a_rate_or_share_is_added(string caption)
    {
        var statement = $"\t2023\t2022\nOperating activities\t13,608\t12,262\nInvesting activities\t(2,750)\t(3,010)\n{caption}\t125\t(87)\nNet increase in cash\t10,983\t9,165\nCash, beginning of year\t30,000\t20,835\nCash, end of year\t40,983\t30,000\n";

        Check(statement).Proof.Findings.Should().OnlyContain(finding => finding.Verdict == Verdict.Exact)
            .And.Contain(finding => finding.Relation.Terms.Any(term => term.Figure.Caption == caption));
    }

    [Fact]
    public void A_column_of_percentages_is_told_by_its_numbers_and_not_added_up()
    {
        var report = Check(Ratios);

        report.Proof.Findings.Should().OnlyContain(finding => finding.Verdict != Verdict.Inconsistent);
        report.Proof.Findings.Count(finding => finding.Relation.Kind == RelationKind.Share).Should().Be(6);
    }

    [Fact]
    public void A_line_of_another_part_is_no_copy() =>
        Check(TwoYears).Proof.Findings.Should().NotBeEmpty().And.OnlyContain(finding => finding.Verdict == Verdict.Exact);

    [Fact]
    public void A_result_right_below_a_total_is_the_total_by_another_name()
    {
        const string statement = "Profit and loss\nIncome\nContributions\t917,756.57\nInterest income\t1,033.21\nRegistrations\t55,120.00\nTotal income\t973,909.78\nGross profit\t973,909.78\n"
            + "Expenses\nPayroll\t474,037.78\nBank fees\t4,210.90\nConferences\t121,433.50\nTotal expenses\t599,682.18\nNet operating income\t374,227.60\n";

        Check(statement).Verdict.Should().Be(Verdict.Exact);
        Check(statement.Replace("Gross profit\t973,909.78", "Gross profit\t937,909.78", StringComparison.Ordinal)).Discrepancies.Should().ContainSingle()
            .Which.Diagnoses.Should().Contain(cause => cause.Rank == 1 && cause.Repairs.Count == 1 && cause.Repairs[0].Amount == 973_909.78m);
    }

    [Fact]
    public void Signs_behind_the_captions_say_what_is_done_with_the_lines()
    {
        const string statement = "Status of the funds\nContributions\t756,821,732\nInterest of the fund +\t20,006,220\nInterest of others +\t3,122,214\nTotal source of funds\t779,950,166\n"
            + "Transfers\t706,928,187\nRefunds -\t48,030,831\nAgent fee +\t7,484,571\nDirect cost +\t22,638,221\nBank charges +\t29,699\nTotal use of funds -\t689,049,847\nBalance\t90,900,319\n";

        Check(statement).Verdict.Should().Be(Verdict.Exact);
        var report = Check(statement.Replace("689,049,847", "68,904,847", StringComparison.Ordinal));
        report.Discrepancies.Should().HaveCount(2).And.OnlyContain(discrepancy => discrepancy.Text.Contains("620 145 000", StringComparison.Ordinal));
        report.Proof.Findings.Should().Contain(finding => finding.Relation.Because.Contains("by the signs behind their captions", StringComparison.Ordinal));
    }

    // Payments are taken off though nothing but their caption says so; the list below makes a statement of it that shows what it is.
    private const string Forward = "Balance at 1 July 2024\t26.48\nTotal receipts\t21,018.24\nTotal payments\t12,381.62\nBalance at 30 June 2025\t8,663.10\n\n"
        + "Payments\nTraining\t6,473.20\nInsurance\t854.55\nFees\t4,857.45\nBank charges\t196.42\nTotal payments\t12,381.62\n";

    [Theory]
    [InlineData("Balance at 1 July 2024\t26.48\nTotal receipts\t21,018.24\nTotal payments\t12,381.62\nBalance at 30 June 2025\t8,663.10\n")]
    [InlineData("Solde au 1er juillet 2024\t26,48\nRecettes\t21 018,24\nDépenses\t12 381,62\nSolde au 30 juin 2025\t8 663,10\n")]
    [InlineData("Income\t2,464.40\nExpense\t(1,290.16)\nTotal remaining\t1,174.24\n")]
    [InlineData("Income\t2,464.40\nExpenditure\t1,290.16\nNet income\t1,174.24\n")]
    public void The_smallest_of_statements_are_tested_where_captions_say_what_they_come_to(string text) => What_holds_raises_no_alarm(text);

    // Amounts of few digits come to each other by chance, and where one is left over the captions may mean something else.
    [Theory]
    [InlineData("Income\t2,400\nExpenditure\t1,200\nNet income\t1,200\n")]
    [InlineData("Cash\t912.77\nIncome\t2,464.40\nExpenditure\t1,290.16\nNet income\t1,174.24\n")]
    public void Nothing_is_said_of_a_few_amounts_that_captions_do_not_settle(string text) => Check(text).Proof.Findings.Should().BeEmpty();

    [Theory]
    [InlineData(Forward)]
    [InlineData(Position)]
    [InlineData(Donors)]
    [InlineData(Status)]
    [InlineData(Provisions)]
    [InlineData(Earned)]
    [InlineData(TwoSides)]
    [InlineData(Accumulated)]
    [InlineData(CashFlows)]
    [InlineData(Performance)]
    [InlineData(Receivable)]
    [InlineData(Budget)]
    [InlineData(Analysed)]
    [InlineData(Headed)]
    [InlineData(Due)]
    [InlineData(Apportioned)]
    public void What_holds_raises_no_alarm(string text)
    {
        var report = Check(text);

        report.Problems.Should().BeEmpty();
        report.Proof.Findings.Should().NotBeEmpty().And.OnlyContain(finding => finding.Verdict == Verdict.Exact);
        report.NotTested.Should().BeEmpty();
    }

    [Theory]
    [InlineData(Position, "Advances\t1,207\t955\n", "", "Total current assets")]
    [InlineData(Position, "Investments\t8,125\t7,940", "Investments\t8,125\t7,490", "Total non-current assets")]
    [InlineData(Position, "Receivables\t3,918\t4,066\n", "", "Total current assets")]
    [InlineData(Position, "Advances\t1,207\t955\n", "Advances\t1,207\t955\nAdvances\t1,207\t955\n", "Total current assets")]
    [InlineData(Budget, "Legal affairs\t130,450\t131,075\t261,525\n", "", "Programme expenditures (A + B)")]
    [InlineData(Budget, "Legal affairs\t130,450\t131,075\t261,525\n", "Legal affairs\t130,450\t131,075\t261,525\nLegal affairs\t130,450\t131,075\t261,525\n", "Programme expenditures (A + B)")]
    [InlineData(Budget, "B. Secretariat-wide costs\t98,215\t99,640\t197,855\n", "", "Programme expenditures (A + B)")]
    [InlineData(Budget, "C. Programme support costs\t127,623\t129,573\t257,196\n", "", "Total (A + B + C + D)")]
    [InlineData(Budget, "D. Working capital reserve\t9,245\t–\t9,245\n", "D. Working capital reserve\t9,245\t–\t9,245\nD. Working capital reserve\t9,245\t–\t9,245\n", "Total (A + B + C + D)")]
    [InlineData(Donors, "655,816", "655,916", "Total")]
    [InlineData(Donors, "201,893", "201,983", "Total")]
    [InlineData(Status, "54,555", "54,565", "BALANCE AVAILABLE")]
    [InlineData(Provisions, "4,845,867", "4,657,107", "Total income")]
    [InlineData(Provisions, "4,845,867", "4,560,475", "Total income")]
    [InlineData(Provisions, "3,876,709", "3,432,116", "Total allocations to agencies")]
    [InlineData(Provisions, "3,876,709", "-", "Total allocations to agencies")]
    [InlineData(Accumulated, "141,913\nAccumulated surplus/(deficit)\t4,057,213", "4,057,213\nAccumulated surplus/(deficit)\t141,913", "Surplus/(deficit)")]
    [InlineData(TwoSides, "Total liabilities and net assets\t143,962", "Total liabilities and net assets\t134,962", "Total liabilities and net assets")]
    [InlineData(Due, "5,320", "5,230", "Total")]
    [InlineData(Apportioned, "23%", "32%", "Corporate bonds")]
    [InlineData(Paid, "1,015,600", "1,051,600", "Total")]
    [InlineData(CashFlows, "(190,000)", "(109,000)", "Net cash flows from operating activities")]
    [InlineData(CashFlows, "854,757", "854,575", "Cash, end of year")]
    [InlineData(Performance, "revenue\t8,412", "revenue\t(8,412)", "Total revenue")]
    [InlineData(Receivable, "415,0", "451,0", "Montant net")]
    [InlineData(Receivable, "(42,7)", " 42,7 ", "Montant net")]
    [InlineData(Erloese, "265.760", "256.760", "Summe Erträge")]
    [InlineData(Erloese, "7.411", "4.711", "Summe Erträge")]
    [InlineData(Entrate, "67.050,50", "67.500,50", "Totale entrate")]
    public void A_slip_is_an_exception(string text, string printed, string slip, string exception)
    {
        var report = Check(text.Replace(printed, slip, StringComparison.Ordinal));

        report.Proof.Findings.Where(finding => finding.Verdict == Verdict.Inconsistent).Select(finding => finding.Relation.Target.Caption).Should().Contain(exception);
    }

    [Fact]
    public void A_line_that_is_nil_wherever_a_sum_holds_is_added_where_it_does_not()
    {
        var report = Check(Plan.Replace("1,268,890", "1,768,890", StringComparison.Ordinal));

        report.Discrepancies.Should().ContainSingle().Which.Diagnoses[0].Repairs.Should().ContainSingle().Which.Amount.Should().Be(1_268_890);
    }

    // A line that the next total adds beside this one is none of a gap between its lines.
    [Fact]
    public void A_total_that_is_told_to_leave_out_a_line_has_no_gap()
    {
        const string text = "Statement of cash flows\n\n\t2001\t2000\nCash flows from operating activities\n  Surplus/(deficit) for the year\t-12,032\t-159\nNon-cash movements\n  Change in allowance for doubtful receivables\t15,370\t-578\n"
            + "  Unrealized foreign exchange loss\t3,304\t-1,700\nChanges in assets and liabilities\n  (Increase)/decrease in other receivables\t-28,365\t-1,174\n  (Increase)/decrease in advances\t-1,502\t-\n"
            + "  (Increase)/decrease in inventories\t700\t94\nNet cash flows from operating activities\t-22,525\t-3,553\nCash flows from investing activities\n  Interest received\t-3,707\t2,800\n"
            + "  Pro rata share of net increases in the cash pool\t2,851\t-785\nNet cash flows from investing activities\t-856\t2,015\nCash flows from financing activities\n  Repayment of loans\t-\t-\n"
            + "  Loans received\t-\t-8,186\nNet cash flows from financing activities\t-\t-8,186\nNet increase/(decrease) in cash and cash equivalents\t-23,381\t-9,724\nCash and cash equivalents - beginning of year\t-2,566\t7,158\n"
            + "Cash and cash equivalents - end of year\t-25,947\t-2,566\n";

        Check(text).Discrepancies.Should().ContainSingle().Which.Relation!.Target.Caption.Should().Be("Net cash flows from operating activities");
    }

    // Of the part that nothing comes in for, the net is what goes out taken off, printed with a minus.
    [Fact]
    public void The_net_of_a_part_of_payments_alone_is_their_total_taken_off()
    {
        const string text = "Cash flow statement\n\n\t2021\t2020\nOPERATING ACTIVITIES\nCash received\nLevies\t139,610\t147,349\nServices\t3,022\t1,241\nTotal cash received\t142,632\t148,590\nCash used\nGrants\t310,231\t420,448\nSubsidies\t145,324\t149,492\n"
            + "Total cash used\t455,555\t569,940\nNet cash used by operating activities\t(312,923)\t(421,350)\nINVESTING ACTIVITIES\nCash used\nPurchase of plant\t144\t9,251\nPurchase of intangibles\t119\t117\nTotal cash used\t263\t9,368\n"
            + "Net cash used by investing activities\t(263)\t(9,368)\nFINANCING ACTIVITIES\nCash received\nContributed equity\t453\t9,709\nTotal cash received\t453\t9,709\nCash used\nRepayment of leases\t3,655\t3,161\nTotal cash used\t3,655\t3,161\n"
            + "Net cash from financing activities\t(3,202)\t6,548\nNet decrease in cash held\t(316,388)\t(424,170)\n";

        var report = Check(text);

        report.Discrepancies.Should().BeEmpty();
        report.Proof.Findings.Should().Contain(finding => finding.Relation.Target.Caption == "Net cash used by investing activities" && finding.Relation.Terms.Count == 1);
    }

    private static ReconciliationReport Check(string text)
    {
        var document = StatementReader.Read(Encoding.UTF8.GetBytes(text), "statement.txt", new ReadingOptions());
        return Reconciler.Check(new ReconcilerInput { Document = document, Relations = [RelationDiscovery.Discover(document)] });
    }
}
