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
    private const int MostPlaces = 3;

    /// <summary>What keeps the document from being one statement of this template.</summary>
    public IEnumerable<ReadingProblem> Problems => Others.Select(table => table.Lines[0].Place).ToList() switch
    {
        [] => [],
        [var place] => [Problem(place, "a second statement of the same lines")],
        var places => [Problem(places[0], $"{AmountText.Count(places.Count)} more statements of the same lines (lines {string.Join(", ", places.Take(MostPlaces).Select(place => FormattableString.Invariant($"{place.Line}")))}{(places.Count > MostPlaces ? " ..." : "")})")],
    };

    /// <summary>The tables that are further statements of the same lines: nothing of them belongs to the one that was matched.</summary>
    private IEnumerable<PublishedTable> Others => Document.Tables.Where(table => table.Lines.Count(IsCopy) > Lines.Count / 2);

    /// <summary>The lines that the template does not declare, but for those of further statements.</summary>
    internal IReadOnlyList<PublishedLine> ExtraOfOne
    {
        get
        {
            var others = Others.SelectMany(table => table.Lines).ToHashSet();
            return [.. Extra.Where(line => !others.Contains(line))];
        }
    }

    /// <summary>The line of a name in the template; null where the document does not print it.</summary>
    public MatchedLine? Find(string id) => Lines.FirstOrDefault(line => line.Template.Id == id);

    /// <summary>Whether a line that was not matched has the caption of one that was.</summary>
    internal bool IsCopy(PublishedLine line) => Extra.Contains(line)
        && Lines.Any(matched => CaptionText.Fold(matched.Published.Caption) == CaptionText.Fold(line.Caption));

    private ReadingProblem Problem(TextPlace place, string found) =>
        new(Document.Source, place, found, "one statement", "Put each statement into a file of its own.");
}
