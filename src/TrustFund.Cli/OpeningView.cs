using TrustFund.Reconciliation.Statements;
using TrustFund.Storage;

namespace TrustFund.Cli;

/// <summary>
/// The statement per books that a document is held against: as recorded, or as restated where the document
/// prints the opening balance as restated by what the books hold.
/// </summary>
/// <param name="Statement">The statement.</param>
/// <param name="RestatedBy">What each restatement did to the opening balance; empty where it is as recorded.</param>
internal sealed record OpeningView(Statement Statement, IReadOnlyList<EntryEffect> RestatedBy)
{
    internal static async Task<OpeningView> ReadAsync(
        OpenedBooks opened, DocumentInput document, Fund? fund, ReportingPeriod period, KnownAt? knownAt, CancellationToken cancellation)
    {
        async Task<(StatementPlan Plan, Statement Statement)> MadeAsync(StatementTemplate layout)
        {
            var plan = Reproduction.Plan(opened, layout, fund, period, knownAt);
            return (plan, await Reproduction.FromBooksAsync(opened, plan, cancellation).ConfigureAwait(false));
        }

        var template = document.Input.Match!.Template;
        var recorded = await MadeAsync(template).ConfigureAwait(false);
        if (Opening(document.Input.Match) is not { Figures: [{ Amount: { } printed }, ..] } opening
            || printed == recorded.Statement[opening.Template.Id!].Cells[0].Rounded)
        {
            return new OpeningView(recorded.Statement, []);
        }

        var restated = await MadeAsync(template.WithRestatedColumns()).ConfigureAwait(false);
        if (printed != restated.Statement[opening.Template.Id!].Cells[0].Rounded)
        {
            return new OpeningView(recorded.Statement, []);
        }

        var restatements = await RestatementsAsync(opened, fund, knownAt, cancellation).ConfigureAwait(false);
        var figure = new StatementFigure(opening.Template.Id!, 0);
        return new OpeningView(restated.Statement, StatementChanges.Of(recorded, restated, restatements)
            .Single(change => change.Figure == figure).Entries);
    }

    /// <summary>The restatements of a fund, or of all, in order of sequence.</summary>
    internal static async Task<IReadOnlyList<PostedEntry>> RestatementsAsync(
        OpenedBooks opened, Fund? fund, KnownAt? knownAt, CancellationToken cancellation)
    {
        var head = await opened.ReadHeadAsync(knownAt, cancellation).ConfigureAwait(false);
        return await opened.ReadEntriesAsync(new EntrySelection { Fund = fund?.Code, Kind = EntryKind.Restatement, ThroughSequence = head.Sequence }, cancellation)
            .ToListAsync(cancellation).ConfigureAwait(false);
    }

    // One that a bridge leads up to is shown as restated by the template itself.
    private static MatchedLine? Opening(TemplateMatch match) => match.Template.Columns[0].AsRestated
        ? null
        : match.Lines.FirstOrDefault(line => line.Template is { Measure: Measure.Opening, HasRelation: false });
}
