using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Proof;

/// <summary>
/// Relations linked by the figures they share, directly or round about, and those figures, numbered.
/// Parts have nothing to do with each other and are proved one by one.
/// </summary>
internal sealed class LinkedPart
{
    private LinkedPart(IReadOnlyList<PublishedFigure> figures, IReadOnlyList<StatementRelation> relations)
    {
        (Figures, Relations) = (figures, relations);
        var numbers = new Dictionary<PublishedFigure, int>(figures.Count);
        for (var number = 0; number < figures.Count; number++)
        {
            numbers.Add(figures[number], number);
        }

        Terms = [.. relations.Select(relation => Signed(relation).Select(term => (numbers[term.Figure], term.Coefficient)).ToArray())];
        var relationsOf = figures.Select(_ => new List<int>()).ToArray();
        for (var relation = 0; relation < Terms.Count; relation++)
        {
            foreach (var (figure, _) in Terms[relation])
            {
                relationsOf[figure].Add(relation);
            }
        }

        RelationsOf = relationsOf;
    }

    internal IReadOnlyList<PublishedFigure> Figures { get; }

    internal IReadOnlyList<StatementRelation> Relations { get; }

    /// <summary>For each relation its terms and, by -1, its target: they and the constant add up to nil.</summary>
    internal IReadOnlyList<(int Figure, decimal Coefficient)[]> Terms { get; }

    /// <summary>For each figure the relations it stands in.</summary>
    internal IReadOnlyList<List<int>> RelationsOf { get; }

    /// <summary>
    /// Whether no ring of figures and relations closes: a linked part with one link less than it has
    /// figures and relations has none.
    /// </summary>
    internal bool IsTree => Terms.Sum(terms => terms.Length) == Figures.Count + Relations.Count - 1;

    /// <summary>Whether relations add and deduct whole figures only.</summary>
    internal bool IsUnweighted => Terms.All(terms => terms.All(term => Math.Abs(term.Coefficient) == 1));

    /// <summary>The parts that relations fall into, in the order of their first relations.</summary>
    internal static IReadOnlyList<LinkedPart> Split(IReadOnlyList<StatementRelation> relations)
    {
        var relationsOf = relations
            .SelectMany(relation => Signed(relation).Select(term => (term.Figure, Relation: relation)))
            .ToLookup(pair => pair.Figure, pair => pair.Relation);
        var order = relations.Select((relation, number) => (relation, number)).ToDictionary(pair => pair.relation, pair => pair.number);
        var seenRelations = new HashSet<StatementRelation>();
        var parts = new List<LinkedPart>();
        foreach (var first in relations)
        {
            if (!seenRelations.Add(first))
            {
                continue;
            }

            var linked = new List<StatementRelation> { first };
            var figures = new HashSet<PublishedFigure>();
            for (var next = 0; next < linked.Count; next++)
            {
                foreach (var (figure, _) in Signed(linked[next]))
                {
                    if (figures.Add(figure))
                    {
                        linked.AddRange(relationsOf[figure].Where(seenRelations.Add));
                    }
                }
            }

            StatementRelation[] inOrder = [.. linked.OrderBy(relation => order[relation])];
            parts.Add(new LinkedPart([.. inOrder.SelectMany(Signed).Select(term => term.Figure).Distinct()], inOrder));
        }

        return parts;
    }

    /// <summary>The figures of a relation on one side: with the constant they add up to nil.</summary>
    internal static IEnumerable<RelationTerm> Signed(StatementRelation relation) =>
        relation.Terms.Append(new RelationTerm(relation.Target, -1));
}
