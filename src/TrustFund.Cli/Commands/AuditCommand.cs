using System.CommandLine;
using System.Text;
using TrustFund.Cli.Rendering;
using TrustFund.Sqlite;
using TrustFund.Storage;

namespace TrustFund.Cli.Commands;

/// <summary><c>audit BOOKS</c>: finds what was changed past the books' rules.</summary>
internal static class AuditCommand
{
    internal static Command Create(Terminal terminal)
    {
        var books = new Argument<string>("BOOKS") { Description = "The SQLite file to audit." };
        var checkpoints = new Option<string[]>("--checkpoint")
        {
            Description = "A checkpoint of these books that was kept outside them; may be said several times.",
            HelpName = "FILE",
        };
        var writeCheckpoint = new Option<string>("--write-checkpoint")
        {
            Description = "Where the books are intact, write a checkpoint of them to this file, to be kept outside; the file must not be there yet.",
            HelpName = "FILE",
        };
        var format = CommonOptions.Format();
        var command = new Command("audit", "Check chain, balances, references and structure of the books. Example: trustfund audit books.db --checkpoint 2016.checkpoint")
        {
            books, checkpoints, writeCheckpoint, format,
        };
        command.Run(terminal, async (result, cancellation) =>
        {
            var path = result.GetRequiredValue(books);
            var kept = (result.GetValue(checkpoints) ?? []).Select(ReadCheckpoint).ToList();
            var destination = result.GetValue(writeCheckpoint);
            RefuseExisting(destination);
            await using var opened = OpenedBooks.Stored(path, terminal, readOnly: true);
            var report = await opened.AuditAsync(kept, cancellation).ConfigureAwait(false);
            var isIllustrative = await IsIllustrativeAsync(opened, cancellation).ConfigureAwait(false);
            terminal.Report(
                result.GetValue(format), () => AuditReportText.ToText(report, Path.GetFileName(path), isIllustrative),
                () => AuditReportText.ToJson(report), () => AuditReportText.ToCsv(report));
            if (destination is not null)
            {
                await WriteCheckpointAsync(terminal, opened, report, destination, cancellation).ConfigureAwait(false);
            }

            return report.IsIntact ? ExitCode.Done : ExitCode.Differences;
        });
        return command;
    }

    private static Checkpoint ReadCheckpoint(string path)
    {
        try
        {
            return Checkpoint.Parse(Encoding.UTF8.GetString(Files.ReadAllBytes(path)));
        }
        catch (FormatException exception)
        {
            throw new CommandException(ExitCode.Unreadable, $"The checkpoint '{path}' cannot be read: {exception.Message}");
        }
    }

    private static void RefuseExisting(string? destination)
    {
        if (destination is not null && File.Exists(destination))
        {
            throw new CommandException(ExitCode.Usage, $"There is a file '{destination}' already; a checkpoint is never written over. Name another.");
        }
    }

    private static async Task WriteCheckpointAsync(
        Terminal terminal, SqliteBooks books, AuditReport report, string destination, CancellationToken cancellation)
    {
        if (!report.IsIntact)
        {
            terminal.Message("No checkpoint was written: the books are not intact.");
            return;
        }

        var checkpoint = await books.ReadCheckpointAsync(cancellation).ConfigureAwait(false);
        Files.WriteNew(destination, Encoding.UTF8.GetBytes(checkpoint.ToJson()));
        terminal.Message($"Wrote a checkpoint to {destination}. Keep it where nobody who can write to the books can write.");
    }

    // Settings that cannot be read are a finding of the audit already.
    private static async Task<bool> IsIllustrativeAsync(SqliteBooks books, CancellationToken cancellation)
    {
        try
        {
            return (await books.ReadMasterDataAsync(cancellation).ConfigureAwait(false)).IsIllustrative;
        }
        catch (BooksException)
        {
            return false;
        }
    }
}
