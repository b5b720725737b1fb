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
        var out_ = new Dictionary<PublishedFigure, int>();
        for (var place = 0; place < discrepancies.Count; place++)
        {
            if (discrepancies[place] is { Figure: { } figure, Difference: not (null or 0) })
            {
                out_.TryAdd(figure, place);
            }
        }

        var from = new Dictionary<int, IReadOnlyList<int>>();
        foreach (var finding in proof.Findings.Where(finding => finding.Relation.IsSum && finding.Verdict is Verdict.Exact or Verdict.Rounding))
        {
            var moved = finding.Relation.Signed.Where(term => out_.ContainsKey(term.Figure)).ToList();
            var places = moved.Select(term => out_[term.Figure]).ToList();
            if (Follower(finding, discrepancies, places, out_) is { } place && !from.ContainsKey(place)
                && IsWithin(moved.Sum(term => term.Coefficient * discrepancies[out_[term.Figure]].Difference!.Value), discrepancies[place].Difference!.Value, finding)
                && places.TrueForAll(cause => cause == place || !Reaches(cause, place, from)))
            {
                from.Add(place, [.. places.Where(cause => cause != place).Order()]);
            }
        }

        return [.. discrepancies.Select((discrepancy, place) => from.ContainsKey(place)
            ? discrepancy with { FollowsFrom = [.. Roots(place, from).Distinct().Order()] }
            : discrepancy)];
    }

    // Of a relation that holds, the target follows from its terms. Where it is none of the figures that are out, two of its terms make
    // up for each other: the later one follows. What the books tell of two lines is two findings all the same.
    private static int? Follower(RelationFinding finding, IReadOnlyList<Discrepancy> discrepancies, List<int> places, Dictionary<PublishedFigure, int> out_) =>
        places.Count < 2 ? null
        : out_.TryGetValue(finding.Relation.Target, out var target) ? target
        : places.Count == 2 && places.TrueForAll(place => discrepancies[place].PerBooks is null) ? places.Max()
        : null;

    // What rounding leaves open must be less than what there is to explain.
    private static bool IsWithin(decimal left, decimal difference, RelationFinding finding)
    {
        var open = Math.Abs(finding.Residual) + finding.Bound;
        return left == 0 || (open < Math.Abs(difference) && Math.Abs(left) <= open);
    }

    private static bool Reaches(int start, int wanted, Dictionary<int, IReadOnlyList<int>> from) =>
        start == wanted || (from.TryGetValue(start, out var causes) && causes.Any(cause => Reaches(cause, wanted, from)));

    private static IEnumerable<int> Roots(int place, Dictionary<int, IReadOnlyList<int>> from) =>
        from.TryGetValue(place, out var causes) ? causes.SelectMany(cause => Roots(cause, from)) : [place];
}
