using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Reading;

/// <summary>The forms that statements are published in, each by a small example.</summary>
public sealed class FormsTests
{
    [Fact]
    public void Amounts_on_both_sides_of_the_caption_are_two_columns()
    {
        var read = Document.Read("Statement\n1,200 Opening balance 1,250\n80 Interest 71\n(30) Distribution (21)\n1,250 Closing balance 1,300\n");

        Rows(read).Should().Equal("Opening balance: 0=1200 1=1250", "Interest: 0=80 1=71", "Distribution: 0=-30 1=-21", "Closing balance: 0=1250 1=1300");
    }

    [Fact]
    public void Small_amounts_stand_on_both_sides_of_the_caption_where_one_before_it_is_no_code()
    {
        var read = Document.Read("Statement of money held\n891 Opening balance 309\n481 Contribution 1,079\n(1,135) Distribution (112)\n72 Interest 100\n309 Closing balance 1,376\n");

        Rows(read).Should().Equal("Opening balance: 0=891 1=309", "Contribution: 0=481 1=1079", "Distribution: 0=-1135 1=-112", "Interest: 0=72 1=100", "Closing balance: 0=309 1=1376");
    }

    [Fact]
    public void Amounts_a_blank_apart_are_columns_and_a_total_with_fewer_stands_to_the_right()
    {
        var read = Document.Read("Donors\nName Amount US$ Paid US$\nMinistry of EUR 1,000 1,100 1,100\nForeign Affairs\nAgency GBP 2,000 2,600 600\nTotal 3,700 1,700\n");

        Rows(read).Should().Equal("Ministry of: 0=1000 1=1100 2=1100", "Agency: 0=2000 1=2600 2=600", "Total: 1=3700 2=1700");
        read.Tables.Single().Lines[^1].IsAdrift.Should().BeTrue();
    }

    [Fact]
    public void Amounts_with_blanks_in_them_a_blank_apart_are_told_apart_by_their_groups() =>
        Rows(Document.Read("Fund\n11 066 086 11 301 961 22 368 047\n7 856 426 11 804 065 19 660 491\n2 707 556\n"))
            .Should().Equal(": 0=11066086 1=11301961 2=22368047", ": 0=7856426 1=11804065 2=19660491", ": 2=2707556");

    [Fact]
    public void A_cell_a_line_is_a_table_whose_empty_lines_are_empty_cells() =>
        Rows(Document.Read("Fund\n\nOpening balance\n \n900\nReceipts:\n \nTaxes withheld from\npayments abroad\n100\n \nInterest\n50\n \nTotal receipts\n \n150\n"))
            .Should().Equal("Opening balance: 1=900", "Taxes withheld from payments abroad: 0=100", "Interest: 0=50", "Total receipts: 1=150");

    [Fact]
    public void A_table_run_on_in_one_line_is_read_by_caption_and_by_statement()
    {
        var read = Document.Read("Fund Act Statement of Performance for the year 1997 1997$ 1996$ Income from investments2 9,641,256 3,950,324 Audit fees 6,556 2,875"
            + " Other 2,571 Surplus $9,632,129 $3,947,449 (The notes form part of the statement.) Statement of Position 1997$ 1996$"
            + " Equity at start77,965,715 75,930,057 Equity at end87,597,844 77,965,715\n");

        Rows(read).Should().Equal(
            "Income from investments2: 0=9641256 1=3950324", "Audit fees: 0=6556 1=2875", "Other: 0=2571", "Surplus: 0=9632129 1=3947449",
            "Equity at start: 0=77965715 1=75930057", "Equity at end: 0=87597844 1=77965715");
        read.Tables.Select(table => table.Title).Should().Equal("Fund Act Statement of Performance for the year 1997", "Statement of Position");
        read.Tables[0].Lines.Single(line => line.Caption == "Other").IsAdrift.Should().BeTrue("it may be of either year");
    }

    [Fact]
    public void A_line_of_nothing_but_amounts_is_a_total_without_a_caption() =>
        Rows(Document.Read("Position\n2006 2005\nCash at bank 57,100 26,200\nDebtors 1,100 1,058\n58,200 27,258\n")).Should().Equal("Cash at bank: 0=57100 1=26200", "Debtors: 0=1100 1=1058", ": 0=58200 1=27258");

