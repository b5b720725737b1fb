using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Proof;

/// <summary>Amounts as whole numbers of minor units: what books can hold.</summary>
internal readonly record struct Grid(decimal Step)
{
    /// <summary>The whole steps in an interval, its ends as far as they belong to it.</summary>
    internal Span Whole(RoundingInterval interval) => new(
        Ceiling(interval.Low, interval.LowClosed), -Ceiling(-interval.High, interval.HighClosed));

    /// <summary>The whole steps nearest to an amount, and whether they are the amount itself.</summary>
    internal Int128 Nearest(decimal amount, out bool isOnGrid)
    {
        var steps = decimal.Round(amount / Step, MidpointRounding.ToEven);
        isOnGrid = steps * Step == amount;
        return (Int128)steps;
    }

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
