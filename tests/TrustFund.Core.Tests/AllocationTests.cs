using CsCheck;

namespace TrustFund.Tests;

public sealed class AllocationTests
{
    private static readonly Gen<(long Units, long[] Weights)> GenCase = Gen.Select(
        Gen.Long[-1_000_000_000, 1_000_000_000], Gen.Long[0, 1_000_000].Array[1, 20].Where(weights => weights.Any(weight => weight > 0)));

    [Fact]
    public void Shares_add_up_exactly() => GenCase.Sample((units, weights) =>
        Allocation.ByWeight(new Money(units, Currency.Usd), weights).Sum(share => share.MinorUnits) == units);

    [Fact]
    public void No_share_is_a_minor_unit_or_more_from_its_proportion_or_takes_the_other_sign() => GenCase.Sample((units, weights) =>
        Allocation.ByWeight(new Money(units, Currency.Usd), weights).Zip(weights).All(pair =>
            Math.Abs(pair.First.MinorUnits - ((decimal)units * pair.Second / weights.Sum())) < 1
            && Math.Sign(pair.First.MinorUnits) != -Math.Sign((decimal)units)
            || pair.First.IsZero));

    [Fact]
    public void Five_cents_in_ten_are_five_cents() =>
        Allocation.Evenly(Money.Usd(0.05m), 10).Select(share => share.MinorUnits).Should().Equal(1, 1, 1, 1, 1, 0, 0, 0, 0, 0);

    [Fact]
    public void The_cents_left_over_go_to_the_largest_remainders_the_earlier_first() =>
        Allocation.ByWeight(Money.Usd(-1.00m), [1, 3, 3]).Select(share => share.MinorUnits).Should().Equal(-14, -43, -43);

    [Theory]
    [InlineData(new long[0]), InlineData(new long[] { 0, 0 }), InlineData(new long[] { 1, -1 })]
    public void Weights_that_give_no_proportion_are_refused(long[] weights) =>
        new Action(() => Allocation.ByWeight(Money.Usd(1), weights)).Should().Throw<ArgumentException>().WithMessage("Weights must not be negative, nor all zero.*");
}
