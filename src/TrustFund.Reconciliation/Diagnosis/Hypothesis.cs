using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Diagnosis;

/// <summary>A possible cause of a difference, to be confirmed: which figures should say what, and what went wrong with them.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Repairs">The figures and their indicated amounts; one, or those of a swap or shift.</param>
/// <param name="Repaired">The relations that would then hold, in the order of the document.</param>
/// <param name="Weight">How likely it is, against the other hypotheses for the same difference only: more is likelier.</param>
/// <param name="IsConfirmed">Whether the books say the same amounts.</param>
/// <param name="Text">The same in words.</param>
public sealed record Hypothesis(
    SlipKind Kind, IReadOnlyList<Repair> Repairs, IReadOnlyList<StatementRelation> Repaired, decimal Weight, bool IsConfirmed, string Text)
{
    /// <summary>Its place among the hypotheses for a difference, from 1; equally likely ones share a place.</summary>
    public int Rank { get; init; }
}
