using System.CommandLine;
using NodaTime.Text;
using TrustFund.Cli.Rendering;
using TrustFund.Reconciliation;
using TrustFund.Storage;

namespace TrustFund.Cli.Commands;

/// <summary><c>register BOOKS DOCUMENT --symbol S ...</c>: keeps a statement as it was published, with the books that it was made from.</summary>
internal static class RegisterCommand
{
    private static readonly Dictionary<string, EditionStatus> Statuses =
        Enum.GetValues<EditionStatus>().ToDictionary(status => Rendering.Words.Status(status), StringComparer.Ordinal);

    private const string NoFigure = "No figure of the document could be held against the books: its bytes are kept, and the statement that the books give.";

    internal static Command Create(Terminal terminal)
    {
        var books = new Argument<string>("BOOKS") { Description = "The SQLite file of the books." };
        var document = new Argument<string>("DOCUMENT") { Description = "The document as published; its bytes are kept." };
        var symbol = new Option<string>("--symbol") { Description = "The symbol of the document.", HelpName = "SYMBOL", Required = true };
        var language = new Option<string>("--language") { Description = "Its language, by ISO 639.", HelpName = "CODE", DefaultValueFactory = _ => "en" };
        var date = CommonOptions.Date("--date", "The date of the document.");
        date.Required = true;
        var status = new Option<string>("--status") { Description = "What it is declared to be.", HelpName = string.Join('|', Statuses.Keys), Required = true };
        status.OneOf([.. Statuses.Keys]);
        var authorizedOn = CommonOptions.Date("--authorized-on", "The day it was authorized for issue.");
        var authorizedBy = new Option<string?>("--authorized-by") { Description = "Who authorized it for issue.", HelpName = "NAME" };
        var corrects = new Option<string?>("--corrects") { Description = "The edition that it corrects: a corrigendum is an edition of its own.", HelpName = "SYMBOL" };
        var (fund, year, period) = (CommonOptions.Fund(), CommonOptions.Year(), CommonOptions.Period());
        var (template, knownAt) = (CommonOptions.Template(), CommonOptions.KnownAt());
        var reason = new Option<string?>("--reason") { Description = "Why it is registered, or corrected.", HelpName = "TEXT" };
        var (by, approvedBy, authority) = (CommonOptions.PreparedBy(), CommonOptions.ApprovedBy(), CommonOptions.Authority());
        var command = new Command("register", "Keep a statement as it was published, with its figures and the books it was made from. Example: trustfund register books.db annex.txt --symbol A/72/99 --date 2017-06-30 --status certified --year 2016")
        {
            books, document, symbol, language, date, status, authorizedOn, authorizedBy, corrects, fund, year, period, template, knownAt, reason, by, approvedBy, authority,
        };
        command.Run(terminal, async (result, cancellation) =>
        {
            var asked = result.GetValue(period) ?? result.GetValue(year)
                ?? throw new CommandException(ExitCode.Usage, "Name the accounting year of the statement by --year, or another period by --period.");
            var path = result.GetRequiredValue(document);
            var bytes = Files.ReadAllBytes(path);
            if (Code<Edition>.Fault(result.GetRequiredValue(symbol)) is { } fault)
            {
                throw new CommandException(ExitCode.Usage, $"'{result.GetValue(symbol)}' is no symbol: {fault}.");
            }

            await using var opened = await OpenedBooks.OpenToWriteAsync(result.GetRequiredValue(books), terminal, cancellation).ConfigureAwait(false);
            var corrected = result.GetValue(corrects) is { } named
                ? await opened.EditionAsync(named, cancellation).ConfigureAwait(false)
                : null;
            var facts = new EditionFacts(result.GetRequiredValue(symbol), result.GetRequiredValue(language), result.GetValue(date)!.Value, Statuses[result.GetRequiredValue(status)])
            {
                AuthorizedOn = result.GetValue(authorizedOn),
                AuthorizedBy = result.GetValue(authorizedBy),
                Corrects = corrected?.Number,
            };
            var recorded = await opened.ResolveAsync(result.GetValue(knownAt), cancellation).ConfigureAwait(false);
            var only = opened.Fund(result.GetValue(fund));
            var days = opened.Days(asked, only)!.Value;
            if (facts.Date <= days.End)
            {
                throw new CommandException(ExitCode.Usage, FormattableString.Invariant($"A document of {LocalDatePattern.Iso.Format(facts.Date)} cannot state a period that ends on {LocalDatePattern.Iso.Format(days.End)}: correct --date, or --year."));
            }

            var maker = new EditionMaker(opened, only, days, result.GetRequiredValue(template));
            try
            {
                var (registration, contents, report) = await maker.MakeAsync(bytes, Path.GetFileName(path), facts, recorded, cancellation).ConfigureAwait(false);
                var registered = await opened.Books.RegisterAsync(
                    registration with
                    {
                        Reason = result.GetValue(reason),
                        PreparedBy = result.GetValue(by),
                        ApprovedBy = result.GetValue(approvedBy),
                        Authority = result.GetValue(authority),
                    },
                    contents, cancellation).ConfigureAwait(false);
                return Tell(terminal, registration, registered, report);
            }
            catch (Exception exception) when (exception is FormatException or (ArgumentException and not UnbalancedTrialBalanceException))
            {
                throw new CommandException(ExitCode.Usage, exception.Message);
            }
        });
        return command;
    }

    private static ExitCode Tell(Terminal terminal, BooksEvent registration, EditionResult registered, ReconciliationReport report)
    {
        if (registered.Refusals.Count > 0)
        {
            throw new CommandException(ExitCode.Differences, [.. registered.Refusals.Select(refusal => refusal.Text)]);
        }

        var edition = registration.Edition!;
        if (!registered.IsNew)
        {
            terminal.Output.WriteLine(FormattableString.Invariant($"{edition} is registered already, with the same document and particulars (event {registered.Number}); nothing was added."));
            return ExitCode.Done;
        }

        terminal.Output.WriteLine(FormattableString.Invariant(
            $"Registered {edition}, {Rendering.Words.Status(edition.Status)}, the statement of {registration.Fund} for {registration.Period}: event {registered.Number}."));
        terminal.Output.WriteLine($"Kept with it: {string.Join(", ", edition.Files.Select(file => file.Name))}; SHA-256 of the document {edition.Source.Sha256}.");
        terminal.Output.WriteLine($"Made from the books as recorded through entry {edition.Head.Seal}{(edition.Cutoff.AsRestated ? ", as restated" : "")}.");
        terminal.Output.WriteLine(report.Verdict switch
        {
            _ when report.Match!.Lines.Count == 0 => NoFigure,
            Reconciliation.Proof.Verdict.Inconsistent => FormattableString.Invariant($"The document is not in accord with these books: {JournalTally.Count(report.Exceptions.Count(), "exception", "exceptions")}. See: trustfund reconcile {edition.Source.Name} --known-at \"{edition.Symbol}\" --books BOOKS"),
            _ => "The document is in accord with these books.",
        });
        return ExitCode.Done;
    }
}
