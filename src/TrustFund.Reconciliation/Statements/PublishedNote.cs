namespace TrustFund.Reconciliation.Statements;

/// <summary>A note below a table, with the amounts it states.</summary>
/// <param name="Marker">The marker that ties it to a line: <c>a</c>, <c>*</c>, <c>**</c>; empty for a note without one.</param>
/// <param name="Text">Its text, white space folded.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="Amounts">The amounts it states, each under the name it gives (a donor), in order.</param>
public sealed record PublishedNote(
    string Marker, string Text, TextPlace Place, IReadOnlyList<PublishedFigure> Amounts);
