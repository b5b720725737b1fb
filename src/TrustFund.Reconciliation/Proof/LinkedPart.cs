using System.Runtime.InteropServices;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Proof;

/// <summary>
/// Relations linked by the figures they share, directly or round about, and those figures, numbered.
/// Parts have nothing to do with each other and are proved one by one.
/// </summary>
internal sealed class LinkedPart
{
    // The relations of figure f stand in _relationsOf from _starts[f] up to _starts[f + 1].
    private readonly int[] _starts;
    private readonly int[] _relationsOf;

    private LinkedPart(PublishedFigure[] figures, StatementRelation[] relations, int[][] terms)
    {
        (Figures, Relations, FiguresOf) = (figures, relations, terms);
        _starts = new int[figures.Length + 1];
        foreach (var figure in terms.SelectMany(term => term))
        {
            _starts[figure + 1]++;
        }

        for (var figure = 0; figure < figures.Length; figure++)
        {
            _starts[figure + 1] += _starts[figure];
        }

        _relationsOf = new int[_starts[^1]];
        var next = _starts.AsSpan(0, figures.Length).ToArray();
        for (var relation = 0; relation < terms.Length; relation++)
        {
            foreach (var figure in terms[relation])
            {
                _relationsOf[next[figure]++] = relation;
            }
        }
    }

    /// <summary>In the order in which the relations name them.</summary>
    internal IReadOnlyList<PublishedFigure> Figures { get; }

    internal IReadOnlyList<StatementRelation> Relations { get; }

    /// <summary>For each relation the figures of its <see cref="StatementRelation.Signed"/> terms, by number and in the same order.</summary>
    internal IReadOnlyList<int[]> FiguresOf { get; }

    /// <summary>For each relation its terms and, by -1, its target: they and the constant add up to nil.</summary>
    internal IEnumerable<(int Figure, decimal Coefficient)> Terms(int relation) =>
        FiguresOf[relation].Zip(Relations[relation].Signed, (figure, term) => (figure, term.Coefficient));

    /// <summary>The relations that a figure stands in.</summary>
    internal ReadOnlySpan<int> RelationsOf(int figure) => _relationsOf.AsSpan(_starts[figure].._starts[figure + 1]);

    /// <summary>
    /// Whether no ring of figures and relations closes: a linked part with one link less than it has
    /// figures and relations has none.
    /// </summary>
    internal bool IsTree => _relationsOf.Length == Figures.Count + Relations.Count - 1;

    /// <summary>Whether relations add and deduct whole figures only.</summary>
    internal bool IsUnweighted => Relations.All(relation => relation.Signed.All(term => Math.Abs(term.Coefficient) == 1));

    /// <summary>The parts that relations fall into, in the order of their first relations.</summary>
    internal static IReadOnlyList<LinkedPart> Split(IReadOnlyList<StatementRelation> relations)
    {
        var all = Of([.. relations]);
        var (partOf, count) = all.Parts();
        return count == 1 ? [all] : all.Split(partOf, count);
    }

    private static LinkedPart Of(StatementRelation[] relations)
    {
        var numbers = new Dictionary<PublishedFigure, int>(relations.Sum(relation => relation.Signed.Length));
        var figures = new List<PublishedFigure>();
        int Number(RelationTerm term)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, term.Figure, out var isKnown);
            if (!isKnown)
            {
                number = figures.Count;
                figures.Add(term.Figure);
            }

            return number;
        }

        int[][] terms = [.. relations.Select(relation => relation.Signed.Select(Number).ToArray())];
        return new LinkedPart([.. figures], relations, terms);
    }

    // The part of each relation, numbered in the order of their first relations.
    private (int[] PartOf, int Count) Parts()
    {
        var partOf = new int[Relations.Count];
        Array.Fill(partOf, -1);
        var count = 0;
        var linked = new Stack<int>();
        for (var first = 0; first < partOf.Length; first++)
        {
            if (partOf[first] >= 0)
            {
                continue;
            }

            partOf[first] = count;
            linked.Push(first);
            while (linked.TryPop(out var relation))
            {
                foreach (var figure in FiguresOf[relation])
                {
                    foreach (var other in RelationsOf(figure))
                    {
                        if (partOf[other] < 0)
                        {
                            partOf[other] = count;
                            linked.Push(other);
                        }
                    }
                }
            }

            count++;
        }

        return (partOf, count);
    }

    // Figures keep their order, and so do relations: each has its number among those of its part.
    private List<LinkedPart> Split(int[] partOf, int count)
    {
        var figures = Enumerable.Range(0, count).Select(_ => new List<PublishedFigure>()).ToArray();
        var numbers = new int[Figures.Count];
        for (var figure = 0; figure < numbers.Length; figure++)
        {
            var own = figures[partOf[RelationsOf(figure)[0]]];
            numbers[figure] = own.Count;
            own.Add(Figures[figure]);
        }

        var relations = Enumerable.Range(0, partOf.Length).ToLookup(relation => partOf[relation]);
        return [.. figures.Select((own, part) => new LinkedPart(
            [.. own], [.. relations[part].Select(relation => Relations[relation])],
            [.. relations[part].Select(relation => Array.ConvertAll(FiguresOf[relation], figure => numbers[figure]))]))];
    }
}
