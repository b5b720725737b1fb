namespace TrustFund.Reconciliation.Statements;

/// <summary>A table that was too wide for its page: the same lines again, under the headings of the next columns.</summary>
internal static class WideTable
{
    private const int FewestColumns = 2;

    /// <summary>
    /// Whether a table holds the next columns of the one before. A single column below another is a statement of its own.
    /// </summary>
    internal static bool Continues(PublishedTable before, PublishedTable next)
    {
        var above = Above(next);
        return before.Columns.Count >= FewestColumns
            && (before.Currency, before.Unit, Above(before)) == (next.Currency, next.Unit, above)
            && Headings(next).Concat(before.Columns).All(heading => heading.Length > 0)
            && !Headings(next).Intersect(before.Columns, StringComparer.Ordinal).Any()
            && Shape(next, above).SequenceEqual(Shape(before, above));
    }

    /// <summary>Both as one table; figures have no numbers yet.</summary>
    internal static PublishedTable Joined(PublishedTable before, PublishedTable next)
    {
        var above = Above(next);
        return before with
        {
            Columns = [.. before.Columns, .. Headings(next)],
            Lines = [.. before.Lines.Take(above), .. before.Lines.Zip(next.Lines).Skip(above).Select(pair => pair.First with
            {
                Markers = [.. pair.First.Markers, .. pair.Second.Markers.Except(pair.First.Markers)],
                Figures = [.. pair.First.Figures, .. pair.Second.Figures.Select(figure => figure.Moved(before.Columns.Count))],
                IsAdrift = pair.First.IsAdrift || pair.Second.IsAdrift,
            })],
        };
    }

    // What stands above the first figures: headings and the caption of the first part.
    private static int Above(PublishedTable table) => table.Lines.TakeWhile(line => line.Figures.Count == 0).Count();

    // One column below others has no cell that shows a heading; the words above it are.
    private static IReadOnlyList<string> Headings(PublishedTable table) => table.Columns is [""] && Above(table) > 0 ? [table.Lines[0].Caption] : table.Columns;

    private static IEnumerable<(string Caption, bool HasFigures)> Shape(PublishedTable table, int above) =>
        table.Lines.Skip(above).Select(line => (CaptionText.Fold(line.Caption), line.Figures.Count > 0));
}
