using System.Globalization;

namespace TrustFund.Reconciliation.Tests.Reading;

/// <summary>Documents whose decimals a comma sets off, told from those where a point does.</summary>
public sealed class DecimalMarksTests
{
    [Theory]
    [InlineData("Fund\n\nGrants\t1.252.400\nInterest\t320.700\nOther\t544\nTotal\t1.573.644\n", "1252400 320700 544 1573644")]
    [InlineData("Fund\n\nGrants\t252.400\nInterest\t20.700\nOther\t544\nTotal\t273.644\n", "252400 20700 544 273644")]
    [InlineData("Fund\n\nGrants\t$252.400\nInterest\t$20.700\nOther\t$544\nTotal\t$273.644\n", "252400 20700 544 273644")]
    [InlineData("Fund\n\nGrants\t0.250\nInterest\t20.700\nOther\t544\nTotal\t21.494\n", "0.250 20.700 544 21.494")]
    [InlineData("Fund\n\n1.2\tGrants\t1.252.400\n1.3\tInterest\t320.700\n1.4\tOther\t544\n\tTotal\t1.573.644\n", "1252400 320700 544 1573644")]
    [InlineData("Fund\n\nGrants 1.252.400 1.050\nInterest 320.700 4.970\nOther 544 100\nTotal 1.573.644 6.120\n", "1252400 1050 320700 4970 544 100 1573644 6120")]
    [InlineData("Fund\n\nGrants 1 252 400,50\nInterest 320 700,00\nTotal 1 573 100,50\n", "1252400.50 320700 1573100.50")]
    public void What_sets_off_decimals_is_told_by_all_numbers_together(string text, string amounts) =>
        Document.Read(text).Figures.Select(figure => figure.Amount).Should().Equal(amounts.Split(' ').Select(amount => (decimal?)decimal.Parse(amount, CultureInfo.InvariantCulture)));

    [Fact]
    public void A_table_that_does_not_show_it_is_read_as_the_document_is() =>
        Document.Read("Fund\nSchedule 1\n\n\tAmount\nGrants\t1.252.400\nInterest\t320.700\nTotal\t1.573.100\n\nSchedule 2\n\n\tAmount\nBonds\t252.400\nShares\t320.700\nTotal\t573.100\n")
            .Figures.Last().Amount.Should().Be(573100);

    [Theory]
    [InlineData("Canada, 1.304.208; Peru, 28.802; Guyana, 614.", "1304208 28802 614")]
    [InlineData("Canada, 1\u00A0304\u00A0208; Peru, 28\u00A0802; Guyana, 614.", "1304208 28802 614")]
    public void A_note_states_its_amounts_as_the_table_does(string note, string amounts)
    {
        var read = Document.Read($"Fund\n\nContributions ^a\t1.333.624\nInterest\t1.000.000\nTotal\t2.333.624\n\n^a Consists of contributions as follows: {note}\n");

        read.Notes.Single().Amounts.Select(figure => figure.Amount).Should().Equal(amounts.Split(' ').Select(amount => (decimal?)decimal.Parse(amount, CultureInfo.InvariantCulture)));
    }
}
