namespace TrustFund;

/// <summary>
/// The agreement under which a contribution is made. The books hold its code only; it is a dimension of a posting.
/// </summary>
/// <param name="Code">Its code.</param>
public sealed record ContributionAgreement(Code<ContributionAgreement> Code);
