namespace TrustFund;

/// <summary>The balance of an account in a fund, for a donor where the postings name one.</summary>
/// <param name="Account">The account.</param>
/// <param name="Fund">The fund.</param>
/// <param name="Donor">The donor; null for the postings that name none.</param>
/// <param name="Balance">The signed balance in the fund's currency, debit positive.</param>
public sealed record TrialBalanceRow(Account Account, Fund Fund, Donor? Donor, Money Balance);
