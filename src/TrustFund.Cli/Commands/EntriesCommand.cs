using System.CommandLine;
using NodaTime;
using TrustFund.Cli.Rendering;
using TrustFund.Practice;
using TrustFund.Storage;

namespace TrustFund.Cli.Commands;

/// <summary><c>entries --books BOOKS</c>: the entries behind a figure, with their count and total.</summary>
internal static class EntriesCommand
{
    internal static Command Create(Terminal terminal)
    {
        var books = CommonOptions.BooksOption();
        books.Required = true;
        var fund = CommonOptions.Fund("The fund's code; all funds where it is left out.");
        var account = new Option<string>("--account") { Description = "Entries that post to this account.", HelpName = "CODE" };
        var donor = new Option<string>("--donor") { Description = "Entries that post for this donor.", HelpName = "CODE" };
        var from = CommonOptions.Date("--from", "The first posting date.");
        var through = CommonOptions.Date("--through", "The last posting date.");
        var entry = new Option<string>("--entry") { Description = "This entry alone, whole: who prepared and approved it, what it reverses or restates.", HelpName = "ID" };
        var population = new PopulationOptions();
        var format = CommonOptions.Format();
        var command = new Command("entries", "List the entries behind a figure, or draw a population to test. Example: trustfund entries --books books.db --account 41010 --donor CAN")
        {
            books, fund, account, donor, from, through, entry, format,
        };
        population.AddTo(command);
        var figures = new FigureEntries(entry);
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

            var only = result.GetValue(fund) is { } fundCode ? opened.Fund(fundCode) : null;
            var days = opened.Days(figures.Days(result), only);
            if (days is not null && (result.GetValue(from) ?? result.GetValue(through)) is not null)
            {
                throw new CommandException(ExitCode.Usage, "Name the days by --from and --through, or by --year or --period: one of the two.");
            }

            var selection = new EntrySelection
            {
                Fund = only?.Code,
                Account = Known(result.GetValue(account), "account", opened.MasterData.Chart.Select(item => item.Code)),
                Donor = Known(result.GetValue(donor), "donor", opened.MasterData.Donors.Select(item => item.Code)),
                From = days?.Start ?? result.GetValue(from),
                Through = days?.End ?? result.GetValue(through),
            };
            if (result.GetValue(entry) is { } id)
            {
                await ShowAsync(terminal, opened, id, result.GetValue(format), cancellation).ConfigureAwait(false);
                return ExitCode.Done;
            }

            var entries = await opened.ReadEntriesAsync(selection, cancellation).ToListAsync(cancellation).ConfigureAwait(false);
            var drawn = population.Selected(result) is { } asked
                ? await DrawAsync(opened, asked, entries, population.Limits(result), cancellation).ConfigureAwait(false)
                : entries;
            var report = new EntriesReport(drawn, selection.Selects, opened.Identity.IsIllustrative, population.Selected(result), entries.Count);
            terminal.Report(result.GetValue(format), report.ToText, report.ToJson, report.ToCsv);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task ShowAsync(Terminal terminal, OpenedBooks opened, string id, OutputFormat format, CancellationToken cancellation)
    {
        var posted = Code<JournalEntry>.Fault(id) is null ? await opened.FindEntryAsync(id, cancellation).ConfigureAwait(false) : null;
        if (posted is null)
        {
            throw new CommandException(ExitCode.Usage, $"The books have no entry '{id}'.");
        }

        var reversedBy = await ReversalOfAsync(opened, posted, cancellation).ConfigureAwait(false);
        var report = new EntriesReport([posted], _ => true, opened.Identity.IsIllustrative);
        terminal.Report(format, new EntrySheet(posted, reversedBy, opened.Identity.IsIllustrative).ToText, report.ToJson, report.ToCsv);
    }

    // What takes an entry back posts to its accounts, after it.
    private static async Task<PostedEntry?> ReversalOfAsync(OpenedBooks opened, PostedEntry posted, CancellationToken cancellation)
    {
        var posting = posted.Entry.Postings[0];
        var selection = new EntrySelection { Account = posting.Account.Code, Fund = posting.Fund.Code, Donor = posting.Donor?.Code };
        return await opened.ReadEntriesAsync(selection, cancellation)
            .FirstOrDefaultAsync(other => other.Entry.Reverses == posted.Entry.Id, cancellation).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<PostedEntry>> DrawAsync(
        OpenedBooks opened, Population population, IReadOnlyList<PostedEntry> entries, PopulationLimits limits, CancellationToken cancellation)
    {
        var closes = (await opened.ReadEventsAsync(cancellation).ConfigureAwait(false))
            .Where(posted => posted.Event.Kind == BooksEventKind.PeriodClosed)
            .Select(posted => new ClosedPeriod(posted.Event.Fund!.Value, posted.Event.Period!.Value, posted.Event.After.Sequence))
            .ToList();
        LocalDate EndOfYear(Fund fund, LocalDate day)
        {
            var years = opened.YearOf(fund);
            return years.Of(years.YearOf(day)).End;
        }

        return Populations.Select(population, entries, limits, closes, EndOfYear);
    }

    private static Code<TNoun>? Known<TNoun>(string? code, string noun, IEnumerable<Code<TNoun>> known) => code is null
        ? default(Code<TNoun>?)
        : known.Where(candidate => candidate.Text == code).Select(candidate => (Code<TNoun>?)candidate).FirstOrDefault()
            ?? throw new CommandException(ExitCode.Usage, $"The books have no {noun} '{code}'.");
}
