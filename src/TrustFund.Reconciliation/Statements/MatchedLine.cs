namespace TrustFund.Reconciliation.Statements;

/// <summary>A line of a template and the line of a document that prints it.</summary>
/// <param name="Template">The line of the template.</param>
/// <param name="Published">The line of the document.</param>
/// <param name="Caption">The caption as the document prints it, both lines of one that is wrapped.</param>
/// <param name="Figures">The figure of each column of the template; null where the document prints none.</param>
public sealed record MatchedLine(
    TemplateLine Template, PublishedLine Published, string Caption, IReadOnlyList<PublishedFigure?> Figures);
