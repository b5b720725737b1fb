namespace TrustFund.Reconciliation.Statements;

/// <summary>Which lines of a document are which lines of a template.</summary>
/// <param name="Template">The template.</param>
/// <param name="Document">The document.</param>
/// <param name="Lines">The lines found, in the order of the template.</param>
/// <param name="Missing">Lines with amounts that the document does not print.</param>
/// <param name="Extra">Lines with figures in the document that the template does not declare.</param>
/// <param name="Notes">The notes found, each with the line it breaks down.</param>
/// <param name="Period">The period as the captions tell it; null where they do not.</param>
public sealed record TemplateMatch(
    StatementTemplate Template, PublishedStatement Document, IReadOnlyList<MatchedLine> Lines,
    IReadOnlyList<TemplateLine> Missing, IReadOnlyList<PublishedLine> Extra,
    IReadOnlyList<MatchedNote> Notes, ReportingPeriod? Period)
{
    /// <summary>The line of a name in the template; null where the document does not print it.</summary>
    public MatchedLine? Find(string id) => Lines.FirstOrDefault(line => line.Template.Id == id);
}
