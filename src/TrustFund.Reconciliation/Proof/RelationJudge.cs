using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Proof;

/// <summary>Judges a relation alone: how far out it is, and whether rounding can explain it.</summary>
internal sealed class RelationJudge(ProofPolicy policy)
{
    private readonly Likelihood _likelihood = new();

    internal RelationFinding Judge(StatementRelation relation)
    {
        if (relation.IsJudgedAlone)
        {
            return ComputedAmount.Judge(relation, policy, _likelihood);
        }

        var residual = relation.Residual;
        var (low, high) = Reach(relation);
        var bound = Bound(relation, low, high);
        var verdict = residual == 0 || ComputedAmount.IsRoundedTo(relation) ? Verdict.Exact
            : low.Allows && high.Allows && Math.Abs(residual) <= bound ? Verdict.Rounding
            : Verdict.Inconsistent;
        var likelihood = verdict switch
        {
            Verdict.Exact => 1,
            Verdict.Inconsistent => 0,
            // A coarser printing of the same amount follows from the finer one: no chance is in it.
            _ => IsSameQuantity(relation) ? 1 : _likelihood.Of(relation, residual),
        };
        return new RelationFinding(relation, residual, bound, likelihood, policy.Of(likelihood), verdict);
    }

    /// <summary>
    /// Whether the relation says that two figures print one quantity. Then the same amount was rounded
    /// twice, and two printings at one place differ by nothing, not by up to a unit.
    /// </summary>
    private static bool IsSameQuantity(StatementRelation relation) =>
        relation is { Terms: [{ Coefficient: 1 }], Constant: 0 };

    private static decimal Bound(StatementRelation relation, End low, End high)
    {
        var step = Step(relation);
        if (step == 0)
        {
            return 0;
        }

        // A residual above nil is explained by amounts that bring it down, one below by amounts that raise it.
        var residual = relation.Residual;
        var down = Largest(residual - low.Amount, low.IsClosed, step);
        var up = Largest(high.Amount - residual, high.IsClosed, step);
        var bound = residual > 0 ? down : residual < 0 ? up : Math.Max(down, up);
        return IsSameQuantity(relation) ? Math.Min(bound, SameQuantityBound(relation)) : bound;
    }

    private static decimal Largest(decimal reach, bool isClosed, decimal step)
    {
        var steps = decimal.Floor(reach / step);
        return Math.Max(0, steps * step == reach && !isClosed ? reach - step : steps * step);
    }

    // Printings of one amount agree at the coarser place.
    private static decimal SameQuantityBound(StatementRelation relation)
    {
        var (one, other) = (relation.Target.Width, relation.Terms[0].Figure.Width);
        return one == other ? 0 : Math.Max(one, other) / 2;
    }

    /// <summary>The ends of what terms and constant less the target can be, all figures ranging over their intervals.</summary>
    private static (End Low, End High) Reach(StatementRelation relation)
    {
        var (low, high) = (relation.Constant, relation.Constant);
        var (lowClosed, highClosed) = (true, true);
        foreach (var (figure, coefficient) in relation.Signed)
        {
            var interval = figure.Interval!.Value;
            var isAdded = coefficient > 0;
            low += coefficient * (isAdded ? interval.Low : interval.High);
            high += coefficient * (isAdded ? interval.High : interval.Low);
            lowClosed &= isAdded ? interval.LowClosed : interval.HighClosed;
            highClosed &= isAdded ? interval.HighClosed : interval.LowClosed;
        }

        return (new End(low, lowClosed, low < 0 || (low == 0 && lowClosed)), new End(high, highClosed, high > 0 || (high == 0 && highClosed)));
    }

    /// <summary>The finest step by which residuals of such figures can differ; 0 where nothing is rounded.</summary>
    private static decimal Step(StatementRelation relation)
    {
        var step = Math.Abs(relation.Constant);
        var isRounded = false;
        foreach (var (figure, coefficient) in relation.Signed)
        {
            var width = figure.Width;
            var (unit, amount) = (Math.Abs(coefficient) * width, Math.Abs(coefficient * figure.Amount!.Value));
            isRounded |= width > 0;
            step = CommonMeasure(step, unit);
            step = unit > 0 && amount % unit == 0 ? step : CommonMeasure(step, amount);
        }

        return isRounded ? step : 0;
    }

    private static decimal CommonMeasure(decimal one, decimal other)
    {
        while (other != 0)
        {
            (one, other) = (other, one % other);
        }

        return one;
    }

    private readonly record struct End(decimal Amount, bool IsClosed, bool Allows);
}
