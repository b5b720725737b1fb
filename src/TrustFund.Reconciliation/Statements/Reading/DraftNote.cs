namespace TrustFund.Reconciliation.Statements;

/// <summary>A note as read, before its amounts have their names.</summary>
internal sealed record DraftNote(string Marker, TextPlace Place, FlowText Text)
{
    internal IReadOnlyList<DraftFigure> Amounts { get; init; } = [];
}
