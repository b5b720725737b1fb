using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation;

/// <summary>What was found of a published figure.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Line">The name of its line in the template; null where it has none.</param>
/// <param name="PerBooks">The exact amount per books in the table's unit; null without books, or where the books do not reach it.</param>
/// <param name="Recomputed">The same as it should be printed; null where <paramref name="PerBooks"/> is.</param>
/// <param name="Verdict">The judgement of the figure.</param>
/// <param name="Marks">What was done with it.</param>
public sealed record FigureFinding(
    PublishedFigure Figure, string? Line, decimal? PerBooks, decimal? Recomputed, Verdict Verdict, WorkMark Marks)
{
    /// <summary>For a cell that cannot be read, the amount that its relations imply, in the table's unit; null elsewhere.</summary>
    public decimal? Implied { get; init; }

    /// <summary>Published less recomputed: positive where the statement is overstated; null where there is nothing to compare.</summary>
    public decimal? Difference => Figure.Amount - Recomputed;
}
