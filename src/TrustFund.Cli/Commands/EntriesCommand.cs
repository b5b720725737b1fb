using System.CommandLine;
using TrustFund.Cli.Rendering;
using TrustFund.Storage;

namespace TrustFund.Cli.Commands;

/// <summary><c>entries --books BOOKS</c>: the entries behind a figure, with their count and total.</summary>
internal static class EntriesCommand
{
    internal static Command Create(Terminal terminal)
    {
        var books = CommonOptions.BooksOption();
        books.Required = true;
        var fund = CommonOptions.Fund();
        var account = new Option<string>("--account") { Description = "Entries that post to this account.", HelpName = "CODE" };
        var donor = new Option<string>("--donor") { Description = "Entries that post for this donor.", HelpName = "CODE" };
        var from = CommonOptions.Date("--from", "The first posting date.");
        var through = CommonOptions.Date("--through", "The last posting date.");
        var format = CommonOptions.Format();
        var command = new Command("entries", "List the entries behind a figure. Example: trustfund entries --books books.db --account 41010 --donor CAN")
        {
            books, fund, account, donor, from, through, format,
        };
        var figures = new FigureEntries();
        figures.AddTo(command);
        command.Run(terminal, async (result, cancellation) =>
        {
            await using var opened = await OpenedBooks.OpenAsync(result.GetRequiredValue(books), terminal, cancellation).ConfigureAwait(false);
            if (figures.IsAskedBy(result))
            {
                var contributions = await figures.ReadAsync(result, opened, result.GetValue(fund), cancellation).ConfigureAwait(false);
                terminal.Report(result.GetValue(format), contributions.ToText, contributions.ToJson, contributions.ToCsv);
                return ExitCode.Done;
            }

            var selection = new EntrySelection
            {
                Fund = result.GetValue(fund) is { } fundCode ? opened.Fund(fundCode).Code : default(Code<Fund>?),
                Account = Known(result.GetValue(account), "account", opened.MasterData.Chart.Select(item => item.Code)),
                Donor = Known(result.GetValue(donor), "donor", opened.MasterData.Donors.Select(item => item.Code)),
                From = result.GetValue(from),
                Through = result.GetValue(through),
            };
            var entries = new List<PostedEntry>();
            await foreach (var posted in opened.Books.ReadEntriesAsync(selection, cancellation).ConfigureAwait(false))
            {
                entries.Add(posted);
            }

            var report = new EntriesReport(entries, selection.Selects, opened.Identity.IsIllustrative);
            terminal.Report(result.GetValue(format), report.ToText, report.ToJson, report.ToCsv);
            return ExitCode.Done;
        });
        return command;
    }

    private static Code<TNoun>? Known<TNoun>(string? code, string noun, IEnumerable<Code<TNoun>> known) => code is null
        ? default(Code<TNoun>?)
        : known.Where(candidate => candidate.Text == code).Select(candidate => (Code<TNoun>?)candidate).FirstOrDefault()
            ?? throw new CommandException(ExitCode.Usage, $"The books have no {noun} '{code}'.");
}
