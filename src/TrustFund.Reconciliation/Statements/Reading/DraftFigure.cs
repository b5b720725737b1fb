namespace TrustFund.Reconciliation.Statements;

/// <summary>A figure as read, before it has its name: figures are numbered in the order they are printed.</summary>
internal sealed class DraftFigure(
    string caption, int column, TextPlace place, string printed, FigureState state, decimal? amount, RoundingInterval? interval)
{
    internal TextPlace Place => place;

    /// <summary>Its number in the document, from 1, once all figures are known.</summary>
    internal int Number { get; set; }

    /// <summary>The figure under its number.</summary>
    internal PublishedFigure Numbered() => new(Number, caption, column, place, printed, state, amount, interval);

    internal PublishedFigure Named(string id) => new(id, caption, column, place, printed, state, amount, interval);
}