    [Fact]
    public void A_list_of_amounts_with_decimals_is_read_where_numbers_end_its_captions() =>
        Rows(Document.Read("Income\nConference 11 10,502.00\nProject fee 5% 81.50\nTotal 10,583.50\n")).Should().Equal("Conference 11: 0=10502", "Project fee 5%: 0=81.5", "Total: 0=10583.5");

    [Fact]
    public void Numbers_of_notes_behind_the_amounts_are_no_amounts() =>
        Rows(Document.Read("Activities Total 2022 Total 2021 Notes\nDonations 200,160 166,893 2\nTrading _ 3,518 3\nGrants 424 456 10a\nTotal 200,584 170,867\n"))
            .Should().Equal("Donations: 0=200160 1=166893", "Trading: 0=0 1=3518", "Grants: 0=424 1=456", "Total: 0=200584 1=170867");

    [Fact]
    public void A_table_with_a_pipe_a_line_keeps_its_empty_cells() =>
        Rows(Document.Read("Balances\n|\nMembers\n|\n99,993\n|\n|\nEmployers\n|\n|\n469,983\n|\nInvestment and\nother income\n|\n|\n426,482\n|\n"))
            .Should().Equal("Members: 0=99993", "Employers: 1=469983", "Investment and other income: 1=426482");

    [Fact]
    public void Line_breaks_and_backticks_of_a_converted_page_are_no_part_of_its_cells() =>
        Rows(Document.Read("|`Fund`|`2021`|`2020`|\n|---|---|---|\n|`Book<br>sales`|<br>`351.96`|`542.00`<br>|\n|`Total`|`351.96`|`542.00`|\n")).Should().Equal("Book sales: 0=351.96 1=542", "Total: 0=351.96 1=542");

    [Fact]
    public void Tags_and_characters_by_name_are_no_part_of_a_cell_and_a_raised_mark_is_a_note()
    {
        var document = Document.Read("# Library fund\n\n## **Receipts**\n\n| Item | 2021 | 2020 |\n|:---|---:|---:|\n| &nbsp;&nbsp;Gifts[^1] | 12,340 | 11,020 |\n| Travel &amp; meetings<sup>2</sup> | <b>410</b><sup>a</sup> | 395 |\n| **Total** | **12,750** | **11,415** |\n\n[^1]: In kind.\n");

        Rows(document).Should().Equal("Gifts: 0=12340 1=11020", "Travel & meetings: 0=410 1=395", "Total: 0=12750 1=11415");
        document.Title.Should().Be("Library fund Receipts");
        document.Notes.Should().ContainSingle().Which.Marker.Should().Be("1");
    }

    [Fact]
    public void A_sentence_with_amounts_is_no_table() =>
        Document.Read("Total\t12\nContributions were received from Canada, $1,304,208; Germany, $620,427; Guyana, $1,031; Mexico, $5,000; and from the United States, $231,425, in the year.\n")
            .Tables.Single().Lines.SelectMany(line => line.Figures).Should().ContainSingle();

    [Fact]
    public void A_row_broken_within_its_cells_is_one_row() =>
        Document.Read("Fees\n| Party | Fees\nfor 2016 (EUR) | Share\n(per cent) |\n| Australia | 76 016 | 2.841 |\n").Tables.Single().Columns
            .Should().Equal("Fees for 2016 (EUR)", "Share (per cent)");

    [Theory]
    [InlineData("Line,2016,2015\n\"Salaries, wages\",\"1,200\",900\nTravel,300,-50\nTotal,\"1,500\",850\n")]
    [InlineData("Line;2016;2015\n\"Salaries, wages\";1,200;900\nTravel;300;-50\nTotal;1,500;850\n")]
    public void Separated_values_are_read_by_their_separator(string text) =>
        Rows(Document.Read(text)).Should().Equal("Salaries, wages: 0=1200 1=900", "Travel: 0=300 1=-50", "Total: 0=1500 1=850");

    [Fact]
    public void Thousands_set_off_by_commas_are_no_separated_values() =>
        Rows(Document.Read("Fund\nSalaries 1,200\nTravel 3,300\nTotal 4,500\n")).Should().Equal("Salaries: 0=1200", "Travel: 0=3300", "Total: 0=4500");

    [Fact]
    public void Commas_between_pipes_separate_nothing() =>
        Rows(Document.Read("| |January 31, 2024|April 30, 2023|\n|---|---|---|\n|Investments|9,750|8,713|\n|Other assets|1,110|1,083|\n|Total assets|10,860|9,796|\n"))
            .Should().Equal("Investments: 0=9750 1=8713", "Other assets: 0=1110 1=1083", "Total assets: 0=10860 1=9796");

