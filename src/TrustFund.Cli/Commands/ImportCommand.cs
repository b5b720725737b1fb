using System.CommandLine;
using TrustFund.Cli.Rendering;
using TrustFund.Interchange;
using TrustFund.Sqlite;

namespace TrustFund.Cli.Commands;

/// <summary><c>import BOOKS FOLDER</c>: takes in CSV books, all of them or nothing.</summary>
internal static class ImportCommand
{
    internal static Command Create(Terminal terminal)
    {
        var books = new Argument<string>("BOOKS") { Description = "The SQLite file to import into (see init)." };
        var folder = new Argument<string>("FOLDER") { Description = "The folder of CSV books: accounts.csv, funds.csv, donors.csv, books.csv, journal.csv." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read and check everything; write nothing." };
        var command = new Command("import", "Import CSV books: everything or, where anything is refused, nothing. Example: trustfund import books.db csv-books")
        {
            books, folder, dryRun,
        };
        command.Run(terminal, (result, cancellation) => RunAsync(
            terminal, result.GetRequiredValue(books), result.GetRequiredValue(folder), result.GetValue(dryRun), cancellation));
        return command;
    }

    internal static async Task<ExitCode> RunAsync(
        Terminal terminal, string path, string folder, bool dryRun, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
        {
            throw new CommandException(ExitCode.Usage, $"There is no folder '{folder}' of CSV books.");
        }

        if (!File.Exists(path))
        {
            throw new CommandException(ExitCode.Usage, $"There are no books '{path}'. Make them first: trustfund init {path}");
        }

        var reading = CsvBooks.Read(folder);
        if (reading.Problems.Count > 0)
        {
            throw new CommandException(ExitCode.Unreadable,
                [.. reading.Problems.Select(ProblemText.Of), $"{Count(reading.Problems.Count, "problem")}; nothing was imported."]);
        }

        if (dryRun)
        {
            terminal.Output.WriteLine($"{Count(reading.Entries.Count, "entry", "entries")} can be read and balance; nothing was imported (--dry-run).");
            return ExitCode.Done;
        }

        await using var books = SqliteBooks.Open(path, terminal.Clock);
        var outcome = await books.ImportAsync(reading.MasterData, reading.Entries, cancellation: cancellation).ConfigureAwait(false);
        if (outcome.IsRefused)
        {
            throw new CommandException(ExitCode.Differences,
                [.. outcome.Refusals.Select(refusal => refusal.Text), $"{Count(outcome.Refusals.Count, "refusal")}; nothing was imported."]);
        }

        var already = outcome.AlreadyPosted > 0 ? $", {outcome.AlreadyPosted} were there already" : "";
        terminal.Output.WriteLine($"Imported {Count(outcome.Posted, "entry", "entries")}{already}; fingerprint of the books {outcome.Head.Hash}");
        return ExitCode.Done;
    }

    private static string Count(long count, string one, string? many = null) =>
        FormattableString.Invariant($"{count} {(count == 1 ? one : many ?? one + "s")}");
}
