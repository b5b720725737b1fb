using System.CommandLine;
using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Statements;
using TrustFund.Storage;

namespace TrustFund.Cli.Commands;

/// <summary><c>reconcile DOCUMENT --books BOOKS</c>: the year-end job, published against per books.</summary>
internal static class ReconcileCommand
{
    internal static Command Create(Terminal terminal)
    {
        var documents = new Argument<string[]>("DOCUMENT")
        {
            Description = "The published statement, as a text file; or those of several years, each tied to the one before.",
            Arity = ArgumentArity.OneOrMore,
        };
        var books = CommonOptions.BooksOption();
        var extract = new Option<string>("--trial-balance") { Description = "A trial balance extract (CSV) in the place of books.", HelpName = "FILE" };
        var mapping = new Option<string>("--mapping") { Description = "Which accounts of the extract belong to which line (CSV: accounts,line).", HelpName = "FILE" };
        var (fund, year, period) = (CommonOptions.Fund(), CommonOptions.Year(), CommonOptions.Period());
        var (template, narrative, knownAt) = (CommonOptions.Template(), CommonOptions.Narrative(), CommonOptions.KnownAt());
        var asRestated = new Option<bool>("--as-restated") { Description = "Hold the document against the books as restated: its comparatives, and its opening balance with or without the bridge to it." };
        var printing = new ReportOptions();
        var command = new Command("reconcile", "Reconcile a published statement to the books. Example: trustfund reconcile annex.txt --books books.db --narrative narrative.txt")
        {
            documents, books, extract, mapping, fund, year, period, template, narrative, knownAt, asRestated,
        };
        printing.AddTo(command);
        command.Run(terminal, async (result, cancellation) =>
        {
            var (booksPath, extractPath) = (result.GetValue(books), result.GetValue(extract));
            if ((booksPath is null) == (extractPath is null))
            {
                throw new CommandException(ExitCode.Usage, "Name the books by --books, or an extract by --trial-balance with its --mapping: one of the two.");
            }

            if (result.GetValue(asRestated) && booksPath is null)
            {
                throw new CommandException(ExitCode.Usage, "An extract holds no restatements: --as-restated goes with --books.");
            }

            var layout = Templates.Load(result.GetRequiredValue(template));
            var inputs = result.GetRequiredValue(documents).Select(path => DocumentInput.Read(path, result.GetValue(narrative), layout)).ToList();
            var days = result.GetValue(period) ?? result.GetValue(year);
            if (inputs.Count > 1 && (days is not null || booksPath is null))
            {
                throw new CommandException(ExitCode.Usage, "Several documents are reconciled to --books, each for the period that its captions tell: leave --year, --period and --trial-balance out, or name one document.");
            }

            if (inputs.Count > 1 && result.GetValue(asRestated))
            {
                throw new CommandException(ExitCode.Usage, "Several documents are tied to one another by the restatements of the books as it is: leave --as-restated out, or name one document.");
            }

            var reports = booksPath is not null
                ? await WithBooksAsync(terminal, inputs, booksPath, result.GetValue(fund), days, result.GetValue(knownAt), cancellation, result.GetValue(asRestated)).ConfigureAwait(false)
                : [WithExtract(inputs[0], extractPath!, result.GetValue(mapping), result.GetValue(fund), days?.Days)];
            return ReportWriter.Write(terminal, reports, printing.Of(result) with
            {
                Remarks = [.. YearChain.Of([.. inputs.Select(input => input.Year)]).Select(link => link.NotTied).OfType<string>()],
            });
        });
        return command;
    }

    internal static async Task<IReadOnlyList<ReconciliationReport>> WithBooksAsync(
        Terminal terminal, IReadOnlyList<DocumentInput> inputs, string path, string? fund, NamedPeriod? days, KnownAt? knownAt,
        CancellationToken cancellation, bool asRestated = false)
    {
        await using var opened = await OpenedBooks.OpenAsync(path, terminal, cancellation).ConfigureAwait(false);
        var recorded = await opened.ResolveAsync(knownAt, cancellation).ConfigureAwait(false);
        var reports = new List<ReconciliationReport>();
        var links = YearChain.Of([.. inputs.Select(input => input.Year)]);
        for (var index = 0; index < inputs.Count; index++)
        {
            var input = inputs[index];
            var named = days is null ? null : opened.Days(days, Reproduction.FundOf(opened, input.Input.Match!.Template, fund));
            // Captions of a restated opening balance tell the period by the bridge's own.
            named ??= asRestated ? TemplateMatcher.Match(input.Input.Match!.Template.AsRestated(), input.Document).Period : null;
            if (PeriodOf(input, named) is not { } period)
            {
                // Nothing of the document fits, so there is no year to ask the books for: report what was read.
                reports.Add(Reconciler.Check(input.Input));
                continue;
            }

            if (await opened.NothingInAsync(Reproduction.FundOf(opened, input.Input.Match!.Template, fund), period, cancellation).ConfigureAwait(false) is { } nothing)
            {
                terminal.Message(nothing);
            }

            input = asRestated ? await AsRestatedAsync(opened, input, fund, period, recorded, cancellation).ConfigureAwait(false) : input;
            reports.Add(await WithBooksAsync(opened, input, links[index].Prior, fund, period, recorded, cancellation).ConfigureAwait(false));
        }

        return reports;
    }

