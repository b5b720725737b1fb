using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Proof;

/// <summary>
/// Finds unrounded amounts for relations that form a forest: from the leaves to the root, which amounts
/// each figure can have for the relations below it to hold (a span of whole steps, since coefficients
/// are 1 or -1); then from the root back, the amount nearest to the printed one that its relation needs.
/// </summary>
internal sealed class ForestWitness
{
    private readonly Grid _grid;
    private readonly ILookup<PublishedFigure, StatementRelation> _relationsOf;
    private readonly Dictionary<PublishedFigure, Grid.Span> _possible = [];
    private readonly Dictionary<PublishedFigure, decimal> _witness = [];

    private ForestWitness(IReadOnlyList<StatementRelation> relations, Grid grid)
    {
        _grid = grid;
        _relationsOf = relations
            .SelectMany(relation => Signed(relation).Select(term => (term.Figure, Relation: relation)))
            .ToLookup(pair => pair.Figure, pair => pair.Relation);
    }

    /// <summary>The witness; null where there is none. The relations are those of <see cref="Forest"/>.</summary>
    internal static Dictionary<PublishedFigure, decimal>? Find(
        IReadOnlyList<PublishedFigure> figures, IReadOnlyList<StatementRelation> relations, Grid grid)
    {
        var search = new ForestWitness(relations, grid);
        foreach (var figure in figures.Where(figure => figure.Interval is not null && !search._witness.ContainsKey(figure)))
        {
            var span = search.Possible(figure, above: null);
            if (span.IsEmpty)
            {
                return null;
            }

            search.Choose(figure, span.Nearest(grid.Whole(figure.Amount!.Value)), above: null);
        }

        return search._witness;
    }

    /// <summary>Terms and target on one side: they add up to minus the constant.</summary>
    internal static IEnumerable<RelationTerm> Signed(StatementRelation relation) =>
        relation.Terms.Append(new RelationTerm(relation.Target, -1));

    private Grid.Span Possible(PublishedFigure figure, StatementRelation? above)
    {
        var span = _grid.Whole(figure.Interval!.Value);
        foreach (var relation in _relationsOf[figure].Where(relation => relation != above))
        {
            span = span.Intersect(Needed(relation, figure));
        }

        _possible[figure] = span;
        return span;
    }

    /// <summary>The amounts of a figure for which a relation can hold, the others ranging over theirs.</summary>
    private Grid.Span Needed(StatementRelation relation, PublishedFigure figure)
    {
        var (low, high) = (_grid.Whole(relation.Constant), _grid.Whole(relation.Constant));
        Int128 sign = 1;
        foreach (var (other, coefficient) in Signed(relation))
        {
            if (other == figure)
            {
                sign = -(Int128)coefficient;
                continue;
            }

            var span = Possible(other, relation);
            if (span.IsEmpty)
            {
                return span;
            }

            (low, high) = coefficient > 0 ? (low + span.Low, high + span.High) : (low - span.High, high - span.Low);
        }

        return sign > 0 ? new Grid.Span(low, high) : new Grid.Span(-high, -low);
    }

    private void Choose(PublishedFigure figure, Int128 amount, StatementRelation? above)
    {
        _witness[figure] = _grid.Amount(amount);
        foreach (var relation in _relationsOf[figure].Where(relation => relation != above))
        {
            Share(relation, figure, amount);
        }
    }

    // Begin from the printed amounts and give each figure in turn as much of what is left over as it can take.
    private void Share(StatementRelation relation, PublishedFigure fixedFigure, Int128 fixedAmount)
    {
        var others = Signed(relation).Where(term => term.Figure != fixedFigure).ToList();
        var amounts = others.Select(term => _possible[term.Figure].Nearest(_grid.Whole(term.Figure.Amount!.Value))).ToList();
        var left = -_grid.Whole(relation.Constant) - (Signed(relation).First(term => term.Figure == fixedFigure).Coefficient > 0 ? fixedAmount : -fixedAmount);
        for (var index = 0; index < others.Count; index++)
        {
            left -= others[index].Coefficient > 0 ? amounts[index] : -amounts[index];
        }

        for (var index = 0; index < others.Count; index++)
        {
            var wanted = amounts[index] + (others[index].Coefficient > 0 ? left : -left);
            var given = _possible[others[index].Figure].Nearest(wanted);
            left -= others[index].Coefficient > 0 ? given - amounts[index] : amounts[index] - given;
            Choose(others[index].Figure, given, relation);
        }
    }

    /// <summary>
    /// The relations that form a forest, taken in their order; those that close a ring with earlier ones, or
    /// weigh a figure by other than 1 or -1, are left out.
    /// </summary>
    internal static List<StatementRelation> Forest(IReadOnlyList<StatementRelation> relations)
    {
        var root = new Dictionary<object, object>();
        object Find(object item)
        {
            while (root.GetValueOrDefault(item, item) is var next && next != item)
            {
                item = next;
            }

            return item;
        }

        var forest = new List<StatementRelation>();
        foreach (var relation in relations)
        {
            var terms = Signed(relation).ToList();
            var roots = terms.Select(term => Find(term.Figure)).ToList();
            if (roots.Distinct().Count() < roots.Count || terms.Any(term => Math.Abs(term.Coefficient) != 1))
            {
                continue;
            }

            forest.Add(relation);
            roots.ForEach(one => root[one] = relation);
        }

        return forest;
    }
}
