namespace TrustFund.Interchange;

/// <summary>A row of a trial balance extract.</summary>
/// <param name="Account">The account's code.</param>
/// <param name="Name">The account's name; null where the extract has none.</param>
/// <param name="Fund">The fund's code; null where the extract has none in any row.</param>
/// <param name="Donor">The donor's name or, where the extract has no names, code; null where it has neither.</param>
/// <param name="Balance">The signed balance in units of the currency, debit positive.</param>
/// <param name="Place">Where the row stands.</param>
/// <param name="Currency">The currency; null where the row does not state it.</param>
public sealed record ExtractRow(
    string Account, string? Name, string? Fund, string? Donor, decimal Balance, TextPlace Place, Currency? Currency = null);
