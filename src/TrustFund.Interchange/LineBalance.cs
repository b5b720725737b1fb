namespace TrustFund.Interchange;

/// <summary>What the accounts of an extract add up to in a line of a statement.</summary>
/// <param name="Line">The line's name in the template; <see cref="AccountMapping.NotPresented"/> for none.</param>
/// <param name="Donor">The donor; null for rows that name none, and for a line over all donors.</param>
/// <param name="Balance">The signed balance in units of the currency, debit positive. Exact.</param>
public sealed record LineBalance(string Line, string? Donor, decimal Balance);
