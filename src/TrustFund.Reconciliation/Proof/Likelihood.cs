using System.Numerics;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Proof;

/// <summary>
/// The chance of a residual if only rounding is at work: each rounded figure is off by an amount spread
/// evenly over its interval, independently of the others. Exact: the distribution of such a sum is a
/// polynomial in pieces (Irwin and Hall for equal widths; by inclusion and exclusion for others),
/// computed in whole numbers and rounded once, at the end.
/// </summary>
internal static class Likelihood
{
    private const int ResultDigits = 12;
    private const int MaxPieces = 200_000;

    /// <summary>
    /// The chance that the size of the residual is at least that of <paramref name="residual"/>. The
    /// target is rounded last: a residual of r means that the errors of the terms, with the target's own
    /// rounding, come to within half a unit of r.
    /// </summary>
    internal static decimal Of(StatementRelation relation, decimal residual)
    {
        if (residual == 0)
        {
            return 1;
        }

        var target = Width(relation.Target);
        var widths = relation.Terms
            .Select(term => Math.Abs(term.Coefficient) * Width(term.Figure))
            .Where(width => width > 0)
            .ToList();
        if (widths.Count == 0)
        {
            return Math.Abs(residual) <= target / 2 ? 1 : 0;
        }

        // Two-sided: 2 P(S >= |r| - half the target's unit), S symmetric about nil.
        var least = Math.Abs(residual) - (target / 2);
        if (least <= 0)
        {
            return 1;
        }

        return 2 * UpperTail(widths, least);
    }

    private static decimal Width(PublishedFigure figure) => figure.Interval is { } interval ? interval.High - interval.Low : 0;

    /// <summary>P(S >= x) for S the sum of independent amounts, each even over plus or minus half its width.</summary>
    private static decimal UpperTail(List<decimal> widths, decimal x)
    {
        // In units small enough that every width and the threshold are whole numbers.
        var scale = widths.Append(x).Max(Digits);
        var unit = Power(scale) * 2;
        var groups = widths.GroupBy(width => width).Select(group => (Width: Whole(group.Key, unit), Count: group.Count())).ToList();
        var total = groups.Aggregate(BigInteger.Zero, (sum, group) => sum + (group.Width * group.Count));
        var n = widths.Count;
        // T = sum of amounts even over 0..width; P(T <= y) with y = total/2 - x by symmetry.
        var y = (total / 2) - Whole(x, unit);
        if (y <= 0)
        {
            return 0;
        }

        var pieces = groups.Aggregate(1L, (product, group) => Math.Min(MaxPieces + 1L, product * (group.Count + 1)));
        if (pieces > MaxPieces)
        {
            throw new NotSupportedException("More kinds of rounding units than the likelihood is computed for.");
        }

        var numerator = Sum(groups, 0, y, BigInteger.One, n);
        var denominator = groups.Aggregate(Factorial(n), (product, group) => product * BigInteger.Pow(group.Width, group.Count));
        return Quotient(numerator, denominator);
    }

    private static BigInteger Sum(List<(BigInteger Width, int Count)> groups, int index, BigInteger left, BigInteger weight, int n)
    {
        if (index == groups.Count)
        {
            return weight * BigInteger.Pow(left, n);
        }

        var sum = BigInteger.Zero;
        var choose = BigInteger.One;
        for (var taken = 0; taken <= groups[index].Count; taken++)
        {
            var rest = left - (groups[index].Width * taken);
            if (rest <= 0)
            {
                break;
            }

            sum += Sum(groups, index + 1, rest, taken % 2 == 0 ? weight * choose : -(weight * choose), n);
            choose = choose * (groups[index].Count - taken) / (taken + 1);
        }

        return sum;
    }

    private static BigInteger Factorial(int n) => Enumerable.Range(1, n).Aggregate(BigInteger.One, (product, factor) => product * factor);

    private static decimal Quotient(BigInteger numerator, BigInteger denominator) =>
        (decimal)(((numerator * (BigInteger)Power(ResultDigits) * 2) + denominator) / (2 * denominator)) / Power(ResultDigits);

    private static BigInteger Whole(decimal value, decimal unit) => new(value * unit);

    private static int Digits(decimal value) => (value / 1.0000000000000000000000000000m).Scale;

    private static decimal Power(int digits) => Enumerable.Repeat(10m, digits).Aggregate(1m, (product, ten) => product * ten);
}
