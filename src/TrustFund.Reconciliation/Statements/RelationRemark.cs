namespace TrustFund.Reconciliation.Statements;

/// <summary>What is to be said of relations as they apply to a document; it is no failure.</summary>
/// <param name="Text">The remark.</param>
/// <param name="Figures">The figures it concerns.</param>
public sealed record RelationRemark(string Text, IReadOnlyList<PublishedFigure> Figures);
