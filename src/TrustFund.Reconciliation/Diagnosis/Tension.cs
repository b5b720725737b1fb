using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Diagnosis;

/// <summary>
/// A relation seen as what it asks of each of its figures: how far it is out, how far ordinary rounding lets it
/// be out, and what it says of a figure if the others are right. A conflict of relations that hold alone
/// is one, too: added up by their multipliers they ask for what their figures cannot give.
/// </summary>
internal sealed class Tension
{
    private readonly Dictionary<PublishedFigure, decimal> _coefficients;
    private readonly StatementRelation? _product;

    private Tension(
        Dictionary<PublishedFigure, decimal> coefficients, decimal residual, decimal tolerance, bool fails,
        IReadOnlyList<StatementRelation> relations, StatementRelation? product)
    {
        (_coefficients, Residual, Tolerance, Fails, Relations, _product) = (coefficients, residual, tolerance, fails, relations, product);
    }

    /// <summary>Computed less printed.</summary>
    internal decimal Residual { get; }

    /// <summary>The largest residual, in size, that passes as rounding.</summary>
    internal decimal Tolerance { get; }

    /// <summary>Whether it is out by more.</summary>
    internal bool Fails { get; }

    /// <summary>The relation, or those of the conflict.</summary>
    internal IReadOnlyList<StatementRelation> Relations { get; }

    internal IEnumerable<PublishedFigure> Figures => _coefficients.Keys;

    internal static Tension Of(RelationFinding finding)
    {
        var relation = finding.Relation;
        var coefficients = new Dictionary<PublishedFigure, decimal>(relation.Terms.Count + 1);
        foreach (var (figure, coefficient) in relation.Signed)
        {
            coefficients.Add(figure, coefficient);
        }

        var fails = finding.Verdict == Verdict.Inconsistent || finding.Plausibility == Plausibility.Improbable;
        var tolerance = !relation.IsJudgedAlone
            ? ToleranceOf(relation, coefficients)
            : finding.Verdict == Verdict.Inconsistent ? WidthOf(relation) / 2 : finding.Bound;
        return new Tension(
            coefficients, finding.Residual, fails ? tolerance : Math.Max(tolerance, Math.Abs(finding.Residual)), fails,
            [relation], relation.IsSum ? null : relation);
    }

    internal static Tension Of(Conflict conflict)
    {
        var coefficients = new Dictionary<PublishedFigure, decimal>();
        var constant = 0m;
        foreach (var (relation, multiplier) in conflict.Relations.Zip(conflict.Certificate))
        {
            constant += multiplier * relation.Constant;
            foreach (var (figure, coefficient) in relation.Signed)
            {
                coefficients[figure] = coefficients.GetValueOrDefault(figure) + (multiplier * coefficient);
            }
        }

        foreach (var figure in coefficients.Where(pair => pair.Value == 0).Select(pair => pair.Key).ToList())
        {
            coefficients.Remove(figure);
        }

        var residual = constant + coefficients.Sum(pair => pair.Value * pair.Key.Amount!.Value);
        return new Tension(coefficients, residual, coefficients.Sum(pair => Math.Abs(pair.Value) * pair.Key.Width) / 2, true, conflict.Relations, null);
    }

    /// <summary>The residual with some figures saying other amounts.</summary>
    internal decimal After(IReadOnlyList<Repair> repairs)
    {
        if (_product is null)
        {
            var residual = Residual;
            foreach (var (figure, amount) in repairs)
            {
                residual += _coefficients.GetValueOrDefault(figure) * (amount - (figure.Amount ?? 0));
            }

            return residual;
        }

        return ComputedAfter(_product, repairs) is { } computed ? computed - Said(_product.Target, repairs) : decimal.MaxValue;
    }

    /// <summary>The largest residual that passes as rounding with some figures saying other amounts: the last digit of a factor counts for as much as it is multiplied by.</summary>
    /// <param name="repairs">The figures and what they would say.</param>
    /// <param name="roomAt">How much further a figure is rounded, to either side, than it is printed.</param>
    internal decimal ToleranceAfter(IReadOnlyList<Repair> repairs, Func<PublishedFigure, decimal> roomAt)
    {
        if (_product is null)
        {
            return Tolerance + repairs.Sum(repair => Math.Abs(_coefficients.GetValueOrDefault(repair.Figure)) * roomAt(repair.Figure));
        }

        return ComputedAfter(_product, repairs) is not { } computed ? Tolerance
            // Where rounding leaves half of it open, it tells nothing.
            : Math.Max(Tolerance, Math.Min(Math.Abs(computed), WidthOf(_product, computed, figure => Said(figure, repairs))) / 2)
                + repairs.Sum(repair => repair.Figure == _product.Target ? roomAt(repair.Figure)
                    : Contains(repair.Figure) && repair.Amount != 0 ? ComputedAmount.Over(ComputedAmount.Times(Math.Abs(computed), roomAt(repair.Figure)), Math.Abs(repair.Amount)) : 0);
    }

    /// <summary>Whether a figure counts in it.</summary>
    internal bool Contains(PublishedFigure figure) => _coefficients.ContainsKey(figure);

