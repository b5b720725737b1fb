using System.CommandLine;
using NodaTime;
using TrustFund.Cli.Rendering;
using TrustFund.Reconciliation.Statements;
using TrustFund.Storage;

namespace TrustFund.Cli.Commands;

/// <summary><c>diff BOOKS --from INSTANT --to INSTANT</c>: which figures moved between the two, and by which entries.</summary>
internal static class DiffCommand
{
    internal static Command Create(Terminal terminal)
    {
        var books = CommonOptions.Books();
        var from = CommonOptions.KnownAt("--from", "The earlier books, as they were recorded then");
        from.Required = true;
        var to = CommonOptions.KnownAt("--to", "The later books; as they are recorded now where it is left out");
        var through = CommonOptions.Date("--through", "The last posting date taken in; the day of the last entry where it is left out.");
        var (fund, year, period) = (CommonOptions.Fund(), CommonOptions.Year(), CommonOptions.Period());
        var by = new Option<string>("--by") { Description = "The balances to compare: account,fund or account,fund,donor.", HelpName = "DIMENSIONS", DefaultValueFactory = _ => "account,fund" };
        by.OneOf("account,fund", "account,fund,donor");
        var template = new Option<string?>("--template")
        {
            Description = "Compare the figures of a statement (with --year): the name of a template that ships, or a JSON file.",
            HelpName = "NAME-or-FILE",
        };
        var format = CommonOptions.Format();
        var command = new Command("diff", "Show which figures moved between two states of the books, and the entries that moved them. Example: trustfund diff books.db --from 2017-06-30T00:00:00Z --template un-trust-fund-status --year 2016")
        {
            books, from, to, through, fund, year, period, by, template, format,
        };
        command.Run(terminal, async (result, cancellation) =>
        {
            await using var opened = await OpenedBooks.OpenAsync(result.GetRequiredValue(books), terminal, cancellation).ConfigureAwait(false);
            var earlier = await StateAsync(opened, result.GetValue(from), cancellation).ConfigureAwait(false);
            var later = await StateAsync(opened, result.GetValue(to), cancellation).ConfigureAwait(false);
            if (earlier.Sequence > later.Sequence)
            {
                throw new CommandException(ExitCode.Usage, FormattableString.Invariant(
                    $"--from comes after --to: entry {earlier.Sequence} after entry {later.Sequence}. Exchange the two."));
            }

            var only = result.GetValue(fund) is { } code ? opened.Fund(code) : null;
            var days = opened.Days(result.GetValue(period) ?? result.GetValue(year), only);
            var report = result.GetValue(template) is { } name
                ? await OfStatementAsync(opened, earlier, later, Templates.Load(name), result.GetValue(fund), days, cancellation).ConfigureAwait(false)
                : await OfBalancesAsync(
                    opened, earlier, later, result.GetValue(through), days, only, result.GetValue(by) == "account,fund,donor", cancellation).ConfigureAwait(false);
            terminal.Report(result.GetValue(format), report.ToText, report.ToJson, report.ToCsv);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<RecordedState> StateAsync(OpenedBooks opened, KnownAt? named, CancellationToken cancellation)
    {
        var knownAt = await opened.ResolveAsync(named, cancellation).ConfigureAwait(false);
        var head = await opened.ReadHeadAsync(knownAt, cancellation).ConfigureAwait(false);
        var recorded = await opened.Books.ReadEntriesAsync(
            new EntrySelection { AfterSequence = head.Sequence - 1, ThroughSequence = head.Sequence }, cancellation)
            .Select(posted => (Instant?)posted.Recorded).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        return new RecordedState(named?.Text, head.Sequence, recorded);
    }

    private static async Task<DiffReport> OfBalancesAsync(
        OpenedBooks opened, RecordedState earlier, RecordedState later, LocalDate? through, ReportingPeriod? days, Fund? only, bool byDonor, CancellationToken cancellation)
    {
        var day = through ?? days?.End ?? await opened.Books.ReadLastDateAsync(cancellation).ConfigureAwait(false) ?? LocalDate.MinIsoValue;
        async Task<TrialBalance> BalanceAsync(RecordedState state)
        {
            var cutoff = LedgerCutoff.At(day) with { PeriodStart = days?.Start, Sequence = state.Sequence };
            var balance = byDonor
                ? await opened.Books.ReadTrialBalanceAsync(cutoff, cancellation).ConfigureAwait(false)
                : await opened.Books.ReadTrialBalanceByFundAsync(cutoff, cancellation).ConfigureAwait(false);
            return only is null ? balance : new TrialBalance(cutoff, balance.Rows.Where(row => row.Fund.Code == only.Code));
        }

        var between = await BetweenAsync(opened, earlier, later, cancellation).ConfigureAwait(false);
        var changes = FigureChanges.Of(
            await BalanceAsync(earlier).ConfigureAwait(false), await BalanceAsync(later).ConfigureAwait(false), between, byDonor);
        return new DiffReport(
            earlier, later, between.Count,
            FormattableString.Invariant($"Trial balance as at {day:uuuu-MM-dd}, before closing (credits in parentheses)"),
            [.. changes.Select(DiffFigure.Of)], opened.Identity.IsIllustrative);
    }

    private static async Task<DiffReport> OfStatementAsync(
        OpenedBooks opened, RecordedState earlier, RecordedState later, StatementTemplate layout, string? fund, ReportingPeriod? days, CancellationToken cancellation)
    {
        var period = days ?? throw new CommandException(ExitCode.Usage, "Name the accounting year of the statement by --year, or another period by --period.");
        var one = Reproduction.FundOf(opened, layout, fund);
        async Task<(StatementPlan Plan, Statement Statement)> MadeAsync(RecordedState state)
        {
            var plan = Reproduction.Plan(opened, layout, one, period, state.KnownAt);
            return (plan, await Reproduction.FromBooksAsync(opened, plan, cancellation).ConfigureAwait(false));
        }

        var (before, after) = (await MadeAsync(earlier).ConfigureAwait(false), await MadeAsync(later).ConfigureAwait(false));
        var between = await BetweenAsync(opened, earlier, later, cancellation).ConfigureAwait(false);
        var (statement, changes) = (after.Statement, StatementChanges.Of(before, after, between));
        return new DiffReport(
            earlier, later, between.Count, $"{statement.Title}\nTemplate {layout}",
            [.. changes.Select(change => DiffFigure.Of(change, Caption(statement, change.Figure), statement.Headings[change.Figure.Column]))], opened.Identity.IsIllustrative);
    }

    private static async Task<List<PostedEntry>> BetweenAsync(
        OpenedBooks opened, RecordedState earlier, RecordedState later, CancellationToken cancellation) =>
        await opened.Books.ReadEntriesAsync(
            new EntrySelection { AfterSequence = earlier.Sequence, ThroughSequence = later.Sequence }, cancellation)
            .ToListAsync(cancellation).ConfigureAwait(false);

    private static string Caption(Statement statement, StatementFigure figure) => figure.Note is null
        ? statement[figure.Line].Caption
        : $"Note {figure.Note}, {figure.Donor?.Name ?? "donors not stated"}";
}
