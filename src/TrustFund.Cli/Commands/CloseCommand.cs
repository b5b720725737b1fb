using System.CommandLine;
using TrustFund.Cli.Rendering;
using TrustFund.Practice;
using TrustFund.Storage;

namespace TrustFund.Cli.Commands;

/// <summary><c>close BOOKS</c>: goes through the closing checklist and closes a fund's year or month.</summary>
internal static class CloseCommand
{
    internal static Command Create(Terminal terminal)
    {
        var books = CommonOptions.BooksToWrite();
        var fund = CommonOptions.Fund();
        var (year, period) = (CommonOptions.Year(), CommonOptions.Period());
        var soft = new Option<bool>("--soft") { Description = "Begin closing a year: ordinary entries stop, adjusting entries dated on its last day go on." };
        var dryRun = new Option<bool>("--dry-run") { Description = "\"Can I close?\": go through the checklist and write nothing. Exit 0 if it can be closed, 1 if not." };
        var (accept, who, format) = (new AcceptOptions(), new WhoOptions(), CommonOptions.Format());
        var command = new Command("close", "Close a fund's year or month. Example: trustfund close books.db --fund UNLIREC --year 2016 --dry-run")
        {
            books, fund, year, period, soft, dryRun, format,
        };
        accept.AddTo(command);
        who.AddTo(command);
        command.Run(terminal, async (result, cancellation) =>
        {
            var (path, isDryRun) = (result.GetRequiredValue(books), result.GetValue(dryRun));
            var (accepted, names) = (accept.Of(result), who.Of(result));
            await using var opened = isDryRun
                ? await OpenedBooks.OpenAsync(path, terminal, cancellation).ConfigureAwait(false)
                : await OpenedBooks.OpenToWriteAsync(path, terminal, cancellation).ConfigureAwait(false);
            var closing = FundPeriod.Of(opened, result.GetValue(fund), result.GetValue(period) ?? result.GetValue(year));
            closing.RefuseLastMonth();
            return result.GetValue(soft)
                ? await BeginAsync(terminal, opened, closing, path, names, isDryRun, cancellation).ConfigureAwait(false)
                : await CloseAsync(terminal, opened, closing, path, new CloseRequest(accepted, names, isDryRun, result.GetValue(format)), cancellation).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<ExitCode> CloseAsync(
        Terminal terminal, OpenedBooks opened, FundPeriod period, string path, CloseRequest request, CancellationToken cancellation)
    {
        var head = await opened.Books.ReadHeadAsync(cancellation).ConfigureAwait(false);
        var states = await opened.ReadStatesAsync(cancellation).ConfigureAwait(false);
        PeriodRules.RefuseFault(states, PeriodRules.Event(BooksEventKind.PeriodClosed, head, period, null, request.Names), opened.MasterData);
        var facts = await ClosingFactsReader.ReadAsync(opened, period, states, cancellation).ConfigureAwait(false);
        var checklist = ClosingChecklist.Of(facts);
        var report = new ChecklistReport(checklist, period.Text, request.Accepted, opened.Identity.IsIllustrative);
        PeriodRules.RefuseUnknownCodes(checklist, request.Accepted.Keys);
        var posts = !request.IsDryRun && report.CanClose;
        if (posts)
        {
            new ApprovalGate(opened.MasterData.Settings).Require($"The close of {period.Text}", period.Fund.Code, period.Days.End, request.Names);
        }

        var entries = posts ? await PeriodRules.ClosingEntriesAsync(opened, period, facts.Balances, facts.Year?.ClosingAccount.Account, request.Names, cancellation).ConfigureAwait(false) : [];
        if (posts)
        {
            Refusals.Throw(await opened.Books.RecordAsync(
                PeriodRules.Event(BooksEventKind.PeriodClosed, head, period, PeriodRules.Accepted(checklist, request.Accepted), request.Names), entries, cancellation).ConfigureAwait(false));
        }

        terminal.Report(request.Format,
            () => report.ToText() + (posts ? CloseText.Closed(opened, period, path, entries, request.Names) : ""),
            () => report.ToJson([.. entries.Select(entry => entry.Id.Text)], posts), report.ToCsv);
        if (!report.CanClose && !request.IsDryRun)
        {
            terminal.Message($"{CloseText.Sentence(period.Text)} of fund {period.Fund.Code} was not closed: see the checklist. Nothing was written.");
        }

        return report.CanClose ? ExitCode.Done : ExitCode.Differences;
    }

    private static async Task<ExitCode> BeginAsync(
        Terminal terminal, OpenedBooks opened, FundPeriod period, string path, EntryDetails names, bool isDryRun, CancellationToken cancellation)
    {
        if (!period.IsYear)
        {
            throw new CommandException(ExitCode.Usage, "--soft is for a year; a month is closed or open.");
        }

        var head = await opened.Books.ReadHeadAsync(cancellation).ConfigureAwait(false);
        var change = PeriodRules.Event(BooksEventKind.PeriodClosing, head, period, null, names);
        PeriodRules.RefuseFault(await opened.ReadStatesAsync(cancellation).ConfigureAwait(false), change, opened.MasterData);
        if (isDryRun)
        {
            terminal.Output.Write($"Closing {period.Text} of fund {period.Fund.Code} can begin; nothing was written (--dry-run).\n");
            return ExitCode.Done;
        }

        new ApprovalGate(opened.MasterData.Settings).Require($"The soft close of {period.Text}", period.Fund.Code, period.Days.End, names);
        Refusals.Throw(await opened.Books.RecordAsync(change, [], cancellation).ConfigureAwait(false));
        terminal.Output.Write(CloseText.Begun(opened, period, path));
        return ExitCode.Done;
    }
}
