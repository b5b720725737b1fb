using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>The one factor that most of some ratios allow, each as far as the figures behind it are rounded.</summary>
/// <param name="Low">The least factor that so many allow.</param>
/// <param name="High">The greatest.</param>
/// <param name="Count">How many ratios allow it.</param>
internal readonly record struct CommonFactor(decimal Low, decimal High, int Count)
{
    private const int Parts = 4;

    /// <summary>The factors that most ratios allow, found by going through their ends in order.</summary>
    internal static CommonFactor Of(IReadOnlyCollection<(decimal Low, decimal High)> ratios)
    {
        decimal[] lows = [.. ratios.Select(ratio => ratio.Low)];
        decimal[] highs = [.. ratios.Select(ratio => ratio.High)];
        Array.Sort(lows);
        Array.Sort(highs);
        var best = default(CommonFactor);
        for (var (low, high) = (0, 0); low < lows.Length; low++)
        {
            while (highs[high] < lows[low])
            {
                high++;
            }

            if (low + 1 - high > best.Count)
            {
                best = new CommonFactor(lows[low], highs[high], low + 1 - high);
            }
        }

        return best;
    }

    /// <summary>Whether it may be that nothing is multiplied at all.</summary>
    internal bool MayBeOne => (Low <= 1 && High >= 1) || (Low <= -1 && High >= -1);

    /// <summary>The factor of fewest digits well inside: what is nearest to an end has a figure at the end of its rounding.</summary>
    internal decimal Plain => RateText.IsDivisor(High) && RateText.IsDivisor(Low) ? 1 / PlainIn(1 / High, 1 / Low) : PlainIn(Low, High);

    private static decimal PlainIn(decimal from, decimal to)
    {
        var (low, high) = (from + ((to - from) / Parts), to - ((to - from) / Parts));
        var middle = (low + high) / 2;
        for (var digits = 1; digits <= 28; digits++)
        {
            if (Rounded(middle, digits) is var plain && plain >= low && plain <= high && plain != 0)
            {
                return plain;
            }
        }

        return middle;
    }

    private static decimal Rounded(decimal amount, int digits)
    {
        var unit = 1m;
        for (; Math.Abs(amount) / unit >= 10; unit *= 10)
        {
        }

        for (; unit > 0.0000000000000001m && Math.Abs(amount) / unit < 1; unit /= 10)
        {
        }

        for (; digits > 1 && unit > 0.000000000000000000000001m; digits--)
        {
            unit /= 10;
        }

        return decimal.Round(amount / unit, MidpointRounding.AwayFromZero) * unit;
    }
}
