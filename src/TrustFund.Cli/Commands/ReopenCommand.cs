using System.CommandLine;
using TrustFund.Cli.Rendering;
using TrustFund.Storage;

namespace TrustFund.Cli.Commands;

/// <summary><c>reopen BOOKS</c>: opens a closed year or month of a fund again, and takes its closing entries back.</summary>
internal static class ReopenCommand
{
    internal static Command Create(Terminal terminal)
    {
        var books = CommonOptions.BooksToWrite();
        var fund = CommonOptions.Fund();
        var (year, period) = (CommonOptions.Year(), CommonOptions.Period());
        var reason = CommonOptions.Reason("Why it is opened again.");
        reason.Required = true;
        var who = new WhoOptions();
        var command = new Command("reopen", "Open a closed year or month again. Example: trustfund reopen books.db --fund UNLIREC --year 2016 --reason \"Invoice of December found\" --by \"Accounts Section\"")
        {
            books, fund, year, period, reason,
        };
        who.AddTo(command);
        command.Run(terminal, async (result, cancellation) =>
        {
            var (path, why, names) = (result.GetRequiredValue(books), result.GetRequiredValue(reason), who.Of(result));
            await using var opened = await OpenedBooks.OpenToWriteAsync(path, terminal, cancellation).ConfigureAwait(false);
            var closed = FundPeriod.Of(opened, result.GetValue(fund), result.GetValue(period) ?? result.GetValue(year));
            new ApprovalGate(opened.MasterData.Settings).Require($"The reopening of {closed.Text}", closed.Fund.Code, closed.Days.End, names);
            var head = await opened.Books.ReadHeadAsync(cancellation).ConfigureAwait(false);
            var change = PeriodRules.Event(BooksEventKind.PeriodReopened, head, closed, why, names);
            var entries = await PeriodRules.ReopeningEntriesAsync(opened, closed, why, names, cancellation).ConfigureAwait(false);
            Refusals.Throw(await opened.Books.RecordAsync(change, entries, cancellation).ConfigureAwait(false));
            terminal.Output.Write(CloseText.Reopened(opened, closed, path, entries, why, names));
            return ExitCode.Done;
        });
        return command;
    }
}
