namespace TrustFund.Practice;

/// <summary>An account that normally stands on the other side than its type does: an allowance, accumulated depreciation.</summary>
/// <param name="Account">Its code.</param>
/// <param name="Against">The account it is set against; null for none in particular.</param>
public sealed record ContraAccount(Code<Account> Account, Code<Account>? Against);
