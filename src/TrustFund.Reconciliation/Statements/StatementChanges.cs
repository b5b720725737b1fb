namespace TrustFund.Reconciliation.Statements;

/// <summary>Finds which figures of a statement moved between two states of the books, and by which entries.</summary>
public static class StatementChanges
{
    /// <summary>The figures that moved between the books as recorded earlier and later: lines in printed order, then the donors of the notes.</summary>
    /// <param name="plan">How the later statement is made.</param>
    /// <param name="before">The statement of the earlier books.</param>
    /// <param name="after">The statement of the later books.</param>
    /// <param name="between">The entries that were recorded between the two; those that the statement leaves out move nothing.</param>
    /// <exception cref="UnexplainedChangeException">The entries do not explain the difference.</exception>
    public static IReadOnlyList<FigureChange<StatementFigure>> Of(
        StatementPlan plan, Statement before, Statement after, IEnumerable<PostedEntry> between) => FigureChanges.Of(
        Figures(before), Figures(after),
        from posted in between
        from effect in plan.EffectsOf(posted)
        select (effect.Figure, new EntryEffect(posted, effect.Amount)));

    /// <summary>
    /// The figures that restatements move between the books as recorded and as restated. What one does to a figure
    /// is what it does to it as restated less the same as recorded.
    /// </summary>
    /// <param name="recorded">How the statement is made as recorded, and that statement.</param>
    /// <param name="restated">The same as restated.</param>
    /// <param name="restatements">The restatements of the books, in order of sequence; other entries move nothing.</param>
    /// <exception cref="UnexplainedChangeException">The restatements do not explain the difference.</exception>
    public static IReadOnlyList<FigureChange<StatementFigure>> OfRestatement(
        (StatementPlan Plan, Statement Statement) recorded, (StatementPlan Plan, Statement Statement) restated, IEnumerable<PostedEntry> restatements) => FigureChanges.Of(
        Figures(recorded.Statement), Figures(restated.Statement),
        from posted in restatements
        from effect in restated.Plan.EffectsOf(posted).Concat(recorded.Plan.EffectsOf(posted).Select(effect => (effect.Figure, Amount: -effect.Amount)))
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
