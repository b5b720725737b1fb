using TrustFund.Reconciliation.Discovery;

namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>Balances in a tree whose amounts are too small to show much.</summary>
public sealed class SmallTreesTests
{
    private const string Large = "first\n\n   debit   credit   total\n       0  9,156.66  9,156.66  Equity\n  917.13         0  (917.13)  Expenses\n  402.15  5,045.00  4,642.85  Income\n1,319.28 14,201.66 12,882.38\n\n";

    [Fact]
    public void A_total_does_not_count_again_what_stands_further_in()
    {
        var read = Document.Read(Large + "second\n\n   debit   credit   total\n       0     56.66     56.66  Equity\n    0.13         0    (0.13)  Expenses\n    0.05         0    (0.05)    Fees\n    0.08         0    (0.08)    Charges\n    0.15     45.00     44.85  Income\n    0.28    101.66    101.38\n");

        RelationDiscovery.Discover(read).Relations.Should().NotBeEmpty().And.OnlyContain(relation =>
            relation.Terms.Sum(term => term.Coefficient * term.Figure.Amount) == relation.Target.Amount);
    }
}
