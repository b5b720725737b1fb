namespace TrustFund;

/// <summary>Which figure of a trial balance is meant.</summary>
/// <param name="Account">The account.</param>
/// <param name="Fund">The fund.</param>
/// <param name="Donor">The donor; null for the postings that name none, or where donors are added together.</param>
public sealed record BalanceFigure(Account Account, Fund Fund, Donor? Donor)
{
    /// <summary>Codes: <c>41010 of UNLIREC, CAN</c>.</summary>
    public override string ToString() => $"{Account.Code} of {Fund.Code}{(Donor is null ? "" : $", {Donor.Code}")}";
}
