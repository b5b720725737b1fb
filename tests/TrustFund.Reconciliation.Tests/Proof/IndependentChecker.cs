using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Proof;

/// <summary>Accepts witnesses and certificates by the definition alone; shares nothing with the prover.</summary>
internal static class IndependentChecker
{
    /// <summary>Every amount lies in its interval, and every relation that no conflict gives up holds to the last digit.</summary>
    internal static void AcceptWitness(StatementProof proof, IEnumerable<StatementRelation> relations)
    {
        foreach (var (figure, amount) in proof.Witness)
        {
            var interval = figure.Interval!.Value;
            var isInside = (amount > interval.Low || (amount == interval.Low && interval.LowClosed))
                && (amount < interval.High || (amount == interval.High && interval.HighClosed));
            isInside.Should().BeTrue($"{figure} stands for {amount}");
        }

        var givenUp = proof.Conflicts.Select(conflict => conflict.GiveUp).ToHashSet();
        foreach (var relation in relations.Where(relation => !givenUp.Contains(relation)))
        {
            var sum = relation.Constant;
            foreach (var term in relation.Terms)
            {
                sum += term.Coefficient * proof.Witness[term.Figure];
            }

            sum.Should().Be(proof.Witness[relation.Target], relation.Id);
        }
    }

    /// <summary>The relations, each by its multiplier, add up to one that no amounts in the intervals can satisfy.</summary>
    internal static void AcceptCertificate(Conflict conflict, decimal step)
    {
        var weights = new Dictionary<PublishedFigure, decimal>();
        decimal constant = 0;
        foreach (var (relation, multiplier) in conflict.Relations.Zip(conflict.Certificate))
        {
            multiplier.Should().NotBe(0);
            constant += multiplier * relation.Constant;
            foreach (var term in relation.Terms)
            {
                weights[term.Figure] = weights.GetValueOrDefault(term.Figure) + (multiplier * term.Coefficient);
            }

            weights[relation.Target] = weights.GetValueOrDefault(relation.Target) - multiplier;
        }

        var (low, high) = (constant, constant);
        foreach (var (figure, weight) in weights)
        {
            // Amounts are whole steps, so an open end is a step further in.
            var interval = figure.Interval!.Value;
            var (least, most) = (interval.Low + (interval.LowClosed ? 0 : step), interval.High - (interval.HighClosed ? 0 : step));
            low += weight * (weight > 0 ? least : most);
            high += weight * (weight > 0 ? most : least);
        }

        (low > 0 || high < 0).Should().BeTrue($"the sum lies between {low} and {high}, so it could be nil");
    }
}
