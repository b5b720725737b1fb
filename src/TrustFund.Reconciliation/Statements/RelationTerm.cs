namespace TrustFund.Reconciliation.Statements;

/// <summary>A figure that takes part in a relation, and how often it counts.</summary>
/// <param name="Figure">The figure; it states an amount or nil.</param>
/// <param name="Coefficient">Its coefficient: 1 for a line of a total, -1 for a line deducted. Not zero.</param>
public readonly record struct RelationTerm(PublishedFigure Figure, decimal Coefficient);
