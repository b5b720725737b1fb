namespace TrustFund.Reconciliation.Statements;

/// <summary>A note of a reproduced statement.</summary>
/// <param name="Marker">The marker that ties it to its line.</param>
/// <param name="Text">The text as printed.</param>
/// <param name="Line">The name of the line it breaks down; null for a note that is text alone.</param>
/// <param name="Items">The donors by name, those of nil left out; empty for a note that is text alone.</param>
public sealed record StatementNote(string Marker, string Text, string? Line, IReadOnlyList<StatementNoteItem> Items);
