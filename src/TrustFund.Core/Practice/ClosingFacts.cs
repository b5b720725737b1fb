namespace TrustFund.Practice;

/// <summary>What the closing checklist is answered from.</summary>
/// <param name="Fund">The fund whose period is to be closed.</param>
/// <param name="Period">The period.</param>
/// <param name="Chart">The chart of accounts.</param>
/// <param name="Policy">The fund's policy at the period's end.</param>
/// <param name="Balances">The balances of all funds at the period's end, after closing entries.</param>
/// <param name="History">The fund's journal through the period's end.</param>
public sealed record ClosingFacts(
    Fund Fund, ReportingPeriod Period, ChartOfAccounts Chart, ClosingPolicy Policy, TrialBalance Balances, FundHistory History)
{
    /// <summary>What a year's close needs besides; null for the close of a month.</summary>
    public YearFacts? Year { get; init; }

    /// <summary>For the close of a month: the months of its year before it that hold entries of the fund and are not closed, in order.</summary>
    public IReadOnlyList<ReportingPeriod> OpenMonthsBefore { get; init; } = [];

    /// <summary>What an audit of the books found wrong, a sentence each.</summary>
    public IReadOnlyList<string> IntegrityFaults { get; init; } = [];
}
