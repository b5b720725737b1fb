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

    [Fact]
    public void The_cells_above_the_first_caption_head_the_columns() =>
        Document.Read("Fund\n\nOriginal budget\nActual\nVariance (%)\nGrants\n34,000\n32,500\n4.4\nTravel\n1,200\n1,300\n(8.3)\nTotal\n35,200\n33,800\n4.0\n")
            .Tables.Single().Columns.Should().Equal("Original budget", "Actual", "Variance (%)");

    [Fact]
    public void Tables_of_separated_values_may_have_different_columns() =>
        Document.Read("Fund\n\nItem,2002,2001\nGrants,\"1,200\",900\nInterest,80,70\nTotal,\"1,280\",970\n\nSchedule\n\nDonor,Amount\nKenya,700\nPeru,500\nTotal,\"1,200\"\n")
            .Figures.Should().HaveCount(9);

    private static IEnumerable<decimal?> Amounts(string text) => Document.Read(text).Figures.Select(figure => figure.Amount);
}
