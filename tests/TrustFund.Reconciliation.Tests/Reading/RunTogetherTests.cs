namespace TrustFund.Reconciliation.Tests.Reading;

/// <summary>Amounts of statements whose columns were lost, told by what the rest of the statement shows.</summary>
public sealed class RunTogetherTests
{
    [Theory]
    [InlineData("2021 2020 Income Grants received 677 000 349 500 Interest 784 000 24 400 Other income 82 000 45 300 Total income 1 543 000 419 200 Staff costs 121 350 29 500 Surplus 1 421 650 389 700", 12)]
    [InlineData("First year Second year Total Kenya 50,803 12,828 63,631 Nepal 124 – 124 Poland 3,957 86,245 90,202 Senegal 1,209 49,008 50,217 Uruguay 97 12 109 Total receivable 56,190 148,093 204,283", 18)]
    [InlineData("Receipts Balance brought forward 208171 Grants 42967 Donations 36405 Interest 29050 Other 316593 Payments Services 23712 Meetings 71770 Balance carried forward 221111", 8)]
    public void A_table_run_on_in_one_line_keeps_every_amount(string line, int amounts) =>
        Document.Read($"Fund\nStatement\n(United States dollars)\n\n{line}\n").Figures.Should().HaveCount(amounts);

    [Fact]
    public void Blanks_at_which_no_line_breaks_hold_an_amount_together() =>
        Amounts("Fund\n\nKenya 184 4\u00A0641 4\u00A0825\nSpain 497 0 497\nSweden 205 3\u00A0778 3\u00A0983\nTotal 886 8\u00A0419 9\u00A0305\n")
            .Should().Equal(184, 4641, 4825, 497, 0, 497, 205, 3778, 3983, 886, 8419, 9305);

    [Fact]
    public void Amounts_below_a_thousand_are_amounts_where_the_lines_around_end_in_one() =>
        Amounts("Fund\n\nGrants 180,003\nDonations 696\nInterest 2,060\nRefunds (38)\nTotal 182,721\n").Should().Equal(180003, 696, 2060, -38, 182721);

    [Fact]
    public void A_year_wrapped_below_its_day_and_month_is_no_amount() =>
        Amounts("Fund\n\n                          Reserve      Total\nNet assets as at 31 December\n  2008                    362,649    563,081\nSurplus                     8,209      8,209\nNet assets as at 31 December\n  2009                    370,858    571,290\n")
            .Should().Equal(362649, 563081, 8209, 8209, 370858, 571290);

    [Theory]
    [InlineData('-')]
    [InlineData('−')]
    [InlineData('–')]
    public void A_minus_of_any_form_belongs_to_thousands_set_off_by_blanks(char minus) =>
        Amounts($"Fonds\n\nAnnoncées\nVersées\nÀ recevoir\nAllemagne\n32 004,69\n57 985,70\n{minus}25 981,01\nArgentine\n5 611,99\n23 107,13\n{minus}17 495,14\nTotal\n37 616,68\n81 092,83\n{minus}43 476,15\n")
            .Should().Equal(32004.69m, 57985.70m, -25981.01m, 5611.99m, 23107.13m, -17495.14m, 37616.68m, 81092.83m, -43476.15m);

    [Fact]
    public void A_page_with_the_number_of_its_document_is_part_of_the_table() =>
        Document.Read("Fonds\n\n                        2009       2008\n\nPersonnel            477 944    707 608\nFormation            154 744    369 390\n\n17-12345                         12/34\n\nFonds\n(suite)\n\n                        2009       2008\n\nMatériel              25 479    313 831\nTotal                658 167  1 390 829\n")
            .Tables.Should().ContainSingle();

    [Fact]
    public void The_cells_above_the_first_caption_head_the_columns() =>
        Document.Read("Fund\n\nOriginal budget\nActual\nVariance (%)\nGrants\n34,000\n32,500\n4.4\nTravel\n1,200\n1,300\n(8.3)\nTotal\n35,200\n33,800\n4.0\n")
            .Tables.Single().Columns.Should().Equal("Original budget", "Actual", "Variance (%)");

    [Fact]
    public void Tables_of_separated_values_may_have_different_columns() =>
        Document.Read("Fund\n\nItem,2002,2001\nGrants,\"1,200\",900\nInterest,80,70\nTotal,\"1,280\",970\n\nSchedule\n\nDonor,Amount\nKenya,700\nPeru,500\nTotal,\"1,200\"\n")
            .Figures.Should().HaveCount(9);

    [Fact]
    public void A_caption_right_behind_an_amount_begins_a_line()
    {
        var document = Document.Read("Fund\n\n2011 2010\n\nStaff costs 3A 22,852 21,531Suppliers 3B 18,863 20,568Other 85 183Total expenses 41,800 42,282\n\nGrants 40,144 40,182Result (1,656) (2,100)\n");

        Document.Amounts(document).Should().Equal(
            ("Staff costs 3A", 22852m), ("Staff costs 3A", 21531m), ("Suppliers 3B", 18863m), ("Suppliers 3B", 20568m), ("Other", 85m), ("Other", 183m),
            ("Total expenses", 41800m), ("Total expenses", 42282m), ("Grants", 40144m), ("Grants", 40182m), ("Result", -1656m), ("Result", -2100m));
    }

    [Fact]
    public void Twice_as_many_amounts_in_a_line_run_on_are_a_line_and_its_total()
    {
        var document = Document.Read("Statement for the year 1999$ 1998$ Less payments Standard donations 1,833,710 1,739,700 Special donations 2,982,240 3,002,079 "
            + "Bursaries 438,000 262,000 5,253,950 5,003,779 Written back 147,259 103,112 Total payments 5,106,691 4,900,667");

        Document.Amounts(document).Skip(4).Take(4).Should().Equal(("Bursaries", 438000m), ("Bursaries", 262000m), ("", 5253950m), ("", 5003779m));
    }

    [Fact]
    public void Captions_a_blank_from_their_amounts_have_as_many_as_others_in_wider_columns() =>
        Amounts("Fund\n\n                 A        B      Total\nCash held at the bank 1,914 2,367  4,281\nInvestments      494,359  122,238   616,597\nDebtors          58,891   1,204   60,095\nTotal  555,164  125,809  680,973\n")
            .Should().Equal(1914, 2367, 4281, 494359, 122238, 616597, 58891, 1204, 60095, 555164, 125809, 680973);

    [Fact]
    public void A_note_between_a_caption_and_its_amounts_is_no_caption() =>
        Document.Amounts(Document.Read("Fund\n\nPool*\nOther\nTotal\nBonds\n403,169\n55,128\n458,297\nShares\n223,121\n12,609\n235,730\nTotal Assets\n*Includes trust assets.\n626,290\n67,737\n694,027\n"))
            .TakeLast(3).Should().Equal(("Total Assets", 626290m), ("Total Assets", 67737m), ("Total Assets", 694027m));

    [Fact]
    public void Cells_of_leader_dots_and_of_several_lines_keep_their_amounts() =>
        Document.Amounts(Document.Read("|\nCash receipts.....\n|\n..... $983,590\n|\n|\nTransfers\n|\n|\n|\nFrom funds\n(Schedule A).....\n|\n55,646\n|\n|\nReserved\nAdvances\n|\n|\n$ 25,641\n1,654\n|\n"))
            .Select(pair => pair.Amount).Should().Equal(983590m, 55646m, 25641m, 1654m);

    private static IEnumerable<decimal?> Amounts(string text) => Document.Read(text).Figures.Select(figure => figure.Amount);
}
