using System.CommandLine;

namespace TrustFund.Cli.Commands;

/// <summary><c>reverse BOOKS ENTRY</c>: takes an entry back by adding one, on a day that is decided.</summary>
internal static class ReverseCommand
{
    private const string Prefix = "REV-";

    internal static Command Create(Terminal terminal)
    {
        var books = CommonOptions.BooksToWrite();
        var entry = new Argument<string>("ENTRY") { Description = "The id of the entry to take back." };
        var date = CommonOptions.Date("--date", "The posting date of the reversal: the period in which the correction shows.");
        var reason = CommonOptions.Reason("Why; becomes its description.");
        var id = new Option<string>("--id") { Description = $"The id of the reversal; {Prefix}ENTRY where it is left out.", HelpName = "ID" };
        var who = new WhoOptions();
        date.Required = true;
        reason.Required = true;
        var command = new Command("reverse", "Take an entry back by its reversal. Example: trustfund reverse books.db 2016-0042 --date 2017-01-31 --reason \"Invoice posted twice\" --by \"Accounts Section\"")
        {
            books, entry, date, reason, id,
        };
        who.AddTo(command);
        command.Run(terminal, async (result, cancellation) =>
        {
            await using var opened = await OpenedBooks.OpenToWriteAsync(result.GetRequiredValue(books), terminal, cancellation).ConfigureAwait(false);
            var original = await FindAsync(opened, result.GetRequiredValue(entry), cancellation).ConfigureAwait(false);
            var names = who.Of(result);
            var reversal = Reversal(original, IdOf(result.GetValue(id), original.Id), result.GetRequiredValue(date)!.Value, result.GetRequiredValue(reason), names);
            foreach (var fund in reversal.Postings.Select(posting => posting.Fund.Code).Distinct())
            {
                new ApprovalGate(opened.MasterData.Settings).Require("The reversal", fund, reversal.Date, names);
            }

            var outcome = await opened.Books.AppendAsync(reversal, cancellation).ConfigureAwait(false);
            Refusals.Throw(outcome);
            terminal.Output.Write(outcome.AlreadyPosted > 0
                ? $"Entry {reversal.Id} is in the books already; nothing was posted.\n"
                : FormattableString.Invariant($"Posted {reversal.Id}, dated {reversal.Date:uuuu-MM-dd}: it takes back {original.Id} of {original.Date:uuuu-MM-dd}, {original.Description}.\n")
                    + $"Post what is right as an entry of its own. Both: trustfund entries --books {result.GetRequiredValue(books)} --entry {reversal.Id}\n");
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<JournalEntry> FindAsync(OpenedBooks opened, string id, CancellationToken cancellation)
    {
        var posted = Code<JournalEntry>.Fault(id) is null ? await opened.Books.FindEntryAsync(id, cancellation).ConfigureAwait(false) : null;
        return posted?.Entry switch
        {
            null => throw new CommandException(ExitCode.Usage, $"The books have no entry '{id}'."),
            { Kind: EntryKind.Closing } closing => throw new CommandException(ExitCode.Differences,
                FormattableString.Invariant($"Entry {closing.Id} closes a year and is taken back by opening the year again: trustfund reopen BOOKS --fund {closing.Postings[0].Fund.Code} --period PERIOD --reason TEXT (it ends on {closing.Date:uuuu-MM-dd}). Nothing was posted.")),
            var entry => entry,
        };
    }

    private static Code<JournalEntry> IdOf(string? asked, Code<JournalEntry> original)
    {
        var id = asked ?? Prefix + original.Text;
        return Code<JournalEntry>.Fault(id) is { } fault
            ? throw new CommandException(ExitCode.Usage, $"'{id}' cannot be the id of an entry: {fault}. Name another by --id.")
            : new Code<JournalEntry>(id);
    }

    private static JournalEntry Reversal(JournalEntry original, Code<JournalEntry> id, NodaTime.LocalDate date, string reason, EntryDetails names)
    {
        if (date < original.Date)
        {
            throw new CommandException(ExitCode.Differences,
                FormattableString.Invariant($"A reversal dated {date:uuuu-MM-dd} would stand before the entry that it takes back, {original.Id} of {original.Date:uuuu-MM-dd}: date it on that day or later. Nothing was posted."));
        }

        try
        {
            return original.Reversal(id, date, reason, names);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new CommandException(ExitCode.Differences, $"{exception.Message} Nothing was posted.");
        }
    }
}