    [Fact]
    public void Amounts_behind_captions_of_one_cell_and_of_two_stand_under_each_other() =>
        Rows(Document.Read("|Assets|Cash|155|13|168|\n| |Loans|1,023|14|1,037|\n|Total assets|1,178|27|1,205| |\n|Liabilities|Borrowings|1,000|20|1,020|\n|Total liabilities|1,000|20|1,020| |\n"))
            .Should().Equal("Assets Cash: 0=155 1=13 2=168", "Loans: 0=1023 1=14 2=1037", "Total assets: 0=1178 1=27 2=1205", "Liabilities Borrowings: 0=1000 1=20 2=1020", "Total liabilities: 0=1000 1=20 2=1020");

    [Fact]
    public void A_year_that_is_spaced_out_is_a_heading()
    {
        var read = Document.Read("Contributions\n| 1 9 9 0 | 1 9 9 1 | |\n| Argentina | 1,544 | 3,649 | \n| Australia | 5,229 | 8,680 |\n");

        read.Problems.Should().BeEmpty();
        Rows(read).Should().Equal("Argentina: 0=1544 1=3649", "Australia: 0=5229 1=8680");
    }

    [Fact]
    public void A_column_of_notes_holds_no_amounts()
    {
        var read = Document.Read("Fund\nLine\tNotes\t2016\nRevenue\t3\t1,200\nExpenses\t4\t900\n");

        Rows(read).Should().Equal("Revenue: 0=1200", "Expenses: 0=900");
        read.Tables.Single().Lines[^1].Markers.Should().Equal("4");
    }

    [Theory]
    [InlineData("(4)"), InlineData("4/")]
    public void A_note_marker_in_the_place_of_an_amount_is_nil_as_far_as_the_table_goes(string marker) =>
        Document.Read($"Fund\nA\t1,200\nB\t-50\nC\t{marker}\nTotal\t1,150\n").Figures.Single(figure => figure.Caption == "C").State.Should().Be(FigureState.Nil);

    [Fact]
    public void A_number_in_parentheses_is_negative_where_no_other_sign_is() =>
        Document.Read("Fund\nA\t1,200\nB\t(4)\nTotal\t1,196\n").Figures.ElementAt(1).Amount.Should().Be(-4);

    [Fact]
    public void A_letter_glued_to_an_amount_marks_a_note() =>
        Document.Read("Scale\nA\t0.006a\nB\t0.008\n").Figures.First().Amount.Should().Be(0.006m);

    [Fact]
    public void Headings_printed_again_on_the_next_page_are_no_lines_of_the_table()
    {
        var read = Document.Read("Fund\nParty\tPaid\tDue\nA\t1\t2\n\nPage 2\nFund\nParty\tPaid\tDue\nB\t3\t4\nTotal\t4\t6\n");

        read.Tables.Single().Lines.Select(line => line.Caption).Should().Equal("Party Paid Due", "A", "B", "Total");
        read.Lines[6].Should().Be(LineRole.Heading);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("- 12 -")]
    [InlineData("3/14")]
    public void The_number_of_a_page_before_the_title_printed_again_begins_no_other_table(string page) =>
        Document.Read($"Fund\nParty\tPaid\tDue\nA\t1\t2\n\n{page}\nFund (continued)\nParty\tPaid\tDue\nB\t3\t4\nTotal\t4\t6\n").Tables.Should().ContainSingle();

    [Fact]
    public void A_single_heading_printed_again_on_the_next_page_begins_no_other_table() =>
        Document.Read("Report\nMay 1997\n(Expressed in thousands of US dollars)\n\n          Amount\nOpening   39,538\nReceipts  11,595\n\n1\n\nReport (continued)\nMay 1997\n\n          Amount\nInterest   1,562\nClosing   52,695\n").Tables.Should().ContainSingle();

    [Fact]
    public void The_same_headings_below_another_title_begin_another_table()
    {
        var read = Document.Read("Report\n\nnorth\n\ndebit\tcredit\nA\t1\t2\nB\t3\t4\n\nsouth\n\ndebit\tcredit\nC\t1\t2\nD\t3\t4\n");

        read.Tables.Select(table => table.Title).Should().Equal("Report north", "south");
    }

