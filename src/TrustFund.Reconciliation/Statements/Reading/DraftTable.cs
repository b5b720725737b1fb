namespace TrustFund.Reconciliation.Statements;

/// <summary>A table as read, before its figures have their names.</summary>
internal sealed record DraftTable(
    string Title, string? Currency, decimal Unit, IReadOnlyList<string> Columns, IReadOnlyList<DraftLine> Lines)
{
    private const int FewestColumns = 2;

    /// <summary>What stands above the first figures: headings and the caption of the first part.</summary>
    private int Above => Lines.TakeWhile(line => line.Figures.Count == 0).Count();

    // One column below others has no cell that shows a heading; the words above it are.
    private IReadOnlyList<string> Headings => Columns is [""] && Above > 0 ? [Lines[0].Caption] : Columns;

    /// <summary>
    /// Whether it is the next columns of a table that was too wide for its page: the same lines under other headings. A
    /// single column below another is a statement of its own.
    /// </summary>
    internal bool Continues(DraftTable before) =>
        before.Columns.Count >= FewestColumns
        && (before.Currency, before.Unit, before.Above) == (Currency, Unit, Above)
        && Headings.Concat(before.Columns).All(heading => heading.Length > 0)
        && !Headings.Intersect(before.Columns, StringComparer.Ordinal).Any()
        && Lines.Skip(Above).Select(line => (CaptionText.Fold(line.Caption), line.Figures.Count > 0))
            .SequenceEqual(before.Lines.Skip(Above).Select(line => (CaptionText.Fold(line.Caption), line.Figures.Count > 0)));

    internal DraftTable ContinuedBy(DraftTable next) => this with
    {
        Columns = [.. Columns, .. next.Headings],
        Lines = [.. Lines.Take(Above), .. Lines.Zip(next.Lines).Skip(Above).Select(pair => pair.First with
        {
            Markers = [.. pair.First.Markers, .. pair.Second.Markers.Except(pair.First.Markers)],
            Figures = [.. pair.First.Figures, .. pair.Second.Figures.Select(figure => figure with { Column = Columns.Count + figure.Column })],
            IsAdrift = pair.First.IsAdrift || pair.Second.IsAdrift,
        })],
    };
}
