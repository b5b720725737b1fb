using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation;

/// <summary>Something an attentive reader would remark; it is no failure.</summary>
/// <param name="Text">The remark.</param>
/// <param name="Figures">The figures it concerns.</param>
public sealed record Observation(string Text, IReadOnlyList<PublishedFigure> Figures);
