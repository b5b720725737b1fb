namespace TrustFund.Practice;

/// <summary>Something a check of the closing checklist found.</summary>
/// <param name="Text">What was found, in a sentence.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Account">The account it concerns; null where it concerns none.</param>
/// <param name="Donor">The donor it concerns; null where it concerns none.</param>
/// <param name="Amount">The amount it concerns, debit positive; null where it concerns none.</param>
public sealed record ChecklistFinding(string Text, string Remedy, Account? Account = null, Donor? Donor = null, Money? Amount = null);
