namespace TrustFund.Reconciliation.Statements;

/// <summary>A note of a template, the note of the document that prints it, and the line it breaks down.</summary>
/// <param name="Template">The note of the template.</param>
/// <param name="Published">The note of the document.</param>
/// <param name="Line">The line of the document that it explains; null where the document does not print that.</param>
public sealed record MatchedNote(TemplateNote Template, PublishedNote Published, MatchedLine? Line);
