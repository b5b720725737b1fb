namespace TrustFund.Reconciliation.Proof;

/// <summary>What is policy in a proof, not mathematics. Immutable; equal by its values.</summary>
/// <example><code>var strict = ProofPolicy.Default with { ImprobableBelow = 0.01m };</code></example>
public sealed record ProofPolicy
{
    private readonly decimal _minorUnit = 0.01m;

    /// <summary>Unusual below 5 in 100; improbable below 1 in 1,000 and where fewer than 0.005 such differences are to be expected; minor units of a hundredth.</summary>
    public static ProofPolicy Default { get; } = new();

    /// <summary>A rounding difference less likely than this is unusual: a chance between 0 and 1.</summary>
    public decimal UnusualBelow { get; init; } = 0.05m;

    /// <summary>A rounding difference less likely than this is improbable: a chance between 0 and 1.</summary>
    public decimal ImprobableBelow { get; init; } = 0.001m;

    /// <summary>
    /// The least amount the books can hold, in the table's unit: 0.01 for cents of whole dollars, 0.00001
    /// for cents of thousands.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive.</exception>
    public decimal MinorUnit
    {
        get => _minorUnit;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            _minorUnit = value;
        }
    }

    /// <summary>
    /// In a statement of many relations one rounding difference or another is large by chance. A difference is improbable only
    /// if fewer than this many as unlikely are to be expected among its other relations: a number above 0.
    /// </summary>
    public decimal ExpectedBelow { get; init; } = 0.005m;

    /// <summary>How a difference of some likelihood is to be taken.</summary>
    /// <param name="likelihood">The chance of a difference at least as large if only rounding is at work.</param>
    /// <param name="among">How many relations with rounded figures the statement has, 1 or more.</param>
    public Plausibility Of(decimal likelihood, int among = 1) =>
        likelihood < ImprobableBelow && likelihood * (among - 1) < ExpectedBelow ? Plausibility.Improbable
        : likelihood < UnusualBelow ? Plausibility.Unusual
        : Plausibility.Ordinary;
}
