namespace TrustFund.Reconciliation.Diagnosis;

/// <summary>A cause that may explain a difference, before it is weighed.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Repairs">The figures and what they should say.</param>
/// <param name="Weight">How likely such a slip is.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record Candidate(SlipKind Kind, IReadOnlyList<Repair> Repairs, decimal Weight, string Reason);
