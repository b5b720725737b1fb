using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation;

/// <summary>A figure of a document that running text may speak of.</summary>
/// <param name="Caption">The caption of its line, folded.</param>
/// <param name="Heading">The heading of its column, folded, what stands in parentheses left out; empty for none.</param>
/// <param name="Unit">What one printed unit is worth.</param>
/// <param name="IsFirst">Whether it is the first of its line, of which text speaks unless it names another column.</param>
/// <param name="Figure">The figure.</param>
internal sealed record NarratedFigure(string Caption, string Heading, decimal Unit, bool IsFirst, PublishedFigure Figure)
{
    internal static List<NarratedFigure> Of(PublishedStatement document, TemplateMatch? match)
    {
        var tables = document.Tables.SelectMany(table => table.Lines.SelectMany(line => line.Figures.Select(figure => (figure, table)))).ToDictionary(pair => pair.figure, pair => pair.table);
        var lines = match is not null
            ? match.Lines.Select(line => (line.Published.Caption, Figures: (IReadOnlyList<PublishedFigure?>)line.Figures))
            : document.Tables.SelectMany(table => table.Lines).Select(line => (line.Caption, Figures: (IReadOnlyList<PublishedFigure?>)line.Figures));
        return
        [
            .. from line in lines
               let caption = CaptionText.Fold(line.Caption)
               where caption.Length > 0
               from figure in line.Figures.Index()
               where figure.Item?.Interval is not null
               let table = tables[figure.Item]
               select new NarratedFigure(caption, HeadingOf(table, figure.Item), table.Unit, figure.Index == 0, figure.Item),
        ];
    }

    /// <summary>
    /// What an amount of the text has to be multiplied by to be in the unit of the table: the text of a table in thousands
    /// states thousands or, in full, dollars.
    /// </summary>
    internal decimal InUnits(decimal stated) => Unit > 1 && Math.Abs(stated) * 10 > Math.Abs(Figure.Amount!.Value) * Unit ? 1 / Unit : 1;

    internal bool Is(decimal stated) => Figure.Amount == stated || Figure.Amount * Unit == stated;

    private static string HeadingOf(PublishedTable table, PublishedFigure figure) =>
        CaptionText.Fold(table.Columns.ElementAtOrDefault(figure.Column) ?? "").Split('(')[0].Trim();
}
