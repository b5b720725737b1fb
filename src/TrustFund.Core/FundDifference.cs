namespace TrustFund;

/// <summary>By how much debits and credits differ in one fund.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Difference">Debits less credits: positive where debits exceed credits.</param>
public sealed record FundDifference(Fund Fund, Money Difference)
{
    /// <summary>In words: <c>in fund UNLIREC debits exceed credits by 0.01 USD</c>.</summary>
    public override string ToString() => Difference.MinorUnits > 0
        ? $"in fund {Fund.Code} debits exceed credits by {Difference}"
        : $"in fund {Fund.Code} credits exceed debits by {-Difference}";
}
