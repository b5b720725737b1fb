namespace TrustFund.Reconciliation.Proof;

/// <summary>What is policy in a proof. Chances are between 0 and 1.</summary>
/// <param name="UnusualBelow">A rounding difference less likely than this is unusual.</param>
/// <param name="ImprobableBelow">A rounding difference less likely than this is improbable.</param>
/// <param name="MinorUnit">The least amount the books can hold, in printed units: 0.01 for cents of whole dollars.</param>
public sealed record ProofPolicy(decimal UnusualBelow = 0.05m, decimal ImprobableBelow = 0.001m, decimal MinorUnit = 0.01m)
{
    /// <summary>The policy where none is named: unusual below 5 in 100, improbable below 1 in 1000.</summary>
    public static ProofPolicy Default { get; } = new();

    /// <summary>How a difference of some likelihood is to be taken.</summary>
    /// <param name="likelihood">The chance of a difference at least as large if only rounding is at work.</param>
    public Plausibility Of(decimal likelihood) =>
        likelihood < ImprobableBelow ? Plausibility.Improbable
        : likelihood < UnusualBelow ? Plausibility.Unusual
        : Plausibility.Ordinary;
}
