using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation;

/// <summary>A document as one year of a chain: its opening and closing balances, and what restates the opening.</summary>
/// <param name="Document">The document.</param>
/// <param name="Openings">The figures of its opening line, one for each column that prints one.</param>
/// <param name="Closings">The figures of its closing line.</param>
/// <param name="Restatements">The figures of lines that restate the opening balance; empty for none.</param>
public sealed record YearStatement(
    PublishedStatement Document, IReadOnlyList<PublishedFigure> Openings, IReadOnlyList<PublishedFigure> Closings,
    IReadOnlyList<PublishedFigure> Restatements)
{
    /// <summary>The period that the captions tell by a template; null where none does.</summary>
    public ReportingPeriod? Period { get; init; }

    /// <summary>A document whose template says which line is opening and which closing.</summary>
    /// <param name="match">The document and its template.</param>
    public static YearStatement Of(TemplateMatch match) => new(
        match.Document, Figures(match, line => line.Measure == Measure.Opening), Figures(match, IsClosing), Figures(match, line => line.IsRestatement))
    {
        Period = match.Period,
    };

    /// <summary>A document whose relations file says so.</summary>
    /// <param name="document">The document.</param>
    /// <param name="relations">What the file declares.</param>
    public static YearStatement Of(PublishedStatement document, DeclaredRelations relations)
    {
        var lines = new DocumentLines(document);
        IReadOnlyList<PublishedFigure> Figures(FigureReference? reference) =>
            reference?.Name is { } name && lines.Find(name, null) is [var (_, line)] ? line.Figures : [];
        return new YearStatement(document, Figures(relations.Opening), Figures(relations.Closing), [.. relations.Restatements.SelectMany(Figures)]);
    }

    // The closing line shows a balance, or is what the opening line and the movements come to.
    private static bool IsClosing(TemplateLine line) => line.Measure == Measure.Closing || line.Relation == RelationKind.RollForward;

    private static IReadOnlyList<PublishedFigure> Figures(TemplateMatch match, Func<TemplateLine, bool> isWanted) =>
        match.Lines.FirstOrDefault(line => isWanted(line.Template))?.Figures.OfType<PublishedFigure>().ToList() ?? [];
}
