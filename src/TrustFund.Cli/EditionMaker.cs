using System.Text;
using TrustFund.Cli.Rendering;
using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Statements;
using TrustFund.Storage;

namespace TrustFund.Cli;

/// <summary>
/// Makes the registration of a published document: the document itself, the template that it follows, the
/// statement as the books give it, and the published figures as they were read and reconciled.
/// </summary>
internal sealed record EditionMaker(OpenedBooks Opened, Fund Fund, ReportingPeriod Period, string Template)
{
    internal const string StatementText = "statement.txt";
    internal const string StatementJson = "statement.json";

    /// <summary>Makes it.</summary>
    /// <param name="document">The bytes of the document.</param>
    /// <param name="name">Its file name.</param>
    /// <param name="facts">What is declared of it.</param>
    /// <param name="knownAt">Until when the books that it was made from were recorded.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    internal async Task<(BooksEvent Registration, IReadOnlyList<EditionContents> Contents, ReconciliationReport Report)> MakeAsync(
        byte[] document, string name, EditionFacts facts, KnownAt? knownAt, CancellationToken cancellation)
    {
        var (template, templateName, templateBytes) = Templates.LoadFile(Template);
        var head = await Opened.ReadHeadAsync(knownAt, cancellation).ConfigureAwait(false);
        var entry = new KnownAt(FormattableString.Invariant($"#{head.Sequence}"), null, head.Sequence);
        var input = DocumentInput.Read(document, name, template);
        var view = await OpeningView.ReadAsync(Opened, input, Fund, Period, entry, cancellation).ConfigureAwait(false);
        var identity = Opened.Identity with { Entries = head.Sequence, Fingerprint = head.Hash.ToString() };
        var report = Reconciler.Reconcile(input.Input with { OpeningRestatedBy = view.RestatedBy }, view.Statement, identity, []);
        EditionContents[] contents =
        [
            new(EditionRole.Source, name, FormatOf(name), document),
            new(EditionRole.Template, templateName, "json", templateBytes),
            .. Statements(view.Statement, Opened.Identity.IsIllustrative),
            new(EditionRole.Figures, "figures.json", "json", Encoding.UTF8.GetBytes(ReportJson.Of([report]))),
        ];
        var cutoff = LedgerCutoff.At(Period.End) with { Sequence = head.Sequence, AsRestated = view.RestatedBy.Count > 0 };
        var edition = new Edition(
            facts.Symbol, facts.Language, facts.Date, facts.Status, cutoff, head, template.ToString(), contents.Select(content => content.File))
        {
            AuthorizedOn = facts.AuthorizedOn,
            AuthorizedBy = facts.AuthorizedBy,
            Corrects = facts.Corrects,
        };
        return (new BooksEvent(BooksEventKind.StatementRegistered, head, MasterData.Empty) { Fund = Fund.Code, Period = Period, Edition = edition }, contents, report);
    }

    /// <summary>The files of a reproduced statement: the same bytes from the same entries.</summary>
    internal static IReadOnlyList<EditionContents> Statements(Statement statement, bool isIllustrative)
    {
        var report = new StatementReport(statement, isIllustrative);
        return
        [
            new EditionContents(EditionRole.Statement, StatementJson, "json", Encoding.UTF8.GetBytes(report.ToJson())),
            new EditionContents(EditionRole.Statement, StatementText, "text", Encoding.UTF8.GetBytes(report.ToText(null))),
        ];
    }

    private static string FormatOf(string name) => Path.GetExtension(name).TrimStart('.') is { Length: > 0 } ending and not "txt" ? ending : "text";
}
