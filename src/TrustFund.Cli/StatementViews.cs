using TrustFund.Reconciliation.Statements;
using TrustFund.Storage;

namespace TrustFund.Cli;

/// <summary>A figure of a statement in three views.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Caption">What it is called.</param>
/// <param name="Published">As the edition prints it; null where it prints none.</param>
/// <param name="Recorded">As recorded now, exact.</param>
/// <param name="Restated">As restated, exact.</param>
internal sealed record FigureView(StatementFigure Figure, string Caption, decimal? Published, StatementCell Recorded, StatementCell Restated);

/// <summary>One statement as published, as recorded now and as restated, with the entries that lie between the views.</summary>
/// <param name="Edition">The edition that is compared.</param>
/// <param name="Statement">The statement as recorded now.</param>
/// <param name="Figures">The figures, line by line.</param>
/// <param name="Since">What entries recorded since the edition moved.</param>
/// <param name="Restating">What restatements move.</param>
internal sealed record StatementViews(
    PostedEvent Edition, Statement Statement, IReadOnlyList<FigureView> Figures,
    IReadOnlyList<FigureChange<StatementFigure>> Since, IReadOnlyList<FigureChange<StatementFigure>> Restating)
{
    internal static async Task<StatementViews> ReadAsync(OpenedBooks opened, PostedEvent posted, CancellationToken cancellation)
    {
        var edition = posted.Event.Edition!;
        var file = edition.Files.First(file => file.Role == EditionRole.Template);
        var template = TemplateFile.Read(await BytesAsync(file).ConfigureAwait(false), file.Name).Template
            ?? throw new CommandException(ExitCode.Unreadable, $"The template {file.Name} of {edition} cannot be read.");
        var (fund, period) = (opened.Fund(posted.Event.Fund!.Value.Text), posted.Event.Period!.Value);
        async Task<(StatementPlan Plan, Statement Statement)> MadeAsync(StatementTemplate layout, KnownAt? knownAt)
        {
            var plan = Reproduction.Plan(opened, layout, fund, period, knownAt);
            return (plan, await Reproduction.FromBooksAsync(opened, plan, cancellation).ConfigureAwait(false));
        }

        var published = DocumentInput.Read(await BytesAsync(edition.Source).ConfigureAwait(false), edition.Source.Name, template).Input.Match!;
        var then = await MadeAsync(template, new KnownAt(edition.Symbol.Text, null, edition.Head.Sequence)).ConfigureAwait(false);
        var (recorded, restated) = (await MadeAsync(template, null).ConfigureAwait(false), await MadeAsync(template.WithRestatedColumns(), null).ConfigureAwait(false));
        var (statement, asRestated) = (recorded.Statement, restated.Statement);
        bool IsShown(StatementLine line) => line.IsPrinted || asRestated[line.Template.Id!].IsPrinted || published.Find(line.Template.Id!) is not null;
        var since = await opened.Books.ReadEntriesAsync(new EntrySelection { Fund = fund.Code, AfterSequence = edition.Head.Sequence }, cancellation)
            .ToListAsync(cancellation).ConfigureAwait(false);
        var restatements = await OpeningView.RestatementsAsync(opened, fund, null, cancellation).ConfigureAwait(false);
        return new StatementViews(
            posted, statement, [.. statement.Lines.Where(line => !line.Template.IsHeading && IsShown(line)).SelectMany(line => line.Cells.Select((cell, column) => new FigureView(
                new StatementFigure(line.Template.Id!, column), line.Caption + (statement.Headings[column].Length > 0 ? $", {statement.Headings[column]}" : ""),
                published.Find(line.Template.Id!)?.Figures.ElementAtOrDefault(column)?.Amount, cell, asRestated[line.Template.Id!].Cells[column])))],
            StatementChanges.Of(then, recorded, since), StatementChanges.Of(recorded, restated, restatements));

        async Task<byte[]> BytesAsync(EditionFile wanted) =>
            await opened.Books.ReadEditionFileAsync(posted.Number, wanted, cancellation).ConfigureAwait(false) ?? [];
    }
}
