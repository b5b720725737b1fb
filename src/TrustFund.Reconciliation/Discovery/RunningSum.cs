using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>A sum that grows term by term, and how it fits what it should come to.</summary>
internal struct RunningSum
{
    private decimal _sum;
    private decimal _bound;
    private decimal _largest;
    private int _printed;
    private int _filled;
    private int _unreadable;
    private int _plain;
    private Correction? _corrections;

    /// <summary>Takes up a term; nothing where none is printed.</summary>
    /// <param name="figure">The term.</param>
    /// <param name="sign">1 or -1.</param>
    /// <param name="correction">By what the term is out, as its line shows; 0 where it shows nothing.</param>
    internal void Add(PublishedFigure? figure, int sign, decimal correction = 0)
    {
        if (figure is null or { State: FigureState.Blank or FigureState.Unavailable })
        {
            return;
        }

        _printed++;
        _plain += sign;
        if (figure.Amount is not { } amount)
        {
            _unreadable++;
            return;
        }

        _sum += sign * amount;
        _corrections = correction == 0 ? _corrections : new Correction(sign * correction, _corrections);
        _bound += Half(figure);
        _largest = Math.Max(_largest, Math.Abs(amount));
        _filled += amount != 0 ? 1 : 0;
    }

    /// <summary>Whether it comes to a figure, and how many digits of surprise there are in that.</summary>
    /// <param name="target">The figure; null for not printed.</param>
    /// <param name="step">The step by which amounts are apart.</param>
    /// <param name="repeats">Of how many amounts a copy could be a chance meeting.</param>
    /// <param name="correction">By what the figure is out, as its line shows; 0 where it shows nothing.</param>
    internal readonly SumFit Against(PublishedFigure? target, decimal step, int repeats, decimal correction = 0)
    {
        if (target is null or { State: FigureState.Blank or FigureState.Unavailable } || _printed == 0)
        {
            return default;
        }

        var unreadable = _unreadable + (target.Amount is null ? 1 : 0);
        if (unreadable > 0)
        {
            return new SumFit(unreadable == 1 ? Fit.Unreadable : Fit.None, 0, false, 0);
        }

        var residual = _sum - target.Amount!.Value;
        var bound = _printed == 1 && _plain == 1 ? 0 : _bound + Half(target);
        var isOut = Math.Abs(residual) > bound;
        if (isOut && !IsExplained(residual, bound, correction))
        {
            return new SumFit(Fit.Fails, 0, false, residual);
        }

        var largest = Math.Max(_largest, Math.Abs(target.Amount.Value));
        var chances = largest / Math.Max(step, (bound * 2) + step) * 2;

        // Two amounts that are the same, the others nil, may be a copy from anywhere.
        var isCopy = _filled + (target.Amount != 0 ? 1 : 0) <= 2;
        if (isOut)
        {
            // Out by what another relation says that a figure of it is out by: the figure is wrong, and both are right. That both
            // would be nil shows nothing.
            return new SumFit(Fit.Fails, _filled == 0 ? 0 : Digits.Of(isCopy ? Math.Min(chances, repeats) : chances), isCopy, residual) { IsExplained = _filled > 0, Filled = _filled };
        }

        return new SumFit(Fit.Holds, _filled == 0 ? 0 : Digits.Of(isCopy ? Math.Min(chances, repeats) : chances), isCopy, residual) { Filled = _filled };
    }

    private readonly bool IsExplained(decimal residual, decimal bound, decimal correction)
    {
        var explained = correction != 0 && Math.Abs(residual - correction) <= bound;
        for (var one = _corrections; one is not null && !explained; one = one.Before)
        {
            explained = Math.Abs(residual + one.Amount) <= bound;
        }

        return explained;
    }

    private static decimal Half(PublishedFigure figure) => figure.Width / 2;

    private sealed record Correction(decimal Amount, Correction? Before);
}