    // With the bridge by nature, in one amount or not at all: whichever of them the document prints most of.
    private static async Task<DocumentInput> AsRestatedAsync(
        OpenedBooks opened, DocumentInput document, string? fund, ReportingPeriod period, KnownAt? knownAt, CancellationToken cancellation)
    {
        var template = document.Input.Match!.Template;
        var byNature = await Reproduction.AsRestatedAsync(opened, template, Reproduction.FundOf(opened, template, fund), period, knownAt, cancellation).ConfigureAwait(false);
        var match = new[] { byNature, template.AsRestated(), template.WithRestatedColumns() }
            .Select(layout => TemplateMatcher.Match(layout, document.Document)).MinBy(match => match.Missing.Count)!;
        return document with { Input = document.Input with { Match = match } };
    }

    private static async Task<ReconciliationReport> WithBooksAsync(
        OpenedBooks opened, DocumentInput document, YearStatement? before, string? fund, ReportingPeriod period, KnownAt? knownAt, CancellationToken cancellation)
    {
        var template = document.Input.Match!.Template;
        var reproduced = await OpeningView.ReadAsync(opened, document, Reproduction.FundOf(opened, template, fund), period, knownAt, cancellation).ConfigureAwait(false);
        var input = document.Input with { OpeningRestatedBy = reproduced.RestatedBy, Edition = await EditionOfAsync(opened, document, cancellation).ConfigureAwait(false) };
        if (before is not null)
        {
            var unit = input.Match!.Template.Unit;
            input = input with
            {
                Relations = [.. input.Relations, AcrossDocuments.Continuity(
                    before, document.Year, [.. reproduced.RestatedBy.Select(effect => (effect.Posted, Printed(effect.Amount, unit)))])],
            };
        }

        var report = Reconciler.Reconcile(input, reproduced.Statement, opened.Identity, []);
        return report.Discrepancies.Count == 0
            ? report
            : Reconciler.Reconcile(input, reproduced.Statement, opened.Identity, await EntriesAsync(opened, reproduced.Statement, knownAt, cancellation).ConfigureAwait(false));
    }

    // The same bytes may be registered more than once; what was recorded after the first of them is in none.
    private static async Task<EditionOfBooks?> EditionOfAsync(OpenedBooks opened, DocumentInput document, CancellationToken cancellation) => !opened.IsStored
        ? null
        : (await opened.Books.ReadEditionsAsync(cancellation).ConfigureAwait(false))
            .Select(posted => posted.Event.Edition!)
            .Where(edition => edition.Source.Sha256.ToString() == document.Document.Sha256)
            .MinBy(edition => edition.Head.Sequence) is { } first
                ? new EditionOfBooks(first.ToString(), first.Head.Sequence)
                : null;

    // In printed units, with all the digits of the currency.
    private static decimal Printed(Money amount, decimal unit) => (amount.Amount / unit) + new decimal(0, 0, 0, false, (byte)amount.Currency.MinorDigits);

    // Only where something differs are the entries of the period read, to name those that may have caused it.
    private static async Task<IReadOnlyList<PostedEntry>> EntriesAsync(
        OpenedBooks opened, Statement statement, KnownAt? knownAt, CancellationToken cancellation)
    {
        var entries = new List<PostedEntry>();
        var head = await opened.ReadHeadAsync(knownAt, cancellation).ConfigureAwait(false);
        var selection = new EntrySelection
        {
            Fund = statement.Fund.Code,
            From = statement.Period.Start,
            Through = statement.Period.End,
            ThroughSequence = head.Sequence,
        };
        await foreach (var entry in opened.ReadEntriesAsync(selection, cancellation).ConfigureAwait(false))
        {
            entries.Add(entry);
        }

        return entries;
    }

    private static ReconciliationReport WithExtract(
        DocumentInput input, string path, string? mapping, string? fund, ReportingPeriod? days)
    {
        if (PeriodOf(input, days) is not { } period)
        {
            return Reconciler.Check(input.Input);
        }

        var (statement, identity) = ExtractReproduction.Read(path, mapping, input.Input.Match!.Template, period, fund, input);
        return Reconciler.Reconcile(input.Input, statement, identity, []);
    }

    /// <exception cref="CommandException">Neither the command line nor a caption tells the period of a readable document.</exception>
    private static ReportingPeriod? PeriodOf(DocumentInput input, ReportingPeriod? named)
    {
        if ((named ?? input.Input.Match!.Period) is { } period)
        {
            return period;
        }

        return input.Input.Match!.Lines.Count == 0
            ? null
            : throw new CommandException(ExitCode.Usage, "No caption of the document tells the period: name it by --year or --period.");
    }
}
