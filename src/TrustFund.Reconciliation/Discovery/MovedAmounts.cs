namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Amounts of one column that changed places or moved on by some lines, or of one line by a column, are one slip, and not
/// one for each sum that they break: what a sum wants stands in the next one that does not hold, which is no chance.
/// </summary>
internal static class MovedAmounts
{
    private const int Fewest = 2;
    private const int Most = 24;
    private const decimal Smallest = 10;

    /// <summary>Whether so many sums that do not hold may be of amounts that moved.</summary>
    internal static bool MayBe(int failing) => failing is >= Fewest and <= Most;

    /// <summary>The amounts that sums want and others have, of the terms that explain most; all but one where all are found.</summary>
    /// <param name="residuals">Of each sum that does not hold, computed less printed.</param>
    /// <param name="terms">What stands in the same place of each of these sums, with its sign; the target with a minus.</param>
    /// <param name="reach">By how much rounding may have a sum out.</param>
    internal static IReadOnlyList<decimal> In(IReadOnlyList<decimal> residuals, IEnumerable<(IReadOnlyList<decimal?> Amounts, int Sign)> terms, decimal reach)
    {
        if (!MayBe(residuals.Count))
        {
            return [];
        }

        var wanted = terms.Select(term => Wanted(residuals, term.Amounts, term.Sign, reach)).MaxBy(amounts => amounts.Count) ?? [];
        return wanted.Count < residuals.Count ? wanted : [.. wanted.OrderBy(Math.Abs).SkipLast(1)];
    }

    /// <summary>How surprising it is that one of these amounts stands where it does, in digits.</summary>
    internal static decimal DigitsOf(decimal amount, decimal reach) => Digits.Of(Math.Abs(amount) / Math.Max(1, 2 * reach));

    private static List<decimal> Wanted(IReadOnlyList<decimal> residuals, IReadOnlyList<decimal?> amounts, int sign, decimal reach)
    {
        var wanted = new List<decimal>();
        for (var number = 0; number < residuals.Count; number++)
        {
            if (amounts[number] - (sign * residuals[number]) is { } amount && Math.Abs(amount) >= Math.Max(Smallest, Smallest * reach)
                && amounts.Index().Any(other => other.Index != number && other.Item is { } printed && Math.Abs(printed - amount) <= reach))
            {
                wanted.Add(amount);
            }
        }

        return wanted;
    }
}
