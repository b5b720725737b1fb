using System.CommandLine;
using TrustFund.Sqlite;

namespace TrustFund.Cli.Commands;

/// <summary><c>restore FILE BOOKS</c>: books brought back from a backup, and audited.</summary>
internal static class RestoreCommand
{
    internal static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The backup; it is not changed." };
        var books = new Argument<string>("BOOKS") { Description = "The SQLite file to make; it must not be there yet." };
        var command = new Command("restore", "Make books from a backup, and audit them. Example: trustfund restore books-2016-12-31.db books.db")
        {
            file, books,
        };
        command.Run(terminal, async (result, cancellation) =>
        {
            var path = result.GetRequiredValue(books);
            var report = await SqliteBooks.RestoreBackupAsync(
                result.GetRequiredValue(file), path, terminal.Clock, cancellation).ConfigureAwait(false);
            return BackupCommand.Report(terminal, "Restored the books to", path, report);
        });
        return command;
    }
}
