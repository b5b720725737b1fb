using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Reading;

/// <summary>Amounts a blank apart whose thousands are set off by a blank as well.</summary>
public sealed class BlankGroupsTests
{
    private const string Table = "Budget\n2016 (EUR) 2017 (EUR) Total\nTravel 2 250 862 2 210 862 4 461 724\nStaff 7 611 688 7 611 688 15 223 376\n";

    [Fact]
    public void Amounts_of_three_digits_first_are_told_apart_by_the_columns_of_other_lines() =>
        Rows($"{Table}Training 406 250 369 990 776 240\nAdjustment (41 609) (264) (41 873)\nOther – 125 000 125 000\n").Should().Equal(
            "Travel: 0=2250862 1=2210862 2=4461724", "Staff: 0=7611688 1=7611688 2=15223376", "Training: 0=406250 1=369990 2=776240",
            "Adjustment: 0=-41609 1=-264 2=-41873", "Other: 0=0 1=125000 2=125000");

    [Fact]
    public void An_amount_alone_stays_one()
    {
        var read = Document.Read($"{Table}Reserve 1 402 358\nGrant 102 358 000\n");

        Rows(read).Should().Equal(
            "Travel: 0=2250862 1=2210862 2=4461724", "Staff: 0=7611688 1=7611688 2=15223376", "Reserve: 0=1402358", "Grant: 0=102358000");
        read.Tables.Single().Lines[^1].IsAdrift.Should().BeTrue();
    }

    [Fact]
    public void Two_amounts_in_three_columns_stay_two_where_they_are_of_the_size_of_the_columns() =>
        Rows($"{Table}Rent 1 402 358 1 829 358\n").Should().Contain("Rent: 0=1402358 1=1829358");

    [Fact]
    public void Where_hardly_a_line_shows_the_columns_the_number_counts_that_takes_most_lines_apart() =>
        Rows("Budget\n2015 2016 2017 Total\n1101 Secretary 119 534 64 673 157 071 341 278\n1102 Adviser 143 850 50 978 196 090 390 918\nCosts (13%) 91 371 90 452 100 938 282 761\n")
            .Should().Equal(
                "1101 Secretary: 0=119534 1=64673 2=157071 3=341278", "1102 Adviser: 0=143850 1=50978 2=196090 3=390918",
                "Costs (13%): 0=91371 1=90452 2=100938 3=282761");

    [Fact]
    public void A_count_in_parentheses_ends_its_caption() =>
        Rows($"{Table}Workshops (3) – 620 000 620 000\nMeetings (6) 2/ 135 000 615 000 750 000\nAdjustment (41 609) (264) (41 873)\n")
            .Skip(2).Should().Equal("Workshops (3): 0=0 1=620000 2=620000", "Meetings (6): 0=135000 1=615000 2=750000", "Adjustment: 0=-41609 1=-264 2=-41873");

    [Theory]
    [InlineData("Seminars (2) – 1 183 000 1 183 000", "Seminars (2): 0=0 1=1183000 2=1183000")]
    [InlineData("Panels (4) 1/ 54 600 2 405 000 2 459 600", "Panels (4): 0=54600 1=2405000 2=2459600")]
    public void Before_as_many_amounts_as_columns_a_count_in_parentheses_is_of_its_caption(string line, string read) =>
        Rows($"Budget\nAdopted Increase Total\nLawyer 134 400 - 134 400\nOfficer 66 900 - 66 900\nConsultants 34 800 147 000 181 800\nSecretary 15 900 - 15 900\n{line}\nBureau 117 500 26 000 143 500\n")
            .Should().Contain(read);

    [Fact]
    public void A_share_with_decimals_is_no_group_of_the_amount_before() =>
        Rows("Fees\nParty 2016 2017 Scale\nAustralia 76 016 76 016 2.841\nFrance 285 415 285 415 10.667\nEstonia 749 749 0.028\nTotal 2 675 678 2 675 678 100.000\n").Should().Equal(
            "Australia: 0=76016 1=76016 2=2.841", "France: 0=285415 1=285415 2=10.667", "Estonia: 0=749 1=749 2=0.028", "Total: 0=2675678 1=2675678 2=100.000");

    [Fact]
    public void Commas_in_a_note_below_do_not_hide_blanks_in_the_table() =>
        Rows($"{Table}Training 406 250 369 990 776 240\nThe reserve comes to EUR 2,269,782 in 2016 and EUR 2,269,518 in 2017.\n").Should().Contain("Training: 0=406250 1=369990 2=776240");

    [Fact]
    public void The_number_of_a_paragraph_is_no_group_of_the_amount_behind_it() =>
        Rows("Projects\nReview under decision 1/CP.16, paragraph 4 493 189\nMonitoring under decision 3/CP.7 266 002\n")
            .Should().Equal("Review under decision 1/CP.16, paragraph 4: 0=493189", "Monitoring under decision 3/CP.7: 0=266002");

    [Fact]
    public void A_note_marker_two_blanks_behind_an_amount_in_parentheses_is_read() =>
        Rows($"{Table}Other (5)  *\nMore 1 250 862 (609)  * 1 250 253\n").Should().Contain("Travel: 0=2250862 1=2210862 2=4461724");

    [Fact]
    public void In_columns_of_blanks_a_blank_sets_off_thousands_before_a_point_as_well() =>
        Rows("Fund\n\n             2012       2011\nGrants    3 347.98   9 993.24\nTravel      (76.47)  (1 129.90)\nTotal     3 271.51   8 863.34\n")
            .Should().Equal("Grants: 0=3347.98 1=9993.24", "Travel: 0=-76.47 1=-1129.90", "Total: 0=3271.51 1=8863.34");

    private static IEnumerable<string> Rows(string text) => Rows(Document.Read(text));

    private static IEnumerable<string> Rows(PublishedStatement read) => read.Tables.SelectMany(table => table.Lines).Where(line => line.Figures.Count > 0)
        .Select(line => $"{line.Caption}: {string.Join(' ', line.Figures.Select(figure => FormattableString.Invariant($"{figure.Column}={figure.Amount}")))}");
}
