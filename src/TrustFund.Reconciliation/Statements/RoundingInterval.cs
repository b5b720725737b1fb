namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// The unrounded amounts that a printed figure can stand for, in the unit of its table. An end
/// belongs to the interval only as far as the declared rounding rule allows.
/// </summary>
public readonly record struct RoundingInterval
{
    /// <summary>Creates an interval.</summary>
    /// <param name="low">The lower end, not above <paramref name="high"/>.</param>
    /// <param name="high">The upper end.</param>
    /// <param name="lowClosed">Whether the lower end itself belongs to the interval.</param>
    /// <param name="highClosed">Whether the upper end itself belongs to the interval.</param>
    /// <exception cref="ArgumentException">The interval would be empty.</exception>
    public RoundingInterval(decimal low, decimal high, bool lowClosed = true, bool highClosed = true)
    {
        if (low > high || (low == high && !(lowClosed && highClosed)))
        {
            throw new ArgumentException(FormattableString.Invariant($"The interval from {low} to {high} is empty."));
        }

        Low = low;
        High = high;
        LowClosed = lowClosed;
        HighClosed = highClosed;
    }

    /// <summary>The lower end.</summary>
    public decimal Low { get; }

    /// <summary>The upper end.</summary>
    public decimal High { get; }

    /// <summary>Whether the lower end itself belongs to the interval.</summary>
    public bool LowClosed { get; }

    /// <summary>Whether the upper end itself belongs to the interval.</summary>
    public bool HighClosed { get; }

    /// <summary>How far its ends lie apart: the rounding unit of a figure, 0 for an exact one.</summary>
    internal decimal Width => High - Low;

    /// <summary>Whether the interval holds one amount only, as that of an exact figure does.</summary>
    public bool IsExact => Low == High;

    /// <summary>The interval of an amount that was not rounded.</summary>
    public static RoundingInterval Exactly(decimal amount) => new(amount, amount);

    /// <summary>The amounts that are printed as <paramref name="printed"/> when rounded to <paramref name="unit"/>.</summary>
    /// <param name="printed">The amount as printed, a multiple of <paramref name="unit"/>.</param>
    /// <param name="unit">The rounding unit, positive: 1 for whole dollars, 0.01 for cents.</param>
    /// <param name="rule">How it was rounded.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not positive.</exception>
    public static RoundingInterval Around(decimal printed, decimal unit, RoundingRule rule)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(unit);
        var half = unit / 2;
        var (lowClosed, highClosed) = rule switch
        {
            RoundingRule.HalfAwayFromZero => (printed > 0, printed < 0),
            RoundingRule.HalfToEven when printed / unit % 2 != 0 => (false, false),
            _ => (true, true),
        };
        return new RoundingInterval(printed - half, printed + half, lowClosed, highClosed);
    }

    /// <summary>Whether <paramref name="amount"/> lies in the interval.</summary>
    public bool Contains(decimal amount) =>
        (amount > Low || (LowClosed && amount == Low)) && (amount < High || (HighClosed && amount == High));
}
