namespace TrustFund;

/// <summary>Two currencies met where only one may stand: in a sum, a comparison, or a posting and its fund.</summary>
public sealed class CurrencyMismatchException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="expected">The currency asked for.</param>
    /// <param name="found">The currency met.</param>
    public CurrencyMismatchException(Currency expected, Currency found)
        : base($"An amount in {found} stands where {expected} is kept.") => (Expected, Found) = (expected, found);

    /// <summary>The currency asked for.</summary>
    public Currency Expected { get; }

    /// <summary>The currency met.</summary>
    public Currency Found { get; }
}
