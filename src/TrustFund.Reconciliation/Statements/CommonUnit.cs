namespace TrustFund.Reconciliation.Statements;

/// <summary>The power of ten that all amounts of a table share, as amounts budgeted in hundreds do.</summary>
internal static class CommonUnit
{
    // One chance in a million that amounts of any other kind would all end in so many noughts.
    private const int FewestNoughts = 6;
    private const int FewestAmounts = 4;

    /// <summary>The unit; 0 where the amounts share none, or are too few to rule out chance.</summary>
    internal static decimal Of(IEnumerable<PublishedFigure> figures)
    {
        var amounts = figures.Where(figure => figure.State == FigureState.Amount && figure.Amount != 0).Select(figure => Math.Abs(figure.Amount!.Value)).Distinct().ToList();
        if (amounts.Count < FewestAmounts)
        {
            return 0;
        }

        var (unit, noughts) = (1m, 0);
        while (amounts.TrueForAll(amount => amount % (unit * 10) == 0))
        {
            (unit, noughts) = (unit * 10, noughts + 1);
        }

        return noughts * amounts.Count >= FewestNoughts ? unit : 0;
    }
}
