namespace TrustFund.Reconciliation.Statements;

/// <summary>The amount that a relation implies for a cell that cannot be read, its other figures taken as printed.</summary>
/// <param name="Figure">The cell: unreadable or not available.</param>
/// <param name="Amount">The amount in the unit of its table.</param>
/// <param name="Kind">What the relation says.</param>
/// <param name="Target">The caption of the relation's target.</param>
/// <param name="Because">Why the relation is believed to hold.</param>
public sealed record ImpliedAmount(PublishedFigure Figure, decimal Amount, RelationKind Kind, string Target, string Because);
