using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Proof;

/// <summary>
/// The fewest relations to give up so that every conflict found loses one; among equals, later
/// relations, which tend to be notes and text, before earlier ones. The fewest are sought up to a
/// number that leaves the search short; many conflicts beyond that are settled one by one, which gives
/// up enough but perhaps not the fewest.
/// </summary>
internal sealed class Settlement
{
    private const int MostSought = 5;
    private const int MostConflicts = 40;

    private readonly IReadOnlyList<StatementRelation> _relations;
    private readonly HashSet<StatementRelation> _givenUp = [];

    internal Settlement(IReadOnlyList<StatementRelation> relations) => _relations = relations;

    internal IReadOnlySet<StatementRelation> GivenUp => _givenUp;

    // Most parts have nothing to settle.
    private Dictionary<StatementRelation, int> Order => field ??= _relations.Index().ToDictionary(pair => pair.Item, pair => pair.Index);

    internal void Settle(IEnumerable<StatementRelation[]> conflicts)
    {
        StatementRelation[][] all = [.. conflicts];
        if (all.Length <= MostConflicts)
        {
            for (var most = 1; most <= MostSought; most++)
            {
                var chosen = new Stack<StatementRelation>();
                if (Search(all, chosen, most))
                {
                    _givenUp.Clear();
                    _givenUp.UnionWith(chosen);
                    return;
                }
            }
        }

        foreach (var conflict in all.Where(conflict => !conflict.Any(_givenUp.Contains)))
        {
            _givenUp.Add(conflict.MaxBy(relation => Order[relation])!);
        }

        // Every relation given up has a conflict that no other one settles.
        foreach (var relation in _givenUp.OrderBy(relation => Order[relation]).ToArray())
        {
            if (Array.TrueForAll(all, conflict => conflict.Any(other => other != relation && _givenUp.Contains(other))))
            {
                _givenUp.Remove(relation);
            }
        }
    }

    private bool Search(StatementRelation[][] conflicts, Stack<StatementRelation> chosen, int left)
    {
        var open = Array.Find(conflicts, conflict => !conflict.Any(chosen.Contains));
        if (open is null)
        {
            return true;
        }

        if (left == 0)
        {
            return false;
        }

        foreach (var relation in open.OrderByDescending(relation => Order[relation]))
        {
            chosen.Push(relation);
            if (Search(conflicts, chosen, left - 1))
            {
                return true;
            }

            chosen.Pop();
        }

        return false;
    }
}
