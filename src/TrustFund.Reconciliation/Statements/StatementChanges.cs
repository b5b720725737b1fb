namespace TrustFund.Reconciliation.Statements;

/// <summary>Finds which figures of a statement moved between the books as recorded earlier and later, and by which entries.</summary>
public static class StatementChanges
{
    /// <summary>
    /// The figures that moved, lines in printed order and then the donors of the notes. What an entry does to a
    /// figure is the statement made of that entry alone: every figure is a sum over entries.
    /// </summary>
    /// <param name="before">The trial balances of the earlier books that the statement is made from.</param>
    /// <param name="after">The same of the later books.</param>
    /// <param name="between">The entries that were recorded between the two; those that no cutoff takes in move nothing.</param>
    /// <param name="build">Makes the statement from such trial balances.</param>
    /// <exception cref="UnexplainedChangeException">The entries do not explain the difference.</exception>
    public static IReadOnlyList<FigureChange<StatementFigure>> Of(
        IReadOnlyList<TrialBalance> before, IReadOnlyList<TrialBalance> after, IEnumerable<PostedEntry> between,
        Func<IReadOnlyList<TrialBalance>, Statement> build) => FigureChanges.Of(
        Figures(build(before)), Figures(build(after)),
        from posted in between
        let alone = after.Select(balance => TrialBalance.From(balance.Cutoff, [posted])).ToList()
        where alone.Exists(balance => balance.Rows.Count > 0)
        from pair in Figures(build(alone))
        select (pair.Figure, new EntryEffect(posted, pair.Amount)));

    /// <summary>
    /// The figures that restatements move between the books as recorded and as restated. What one does to a figure
    /// is the statement of it alone as restated less the same as recorded.
    /// </summary>
    /// <param name="recorded">The trial balances that the statement is made from, as recorded.</param>
    /// <param name="restated">The same as restated.</param>
    /// <param name="restatements">The restatements of the books, in order of sequence; other entries move nothing.</param>
    /// <param name="build">Makes the statement from such trial balances.</param>
    /// <exception cref="UnexplainedChangeException">The restatements do not explain the difference.</exception>
    public static IReadOnlyList<FigureChange<StatementFigure>> OfRestatement(
        IReadOnlyList<TrialBalance> recorded, IReadOnlyList<TrialBalance> restated, IEnumerable<PostedEntry> restatements,
        Func<IReadOnlyList<TrialBalance>, Statement> build)
    {
        IReadOnlyList<(StatementFigure Figure, Money Amount)> Alone(IReadOnlyList<TrialBalance> balances, PostedEntry posted) =>
            Figures(build([.. balances.Select(balance => TrialBalance.From(balance.Cutoff, [posted]))]));

        return FigureChanges.Of(
            Figures(build(recorded)), Figures(build(restated)),
            from posted in restatements
            from pair in Alone(restated, posted).Concat(Alone(recorded, posted).Select(pair => (pair.Figure, Amount: -pair.Amount)))
                .GroupBy(pair => pair.Figure, pair => pair.Amount)
            select (pair.Key, new EntryEffect(posted, pair.Aggregate((sum, amount) => sum + amount))));
    }

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
