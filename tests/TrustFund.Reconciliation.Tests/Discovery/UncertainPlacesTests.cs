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

    private static IEnumerable<bool?> Cashes(string amounts)
    {
        var read = Document.Read("Special accounts\n\n2018 2017 2018 2017\n\nBrought forward\n\n3,580 9,688\n\nIncreases\n\n20,381   51,731 23   208\n\nDecreases\n\n(7,666) (57,839) (23) (208)\n\n"
            + $"Total carried forward\n\n16,295   3,580 (0)  \n\nRepresented by:\n\n{Cash}{amounts}\n\nTotal carried forward\n\n16,295   3,580\n");
        return RelationDiscovery.Discover(read).Relations.Where(relation => relation.Terms.Any(term => term.Figure.Caption.StartsWith("Cash", StringComparison.Ordinal)))
            .Select(relation => (bool?)(relation.Terms.Sum(term => term.Coefficient * term.Figure.Amount) == relation.Target.Amount));
    }
}
