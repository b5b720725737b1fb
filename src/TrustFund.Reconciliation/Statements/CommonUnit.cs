namespace TrustFund.Reconciliation.Statements;

/// <summary>The power of ten that the amounts of a table share, as amounts budgeted in hundreds do.</summary>
internal static class CommonUnit
{
    // One chance in a million that amounts of any other kind would all end in so many noughts.
    private const int FewestNoughts = 6;
    private const int FewestAmounts = 4;

    // One amount in eight may be misprinted, and then it is not such a multiple.
    private const int ToOneMisprint = 8;

    /// <summary>The unit; 0 where the amounts share none, or are too few to rule out chance.</summary>
    internal static decimal Of(IEnumerable<PublishedFigure> figures)
    {
        var amounts = figures.Where(figure => figure.State == FigureState.Amount && figure.Amount != 0).Select(figure => Math.Abs(figure.Amount!.Value)).Distinct().ToList();
        var sharing = amounts;
        var (unit, noughts) = (1m, 0);
        while (amounts.Count > 0 && sharing.FindAll(amount => amount % (unit * 10) == 0) is var multiples && (amounts.Count - multiples.Count) * ToOneMisprint <= amounts.Count)
        {
            (sharing, unit, noughts) = (multiples, unit * 10, noughts + 1);
        }

        return sharing.Count >= FewestAmounts && noughts * sharing.Count >= FewestNoughts ? unit : 0;
    }
}
