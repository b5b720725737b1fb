using System.CommandLine;
using NodaTime;
using TrustFund.Cli.Rendering;
using TrustFund.Storage;

namespace TrustFund.Cli.Commands;

/// <summary><c>trial-balance --books BOOKS</c>: balances at a cutoff, with movements by option.</summary>
internal static class TrialBalanceCommand
{
    private static readonly string[] Dimensions = ["account", "fund", "donor"];

    internal static Command Create(Terminal terminal)
    {
        var books = CommonOptions.BooksOption();
        books.Required = true;
        var through = CommonOptions.Date("--through", "The last day taken in; the day of the last entry where it is left out.");
        var knownAt = CommonOptions.KnownAt();
        var fund = CommonOptions.Fund("The fund's code; all funds where it is left out.");
        var by = new Option<string>("--by") { Description = "The dimensions to show, joined by commas: account,fund,donor.", HelpName = "DIMENSIONS", DefaultValueFactory = _ => "account,fund" };
        var afterClosing = new Option<bool>("--after-closing") { Description = "Include the closing entries of the period that ends on the last day." };
        var beforeClosing = new Option<bool>("--before-closing") { Description = "Leave closing entries out, which is the rule where nothing is said." };
        var movements = new Option<bool>("--movements") { Description = "Show opening, debits, credits and closing of the period." };
        var width = CommonOptions.Width();
        var worksheet = new Option<bool>("--worksheet") { Description = "Show the balances before adjusting entries, these entries, and the balances after them; with --after-closing the closing entries too." };
        var (year, period) = (CommonOptions.Year(), CommonOptions.Period());
        var format = CommonOptions.Format();
        var command = new Command("trial-balance", "Print the trial balance. Example: trustfund trial-balance --books books.db --through 2016-12-31")
        {
            books, through, knownAt, fund, by, beforeClosing, afterClosing, movements, worksheet, width, year, period, format,
        };
        command.Run(terminal, async (result, cancellation) =>
        {
            var dimensions = (result.GetValue(by) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet();
            if (dimensions.Count == 0 || dimensions.Except(Dimensions).Any())
            {
                throw new CommandException(ExitCode.Usage, $"--by takes account, fund and donor joined by commas, not '{result.GetValue(by)}'.");
            }

            if (result.GetValue(worksheet) && result.GetValue(movements))
            {
                throw new CommandException(ExitCode.Usage, "--worksheet and --movements are reports of their own: name one of them.");
            }

            await using var opened = await OpenedBooks.OpenAsync(result.GetRequiredValue(books), terminal, cancellation).ConfigureAwait(false);
            var recorded = await opened.ResolveAsync(result.GetValue(knownAt), cancellation).ConfigureAwait(false);
            var only = result.GetValue(fund) is { } code ? opened.Fund(code) : null;
            var days = opened.Days(result.GetValue(period) ?? result.GetValue(year), only);
            var told = result.GetValue(through) ?? days?.End ?? await opened.Balances.ReadLastDateAsync(cancellation).ConfigureAwait(false);
            var last = told ?? LocalDate.MinIsoValue;
            if (result.GetValue(worksheet))
            {
                if (told is null)
                {
                    throw new CommandException(ExitCode.Usage, "The books have no entries, so there is no last day: name the year by --year.");
                }

                var span = days is { } asked && asked.End == last ? asked : YearTo(last, opened.CommonYear(only));
                var sheet = await WorksheetAsync(opened, span, only, dimensions, recorded, result.GetValue(afterClosing), cancellation).ConfigureAwait(false);
                terminal.Report(result.GetValue(format), () => sheet.ToText(result.GetValue(width) ?? terminal.Page), sheet.ToJson, sheet.ToCsv);
                return ExitCode.Done;
            }

            var cutoff = KnownAt.Of(recorded, new LedgerCutoff(
                last, Closing: result.GetValue(afterClosing) ? ClosingView.AfterClosing : ClosingView.BeforeClosing)
            {
                PeriodStart = days?.Start,
            });
            var balance = await BalanceAsync(opened, cutoff, only, dimensions.Contains("donor"), cancellation).ConfigureAwait(false);

            TrialBalance? opening = null;
            IReadOnlyList<AccountMovement>? moved = null;
            if (result.GetValue(movements))
            {
                days ??= YearTo(last, opened.CommonYear(only));
                opening = await BalanceAsync(opened, KnownAt.Of(recorded, LedgerCutoff.Before(days.Value)), only, dimensions.Contains("donor"), cancellation).ConfigureAwait(false);
                moved = await MovementsAsync(opened, cutoff, days.Value.Start, only, dimensions.Contains("donor"), cancellation).ConfigureAwait(false);
            }

            if (days is { } whole && await opened.NothingInAsync(only, whole, cancellation).ConfigureAwait(false) is { } nothing)
            {
                terminal.Message(nothing);
            }

            var report = new TrialBalanceReport(balance, opening, moved, dimensions, opened.Identity.IsIllustrative);
            terminal.Report(result.GetValue(format), () => report.ToText(result.GetValue(width) ?? Terminal.Width), report.ToJson, report.ToCsv);
            return ExitCode.Done;
        });
        return command;
    }

    private static ReportingPeriod YearTo(LocalDate last, AccountingYear years) => new(years.Of(years.YearOf(last)).Start, last);

    // Closing entries close the period: those of its last day.
    private static async Task<WorksheetReport> WorksheetAsync(
        OpenedBooks opened, ReportingPeriod period, Fund? only, HashSet<string> dimensions, KnownAt? recorded, bool afterClosing, CancellationToken cancellation)
    {
        var cutoff = KnownAt.Of(recorded, LedgerCutoff.At(period));
        var adjusted = await BalanceAsync(opened, cutoff, only, dimensions.Contains("donor"), cancellation).ConfigureAwait(false);
        var selection = new EntrySelection { Fund = only?.Code, From = period.Start, Through = period.End };
        var entries = await opened.ReadEntriesAsync(selection, cancellation)
            .Where(posted => posted.Entry.Kind switch
            {
                EntryKind.Adjusting or EntryKind.Restatement => cutoff.Includes(posted),
                EntryKind.Closing => afterClosing && posted.Entry.Date == period.End && (cutoff with { Closing = ClosingView.AfterClosing }).Includes(posted),
                _ => false,
            })
            .Select(posted => posted.Entry).ToListAsync(cancellation).ConfigureAwait(false);
        return new WorksheetReport(adjusted, period, entries, dimensions, afterClosing, opened.Identity.IsIllustrative);
    }

    private static async Task<TrialBalance> BalanceAsync(
        OpenedBooks opened, LedgerCutoff cutoff, Fund? only, bool byDonor, CancellationToken cancellation)
    {
        var balance = byDonor
            ? await opened.Balances.ReadTrialBalanceAsync(cutoff, cancellation).ConfigureAwait(false)
            : await opened.Balances.ReadTrialBalanceByFundAsync(cutoff, cancellation).ConfigureAwait(false);
        return only is null ? balance : new TrialBalance(cutoff, balance.Rows.Where(row => row.Fund.Code == only.Code));
    }

    private static async Task<IReadOnlyList<AccountMovement>> MovementsAsync(
        OpenedBooks opened, LedgerCutoff cutoff, LocalDate from, Fund? only, bool byDonor, CancellationToken cancellation)
    {
        var moved = await opened.Balances.ReadMovementsAsync(from, cutoff, byDonor, cancellation).ConfigureAwait(false);
        return only is null ? moved : [.. moved.Where(row => row.Fund.Code == only.Code)];
    }
}
