namespace TrustFund.Reconciliation.Statements;

/// <summary>Finds figures by the amount they state, without looking at all of them.</summary>
internal sealed class AmountIndex
{
    private readonly decimal[] _amounts;
    private readonly PublishedFigure[] _figures;

    internal AmountIndex(IEnumerable<PublishedFigure> figures)
    {
        _figures = [.. figures.Where(figure => figure.Amount is not null).OrderBy(figure => figure.Amount!.Value)];
        _amounts = Array.ConvertAll(_figures, figure => figure.Amount!.Value);
    }

    /// <summary>The figures that state an amount between two, both included, by amount; equals in the order given.</summary>
    internal IEnumerable<PublishedFigure> Between(decimal low, decimal high)
    {
        for (var at = First(low); at < _amounts.Length && _amounts[at] <= high; at++)
        {
            yield return _figures[at];
        }
    }

    private int First(decimal low)
    {
        var (from, to) = (0, _amounts.Length);
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            (from, to) = _amounts[middle] < low ? (middle + 1, to) : (from, middle);
        }

        return from;
    }
}
