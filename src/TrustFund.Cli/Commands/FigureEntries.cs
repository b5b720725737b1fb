using System.CommandLine;
using TrustFund.Cli.Rendering;
using TrustFund.Reconciliation.Statements;
using TrustFund.Storage;

namespace TrustFund.Cli.Commands;

/// <summary>
/// <c>entries --figure LINE[:COLUMN]</c> and <c>entries --entry ID --trace</c>: from a figure of a statement to the
/// entries behind it, and from an entry to every figure that it moves.
/// </summary>
internal sealed class FigureEntries(Option<string> entryOption)
{
    private readonly Option<string> _figure = new("--figure") { Description = "The entries behind a figure of a statement: a line by its id in the template or its caption, and the column by number or heading where it is not the first.", HelpName = "LINE[:COLUMN]" };
    private readonly Option<bool> _trace = new("--trace") { Description = "Every figure of the statement that --entry moves, with what it contributes." };
    private readonly Option<NamedPeriod?> _year = CommonOptions.Year();
    private readonly Option<NamedPeriod?> _period = CommonOptions.Period();
    private readonly Option<string> _template = CommonOptions.Template();
    private readonly Option<bool> _asRestated = new("--as-restated") { Description = "The statement as restated." };

    private Option[] Options => [_figure, _trace, _year, _period, _template, _asRestated];

    internal void AddTo(Command command)
    {
        foreach (var option in Options)
        {
            command.Add(option);
        }
    }

    // Template and the like mean a statement: beside an entry alone they would be passed over in silence. So would a year.
    internal bool IsAskedBy(ParseResult result) =>
        Options.Except([_year, _period]).Any(IsSaid(result)) || (Days(result) is not null && result.GetValue(entryOption) is not null);

    /// <summary>The days that --period or --year names; null where neither does.</summary>
    internal NamedPeriod? Days(ParseResult result) => result.GetValue(_period) ?? result.GetValue(_year);

    /// <exception cref="CommandException">The figure, the entry or the year is not there.</exception>
    internal async Task<ContributionsReport> ReadAsync(ParseResult result, OpenedBooks opened, string? fund, CancellationToken cancellation)
    {
        var (figure, entry) = (result.GetValue(_figure), result.GetValue(entryOption));
        if ((figure is null) == (entry is null) || (entry is not null && !result.GetValue(_trace)))
        {
            throw new CommandException(ExitCode.Usage, "Name a figure by --figure, or an entry by --entry with --trace: one of the two.");
        }

        var named = Templates.Load(result.GetRequiredValue(_template));
        var one = Reproduction.FundOf(opened, named, fund);
        var days = opened.Days(Days(result), one)
            ?? throw new CommandException(ExitCode.Usage, "Name the year of the statement by --year, or another period by --period.");
        var template = result.GetValue(_asRestated) ? await Reproduction.AsRestatedAsync(opened, named, one, days, null, cancellation).ConfigureAwait(false) : named;
        var plan = Reproduction.Plan(opened, template, one, days, null);
        var statement = await Reproduction.FromBooksAsync(opened, plan, cancellation).ConfigureAwait(false);
        return figure is not null
            ? await BehindAsync(opened, plan, statement, new EntrySelection { Fund = one?.Code }, figure, cancellation).ConfigureAwait(false)
            : await TraceAsync(opened, plan, statement, entry!, cancellation).ConfigureAwait(false);
    }

    private static Func<Option, bool> IsSaid(ParseResult result) => option => result.GetResult(option) is { Implicit: false };

    private static async Task<ContributionsReport> BehindAsync(
        OpenedBooks opened, StatementPlan plan, Statement statement, EntrySelection selection, string figure, CancellationToken cancellation)
    {
        var (line, column) = Figure(statement, figure);
        var contributions = new List<Contribution>();
        // No entry without a posting of its fund moves a figure of a statement of one fund.
        await foreach (var posted in opened.ReadEntriesAsync(selection, cancellation).ConfigureAwait(false))
        {
            if (plan.ContributionOf(line.Template.Id!, column, posted) is { IsZero: false } amount)
            {
                contributions.Add(new Contribution(posted, line, column, amount));
            }
        }

        return new ContributionsReport(statement, contributions, (line, column), opened.Identity.IsIllustrative);
    }

    private static async Task<ContributionsReport> TraceAsync(
        OpenedBooks opened, StatementPlan plan, Statement statement, string entry, CancellationToken cancellation)
    {
        var posted = Code<JournalEntry>.Fault(entry) is null ? await opened.FindEntryAsync(entry, cancellation).ConfigureAwait(false) : null;
        return posted is null
            ? throw new CommandException(ExitCode.Usage, $"The books have no entry '{entry}'.")
            : new ContributionsReport(statement, [.. from line in statement.Lines
                                                     from column in Enumerable.Range(0, line.Cells.Count)
                                                     let amount = plan.ContributionOf(line.Template.Id!, column, posted)
                                                     where !amount.IsZero
                                                     select new Contribution(posted, line, column, amount)], null, opened.Identity.IsIllustrative);
    }

    private static (StatementLine Line, int Column) Figure(Statement statement, string figure)
    {
        var parts = figure.Split(':', 2);
        // By its id, or as it is printed where no other line is printed so.
        List<StatementLine> printed = [.. statement.Lines.Where(line => line.Template.Id is not null && string.Equals(line.Caption, parts[0], StringComparison.OrdinalIgnoreCase))];
        var line = statement.Lines.FirstOrDefault(line => line.Template.Id == parts[0]) ?? (printed is [var only] ? only : null)
            ?? throw new CommandException(ExitCode.Usage,
                $"Template {statement.Template} has no line '{parts[0]}'; its lines are {string.Join(", ", statement.Template.AmountLines.Select(known => known.Id))}.");
        var columns = Enumerable.Range(0, statement.Headings.Count).ToList();
        var column = parts.Length == 1 ? 0 : columns.FindIndex(index => IsNamed(statement, index, parts[1]));
        return column >= 0
            ? (line, column)
            : throw new CommandException(ExitCode.Usage,
                $"The statement has no column '{parts[1]}'; its columns are {string.Join(", ", columns.Select(index => FormattableString.Invariant($"{index + 1} {statement.Headings[index]}").Trim()))}.");
    }

    private static bool IsNamed(Statement statement, int index, string name) =>
        name == FormattableString.Invariant($"{index + 1}") || name == statement.Headings[index] || name == statement.Template.Columns[index].Id;
}
