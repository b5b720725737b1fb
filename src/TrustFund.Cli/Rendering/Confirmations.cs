using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Rendering;

/// <summary>
/// Which figures of a relation that does not hold are confirmed by others that do: why another one is named as the
/// possible cause.
/// </summary>
internal sealed class Confirmations(ReconciliationReport report)
{
    private const int MostNamed = 3;

    private readonly ILookup<PublishedFigure, RelationFinding> _holding = report.Proof.Findings.Where(finding => finding.Verdict is Verdict.Exact or Verdict.Rounding)
        .SelectMany(finding => finding.Relation.Terms.Select(term => term.Figure).Append(finding.Relation.Target).Distinct().Select(figure => (figure, finding)))
        .ToLookup(pair => pair.figure, pair => pair.finding);

    /// <summary>
    /// The figures that a relation confirms which holds and would not if the figure were out by the difference: it holds to the
    /// last digit, or rounding explains less. No figure that the first cause names is one. Empty where there is none, where more
    /// than three or nearly all are confirmed, or where the books tell.
    /// </summary>
    internal string Of(Discrepancy discrepancy)
    {
        if (discrepancy is not { Relation: { } relation, PerBooks: null })
        {
            return "";
        }

        // Where nearly all are confirmed it tells nothing.
        var confirmed = new List<string>();
        var named = discrepancy.Diagnoses is [{ Repairs: var repairs }, ..] ? repairs.Select(repair => repair.Figure).ToList() : [];
        foreach (var figure in relation.Terms.Select(term => term.Figure).Prepend(relation.Target).Where(figure => figure.Amount is not (null or 0) && !named.Contains(figure)))
        {
            if (_holding[figure].FirstOrDefault(finding => finding.Relation != relation && (finding.Verdict == Verdict.Exact || finding.Bound < Math.Abs(discrepancy.Difference ?? 0))) is { } other)
            {
                confirmed.Add($"{report.NameOf(figure)} ({By(figure, other.Relation)})");
            }
        }

        return confirmed.Count > MostNamed || confirmed.Count > relation.Terms.Count ? "" : string.Join("; ", confirmed);
    }

    private string By(PublishedFigure figure, StatementRelation relation) =>
        relation.Target == figure
            ? relation.Kind == RelationKind.Equality ? $"it agrees with {report.NameOf(relation.Terms[0].Figure)}" : $"it foots from {AmountText.Count(relation.Terms.Count)} other {(relation.Terms.Count == 1 ? "figure" : "figures")}"
            : $"{report.NameOf(relation.Target)} {(relation.Kind == RelationKind.Equality ? "agrees" : "foots")} with it";
}
