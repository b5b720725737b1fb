using System.CommandLine;
using TrustFund.Cli.Rendering;
using TrustFund.Storage;

namespace TrustFund.Cli.Commands;

/// <summary><c>views BOOKS --year YYYY</c>: a statement as published, as recorded now and as restated, side by side.</summary>
internal static class ViewsCommand
{
    internal static Command Create(Terminal terminal)
    {
        var books = new Argument<string>("BOOKS") { Description = "The SQLite file of the books." };
        var symbol = new Option<string?>("--symbol") { Description = "The edition; the one registered last of the fund and period where it is left out.", HelpName = "SYMBOL" };
        var (fund, year, period, format) = (CommonOptions.Fund(), CommonOptions.Year(), CommonOptions.Period(), CommonOptions.Format());
        var command = new Command("views", "Show a statement as published, as recorded now and as restated, side by side. Example: trustfund views books.db --fund EDUC --year 2021")
        {
            books, symbol, fund, year, period, format,
        };
        command.Run(terminal, async (result, cancellation) =>
        {
            await using var opened = await OpenedBooks.OpenAsync(result.GetRequiredValue(books), terminal, cancellation).ConfigureAwait(false);
            var posted = result.GetValue(symbol) is { } named
                ? await opened.EditionAsync(named, cancellation).ConfigureAwait(false)
                : await LastAsync(opened, opened.Fund(result.GetValue(fund)), result.GetValue(period) ?? result.GetValue(year), cancellation).ConfigureAwait(false);
            var report = new ViewsReport(await StatementViews.ReadAsync(opened, posted, cancellation).ConfigureAwait(false), opened.Identity.IsIllustrative);
            terminal.Report(result.GetValue(format), report.ToText, report.ToJson, report.ToCsv);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<PostedEvent> LastAsync(OpenedBooks opened, Fund fund, NamedPeriod? days, CancellationToken cancellation)
    {
        var period = opened.Days(days, fund) ?? throw new CommandException(ExitCode.Usage, "Name the edition by --symbol, or the accounting year by --year.");
        return (await opened.Books.ReadEditionsAsync(cancellation).ConfigureAwait(false))
            .LastOrDefault(posted => posted.Event.Fund == fund.Code && posted.Event.Period == period)
            ?? throw new CommandException(ExitCode.Usage, $"No statement of {fund.Code} for {period} is registered. Next: trustfund register BOOKS DOCUMENT --symbol SYMBOL --date DATE --status STATUS --fund {fund.Code} --year {period}");
    }
}
