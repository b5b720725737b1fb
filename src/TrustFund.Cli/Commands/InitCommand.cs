using System.CommandLine;
using TrustFund.Sqlite;

namespace TrustFund.Cli.Commands;

/// <summary><c>init BOOKS</c>: makes empty books.</summary>
internal static class InitCommand
{
    internal static Command Create(Terminal terminal)
    {
        var books = new Argument<string>("BOOKS") { Description = "The SQLite file to make; it must not be there yet." };
        var command = new Command("init", "Make empty books in an SQLite file. Example: trustfund init books.db") { books };
        command.Run(terminal, async (result, _) =>
        {
            var path = result.GetRequiredValue(books);
            await using var made = SqliteBooks.Create(path, terminal.Clock);
            terminal.Output.WriteLine($"Made empty books in {path}. Next: trustfund import {path} FOLDER");
            return ExitCode.Done;
        });
        return command;
    }
}
