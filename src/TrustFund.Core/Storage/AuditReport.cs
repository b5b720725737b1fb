namespace TrustFund.Storage;

/// <summary>The outcome of an audit.</summary>
/// <param name="Entries">How many entries the journal holds.</param>
/// <param name="Head">The end of the journal as it should be, recomputed from what is stored.</param>
/// <param name="Findings">What does not fit, the first entry concerned first; empty where all does.</param>
public sealed record AuditReport(long Entries, JournalHead Head, IReadOnlyList<AuditFinding> Findings)
{
    /// <summary>Whether everything fits.</summary>
    public bool IsIntact => Findings.Count == 0;
}
