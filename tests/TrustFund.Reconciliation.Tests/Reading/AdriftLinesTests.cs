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

    private static PublishedLine Line(string amounts) =>
        Document.Read($"Report by month\n\nOpening {Wide}\nReceipts 71,013 72,017 73,019 74,023 75,029 76,031 77,037 78,041 79,043 81,047 82,053 83,059 84,061 85,067 86,071 87,073\nTransfer {amounts}\n")
            .Tables.Single().Lines.Single(line => line.Caption == "Transfer");
}
