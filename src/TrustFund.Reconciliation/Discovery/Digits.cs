namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// How surprising something is, in decimal digits: 3 for one chance in a thousand. Good to a tenth, which is
/// more than such an estimate is worth.
/// </summary>
internal static class Digits
{
    private static readonly List<decimal> Factorials = [0];
    private static readonly decimal[] Tenths = [1m, 1.25m, 1.6m, 2m, 2.5m, 3.15m, 4m, 5m, 6.3m, 8m];

    /// <summary>The digits of the number of ways to choose some of several.</summary>
    internal static decimal OfChoices(int all, int some) => some < 0 || some > all ? 0 : OfFactorial(all) - OfFactorial(some) - OfFactorial(all - some);

    /// <summary>The digits of the number of orders of several.</summary>
    internal static decimal OfFactorial(int count)
    {
        lock (Factorials)
        {
            while (Factorials.Count <= count)
            {
                Factorials.Add(Factorials[^1] + Of(Factorials.Count));
            }

            return Factorials[count];
        }
    }

    /// <summary>The digits of a ratio: its decimal logarithm; 0 for a ratio of 1 and less.</summary>
    internal static decimal Of(decimal ratio)
    {
        var digits = 0m;
        for (; ratio >= 10; ratio /= 10)
        {
            digits++;
        }

        var tenths = 0;
        while (tenths + 1 < Tenths.Length && ratio >= Tenths[tenths + 1])
        {
            tenths++;
        }

        return digits + (tenths / 10m);
    }
}