    [Theory]
    [InlineData("US$ million", 1000000)]
    [InlineData("€m", 1000000)]
    [InlineData("EUR thousand", 1000)]
    [InlineData("Total claim", 1)]
    public void A_currency_and_a_scale_head_a_column_with_its_unit(string heading, int unit) =>
        Document.Read($"Fund\n\n\t2013\t2012\n\t{heading}\t{heading}\nGrants\t1.53\t0.24\nOther\t0.80\t0.09\nTotal\t2.33\t0.33\n").Tables.Single().Unit.Should().Be(unit);

    [Fact]
    public void Headings_that_head_several_columns_are_said_of_each() =>
        Document.Read("Equity\nEarnings\tReserve\n2020\t2019\t2020\t2019\n$'000\t$'000\t$'000\t$'000\nOpening\t1\t2\t3\t4\n").Tables.Single()
            .Should().BeEquivalentTo(new { Unit = 1000m, Columns = new[] { "Earnings 2020 $'000", "Earnings 2019 $'000", "Reserve 2020 $'000", "Reserve 2019 $'000" } });

    [Fact]
    public void A_currency_sign_flush_left_in_its_column_belongs_to_the_amount() =>
        Rows(Document.Read("Fund\nCash      $      12\nBonds     $      30\nTotal     $      42\n")).Should().Equal("Cash: 0=12", "Bonds: 0=30", "Total: 0=42");

    [Fact]
    public void A_sign_a_blank_before_the_only_amount_is_the_last_word_of_its_caption() =>
        Rows(Document.Read("Fund\nTransferred   500,100\nRefunds - 1,200\nFee + 1,600\nTotal use   - 500,500\n"))
            .Should().Equal("Transferred: 0=500100", "Refunds -: 0=1200", "Fee +: 0=1600", "Total use -: 0=500500");

    [Fact]
    public void Numbers_of_notes_in_paragraphs_of_their_own_are_no_amounts() =>
        Rows(Document.Read("Result\n\nNotes\n\n2020\n\n2019\n\nStaff\n\n1.1A\n\n2,841\n\n2,790\n\nSuppliers\n\n1.1B\n\n1,522\n\n1,487\n\nFinance\n\n3.2A\n\n410\n\n265\n\nTotal\n\n\n\n4,773\n\n4,542\n\nGrants\n\n1.2C\n\n3,700\n\n3,652\n\nRent\n\n12b\n\n200\n\n210\n\nTotal income\n\n\n\n3,900\n\n3,862\n"))
            .Should().Equal("Staff: 0=2841 1=2790", "Suppliers: 0=1522 1=1487", "Finance: 0=410 1=265", "Total: 0=4773 1=4542", "Grants: 0=3700 1=3652", "Rent: 0=200 1=210", "Total income: 0=3900 1=3862");

    [Fact]
    public void Lines_in_paragraphs_whose_empty_cells_were_lost_stand_adrift() =>
        Document.Read("Equity\n\nOpening\n\n100\n\n200\n\n300\n\nAdjustment\n\n5\n\n5\n\nOpening adjusted\n\n105\n\n200\n\n305\n\nResult\n\n7\n\n7\n\nInjection\n\n9\n\n9\n\nClosing\n\n112\n\n209\n\n321\n")
            .Tables.Single().Lines.Where(line => line.IsAdrift).Select(line => line.Caption).Should().BeSubsetOf(["Adjustment", "Result", "Injection"]);

    [Fact]
    public void The_number_of_a_paragraph_among_the_lines_is_no_amount() =>
        Rows(Document.Read("Account\n\nContributions      5,213.00\nStaff              2,914.25\n                     4.1\nTravel               417.10\nTotal              8,544.35\n"))
            .Should().Equal("Contributions: 0=5213", "Staff: 0=2914.25", "Travel: 0=417.1", "Total: 0=8544.35");

    [Fact]
    public void Numbers_of_decisions_cited_one_behind_the_other_are_no_amounts() =>
        Document.Read("Grants\n\nGrant 1    1,200\nGrant 2    2,300\nSee decisions VIII/11,201512,2016\nSee decisions IX/21,201622,2017\nSee decisions X/31,201732,2018\nTotal      3,500\n")
            .Tables.Single().Columns.Should().HaveCount(1);

    [Fact]
    public void Digits_that_no_group_sets_off_are_amounts_a_blank_behind_their_captions() =>
        Rows(Document.Read("Income\nDonations $1352.00\nSales $1500\nInterest €20.5\nFees 1204.75\nRefunds $-45.00\nTotal US$ 4032.25\n"))
            .Should().Equal("Donations: 0=1352", "Sales: 0=1500", "Interest: 0=20.5", "Fees: 0=1204.75", "Refunds: 0=-45", "Total: 0=4032.25");

