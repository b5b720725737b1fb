using System.CommandLine;
using System.Text;
using TrustFund.Cli.Rendering;
using TrustFund.Storage;

namespace TrustFund.Cli.Commands;

/// <summary><c>editions BOOKS</c>: lists registered statements, gives their files back, and proves them.</summary>
internal static class EditionsCommand
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    internal static Command Create(Terminal terminal)
    {
        var books = new Argument<string>("BOOKS") { Description = "The SQLite file of the books." };
        var symbol = new Option<string?>("--symbol") { Description = "One edition only; with its language where there are several: \"A/72/99 (fr)\".", HelpName = "SYMBOL" };
        var show = new Option<string?>("--show") { Description = "Give a file of the edition back: the document as published, its template, the statement that the books gave, or the published figures.", HelpName = string.Join('|', Enum.GetValues<EditionRole>().Select(Words.Role)) };
        show.OneOf([.. Enum.GetValues<EditionRole>().Select(Words.Role)]);
        var to = new Option<string?>("--to") { Description = "Write that file, byte for byte, to a file that is not there yet.", HelpName = "FILE" };
        var verify = new Option<bool>("--verify") { Description = "Prove two claims of each edition: its bytes are unchanged; its figures still derive from the entries then recorded." };
        var format = CommonOptions.Format();
        var command = new Command("editions", "List registered statements, give them back, or prove them. Example: trustfund editions books.db --verify")
        {
            books, symbol, show, to, verify, format,
        };
        command.Run(terminal, async (result, cancellation) =>
        {
            await using var opened = await OpenedBooks.OpenAsync(result.GetRequiredValue(books), terminal, cancellation).ConfigureAwait(false);
            var all = await opened.Books.ReadEditionsAsync(cancellation).ConfigureAwait(false);
            var chosen = result.GetValue(symbol) is { } named ? [await opened.EditionAsync(named, cancellation).ConfigureAwait(false)] : all;
            if (result.GetValue(show) is { } role)
            {
                return await ShowAsync(terminal, opened, result.GetValue(symbol) is null ? null : chosen[0], role, result.GetValue(to), result.GetValue(format), cancellation).ConfigureAwait(false);
            }

            var checks = new List<EditionCheck>();
            foreach (var posted in result.GetValue(verify) ? chosen : [])
            {
                checks.Add(await EditionCheck.RunAsync(opened, posted, cancellation).ConfigureAwait(false));
            }

            var report = new EditionsReport(chosen, all, result.GetValue(verify) ? checks : null, opened.Identity.IsIllustrative);
            terminal.Report(result.GetValue(format), report.ToText, report.ToJson, report.ToCsv);
            return checks.TrueForAll(check => check.IsProven) ? ExitCode.Done : ExitCode.Differences;
        });
        return command;
    }

    private static async Task<ExitCode> ShowAsync(
        Terminal terminal, OpenedBooks opened, PostedEvent? posted, string role, string? to, OutputFormat format, CancellationToken cancellation)
    {
        if (posted is null)
        {
            throw new CommandException(ExitCode.Usage, "Name the edition whose file to show by --symbol.");
        }

        var files = posted.Event.Edition!.Files.Where(file => Words.Role(file.Role) == role).ToList();
        var file = files.Find(file => (file.Format == "json") == (format == OutputFormat.Json)) ?? files[0];
        var bytes = await opened.Books.ReadEditionFileAsync(posted.Number, file, cancellation).ConfigureAwait(false) ?? [];
        if (Sha256Hash.Of(bytes) != file.Sha256)
        {
            throw new CommandException(ExitCode.Differences, $"The bytes of {file.Name} are not those registered. See: trustfund editions BOOKS --symbol \"{posted.Event.Edition}\" --verify");
        }

        if (to is not null)
        {
            Files.WriteNew(to, bytes);
            terminal.Output.WriteLine($"Wrote {file.Name} of {posted.Event.Edition} to {to}, as it was registered.");
            return ExitCode.Done;
        }

        try
        {
            terminal.Output.Write(Strict.GetString(bytes));
            return ExitCode.Done;
        }
        catch (DecoderFallbackException)
        {
            throw new CommandException(ExitCode.Usage, $"{file.Name} is no text: write it to a file by --to FILE.");
        }
    }
}
