using System.CommandLine;
using NodaTime;
using TrustFund.Cli.Rendering;
using TrustFund.Storage;

namespace TrustFund.Cli.Commands;

/// <summary><c>periods BOOKS</c>: each fund's years and months, their state, and who closed or reopened them.</summary>
internal static class PeriodsCommand
{
    internal static Command Create(Terminal terminal)
    {
        var books = CommonOptions.Books();
        var fund = new Option<string>("--fund") { Description = "This fund alone.", HelpName = "CODE" };
        var format = CommonOptions.Format();
        var command = new Command("periods", "Show which years and months are closed, by whom and when. Example: trustfund periods books.db")
        {
            books, fund, format,
        };
        command.Run(terminal, async (result, cancellation) =>
        {
            await using var opened = await OpenedBooks.OpenAsync(result.GetRequiredValue(books), terminal, cancellation).ConfigureAwait(false);
            IReadOnlyList<Fund> funds = result.GetValue(fund) is { } code ? [opened.Fund(code)] : opened.MasterData.Funds;
            var events = await opened.ReadEventsAsync(cancellation).ConfigureAwait(false);
            var states = PeriodStates.Of(events);
            var last = await opened.Balances.ReadLastDateAsync(cancellation).ConfigureAwait(false);
            var rows = new List<FundPeriods>();
            foreach (var one in funds)
            {
                // A fund that is closed has no years after its last.
                var end = states.FundClosed(one.Code) is null ? last : states.ClosedThrough(one.Code);
                var years = end is null ? [] : await YearsAsync(opened, one, end.Value, cancellation).ConfigureAwait(false);
                rows.Add(Of(opened, one, years, [.. events.Where(posted => posted.Event.Fund == one.Code)], states));
            }

            var report = new PeriodsReport(rows, opened.Identity.IsIllustrative);
            terminal.Report(result.GetValue(format), report.ToText, report.ToJson, report.ToCsv);
            return ExitCode.Done;
        });
        return command;
    }

    private static FundPeriods Of(OpenedBooks opened, Fund fund, IReadOnlyList<ReportingPeriod> years, IReadOnlyList<PostedEvent> events, PeriodStates states)
    {
        PeriodHistory History(ReportingPeriod days, ReportingPeriod year) => new(
            new FundPeriod(fund, days, year), states.StateOf(fund.Code, days), [.. events.Where(posted => posted.Event.Period == days)]);

        var touched = events.Where(posted => IsOfPeriod(posted.Event.Kind)).Select(posted => posted.Event.Period!.Value).Distinct().ToList();
        return new FundPeriods(
            fund,
            [.. years.Concat(touched.Select(days => FundPeriod.YearOf(opened, fund, days.End).Days)).Distinct().OrderBy(year => year.Start)
                .SelectMany(year => touched.Where(days => days != year && year.Contains(days.End)).OrderBy(days => days.End)
                    .Prepend(year).Select(days => History(days, year)))],
            events.LastOrDefault(posted => posted.Event.Kind == BooksEventKind.FundClosed));
    }

    private static bool IsOfPeriod(BooksEventKind kind) =>
        kind is BooksEventKind.PeriodClosed or BooksEventKind.PeriodReopened or BooksEventKind.PeriodClosing;

    // Back from the last entry of the books, as long as the fund has entries; a year of opening entries alone is none.
    private static async Task<IReadOnlyList<ReportingPeriod>> YearsAsync(OpenedBooks opened, Fund fund, LocalDate last, CancellationToken cancellation)
    {
        var calendar = opened.YearOf(fund);
        var years = new List<ReportingPeriod>();
        for (var year = calendar.YearOf(last); ; year--)
        {
            var days = calendar.Of(year);
            var balance = await opened.Books.ReadTrialBalanceByFundAsync(new LedgerCutoff(days.End, Closing: ClosingView.AfterClosing), cancellation).ConfigureAwait(false);
            if (!balance.Rows.Any(row => row.Fund.Code == fund.Code))
            {
                break;
            }

            years.Add(days);
        }

        return years.Count > 0 && await IsOpeningAloneAsync(opened, fund, years[^1], cancellation).ConfigureAwait(false) ? years[..^1] : years;
    }

    private static async Task<bool> IsOpeningAloneAsync(OpenedBooks opened, Fund fund, ReportingPeriod year, CancellationToken cancellation) =>
        !await opened.Books.ReadEntriesAsync(new EntrySelection { Fund = fund.Code, From = year.Start, Through = year.End }, cancellation)
            .AnyAsync(posted => posted.Entry.Kind != EntryKind.Opening, cancellation).ConfigureAwait(false);
}
