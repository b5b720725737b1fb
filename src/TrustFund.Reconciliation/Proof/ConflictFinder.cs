using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Proof;

/// <summary>Finds, among relations of a forest that cannot all hold, a least set that cannot, and why.</summary>
internal static class ConflictFinder
{
    internal static Conflict Find(IReadOnlyList<StatementRelation> relations, Grid grid)
    {
        // A relation without which the rest still cannot hold is none of the least set.
        var needed = relations.ToList();
        foreach (var relation in relations)
        {
            var without = needed.Where(candidate => candidate != relation).ToList();
            if (ForestWitness.Find(FiguresOf(without), without, grid) is null)
            {
                needed = without;
            }
        }

        return new Conflict(needed, Multipliers(needed), needed[^1]);
    }

    private static List<PublishedFigure> FiguresOf(IEnumerable<StatementRelation> relations) =>
        [.. relations.SelectMany(ForestWitness.Signed).Select(term => term.Figure).Distinct()];

    /// <summary>Multipliers by which every figure that two relations share cancels out.</summary>
    private static List<decimal> Multipliers(List<StatementRelation> relations)
    {
        var multipliers = new Dictionary<StatementRelation, decimal> { [relations[0]] = 1 };
        var queue = new Queue<StatementRelation>([relations[0]]);
        while (queue.TryDequeue(out var relation))
        {
            foreach (var (figure, coefficient) in ForestWitness.Signed(relation))
            {
                foreach (var next in relations.Where(next => !multipliers.ContainsKey(next)))
                {
                    var other = ForestWitness.Signed(next).FirstOrDefault(term => term.Figure == figure);
                    if (other.Figure is not null)
                    {
                        multipliers[next] = -multipliers[relation] * coefficient / other.Coefficient;
                        queue.Enqueue(next);
                    }
                }
            }
        }

        return [.. relations.Select(relation => multipliers.GetValueOrDefault(relation, 1))];
    }
}
