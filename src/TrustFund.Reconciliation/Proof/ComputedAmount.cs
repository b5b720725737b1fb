using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Proof;

/// <summary>
/// Judges a relation whose target was computed and then rounded: a share, a product, or a rate of a base
/// rounded to a coarser unit than is printed. By interval arithmetic: the target's interval and that of
/// the amount computed from figures that range over theirs have to meet.
/// </summary>
internal static class ComputedAmount
{
    // Beyond this a quotient tells nothing; it also keeps products of wide intervals within a decimal.
    private const decimal Unbounded = 1_000_000_000_000_000_000m;

    internal static RelationFinding Judge(StatementRelation relation, ProofPolicy policy, Likelihood likelihoods)
    {
        var residual = relation.Residual;
        var (lowest, highest) = relation.AsPrinted ? (relation.Computed, relation.Computed) : relation.IsSum ? Sum(relation) : Product(relation);
        var target = TargetOf(relation);
        var (low, high) = (lowest - target.High, highest - target.Low);
        var bound = residual > 0 ? Math.Max(0, residual - low) : residual < 0 ? Math.Max(0, high - residual) : Math.Max(high, -low);
        var verdict = residual == 0 || IsRoundedTo(relation) ? Verdict.Exact
            : low <= 0 && high >= 0 ? Verdict.Rounding
            : Verdict.Inconsistent;
        var likelihood = verdict switch
        {
            Verdict.Exact => 1,
            Verdict.Inconsistent => 0,
            _ => likelihoods.OfContinuous([.. Widths(relation), target.Width], residual),
        };
        return new RelationFinding(relation, residual, bound, likelihood, policy.Of(likelihood), verdict);
    }

    /// <summary>Whether a share, a product or an amount at a rate was computed from figures as printed, and prints as it was rounded.</summary>
    internal static bool IsRoundedTo(StatementRelation relation) =>
        (relation.AsPrinted || relation.Kind is RelationKind.Share or RelationKind.Product or RelationKind.Rate) && TargetOf(relation).Contains(relation.Computed);

    private static RoundingInterval TargetOf(StatementRelation relation)
    {
        var printed = relation.Target.Interval!.Value;
        return relation.RoundedTo > printed.Width
            ? RoundingInterval.Around(relation.Target.Amount!.Value, relation.RoundedTo, RoundingRule.NearestUndeclared)
            : printed;
    }

    private static (decimal Low, decimal High) Sum(StatementRelation relation)
    {
        var (low, high) = (relation.Constant, relation.Constant);
        foreach (var (figure, coefficient) in relation.Terms)
        {
            var interval = figure.Interval!.Value;
            var (one, other) = (coefficient * interval.Low, coefficient * interval.High);
            (low, high) = (low + Math.Min(one, other), high + Math.Max(one, other));
        }

        return (low, high);
    }

    private static (decimal Low, decimal High) Product(StatementRelation relation)
    {
        var (low, high) = (relation.Constant, relation.Constant);
        foreach (var (figure, coefficient) in relation.Terms)
        {
            var factor = figure.Interval!.Value;
            if (coefficient < 0 && factor.Low <= 0 && factor.High >= 0)
            {
                return (-Unbounded, Unbounded);
            }

            var (one, other) = coefficient > 0 ? (factor.Low, factor.High) : (1 / factor.Low, 1 / factor.High);
            decimal[] ends = [Times(low, one), Times(low, other), Times(high, one), Times(high, other)];
            (low, high) = (ends.Min(), ends.Max());
        }

        return (low, high);
    }

    /// <summary>One amount by another, as far as that tells anything.</summary>
    internal static decimal Times(decimal one, decimal other) =>
        other != 0 && Math.Abs(one) > Unbounded / Math.Max(1, Math.Abs(other)) ? (one > 0 == other > 0 ? Unbounded : -Unbounded) : one * other;

    /// <summary>One amount over another that is not nil, as far as that tells anything.</summary>
    internal static decimal Over(decimal one, decimal other) =>
        Math.Abs(other) < 1 && Math.Abs(one) > Unbounded * Math.Abs(other) ? (one > 0 == other > 0 ? Unbounded : -Unbounded) : one / other;

    // How far the target moves when one of the figures moves over its interval and the others stay.
    private static IEnumerable<decimal> Widths(StatementRelation relation) => relation.Terms.Select(term =>
    {
        var width = relation.AsPrinted ? 0 : term.Figure.Width;
        return relation.IsSum || width == 0 ? Math.Abs(term.Coefficient) * width
            : term.Figure.Amount == 0 ? 0
            : Math.Abs(Times(relation.Computed / term.Figure.Amount!.Value, width));
    });
}
