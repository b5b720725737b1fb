using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>A statement in which some figures say other amounts than are printed, to see what would hold in it.</summary>
internal sealed class MendedStatement
{
    private readonly Dictionary<PublishedFigure, PublishedFigure> _printed = [];

    /// <summary>Puts amounts in place of those that are printed.</summary>
    internal MendedStatement(PublishedStatement statement, IReadOnlyList<(PublishedFigure Figure, decimal Amount)> changes)
    {
        var mended = changes.ToDictionary(change => change.Figure, Mended);
        PublishedFigure In(PublishedFigure figure) => mended.GetValueOrDefault(figure, figure);
        Statement = new PublishedStatement(statement.Source, statement.Sha256, statement.Title,
            [.. statement.Tables.Select(table => table with
            {
                Lines = [.. table.Lines.Select(line => line.Figures.Any(mended.ContainsKey) ? line with { Figures = [.. line.Figures.Select(In)] } : line)],
            })],
            statement.Notes, statement.Problems, statement.Lines);
    }

    internal PublishedStatement Statement { get; }

    /// <summary>What was believed of it, said of the figures that are printed.</summary>
    internal Belief OfPrinted(Belief belief) => belief with { Sums = [.. belief.Sums.Select(OfPrinted)] };

    /// <summary>The figure as it is printed.</summary>
    internal PublishedFigure OfPrinted(PublishedFigure figure) => _printed.GetValueOrDefault(figure, figure);

    /// <summary>Whether a figure of the mended statement says another amount than is printed.</summary>
    internal bool IsMended(PublishedFigure figure) => _printed.ContainsKey(figure);

    private BelievedSum OfPrinted(BelievedSum sum) => new(OfPrinted(sum.Target), [.. sum.Terms.Select(term => (OfPrinted(term.Figure), term.Coefficient))]);

    private PublishedFigure Mended((PublishedFigure Figure, decimal Amount) change)
    {
        var (figure, amount) = change;
        var half = figure.Width / 2;
        var mended = new PublishedFigure(figure.Id, figure.Caption, figure.Column, figure.Place, figure.Printed, amount == 0 ? FigureState.Nil : FigureState.Amount,
            amount, new RoundingInterval(amount - half, amount + half));
        _printed.Add(mended, figure);
        return mended;
    }
}
