using System.CommandLine;
using NodaTime;
using TrustFund.Cli.Rendering;
using TrustFund.Practice;
using TrustFund.Storage;

namespace TrustFund.Cli.Commands;

/// <summary><c>close-fund BOOKS</c>: disposes of what is left in a fund, closes its last year, and closes the fund.</summary>
internal static class CloseFundCommand
{
    internal static Command Create(Terminal terminal)
    {
        var books = CommonOptions.BooksToWrite();
        var fund = CommonOptions.Fund();
        var date = CommonOptions.Date("--date", "The day on which the fund ends and what is left is disposed of.");
        var transferTo = new Option<string>("--transfer-to") { Description = "Hand what is left to this fund, through due to and due from other funds.", HelpName = "FUND" };
        var refundTo = new Option<string>("--refund-to") { Description = "Give what is left back to this donor.", HelpName = "DONOR" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what stands in the way and what would be posted; write nothing." };
        var (accept, who, format) = (new AcceptOptions(), new WhoOptions { NeedsAuthority = true }, CommonOptions.Format());
        date.Required = true;
        var command = new Command("close-fund", "Close a fund for good. Example: trustfund close-fund books.db --fund OLD --date 2019-06-30 --transfer-to NEW --authority \"Decision 2019/5\" --by \"Accounts Section\"")
        {
            books, fund, date, transferTo, refundTo, dryRun, format,
        };
        accept.AddTo(command);
        who.AddTo(command);
        command.Run(terminal, async (result, cancellation) =>
        {
            var (path, isDryRun) = (result.GetRequiredValue(books), result.GetValue(dryRun));
            await using var opened = isDryRun
                ? await OpenedBooks.OpenAsync(path, terminal, cancellation).ConfigureAwait(false)
                : await OpenedBooks.OpenToWriteAsync(path, terminal, cancellation).ConfigureAwait(false);
            var names = who.Of(result);
            if (names.Authority is null)
            {
                throw new CommandException(ExitCode.Usage, "A fund is closed under a decision: name it by --authority.");
            }

            var disposal = Disposal.Of(opened, result.GetValue(transferTo), result.GetValue(refundTo));
            var request = new CloseRequest(accept.Of(result), names, isDryRun, result.GetValue(format));
            return await CloseAsync(terminal, opened, opened.Fund(result.GetValue(fund)), result.GetRequiredValue(date)!.Value, disposal, request, cancellation).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<ExitCode> CloseAsync(
        Terminal terminal, OpenedBooks opened, Fund fund, LocalDate date, Disposal disposal, CloseRequest request, CancellationToken cancellation)
    {
        var year = FundPeriod.YearOf(opened, fund, date);
        var head = await opened.Books.ReadHeadAsync(cancellation).ConfigureAwait(false);
        var states = await opened.ReadStatesAsync(cancellation).ConfigureAwait(false);
        PeriodRules.RefuseFault(states, PeriodRules.Event(BooksEventKind.FundClosed, head, fund, null, request.Names), opened.MasterData);
        var facts = await ClosingFactsReader.ReadAsync(opened, year, states, cancellation).ConfigureAwait(false);
        var closure = FundClosure.Of(fund, facts.Balances, facts.Policy.CashAccounts);
        await RefuseLaterEntriesAsync(opened, fund, date, cancellation).ConfigureAwait(false);
        RefuseUncleared(closure);
        if (states.StateOf(fund.Code, year.Days) == PeriodState.Closed)
        {
            return await EndAsync(terminal, opened, closure, request, cancellation).ConfigureAwait(false);
        }

        var disposed = disposal.Entries(closure, date, request.Names, facts.Year!.ClosingAccount.Account);
        var balances = After(facts.Balances, disposed);
        var checklist = ClosingChecklist.Of(facts with { Balances = balances });
        PeriodRules.RefuseUnknownCodes(checklist, request.Accepted.Keys);
        var report = new ChecklistReport(checklist, $"{year.Text}, the last,", request.Accepted, opened.Identity.IsIllustrative);
        var posts = !request.IsDryRun && report.CanClose;
        IReadOnlyList<JournalEntry> entries = !report.CanClose ? [] :
            [.. disposed, .. await PeriodRules.ClosingEntriesAsync(opened, year, balances, facts.Year.ClosingAccount.Account, request.Names, cancellation).ConfigureAwait(false)];
        if (posts)
        {
            new ApprovalGate(opened.MasterData.Settings).Require($"The close of fund {fund.Code}", fund.Code, date, request.Names);
            RefuseLines(fund, After(facts.Balances, entries).WithoutDonors());
            Refusals.Throw(await opened.Books.RecordAsync(
                [
                    PeriodRules.Event(BooksEventKind.PeriodClosed, head, year, PeriodRules.Accepted(checklist, request.Accepted), request.Names),
                    PeriodRules.Event(BooksEventKind.FundClosed, head, fund, null, request.Names),
                ],
                entries, cancellation).ConfigureAwait(false));
        }

        terminal.Report(request.Format, () => report.ToText() + CloseText.Disposal(entries, posts), () => report.ToJson([.. entries.Select(entry => entry.Id.Text)], posts), report.ToCsv);
        if (posts)
        {
            TellClosed(terminal, opened, fund, request);
        }

        return report.CanClose ? ExitCode.Done : ExitCode.Differences;
    }

    private static async Task<ExitCode> EndAsync(
        Terminal terminal, OpenedBooks opened, FundClosure closure, CloseRequest request, CancellationToken cancellation)
    {
        var last = await opened.Books.ReadLastDateAsync(cancellation).ConfigureAwait(false) ?? LocalDate.MinIsoValue;
        var balances = await opened.Books.ReadTrialBalanceByFundAsync(new LedgerCutoff(last, Closing: ClosingView.AfterClosing), cancellation).ConfigureAwait(false);
        RefuseLines(closure.Fund, balances);
        if (!request.IsDryRun)
        {
            var head = await opened.Books.ReadHeadAsync(cancellation).ConfigureAwait(false);
            Refusals.Throw(await opened.Books.RecordAsync(
                PeriodRules.Event(BooksEventKind.FundClosed, head, closure.Fund, null, request.Names), [], cancellation).ConfigureAwait(false));
        }

        TellClosed(terminal, opened, closure.Fund, request);
        return ExitCode.Done;
    }

    private static void TellClosed(Terminal terminal, OpenedBooks opened, Fund fund, CloseRequest request)
    {
        if (request.Format == OutputFormat.Text)
        {
            terminal.Output.Write(request.IsDryRun
                ? $"Fund {fund.Code} can be closed: every line is nil. Nothing was written (--dry-run).\n"
                : $"CLOSED  Fund {fund}: every line is nil. {CloseText.Who(request.Names)}\n" + CloseText.Illustrative(opened));
        }
    }

    private static void RefuseLines(Fund fund, TrialBalance balances)
    {
        var lines = balances.Rows.Where(row => row.Fund.Code == fund.Code && !row.Balance.IsZero).ToList();
        if (lines.Count > 0)
        {
            throw new CommandException(ExitCode.Differences, [$"Fund {fund.Code} is not closed: these lines are not nil.", .. lines.Select(Line)]);
        }
    }

    private static void RefuseUncleared(FundClosure closure)
    {
        if (closure.Uncleared.Count > 0)
        {
            throw new CommandException(ExitCode.Differences,
            [
                $"Fund {closure.Fund.Code} cannot be closed: assets and liabilities are cleared before its balance is disposed of. Not nil:",
                .. closure.Uncleared.Select(Line),
                "Collect, pay, write off or reclassify each of them. Nothing was written.",
            ]);
        }
    }

    private static async Task RefuseLaterEntriesAsync(OpenedBooks opened, Fund fund, LocalDate date, CancellationToken cancellation)
    {
        var later = await opened.Books.ReadEntriesAsync(new EntrySelection { Fund = fund.Code, From = date.PlusDays(1) }, cancellation)
            .Where(posted => posted.Entry.Kind != EntryKind.Closing)
            .Select(posted => FormattableString.Invariant($"  {posted.Entry.Id} of {posted.Entry.Date:uuuu-MM-dd}, {posted.Entry.Description}"))
            .ToListAsync(cancellation).ConfigureAwait(false);
        if (later.Count > 0)
        {
            throw new CommandException(ExitCode.Differences, [$"Fund {fund.Code} has entries after its end:", .. later, "Name a later --date, or reverse them. Nothing was written."]);
        }
    }

    private static TrialBalance After(TrialBalance balances, IReadOnlyList<JournalEntry> entries) => new(balances.Cutoff, balances.Rows
        .Concat(entries.SelectMany(entry => entry.Postings).Select(posting => new TrialBalanceRow(posting.Account, posting.Fund, posting.Donor, posting.Amount)))
        .GroupBy(row => (row.Account, row.Fund, row.Donor))
        .Select(group => new TrialBalanceRow(group.Key.Account, group.Key.Fund, group.Key.Donor,
            group.Aggregate(Money.Zero(group.Key.Fund.Currency), (sum, row) => sum + row.Balance))));

    private static string Line(TrialBalanceRow row) =>
        $"  {row.Account}{(row.Donor is { } donor ? $", donor {donor}" : "")}: {Amounts.Grouped(row.Balance)} {row.Balance.Currency.Code}";
}
