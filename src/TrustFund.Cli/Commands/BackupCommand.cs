using System.CommandLine;
using TrustFund.Cli.Rendering;
using TrustFund.Storage;

namespace TrustFund.Cli.Commands;

/// <summary><c>backup BOOKS FILE</c>: books taken along, the copy audited.</summary>
internal static class BackupCommand
{
    internal static Command Create(Terminal terminal)
    {
        var books = new Argument<string>("BOOKS") { Description = "The SQLite file to copy; it may be in use." };
        var file = new Argument<string>("FILE") { Description = "The copy to make; it must not be there yet." };
        var compact = new Option<bool>("--compact") { Description = "Write the copy anew, as small as it can be." };
        var command = new Command("backup", "Copy books that may be in use, and audit the copy. Example: trustfund backup books.db books-2016-12-31.db")
        {
            books, file, compact,
        };
        command.Run(terminal, async (result, cancellation) =>
        {
            await using var opened = OpenedBooks.Stored(result.GetRequiredValue(books), terminal, readOnly: true);
            var path = result.GetRequiredValue(file);
            var report = await opened.BackUpAsync(path, result.GetValue(compact), cancellation).ConfigureAwait(false);
            return Report(terminal, "Copied the books to", path, report);
        });
        return command;
    }

    internal static ExitCode Report(Terminal terminal, string what, string path, AuditReport report)
    {
        if (report.IsIntact)
        {
            terminal.Output.WriteLine(FormattableString.Invariant(
                $"{what} {path}: {report.Entries} entries, intact; fingerprint of the books {report.Head.Hash}"));
            return ExitCode.Done;
        }

        terminal.Output.Write(AuditReportText.ToText(report, Path.GetFileName(path), isIllustrative: false));
        return ExitCode.Differences;
    }
}
