namespace TrustFund;

/// <summary>
/// The other party of a posting that is no donor: a vendor, an implementing partner, another fund. The books hold its code only; it is a dimension of a posting.
/// </summary>
/// <param name="Code">Its code.</param>
public sealed record Counterparty(Code<Counterparty> Code);
