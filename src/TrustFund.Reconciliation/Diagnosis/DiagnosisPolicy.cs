namespace TrustFund.Reconciliation.Diagnosis;

/// <summary>
/// How likely each kind of slip is thought to be: judgement, and so data. Weights are compared with each
/// other only. A kind that could have led to many amounts counts less for each of them.
/// </summary>
public sealed record DiagnosisPolicy
{
    /// <summary>The weights that ship.</summary>
    public static DiagnosisPolicy Default { get; } = new();

    /// <summary>The chance that one more figure is wrong: what a hypothesis pays for each relation that it leaves out or breaks.</summary>
    public decimal AnotherSlip { get; init; } = 0.001m;

    /// <summary>How many hypotheses are told for a difference, 1 or more.</summary>
    public int Told { get; init; } = 5;

    /// <summary>The share of slips that are of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public decimal WeightOf(SlipKind kind) => kind switch
    {
        SlipKind.Transposition or SlipKind.Digit => 0.20m,
        SlipKind.Sign or SlipKind.DecimalSlip or SlipKind.Copied => 0.10m,
        SlipKind.Scale or SlipKind.DroppedDigit or SlipKind.AddedDigit or SlipKind.Swap or SlipKind.Shifted => 0.08m,
        SlipKind.Omission or SlipKind.Duplicate or SlipKind.StaleTotal => 0.06m,
        SlipKind.Note or SlipKind.Netting => 0.03m,
        _ => 0.02m,
    };
}
