using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>A slip that a statement may have in it: what its figures said before.</summary>
/// <param name="Changes">The figures, each with its amount.</param>
/// <param name="Cost">How free the choice of the amounts was, in digits.</param>
internal sealed record SlipToUndo(IReadOnlyList<(PublishedFigure Figure, decimal Amount)> Changes, decimal Cost)
{
    /// <summary>Whether one of the amounts is what some relation leaves for it.</summary>
    internal bool IsFree => Changes.Count != 2 || Changes[0].Amount != Changes[1].Figure.Amount || Changes[1].Amount != Changes[0].Figure.Amount;
}
