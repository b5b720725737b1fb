namespace TrustFund.Reconciliation.Statements;

/// <summary>A sentence of a narrative.</summary>
/// <param name="Text">Its text, white space folded.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="Amounts">The amounts it states, in order.</param>
public sealed record NarrativeSentence(string Text, TextPlace Place, IReadOnlyList<PublishedFigure> Amounts);
