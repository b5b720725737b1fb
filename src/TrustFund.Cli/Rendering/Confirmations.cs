using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Rendering;

/// <summary>
/// Which figures of a relation that does not hold are confirmed by others that do: why another one is named as the
/// possible cause.
/// </summary>
internal static class Confirmations
{
    private const int MostNamed = 3;

    /// <summary>The confirmed figures, each with what confirms it; empty where there is none, where nearly all are, or where the books tell.</summary>
    internal static string Of(ReconciliationReport report, Discrepancy discrepancy)
    {
        if (discrepancy is not { Relation: { } relation, PerBooks: null })
        {
            return "";
        }

        // Where nearly all are confirmed it tells nothing.
        var confirmed = new List<string>();
        foreach (var figure in relation.Terms.Select(term => term.Figure).Prepend(relation.Target).Where(figure => figure.Amount is not (null or 0)))
        {
            var others = report.Proof.Findings.Where(finding => finding.Relation != relation && finding.Verdict is Verdict.Exact or Verdict.Rounding
                && (finding.Relation.Target == figure || finding.Relation.Terms.Any(term => term.Figure == figure))).ToList();
            if (others.Count > 0)
            {
                confirmed.Add($"{report.NameOf(figure)} ({By(report, figure, others[0].Relation)})");
            }
        }

        return confirmed.Count > MostNamed || confirmed.Count > relation.Terms.Count ? "" : string.Join("; ", confirmed);
    }

    private static string By(ReconciliationReport report, PublishedFigure figure, StatementRelation relation) =>
        relation.Target == figure
            ? relation.Kind == RelationKind.Equality ? $"it agrees with {report.NameOf(relation.Terms[0].Figure)}" : $"it foots from {AmountText.Count(relation.Terms.Count)} other {(relation.Terms.Count == 1 ? "figure" : "figures")}"
            : $"{report.NameOf(relation.Target)} {(relation.Kind == RelationKind.Equality ? "agrees" : "foots")} with it";
}
