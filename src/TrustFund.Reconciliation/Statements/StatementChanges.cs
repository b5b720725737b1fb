namespace TrustFund.Reconciliation.Statements;

/// <summary>Finds which figures of a statement moved between two states of the books, and by which entries.</summary>
public static class StatementChanges
{
    /// <summary>
    /// The figures that moved between two states of the books: recorded earlier and later, or as recorded and as restated.
    /// Lines in printed order, then the donors of the notes. What an entry does to a figure is what it contributes to it
    /// in the later statement less the same in the earlier, so that one that both take in moves nothing.
    /// </summary>
    /// <param name="before">How the statement of the earlier books is made, and that statement.</param>
    /// <param name="after">The same of the later books.</param>
    /// <param name="entries">The entries that can differ between the two, in order of sequence: those recorded between them, or the restatements.</param>
    /// <exception cref="UnexplainedChangeException">The entries do not explain the difference.</exception>
    public static IReadOnlyList<FigureChange<StatementFigure>> Of(
        (StatementPlan Plan, Statement Statement) before, (StatementPlan Plan, Statement Statement) after, IEnumerable<PostedEntry> entries) => FigureChanges.Of(
        Figures(before.Statement), Figures(after.Statement),
        from posted in entries
        from effect in after.Plan.EffectsOf(posted).Concat(before.Plan.EffectsOf(posted).Select(effect => (effect.Figure, Amount: -effect.Amount)))
            .GroupBy(effect => effect.Figure, effect => effect.Amount)
        select (effect.Key, new EntryEffect(posted, effect.Aggregate((sum, amount) => sum + amount))));

    /// <summary>Every figure of a statement with its exact amount.</summary>
    /// <param name="statement">The statement.</param>
    public static IReadOnlyList<(StatementFigure Figure, Money Amount)> Figures(Statement statement) =>
    [
        .. statement.Lines.SelectMany(line => line.Cells.Select((cell, column) =>
            (new StatementFigure(line.Template.Id!, column), cell.Exact))),
        .. statement.Notes.SelectMany(note => note.Items.Select(item =>
            (new StatementFigure(note.Line!, 0, note.Marker, item.Donor), item.Cell.Exact))),
    ];
}
