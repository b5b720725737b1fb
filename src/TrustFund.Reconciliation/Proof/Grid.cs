using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Proof;

/// <summary>
/// Amounts as whole numbers of a step small enough for every end of every interval: the minor unit, or
/// finer where figures are printed finer.
/// </summary>
internal readonly record struct Grid(decimal Step)
{
    internal static Grid Of(IReadOnlyList<PublishedFigure> figures, decimal minorUnit)
    {
        var step = minorUnit;
        foreach (var interval in figures.Where(figure => figure.Interval is { IsExact: false }).Select(figure => figure.Interval!.Value))
        {
            while ((interval.High - interval.Low) / step < 100)
            {
                step /= 10;
            }
        }

        foreach (var interval in figures.Where(figure => figure.Interval is { IsExact: true }).Select(figure => figure.Interval!.Value))
        {
            while (interval.Low % step != 0)
            {
                step /= 10;
            }
        }

        return new Grid(step);
    }

    internal Span Whole(RoundingInterval interval) => new(
        Ceiling(interval.Low, interval.LowClosed), -Ceiling(-interval.High, interval.HighClosed));

    internal Int128 Whole(decimal amount) => (Int128)decimal.Round(amount / Step, MidpointRounding.ToZero);

    internal decimal Amount(Int128 steps) => (decimal)steps * Step;

    private Int128 Ceiling(decimal amount, bool isClosed)
    {
        var steps = decimal.Ceiling(amount / Step);
        return (Int128)steps + (steps * Step == amount && !isClosed ? 1 : 0);
    }

    /// <summary>The whole numbers from one end to another, both included; empty where they cross.</summary>
    internal readonly record struct Span(Int128 Low, Int128 High)
    {
        internal bool IsEmpty => Low > High;

        internal Span Intersect(Span other) => new(Int128.Max(Low, other.Low), Int128.Min(High, other.High));

        internal Int128 Nearest(Int128 value) => Int128.Clamp(value, Low, High);
    }
}
