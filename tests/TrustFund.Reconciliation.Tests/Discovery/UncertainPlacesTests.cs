using TrustFund.Reconciliation.Discovery;

namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>Sums of lines that print fewer amounts than their table has columns.</summary>
public sealed class UncertainPlacesTests
{
    private const string Cash = "Cash in bank accounts\n\n2,294   1,144\n\nCash in the public account\n\n";

    [Theory]
    [InlineData("14,001   2,436", true)]
    [InlineData("14,001   4,236", false)]
    public void Lines_and_total_with_as_many_amounts_are_of_the_same_columns(string amounts, bool holds) =>
        Cashes(amounts).Should().Equal(true, holds);

    [Fact]
    public void A_line_with_fewer_amounts_than_its_total_may_be_of_either_column() => Cashes("4,236").Should().NotContain(false);

    [Theory]
    [InlineData("97,500", true)]
    [InlineData("97,501", true)]
    [InlineData("97,600", false)]
    public void The_one_amount_of_a_line_is_left_out_of_no_total_of_another_column_that_lacks_just_it(string total, bool holds)
    {
        var cells = "Income|2021|2020|Grants|41,178|42,165|Levies|23,298|22,976|Total income from sources|64,476|65,141|Windfall|142|Fees|12,826|13,121|Sales|14,119|15,207|Total income from services|26,945|28,328"
            + $"|Rent|2,311|2,512|Interest|1,406|1,377|Total income from property|3,717|3,889|Grand total|95,138|{total}|";

        var relations = RelationDiscovery.Discover(Document.Read(cells.Replace('|', '\n'))).Relations;

        relations.All(relation => Math.Abs(relation.Terms.Sum(term => term.Coefficient * term.Figure.Amount!.Value) - relation.Target.Amount!.Value) <= 1).Should().Be(holds);
    }

    private static IEnumerable<bool?> Cashes(string amounts)
    {
        var read = Document.Read("Special accounts\n\n2018 2017 2018 2017\n\nBrought forward\n\n3,580 9,688\n\nIncreases\n\n20,381   51,731 23   208\n\nDecreases\n\n(7,666) (57,839) (23) (208)\n\n"
            + $"Total carried forward\n\n16,295   3,580 (0)  \n\nRepresented by:\n\n{Cash}{amounts}\n\nTotal carried forward\n\n16,295   3,580\n");
        return RelationDiscovery.Discover(read).Relations.Where(relation => relation.Terms.Any(term => term.Figure.Caption.StartsWith("Cash", StringComparison.Ordinal)))
            .Select(relation => (bool?)(relation.Terms.Sum(term => term.Coefficient * term.Figure.Amount) == relation.Target.Amount));
    }
}
