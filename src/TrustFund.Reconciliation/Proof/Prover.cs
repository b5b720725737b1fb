using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Proof;

/// <summary>
/// Decides whether the figures of a statement can all be true. Relations are judged alone, and all
/// together: where they form a forest (no two figures stand together in two relations, directly or
/// round about) in time linear in their size, by carrying the possible amounts from the leaves to a
/// root and choosing back from it. A relation that closes a ring with those before it is judged alone
/// only, and named as such.
/// </summary>
public static class Prover
{
    /// <summary>Proves a set of relations.</summary>
    /// <param name="figures">The figures of the statement.</param>
    /// <param name="relations">What must hold between them.</param>
    /// <param name="policy">What is policy.</param>
    public static StatementProof Prove(
        IReadOnlyList<PublishedFigure> figures, IReadOnlyList<StatementRelation> relations, ProofPolicy policy)
    {
        var grid = Grid.Of(figures, policy.MinorUnit);
        var findings = relations.Select(relation => Judge(relation, policy)).ToList();

        var conflicts = findings
            .Where(finding => finding.Verdict == Verdict.Inconsistent)
            .Select(finding => new Conflict([finding.Relation], [1], finding.Relation))
            .ToList();
        var holding = relations.Except(conflicts.Select(conflict => conflict.GiveUp)).ToList();
        var held = ForestWitness.Forest(holding);
        var alone = holding.Except(held).ToList();

        Dictionary<PublishedFigure, decimal>? witness;
        while ((witness = ForestWitness.Find(figures, held, grid)) is null)
        {
            var conflict = ConflictFinder.Find(held, grid);
            conflicts.Add(conflict);
            held.Remove(conflict.GiveUp);
        }

        return new StatementProof(findings, witness, conflicts, alone);
    }

    private static RelationFinding Judge(StatementRelation relation, ProofPolicy policy)
    {
        var residual = relation.Residual;
        var isSameQuantity = relation.Kind is RelationKind.Narrative or RelationKind.Equality or RelationKind.Continuity
            && relation is { Terms: [{ Coefficient: 1 }], Constant: 0 };
        var bound = isSameQuantity ? SameQuantityBound(relation) : Bound(relation);
        var verdict = residual == 0 ? Verdict.Exact
            : isSameQuantity ? (Math.Abs(residual) <= bound ? Verdict.Rounding : Verdict.Inconsistent)
            : Holds(relation) ? Verdict.Rounding
            : Verdict.Inconsistent;
        var likelihood = verdict == Verdict.Inconsistent ? 0 : isSameQuantity ? 1 : Likelihood.Of(relation, residual);
        return new RelationFinding(
            relation, residual, bound, likelihood, verdict == Verdict.Rounding ? policy.Of(likelihood) : Plausibility.Ordinary, verdict);
    }

    /// <summary>Whether some amounts in the intervals make the relation hold, ends counted as far as they belong.</summary>
    private static bool Holds(StatementRelation relation)
    {
        var (low, high, lowClosed, highClosed) = Reach(relation);
        return (low < 0 || (low == 0 && lowClosed)) && (high > 0 || (high == 0 && highClosed));
    }

    /// <summary>The interval of constant + terms - target over all amounts in their intervals.</summary>
    private static (decimal Low, decimal High, bool LowClosed, bool HighClosed) Reach(StatementRelation relation)
    {
        var (low, high) = (relation.Constant, relation.Constant);
        var (lowClosed, highClosed) = (true, true);
        foreach (var (figure, coefficient) in relation.Terms.Append(new RelationTerm(relation.Target, -1)))
        {
            var interval = figure.Interval!.Value;
            var isPositive = coefficient > 0;
            low += coefficient * (isPositive ? interval.Low : interval.High);
            high += coefficient * (isPositive ? interval.High : interval.Low);
            lowClosed &= isPositive ? interval.LowClosed : interval.HighClosed;
            highClosed &= isPositive ? interval.HighClosed : interval.LowClosed;
        }

        return (low, high, lowClosed, highClosed);
    }

    // How far the residual could move, were the same figures printed with other last digits.
    private static decimal Bound(StatementRelation relation)
    {
        var (low, high, lowClosed, highClosed) = Reach(relation);
        var step = Step(relation);
        if (step == 0)
        {
            return 0;
        }

        // The residual r can be nil'd where it lies within (r - low) below and (high - r) above.
        var below = relation.Residual - low;
        var above = high - relation.Residual;
        return Math.Max(Largest(below, lowClosed, step), Largest(above, highClosed, step));
    }

    private static decimal Largest(decimal reach, bool isClosed, decimal step)
    {
        var steps = decimal.Floor(reach / step);
        return steps * step == reach && !isClosed && steps > 0 ? (steps - 1) * step : steps * step;
    }

    private static decimal Step(StatementRelation relation) => relation.Terms
        .Select(term => term.Figure)
        .Append(relation.Target)
        .Select(figure => figure.Interval!.Value)
        .Where(interval => !interval.IsExact)
        .Select(interval => interval.High - interval.Low)
        .DefaultIfEmpty(0)
        .Min();

    // Two printings of one quantity agree at the coarser place or not at all.
    private static decimal SameQuantityBound(StatementRelation relation)
    {
        static decimal Unit(PublishedFigure figure) => figure.Interval!.Value.High - figure.Interval.Value.Low;
        var (one, other) = (Unit(relation.Target), Unit(relation.Terms[0].Figure));
        return one == other ? 0 : Math.Max(one, other) / 2;
    }
}
