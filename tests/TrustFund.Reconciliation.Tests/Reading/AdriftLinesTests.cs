using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Reading;

/// <summary>Lines of fewer amounts than their table has columns, which other lines place.</summary>
public sealed class AdriftLinesTests
{
    private const string Wide = "11,020 11,020 12,040 13,050 14,060 15,070 16,080 17,090 18,100 61,110 62,130 63,150 64,170 65,190 66,210 67,230";

    [Fact]
    public void Amounts_that_another_line_holds_in_one_way_stand_as_there() =>
        Line("12,040 61,110").Figures.Select(figure => figure.Column).Should().Equal(2, 9);

    [Theory]
    [InlineData("11,020 12,040")]
    [InlineData("11,020 12,040 13,050 14,060 15,070 16,080 17,090 18,100")]
    public void Amounts_that_another_line_holds_in_two_ways_stay_adrift(string amounts) =>
        Line(amounts).IsAdrift.Should().BeTrue("the first may stand in either of two columns, however many ways there are to look through");

    [Fact]
    public void What_holds_along_full_lines_tells_the_columns_of_one_with_an_empty_cell() =>
        Budget("Historian 100.00 (100.00)").Figures.Select(figure => figure.Column).Should().Equal(0, 2);

    [Theory]
    [InlineData("Historian 100.00 60.00")]
    [InlineData("Reception 41.50 41.50")]
    public void A_line_that_fits_in_no_way_or_in_several_stays_adrift(string line) => Budget(line).IsAdrift.Should().BeTrue();

    [Fact]
    public void In_which_of_its_empty_columns_an_amount_of_nil_stands_is_all_one() => Budget("Donations 0.00 0.00").IsAdrift.Should().BeFalse();

    [Fact]
    public void An_amount_stands_in_no_column_that_has_nowhere_an_amount_of_its_sign() =>
        Document.Read("Income, expense and net\n\nBooks 3,350.00 (1,934.00) 1,416.00\nWear 1,244.00 (1,072.25) 171.75\nPizza 16,421.55 (9,990.00) 6,431.55\nShare 43.39 43.39\n")
            .Tables.Single().Lines[^1].Figures.Select(figure => figure.Column).Should().Equal(0, 2);

    private static PublishedLine Budget(string line) =>
        Document.Read($"Budget, actual and difference\n\nTravel 700.00 493.99 (206.01)\nDirectory 450.00 310.45 (139.55)\nSupplies 300.00 300.56 0.56\nArts 2,000.00 2,440.25 440.25\n{line}\n").Tables.Single().Lines[^1];

    private static PublishedLine Line(string amounts) =>
        Document.Read($"Report by month\n\nOpening {Wide}\nReceipts 71,013 72,017 73,019 74,023 75,029 76,031 77,037 78,041 79,043 81,047 82,053 83,059 84,061 85,067 86,071 87,073\nTransfer {amounts}\n")
            .Tables.Single().Lines.Single(line => line.Caption == "Transfer");
}