    /// <summary>Its figures that would make a difference if one of them changed places with them: in a sum those that count otherwise.</summary>
    internal IEnumerable<PublishedFigure> Unlike(PublishedFigure figure) =>
        _product is not null ? Figures : ByCoefficient.Where(alike => alike.Key != _coefficients[figure]).SelectMany(alike => alike);

    private ILookup<decimal, PublishedFigure> ByCoefficient => field ??= _coefficients.ToLookup(pair => pair.Value, pair => pair.Key);

    /// <summary>Whether two of its figures count alike in a sum, so that it makes no difference if they change places.</summary>
    internal bool AreAlike(PublishedFigure one, PublishedFigure other) => _product is null && _coefficients[one] == _coefficients[other];

    /// <summary>What a sum would be out by if its figures said other amounts and it had no constant; nil for a product.</summary>
    internal decimal Over(Func<PublishedFigure, decimal> amountOf) =>
        _product is null ? _coefficients.Sum(pair => pair.Value * amountOf(pair.Key)) : 0;

    /// <summary>The amounts of a figure for which it holds if the others are right, and the one for which it holds to the last digit; null where there are none.</summary>
    internal (decimal Low, decimal Needed, decimal High)? Wants(PublishedFigure figure)
    {
        if (_product is not null)
        {
            return WantsOfProduct(_product, figure);
        }

        var coefficient = _coefficients[figure];
        var needed = (figure.Amount ?? 0) - (Residual / coefficient);
        var room = Tolerance / Math.Abs(coefficient);
        return (needed - room, needed, needed + room);
    }

    /// <summary>The amount of a figure for which it holds to the last digit, some others saying other amounts; of a product only what it comes to is told, null else.</summary>
    internal decimal? Needed(PublishedFigure figure, IReadOnlyList<Repair> repairs) =>
        _product is null ? (figure.Amount ?? 0) - (After(repairs) / _coefficients[figure])
        : figure == _product.Target ? ComputedAfter(_product, repairs) : null;

    private (decimal Low, decimal Needed, decimal High)? WantsOfProduct(StatementRelation product, PublishedFigure figure)
    {
        var (computed, target, printed) = (product.Computed, product.Target.Amount!.Value, figure.Amount!.Value);
        if (figure == product.Target)
        {
            return (computed - Tolerance, computed, computed + Tolerance);
        }

        var isFactor = product.Terms.First(term => term.Figure == figure).Coefficient > 0;
        decimal? At(decimal goal) => isFactor
            ? (computed == 0 ? null : ComputedAmount.Times(printed, ComputedAmount.Over(goal, computed)))
            : (goal == 0 ? null : ComputedAmount.Times(printed, ComputedAmount.Over(computed, goal)));
        if (At(target) is not { } needed)
        {
            return null;
        }

        var tolerance = ToleranceAfter([new Repair(figure, needed)], _ => 0);
        return At(target - tolerance) is { } one && At(target + tolerance) is { } other
            ? (Math.Min(one, other), needed, Math.Max(one, other))
            : null;
    }

    private static decimal ToleranceOf(StatementRelation relation, Dictionary<PublishedFigure, decimal> coefficients)
    {
        if (relation is { Terms: [{ Coefficient: 1 } only], Constant: 0 })
        {
            var (one, other) = (only.Figure.Width, relation.Target.Width);
            return one == other ? 0 : Math.Max(one, other) / 2;
        }

        return RoundingReach.Of(coefficients.Select(pair => Math.Abs(pair.Value) * pair.Key.Width));
    }

    // What a product comes to; nothing where it would be divided by nil.
    private static decimal? ComputedAfter(StatementRelation product, IReadOnlyList<Repair> repairs) =>
        product.Terms.Any(term => term.Coefficient < 0 && Said(term.Figure, repairs) == 0) ? null
        : product.Terms.Aggregate(product.Constant, (computed, term) =>
            term.Coefficient > 0 ? ComputedAmount.Times(computed, Said(term.Figure, repairs)) : ComputedAmount.Over(computed, Said(term.Figure, repairs)));

    private static decimal Said(PublishedFigure figure, IReadOnlyList<Repair> repairs)
    {
        foreach (var (repaired, amount) in repairs)
        {
            if (repaired == figure)
            {
                return amount;
            }
        }

        return figure.Amount!.Value;
    }

    private static decimal WidthOf(StatementRelation relation) => WidthOf(relation, relation.Computed, figure => figure.Amount!.Value);

    private static decimal WidthOf(StatementRelation relation, decimal computed, Func<PublishedFigure, decimal> amountOf) =>
        Math.Max(relation.Target.Width, relation.RoundedTo)
        + relation.Terms.Sum(term => relation.AsPrinted ? 0 : relation.IsSum ? Math.Abs(term.Coefficient) * term.Figure.Width
            : amountOf(term.Figure) == 0 ? 0 : ComputedAmount.Over(ComputedAmount.Times(Math.Abs(computed), term.Figure.Width), Math.Abs(amountOf(term.Figure))));
}
