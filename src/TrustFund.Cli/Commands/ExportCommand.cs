using System.CommandLine;
using TrustFund.Interchange;
using TrustFund.Storage;

namespace TrustFund.Cli.Commands;

/// <summary><c>export BOOKS FOLDER --to FORMAT</c>: takes books along, whole or not at all.</summary>
internal static class ExportCommand
{
    internal static Command Create(Terminal terminal)
    {
        var books = CommonOptions.Books();
        var folder = new Argument<string>("FOLDER") { Description = "The folder to write: not there yet, or empty." };
        var to = new Option<ExportFormat>("--to")
        {
            Description = "csv: CSV books, which import reads back to the byte; hledger: books.journal; beancount: books.beancount.",
            HelpName = "csv|hledger|beancount",
            Required = true,
            CustomParser = result => Enum.TryParse<ExportFormat>(result.Tokens[0].Value, ignoreCase: true, out var format)
                && Enum.IsDefined(format) && !char.IsAsciiDigit(result.Tokens[0].Value[0])
                    ? format
                    : CommonOptions.Fail(result, ExportFormat.Csv, $"--to is csv, hledger or beancount, not '{result.Tokens[0].Value}'."),
        };
        var command = new Command("export", "Write books into a folder, for other programs and for safe-keeping. Example: trustfund export books.db copy --to csv")
        {
            books, folder, to,
        };
        command.Run(terminal, (result, cancellation) => RunAsync(
            terminal, result.GetRequiredValue(books), result.GetRequiredValue(folder), result.GetRequiredValue(to), cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(
        Terminal terminal, string path, string folder, ExportFormat format, CancellationToken cancellation)
    {
        if (!BooksExport.IsFree(folder))
        {
            throw new CommandException(ExitCode.Usage, $"{folder} is there already and not empty; it was left as it is. Name a folder that is not there yet.");
        }

        await using var opened = await OpenedBooks.OpenAsync(path, terminal, cancellation).ConfigureAwait(false);
        try
        {
            var (masterData, events, count, fingerprint) = await MomentAsync(opened, cancellation).ConfigureAwait(false);
            await terminal.ProgressAsync("entries", count, progress => BooksExport.WriteAsync(
                folder, format, masterData,
                progress.Counted(opened.ReadEntriesAsync(EntrySelection.All, cancellation).TakeWhile(posted => posted.Sequence <= count)),
                opened.IsStored, events, cancellation)).ConfigureAwait(false);
            var illustrative = opened.Identity.IsIllustrative ? " ** ILLUSTRATIVE **" : "";
            terminal.Output.WriteLine(FormattableString.Invariant(
                $"Exported {count} {(count == 1 ? "entry" : "entries")} to {folder}; fingerprint of the books {fingerprint}{illustrative}"));
            return ExitCode.Done;
        }
        catch (ExportException exception)
        {
            throw new CommandException(ExitCode.Differences, exception.Message, "Nothing was exported.");
        }
        catch (Exception exception) when (exception is IOException and not BooksException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Store, $"{folder} cannot be written: {exception.Message} Nothing was exported.");
        }
    }

    // Events and entries of one moment, although others may be posting: events are the same before and after the end of the journal is read.
    private static async Task<(MasterData MasterData, BooksEvents? Events, long Count, string Fingerprint)> MomentAsync(OpenedBooks opened, CancellationToken cancellation)
    {
        if (!opened.IsStored)
        {
            return (opened.MasterData, null, opened.Count, opened.Identity.Fingerprint);
        }

        while (true)
        {
            var events = await opened.ReadEventsAsync(cancellation).ConfigureAwait(false);
            var masterData = await opened.Books.ReadMasterDataAsync(cancellation).ConfigureAwait(false);
            var head = await opened.Books.ReadHeadAsync(cancellation).ConfigureAwait(false);
            if ((await opened.ReadEventsAsync(cancellation).ConfigureAwait(false)).Count == events.Count)
            {
                return (masterData, new BooksEvents(events, (number, file) => opened.Books.ReadEditionFileAsync(number, file, cancellation)), head.Sequence, head.Hash.ToString());
            }
        }
    }
}
