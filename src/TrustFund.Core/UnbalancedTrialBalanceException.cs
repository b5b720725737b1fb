namespace TrustFund;

/// <summary>Balances that do not make a trial balance: in a fund, debits do not equal credits.</summary>
public sealed class UnbalancedTrialBalanceException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="differences">The funds that do not balance, each with its difference.</param>
    public UnbalancedTrialBalanceException(IReadOnlyList<FundDifference> differences)
        : base($"The trial balance does not balance: {string.Join("; ", differences)}.") => Differences = [.. differences];

    /// <summary>The funds that do not balance.</summary>
    public IReadOnlyList<FundDifference> Differences { get; }
}
