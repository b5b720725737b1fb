namespace TrustFund.Practice;

/// <summary>What the close of a year needs to know besides what the close of a month does.</summary>
/// <param name="OpenBefore">The years before it that hold entries of the fund and are not closed, in order.</param>
/// <param name="ClosingAccount">The account that takes the result.</param>
public sealed record YearFacts(IReadOnlyList<ReportingPeriod> OpenBefore, ClosingAccount ClosingAccount);