    [Fact]
    public void A_year_behind_a_currency_is_no_amount() =>
        Rows(Document.Read("Income in US$ 2016\nDonations $1,352.00\nSales $1,500.00\nTotal $2,852.00\n")).Should().HaveCount(3);

    [Fact]
    public void Nil_beside_a_currency_sign_is_an_amount_a_blank_from_others() =>
        Rows(Document.Read("Funds\nCash $- $1,095 $1 $ -\nInterest 28 49 1 -\nInvestments 7,607 2,555 149 1,621\nTotal $7,635 $3,699 $151 $1,621\n"))
            .Should().Equal("Cash: 0=0 1=1095 2=1 3=0", "Interest: 0=28 1=49 2=1 3=0", "Investments: 0=7607 1=2555 2=149 3=1621", "Total: 0=7635 1=3699 2=151 3=1621");

    [Fact]
    public void A_currency_sign_a_blank_before_amounts_of_a_line_that_a_year_begins_belongs_to_them() =>
        Rows(Document.Read("Taxes\n1977 $15,374 $13,649 $ 457 $11\n1978 18,543 16,677 494 12\n1979 21,910 19,927 630 17\n"))
            .Should().Equal("1977: 0=15374 1=13649 2=457 3=11", "1978: 0=18543 1=16677 2=494 3=12", "1979: 0=21910 1=19927 2=630 3=17");

    [Fact]
    public void The_letter_of_a_note_a_blank_behind_an_amount_is_no_word_of_the_caption() =>
        Rows(Document.Read("Income\nCatalog 8,200.00 7,030.72 c (1,169.28)\nGrocery 2,500.00 f 3,162.98 662.98\nKits 250.00 (84.87) d (334.87)\nDues 5,100.00 4,987.50 (112.50)\n"))
            .Should().Equal("Catalog: 0=8200 1=7030.72 2=-1169.28", "Grocery: 0=2500 1=3162.98 2=662.98", "Kits: 0=250 1=-84.87 2=-334.87", "Dues: 0=5100 1=4987.5 2=-112.5");

    [Theory]
    [InlineData("1\t2\t3\t4")]
    [InlineData("(1)\t(2)\t(3)\t(4)")]
    [InlineData("1\t32\t33\t34")]
    [InlineData("1\t2\t3\t2\t3")]
    [InlineData("\t1\t2\t3")]
    [InlineData("Total\t32\t33\t34\t35\t36\t37")]
    public void A_line_that_numbers_the_columns_holds_no_amounts(string numbers) =>
        Rows(Document.Read($"Fund\n\tOpening\tReceipts\tClosing\n{numbers}\nGrants\t10\t20\t30\nFees\t4\t5\t9\n")).Should().Equal("Grants: 0=10 1=20 2=30", "Fees: 0=4 1=5 2=9");

    [Fact]
    public void Empty_rows_between_pipes_are_no_cells_a_line() =>
        Rows(Document.Read("Account\n\n|||Funds|Total|\n|---|---|---|---|\n||**Notes**|£|£|\n|||||\n|**Receipts**||||\n|||||\n|Donations|2|14,818.00|14,818.00|\n|||||\n|Investments|3|19.88|19.88|\n|||||\n|**Total Receipts**||**14,837.88**|**14,837.88**|\n|||||\n|||||\n|**Payments**||||\n|Expenses|6|361.10|361.10|\n|||||\n"))
            .Should().Equal("Donations: 0=14818 1=14818", "Investments: 0=19.88 1=19.88", "Total Receipts: 0=14837.88 1=14837.88", "Expenses: 0=361.1 1=361.1");

    [Fact]
    public void Decimals_without_thousands_are_amounts_of_a_line_with_empty_cells() =>
        Rows(Document.Read("Loans\nMarket 1,753.0 1,745.2 1,364.4\nAgriculture 200.5 200.0\nSecurities -106.6\nTotal 1,846.9 1,945.2 1,364.4\n")).Should().HaveCount(4);

    private static IEnumerable<string> Rows(PublishedStatement read) => read.Tables.SelectMany(table => table.Lines).Where(line => line.Figures.Count > 0)
        .Select(line => FormattableString.Invariant($"{line.Caption}: {string.Join(' ', line.Figures.Select(figure => FormattableString.Invariant($"{figure.Column}={figure.Amount:0.###}")))}"));
}
