namespace TrustFund;

/// <summary>A figure changed by something else than the entries recorded between: the books were changed from outside.</summary>
public sealed class UnexplainedChangeException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="figure">What names the figure.</param>
    /// <param name="before">Its amount in the earlier books.</param>
    /// <param name="after">Its amount in the later books.</param>
    public UnexplainedChangeException(string figure, Money before, Money after)
        : base($"{figure} went from {before} to {after}, which the entries recorded between do not explain.") =>
        (Before, After) = (before, after);

    /// <summary>The amount in the earlier books.</summary>
    public Money Before { get; }

    /// <summary>The amount in the later books.</summary>
    public Money After { get; }
}
