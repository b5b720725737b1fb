using System.CommandLine;
using TrustFund.Cli.Rendering;

namespace TrustFund.Cli.Commands;

/// <summary><c>statement --books BOOKS --year YYYY</c>: reproduces the statement.</summary>
internal static class StatementCommand
{
    private static readonly Dictionary<string, string?> Spaces = new(StringComparer.Ordinal)
    {
        ["template"] = null,
        ["plain"] = " ",
        ["no-break"] = "\u00A0",
        ["thin"] = "\u202F",
    };

    internal static Command Create(Terminal terminal)
    {
        var books = CommonOptions.BooksOption();
        books.Required = true;
        var (fund, year, period) = (CommonOptions.Fund(), CommonOptions.Year(), CommonOptions.Period());
        var (template, knownAt, format) = (CommonOptions.Template(), CommonOptions.KnownAt(), CommonOptions.Format());
        var spaces = new Option<string>("--spaces")
        {
            Description = "The space between groups of three digits: the template's own, plain, no-break (U+00A0) or thin (narrow no-break, U+202F).",
            HelpName = string.Join('|', Spaces.Keys),
            DefaultValueFactory = _ => "template",
        };
        spaces.OneOf([.. Spaces.Keys]);
        var seal = new Option<bool>("--seal") { Description = "Print a short seal of the books under the statement (text only)." };
        var asRestated = new Option<bool>("--as-restated") { Description = "Count restatements from the end of the period that they restate, with the bridge from the opening balance as previously reported." };
        var width = CommonOptions.Width();
        var narrative = new Option<bool>("--narrative") { Description = "Write the paragraphs that accompany the statement instead of its table (with json: beside it)." };
        var command = new Command("statement", "Reproduce the statement from the books. Example: trustfund statement --books books.db --fund UNLIREC --year 2016")
        {
            books, fund, year, period, template, knownAt, asRestated, narrative, width, spaces, seal, format,
        };
        command.Run(terminal, async (result, cancellation) =>
        {
            var asked = result.GetValue(period) ?? result.GetValue(year)
                ?? throw new CommandException(ExitCode.Usage, "Name the accounting year by --year, or another period by --period.");
            var tells = result.GetValue(narrative);
            if (tells && (result.GetValue(format) == OutputFormat.Csv || result.GetValue(seal)))
            {
                throw new CommandException(ExitCode.Usage, "--narrative is text for a document, or goes with the JSON of the statement: leave out --format csv and --seal.");
            }

            var named = Templates.Load(result.GetRequiredValue(template));
            await using var opened = await OpenedBooks.OpenAsync(result.GetRequiredValue(books), terminal, cancellation).ConfigureAwait(false);
            var recorded = await opened.ResolveAsync(result.GetValue(knownAt), cancellation).ConfigureAwait(false);
            var one = Reproduction.FundOf(opened, named, result.GetValue(fund));
            var days = opened.Days(asked, one)!.Value;
            var layout = result.GetValue(asRestated) ? await Reproduction.AsRestatedAsync(opened, named, one, days, recorded, cancellation).ConfigureAwait(false) : named;
            var plan = Reproduction.Plan(opened, layout, one, days, recorded);
            var statement = await Reproduction.FromBooksAsync(opened, plan, cancellation).ConfigureAwait(false);
            var report = new StatementReport(statement, opened.Identity.IsIllustrative)
            {
                Narrative = tells ? await Narration.OfAsync(opened, plan, statement, cancellation).ConfigureAwait(false) : null,
            };
            if (await opened.NothingInAsync(one, days, cancellation).ConfigureAwait(false) is { } nothing)
            {
                terminal.Message(nothing);
            }

            var space = Spaces[result.GetRequiredValue(spaces)];
            var sealLine = result.GetValue(seal) ? await SealAsync(opened, recorded, cancellation).ConfigureAwait(false) : "";
            terminal.Report(result.GetValue(format), () => tells ? report.ToNarrative() : report.ToText(space, result.GetValue(width) ?? terminal.Page) + sealLine, report.ToJson, report.ToCsv);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<string> SealAsync(OpenedBooks opened, KnownAt? knownAt, CancellationToken cancellation)
    {
        if (!opened.IsStored)
        {
            throw new CommandException(ExitCode.Usage, "CSV books have no chain to take a seal of. Import them into an SQLite file first.");
        }

        var head = await opened.ReadHeadAsync(knownAt, cancellation).ConfigureAwait(false);
        return $"Seal of the books: {head.Seal}\n";
    }
}
