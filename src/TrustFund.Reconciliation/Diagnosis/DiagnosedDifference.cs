using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Diagnosis;

/// <summary>A relation that does not hold, a conflict, or a figure that is not what the books say, and what may have caused it.</summary>
/// <param name="Relation">The relation; null for a conflict and for a difference from the books.</param>
/// <param name="Conflict">The conflict of relations that hold alone; null elsewhere.</param>
/// <param name="Figure">The figure that differs from the books; null elsewhere.</param>
/// <param name="Group">Differences that share a figure, and so perhaps a cause, have the same number, from 1.</param>
/// <param name="Hypotheses">Possible causes, the likeliest first.</param>
public sealed record DiagnosedDifference(
    StatementRelation? Relation, Conflict? Conflict, PublishedFigure? Figure, int Group, IReadOnlyList<Hypothesis> Hypotheses);
