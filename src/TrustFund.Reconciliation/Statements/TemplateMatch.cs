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
    /// <summary>What keeps the document from being one statement of this template.</summary>
    public IEnumerable<ReadingProblem> Problems => Document.Tables.Skip(1)
        .Where(table => table.Lines.Count(line => line.Figures.Count > 0
            && Lines.Any(matched => CaptionText.Fold(matched.Published.Caption) == CaptionText.Fold(line.Caption))) > Lines.Count / 2)
        .Select(table => new ReadingProblem(Document.Source, table.Lines[0].Place, "a second statement of the same lines", "one statement",
            "Put each statement into a file of its own."));

    /// <summary>The line of a name in the template; null where the document does not print it.</summary>
    public MatchedLine? Find(string id) => Lines.FirstOrDefault(line => line.Template.Id == id);
}
