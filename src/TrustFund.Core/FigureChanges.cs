namespace TrustFund;

/// <summary>Finds what moved between the books as recorded earlier and later: functions of their arguments.</summary>
public static class FigureChanges
{
    /// <summary>The balances that moved, in the order of a trial balance.</summary>
    /// <param name="before">The earlier books.</param>
    /// <param name="after">The later books at the same cutoff, but for what was recorded.</param>
    /// <param name="between">The entries that were recorded between the two; those that the cutoff leaves out move nothing.</param>
    /// <param name="byDonor">Whether the balances are by donor too; otherwise the donors of each are added together.</param>
    /// <exception cref="UnexplainedChangeException">The entries do not explain the difference.</exception>
    public static IReadOnlyList<FigureChange<BalanceFigure>> Of(
        TrialBalance before, TrialBalance after, IEnumerable<PostedEntry> between, bool byDonor) => Of(
        Figures(before), Figures(after),
        from posted in between
        let alone = TrialBalance.From(after.Cutoff, [posted])
        from row in (byDonor ? alone : alone.WithoutDonors()).Rows
        select (FigureOf(row), new EntryEffect(posted, row.Balance)));

    /// <summary>The figures that moved, in the order of the later figures and then of those that went.</summary>
    /// <typeparam name="TFigure">What names a figure; equal for one figure before and after.</typeparam>
    /// <param name="before">The earlier figures, each once.</param>
    /// <param name="after">The later figures, each once.</param>
    /// <param name="effects">What each entry did to each figure, in order of sequence; nil effects are left out.</param>
    /// <exception cref="UnexplainedChangeException">The effects do not explain the difference.</exception>
    public static IReadOnlyList<FigureChange<TFigure>> Of<TFigure>(
        IReadOnlyCollection<(TFigure Figure, Money Amount)> before, IReadOnlyCollection<(TFigure Figure, Money Amount)> after,
        IEnumerable<(TFigure Figure, EntryEffect Effect)> effects)
        where TFigure : notnull
    {
        var (earlier, later) = (before.ToDictionary(pair => pair.Figure, pair => pair.Amount), after.ToDictionary(pair => pair.Figure, pair => pair.Amount));
        var moving = effects.Where(pair => !pair.Effect.Amount.IsZero).ToLookup(pair => pair.Figure, pair => pair.Effect);
        return [.. after.Concat(before.Where(pair => !later.ContainsKey(pair.Figure)))
            .Select(pair => new FigureChange<TFigure>(
                pair.Figure,
                earlier.GetValueOrDefault(pair.Figure, Money.Zero(pair.Amount.Currency)),
                later.GetValueOrDefault(pair.Figure, Money.Zero(pair.Amount.Currency)),
                [.. moving[pair.Figure]]))
            .Where(change => change.Entries.Count > 0)];
    }

    private static List<(BalanceFigure Figure, Money Amount)> Figures(TrialBalance balance) =>
        [.. balance.Rows.Select(row => (FigureOf(row), row.Balance))];

    private static BalanceFigure FigureOf(TrialBalanceRow row) => new(row.Account, row.Fund, row.Donor);
}
