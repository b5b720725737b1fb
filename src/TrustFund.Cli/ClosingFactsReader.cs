using TrustFund.Practice;
using TrustFund.Storage;

namespace TrustFund.Cli;

/// <summary>Reads from the books what the closing checklist is answered from.</summary>
internal static class ClosingFactsReader
{
    internal static async Task<ClosingFacts> ReadAsync(OpenedBooks opened, FundPeriod period, PeriodStates states, CancellationToken cancellation)
    {
        var (fund, days) = (period.Fund, period.Days);
        var policy = ClosingPolicy.Of(opened.MasterData.Settings, fund.Code, days.End);
        var balances = await opened.Books.ReadTrialBalanceAsync(new LedgerCutoff(days.End, Closing: ClosingView.AfterClosing), cancellation).ConfigureAwait(false);
        var entries = opened.Books.ReadEntriesAsync(new EntrySelection { Fund = fund.Code, Through = days.End }, cancellation);
        var history = FundHistory.Of(fund, days, policy, entries.ToBlockingEnumerable(cancellation).Select(posted => posted.Entry));
        var audit = await opened.Books.AuditAsync([], cancellation).ConfigureAwait(false);
        return new ClosingFacts(fund, days, opened.MasterData.Chart, policy, balances, history)
        {
            IntegrityFaults = [.. audit.Findings.Select(finding => $"{finding.Check}{(finding.Entry is null ? "" : $", entry {finding.Entry}")}: {finding.Text}")],
            OpenMonthsBefore = period.IsYear ? [] : OpenMonthsBefore(opened.YearOf(fund), period, states, history),
            Year = !period.IsYear ? null : new YearFacts(
                OpenBefore(opened.YearOf(fund), period, states, history),
                ClosingAccount.Of(opened.MasterData.Settings, opened.MasterData.Chart, fund, balances)),
        };
    }

    private static IReadOnlyList<ReportingPeriod> OpenMonthsBefore(AccountingYear years, FundPeriod period, PeriodStates states, FundHistory history) =>
        [.. years.MonthsOf(years.YearOf(period.Days.End)).Where(month => month.End < period.Days.Start && history.Days.Any(month.Contains)
            && states.StateOf(period.Fund.Code, month) != PeriodState.Closed)];

    private static IReadOnlyList<ReportingPeriod> OpenBefore(AccountingYear years, FundPeriod period, PeriodStates states, FundHistory history) =>
        [.. history.Days.Where(day => day < period.Days.Start).Select(day => years.Of(years.YearOf(day))).Distinct()
            .Where(year => states.StateOf(period.Fund.Code, year) != PeriodState.Closed)];
}
