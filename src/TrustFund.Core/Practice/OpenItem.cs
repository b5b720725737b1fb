using NodaTime;

namespace TrustFund.Practice;

/// <summary>What is still open of a receivable or an advance.</summary>
/// <param name="Account">Its account.</param>
/// <param name="Donor">Its donor; null where it has none.</param>
/// <param name="Agreement">Its contribution agreement; null where it has none.</param>
/// <param name="Counterparty">Its other party that is no donor; null where it has none.</param>
/// <param name="Entry">The entry that it arose in.</param>
/// <param name="Since">When it fell due or, where that is not stated, the date of its document or else of its entry.</param>
/// <param name="Amount">What is open of it, positive.</param>
public sealed record OpenItem(
    Account Account, Donor? Donor, ContributionAgreement? Agreement, Counterparty? Counterparty,
    Code<JournalEntry> Entry, LocalDate Since, Money Amount);
