namespace TrustFund.Reconciliation.Statements;

/// <summary>A line of a table as read, before its figures have their names.</summary>
internal sealed record DraftLine(
    string Caption, TextPlace Place, int Indent, IReadOnlyList<string> Markers, IReadOnlyList<DraftFigure> Figures)
{
    internal bool IsAdrift { get; init; }
}
