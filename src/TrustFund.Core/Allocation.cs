namespace TrustFund;

/// <summary>Divides an amount into shares that add up to it exactly.</summary>
public static class Allocation
{
    /// <summary>
    /// Divides by the largest remainder: every share is its exact proportion rounded towards zero,
    /// and the minor units left over go one each to the largest remainders; of equal remainders, the
    /// earlier share. No share takes the other sign, and none is a minor unit or more from its proportion.
    /// </summary>
    /// <param name="total">The amount to divide, positive, negative or nil.</param>
    /// <param name="weights">The proportions: none negative, not all zero.</param>
    /// <returns>As many shares as weights, in their order.</returns>
    /// <exception cref="ArgumentException">No weights, a negative one, or all zero.</exception>
    /// <example><c>Allocation.ByWeight(Money.Usd(0.05m), [1, 1])</c> gives 0.03 and 0.02.</example>
    public static IReadOnlyList<Money> ByWeight(Money total, IReadOnlyList<long> weights)
    {
        if (weights.Any(weight => weight < 0) || weights.All(weight => weight == 0))
        {
            throw new ArgumentException("Weights must not be negative, nor all zero.", nameof(weights));
        }

        var sum = weights.Aggregate((Int128)0, (running, weight) => running + weight);
        var sign = Math.Sign(total.MinorUnits);
        var magnitude = Int128.Abs(total.MinorUnits);
        var shares = weights.Select(weight => magnitude * weight / sum).ToArray();
        var leftOver = magnitude - shares.Aggregate((Int128)0, (running, share) => running + share);

        var byRemainder = Enumerable.Range(0, shares.Length)
            .OrderByDescending(index => (magnitude * weights[index]) % sum)
            .ThenBy(index => index);
        foreach (var index in byRemainder.Take((int)leftOver))
        {
            shares[index]++;
        }

        return [.. shares.Select(share => new Money(checked((long)(share * sign)), total.Currency))];
    }

    /// <summary>Divides into equal shares, the minor units left over going to the first ones.</summary>
    /// <param name="total">The amount to divide.</param>
    /// <param name="shares">How many shares, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one share.</exception>
    public static IReadOnlyList<Money> Evenly(Money total, int shares)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shares, 1);
        return ByWeight(total, [.. Enumerable.Repeat(1L, shares)]);
    }
}
