namespace TrustFund;

/// <summary>What was posted to an account of a fund in a span of days.</summary>
/// <param name="Account">The account.</param>
/// <param name="Fund">The fund.</param>
/// <param name="Donor">The donor; null where there is none, or where donors are added together.</param>
/// <param name="Debits">The sum of the debits, nil or positive.</param>
/// <param name="Credits">The sum of the credits without their sign, nil or positive.</param>
public sealed record AccountMovement(Account Account, Fund Fund, Donor? Donor, Money Debits, Money Credits);
