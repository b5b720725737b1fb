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
        OpenedBooks opened, DocumentInput document, Fund fund, ReportingPeriod period, KnownAt? knownAt, CancellationToken cancellation)
    {
        var template = document.Input.Match!.Template;
        Statement Build(IReadOnlyList<TrialBalance> balances) => Reproduction.Build(template, fund, period, balances);
        var recorded = await Reproduction.BalancesAsync(opened, template, period, knownAt, cancellation).ConfigureAwait(false);
        var statement = Build(recorded);
        if (Opening(document.Input.Match) is not { Figures: [{ Amount: { } printed }, ..] } opening
            || printed == statement[opening.Template.Id!].Cells[0].Rounded)
        {
            return new OpeningView(statement, []);
        }

        var restated = await Reproduction.BalancesAsync(opened, template, period, knownAt, cancellation, asRestated: true).ConfigureAwait(false);
        var asRestated = Build(restated);
        if (printed != asRestated[opening.Template.Id!].Cells[0].Rounded)
        {
            return new OpeningView(statement, []);
        }

        var restatements = await RestatementsAsync(opened, fund, knownAt, cancellation).ConfigureAwait(false);
        var figure = new StatementFigure(opening.Template.Id!, 0);
        return new OpeningView(asRestated, StatementChanges.OfRestatement(recorded, restated, restatements, Build)
            .Single(change => change.Figure == figure).Entries);
    }

    /// <summary>The restatements of a fund, in order of sequence.</summary>
    internal static async Task<IReadOnlyList<PostedEntry>> RestatementsAsync(
        OpenedBooks opened, Fund fund, KnownAt? knownAt, CancellationToken cancellation)
    {
        var head = await opened.ReadHeadAsync(knownAt, cancellation).ConfigureAwait(false);
        return await opened.ReadEntriesAsync(new EntrySelection { Fund = fund.Code, ThroughSequence = head.Sequence }, cancellation)
            .Where(posted => posted.Entry.Kind == EntryKind.Restatement).ToListAsync(cancellation).ConfigureAwait(false);
    }

    private static MatchedLine? Opening(TemplateMatch match) => match.Lines.FirstOrDefault(line => line.Template.Measure == Measure.Opening);
}
