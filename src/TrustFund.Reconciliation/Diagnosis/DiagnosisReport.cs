using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Diagnosis;

/// <summary>What came of diagnosing a statement.</summary>
/// <param name="Differences">Each relation that does not hold, each conflict, each figure that is not what the books say.</param>
/// <param name="Certain">Figures that are wrong by every smallest set of repairs.</param>
/// <param name="Suspects">Figures that are wrong by some smallest set of repairs, but not by all.</param>
public sealed record DiagnosisReport(
    IReadOnlyList<DiagnosedDifference> Differences, IReadOnlySet<PublishedFigure> Certain, IReadOnlySet<PublishedFigure> Suspects)
{
    /// <summary>Nothing to diagnose.</summary>
    public static DiagnosisReport None { get; } = new([], new HashSet<PublishedFigure>(), new HashSet<PublishedFigure>());
}
