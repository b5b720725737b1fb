using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Diagnosis;

/// <summary>What a figure should say, by a hypothesis.</summary>
/// <param name="Figure">The figure as printed.</param>
/// <param name="Amount">The indicated amount, in the unit of its table.</param>
public sealed record Repair(PublishedFigure Figure, decimal Amount);
