using System.CommandLine;
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
        var format = CommonOptions.Format();
        var command = new Command("audit", "Check chain, balances, references and structure of the books. Example: trustfund audit books.db") { books, format };
        command.Run(terminal, async (result, cancellation) =>
        {
            var path = result.GetRequiredValue(books);
            await using var opened = SqliteBooks.Open(path, terminal.Clock, readOnly: true);
            var report = await opened.AuditAsync(cancellation).ConfigureAwait(false);
            var isIllustrative = await IsIllustrativeAsync(opened, cancellation).ConfigureAwait(false);
            terminal.Report(
                result.GetValue(format), () => AuditReportText.ToText(report, Path.GetFileName(path), isIllustrative),
                () => AuditReportText.ToJson(report), () => AuditReportText.ToCsv(report));
            return report.IsIntact ? ExitCode.Done : ExitCode.Differences;
        });
        return command;
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
