namespace TrustFund.Reconciliation.Tests.Reading;

/// <summary>Amounts a blank from their caption and from each other, with currency signs, without separators, with blank lines between.</summary>
public sealed class BesideCaptionsTests
{
    [Fact]
    public void The_letters_of_a_dollar_are_no_part_of_the_caption() =>
        Rows("Fund\n\n1995 1994\n\nTransfers US$2,935 US$426\n\nOther assets US$308 US$322\n\nTotal US$3,243 US$748\n")
            .Should().Equal("Transfers: 2935 426", "Other assets: 308 322", "Total: 3243 748");

    [Fact]
    public void Amounts_in_dollars_on_lines_of_their_own_are_no_separated_values() =>
        Rows("Investments\n\n2010\n2009\nOpening balance\nUS$14,801\nUS$10,500\nAdditions\nUS$2,280\nUS$18,032\nDisposals\n(US$62)\n(US$11,591)\nClosing balance\nUS$17,019\nUS$16,941\n")
            .Should().Equal("Opening balance: 14801 10500", "Additions: 2280 18032", "Disposals: -62 -11591", "Closing balance: 17019 16941");

    [Fact]
    public void A_currency_sign_stands_before_thousands_set_off_by_points() =>
        Rows("Budget\n\nSupplies and consumables €1.467,81\nTravel €11.028,03\nSubtotal €12.495,84\n")
            .Should().Equal("Supplies and consumables: 1467.81", "Travel: 11028.03", "Subtotal: 12495.84");

    [Fact]
    public void Where_nothing_sets_off_thousands_the_numbers_that_lines_end_in_are_counted() =>
        Rows("Accounts\n\nMonth Year Budget Variance\nFees 3569 40046 45262 (5216)\nRent 1100 29246 30887 (1641)\nBequests 4117 19798 14248 5550\nTotal 8786 89090 90397 (1307)\n")
            .Should().Equal("Fees: 3569 40046 45262 -5216", "Rent: 1100 29246 30887 -1641", "Bequests: 4117 19798 14248 5550", "Total: 8786 89090 90397 -1307");

    [Fact]
    public void Lines_of_several_amounts_with_blank_lines_between_are_no_cells() =>
        Rows(string.Concat("Status\n\nAgreed Cash Notes Outstanding\n\n", string.Concat("ABCDEFGHIJKLMN".Select(name => $"{name}land 48,300 34,200 – 14,100\n\n")), "Total 676,200 478,800 – 197,400\n"))
            .Should().HaveCount(15).And.OnlyContain(row => row == "Total: 676200 478800 0 197400" || row.EndsWith("land: 48300 34200 0 14100", StringComparison.Ordinal));

    [Fact]
    public void Amounts_before_the_captions_are_of_a_column_where_few_of_them_have_thousands() =>
        Rows("Trust monies\n\n891 Opening balance 609\n1,481 Contribution 1,079\n(135) Distribution (112)\n72 Interest 100\n2,309 Closing balance 1,676\n")
            .Should().Equal("Opening balance: 891 609", "Contribution: 1481 1079", "Distribution: -135 -112", "Interest: 72 100", "Closing balance: 2309 1676");

    [Fact]
    public void Codes_before_captions_are_of_no_column() =>
        Rows("Budget\n\n891 Consultants 1,609\n892 Travel 1,079\n893 Fares 112\n894 Printing 100\n899 Subtotal 2,900\n").Should().Contain("891 Consultants: 1609");

    [Fact]
    public void Beside_columns_set_off_by_wider_blanks_a_small_first_amount_may_stand_a_blank_from_its_caption() =>
        Rows("Accounts\n\nOpening cash 759 2,373  -  3,132\nAppropriations  14,911  165,509  -  180,420\nReceipts  307,188  251,579  -  558,767\nPayments  (192,183)  (230,838)  -  (423,021)\nBrought forward 759  41,796  -  42,555\n")
            .Should().StartWith("Opening cash: 759 2373 0 3132").And.EndWith("Brought forward: 759 41796 0 42555");

    private static IEnumerable<string> Rows(string text) => Document.Read(text).Tables.SelectMany(table => table.Lines).Where(line => line.Figures.Count > 0)
        .Select(line => $"{line.Caption}: {string.Join(' ', line.Figures.Select(figure => FormattableString.Invariant($"{figure.Amount:0.##}")))}");
}
