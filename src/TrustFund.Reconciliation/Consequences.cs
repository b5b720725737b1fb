using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation;

/// <summary>
/// Tells exceptions that stand by themselves from those that follow from others: a total that is out by just what its
/// lines are out by is no error of its own.
/// </summary>
internal static class Consequences
{
    /// <summary>The same exceptions, each with those that it follows from.</summary>
    internal static List<Discrepancy> Among(IReadOnlyList<Discrepancy> discrepancies, StatementProof proof)
    {
        var placeOf = new Dictionary<PublishedFigure, int>();
        for (var place = 0; place < discrepancies.Count; place++)
        {
            if (discrepancies[place] is { Figure: { } figure, Difference: not (null or 0) })
            {
                placeOf.TryAdd(figure, place);
            }
        }

        var from = new Dictionary<int, IReadOnlyList<int>>();
        foreach (var finding in proof.Findings.Where(finding => finding.Relation.IsSum && finding.Verdict is Verdict.Exact or Verdict.Rounding))
        {
            var moved = finding.Relation.Signed.Where(term => placeOf.ContainsKey(term.Figure)).ToList();
            var places = moved.Select(term => placeOf[term.Figure]).ToList();
            if (Follower(finding, discrepancies, places, placeOf) is { } place && !from.ContainsKey(place)
                && IsWithin(moved.Sum(term => term.Coefficient * discrepancies[placeOf[term.Figure]].Difference!.Value), discrepancies[place].Difference!.Value, finding)
                && places.TrueForAll(cause => cause == place || !Reaches(cause, place, from)))
            {
                from.Add(place, [.. places.Where(cause => cause != place).Order()]);
            }
        }

        return [.. discrepancies.Select((discrepancy, place) => from.ContainsKey(place)
            ? discrepancy with { FollowsFrom = [.. Roots(place, from).Order()] }
            : discrepancy)];
    }

    // Of a relation that holds, the target follows from its terms. Where it is none of the figures that are out, two of its terms make
    // up for each other: the later one follows. What the books tell of two lines is two findings all the same.
    private static int? Follower(RelationFinding finding, IReadOnlyList<Discrepancy> discrepancies, List<int> places, Dictionary<PublishedFigure, int> placeOf) =>
        places.Count < 2 ? null
        : placeOf.TryGetValue(finding.Relation.Target, out var target) ? target
        : places.Count == 2 && places.TrueForAll(place => discrepancies[place].PerBooks is null) ? places.Max()
        : null;

    // What rounding leaves open must be less than what there is to explain.
    private static bool IsWithin(decimal left, decimal difference, RelationFinding finding)
    {
        var open = Math.Abs(finding.Residual) + finding.Bound;
        return left == 0 || (open < Math.Abs(difference) && Math.Abs(left) <= open);
    }

    private static bool Reaches(int start, int wanted, Dictionary<int, IReadOnlyList<int>> from) =>
        CausesOf(start, from).Contains(wanted);

    private static IEnumerable<int> Roots(int place, Dictionary<int, IReadOnlyList<int>> from) =>
        CausesOf(place, from).Where(cause => !from.ContainsKey(cause));

    // A place and all that it follows from, each once.
    private static HashSet<int> CausesOf(int place, Dictionary<int, IReadOnlyList<int>> from)
    {
        var seen = new HashSet<int> { place };
        var open = new Stack<int>(seen);
        while (open.TryPop(out var next))
        {
            foreach (var cause in from.TryGetValue(next, out var causes) ? causes.Where(seen.Add) : [])
            {
                open.Push(cause);
            }
        }

        return seen;
    }
}
