namespace TrustFund.Reconciliation.Statements;

/// <summary>A figure as read, before it has its name: figures are named in the order they are printed.</summary>
internal sealed record DraftFigure(
    string Caption, int Column, TextPlace Place, PrintedAmount Printed, RoundingInterval? Interval)
{
    internal decimal Scale { get; init; } = 1;

    internal PublishedFigure Named(string id) => new(
        id, Caption, Column, Place, Printed.Printed, Printed.State, Printed.Amount * Scale, Interval);
}
