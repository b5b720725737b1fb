using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>One figure and what comes to it.</summary>
/// <param name="Target">The figure.</param>
/// <param name="Terms">The figures that are printed, each with its coefficient.</param>
internal sealed record BelievedSum(PublishedFigure Target, IReadOnlyList<(PublishedFigure Figure, decimal Coefficient)> Terms)
{
    /// <summary>The sum of cells, as far as they are printed; null where the target or all terms are not.</summary>
    internal static BelievedSum? Of(PublishedFigure? target, IEnumerable<(PublishedFigure? Figure, int Sign)> terms)
    {
        var printed = terms.Where(term => IsPrinted(term.Figure)).Select(term => (term.Figure!, (decimal)term.Sign)).ToList();
        return IsPrinted(target) && printed.Count > 0 ? new BelievedSum(target!, printed) : null;
    }

    private static bool IsPrinted(PublishedFigure? figure) => figure is { State: not (FigureState.Blank or FigureState.Unavailable) };
}
