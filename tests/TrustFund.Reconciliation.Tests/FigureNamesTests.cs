namespace TrustFund.Reconciliation.Tests;

/// <summary>What messages call a figure.</summary>
public sealed class FigureNamesTests
{
    [Theory]
    [InlineData("- UNDP")]
    [InlineData("• UNDP")]
    public void A_bullet_is_no_part_of_the_name_of_a_figure(string caption)
    {
        var read = Document.Read($"Agencies\n\n| Agency | Approved | Paid |\n|---|---|---|\n| {caption} | 150 | 100 |\n| - | 250 | 200 |\n| Total | 400 | 300 |\n");

        read.NameOf(read.Figures.First()).Should().Be("UNDP, Approved");
        read.Figures.First().Caption.Should().Be(caption);
    }

    [Fact]
    public void Captions_that_only_a_bullet_tells_apart_are_told_by_their_lines()
    {
        var read = Document.Read("Agencies\n\n| Agency | Amount |\n|---|---|\n| UNDP | 150 |\n| - UNDP | 100 |\n| Total | 250 |\n");

        read.Figures.Take(2).Select(read.NameOf).Should().Equal("UNDP (line 5)", "UNDP (line 6)");
    }
}
