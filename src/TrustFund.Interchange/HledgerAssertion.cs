namespace TrustFund.Interchange;

/// <summary>A balance assertion.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Balance">The balance asserted.</param>
/// <param name="IsTotal">Whether the account holds no other commodity (<c>==</c>).</param>
/// <param name="IsInclusive">Whether accounts below it count (<c>=*</c>).</param>
internal sealed record HledgerAssertion(TextPlace Place, Money Balance, bool IsTotal, bool IsInclusive);
