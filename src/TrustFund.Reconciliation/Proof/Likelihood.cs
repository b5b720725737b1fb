using System.Globalization;
using System.Numerics;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Proof;

/// <summary>
/// The chance of a residual if only rounding is at work. Each rounded figure, the target included, is
/// taken to be off by an amount spread evenly over its rounding unit, independently of the others, and
/// the residual to be the sum of these errors, seen on the lattice of amounts that printed figures can
/// be apart. For n lines and a total in one unit that is P(|S| ≥ |r| - 1/2), S the sum of n errors
/// (Irwin and Hall); other units and coefficients go by inclusion and exclusion.
/// </summary>
/// <remarks>
/// <para>
/// Why: a residual on a lattice of measure g has the chance g·f(r), f the density of the sum of all the
/// errors. f is the density of the rest averaged over the narrowest error, of width k·g, so chances add
/// up to tails of the rest: P(R ≥ r) is the mean, over j from 0 to k - 1, of P(rest ≥ r + j·g - k·g/2).
/// </para>
/// <para>
/// Exact, and rounded once at the end, for up to 400 rounded figures whose different widths form up to
/// 20,000 kinds of subsets. Beyond that it is approximate: Edgeworth's series of the normal distribution
/// with the fourth and sixth cumulants, good to some 6 digits unless one figure is far coarser than all others.
/// </para>
/// </remarks>
internal sealed class Likelihood
{
    private const int MostFigures = 400;
    private const int MostSubsets = 20_000;
    private const int MostShifts = 1_000;
    private const int ResultDigits = 12;

    // The rows of a table are alike: one chance serves many of them.
    private readonly Dictionary<string, decimal> _known = [];

    /// <summary>The chance, from 0 to 1, of a residual at least as large in size as <paramref name="residual"/>.</summary>
    internal decimal Of(StatementRelation relation, decimal residual)
    {
        if (residual == 0)
        {
            return 1;
        }

        var widths = relation.Signed
            .Select(term => Math.Abs(term.Coefficient) * term.Figure.Width)
            .Where(width => width > 0)
            .GroupBy(width => width)
            .OrderBy(group => group.Key)
            .Select(group => (Width: group.Key, Count: group.Count()))
            .ToList();
        if (widths.Count == 0)
        {
            return 0;
        }

        var key = string.Join(' ', widths.Select(group => Text(group.Width) + "x" + Text(group.Count))) + " " + Text(Math.Abs(residual));
        if (!_known.TryGetValue(key, out var likelihood))
        {
            likelihood = Math.Clamp(TwoSided(widths, Math.Abs(residual)), 0, 1);
            _known.Add(key, likelihood);
        }

        return likelihood;
    }

    /// <summary>
    /// The chance, from 0 to 1, that errors spread evenly over these widths add up to at least a residual in
    /// size, where residuals lie on no lattice: P(|S| ≥ |residual|). Widths count to three digits.
    /// </summary>
    internal decimal OfContinuous(IReadOnlyList<decimal> widths, decimal residual)
    {
        var widest = widths.Max();
        if (residual == 0 || widest == 0)
        {
            return residual == 0 ? 1 : 0;
        }

        var groups = widths.Select(width => decimal.Round(width / widest, 3, MidpointRounding.ToEven))
            .Where(width => width > 0)
            .GroupBy(width => width)
            .OrderBy(group => group.Key)
            .Select(group => (Width: Rational.Of(group.Key), Count: group.Count()))
            .ToList();
        var size = Rational.Of(decimal.Round(Math.Abs(residual) / widest, 6, MidpointRounding.ToEven));
        var key = string.Join(' ', groups.Select(group => $"{group.Width.Numerator}/{group.Width.Denominator}x{Text(group.Count)}"))
            + $" continuous {size.Numerator}/{size.Denominator}";
        if (!_known.TryGetValue(key, out var likelihood))
        {
            likelihood = Math.Clamp(2 * ToDecimal(UpperTail(groups, size)), 0, 1);
            _known.Add(key, likelihood);
        }

        return likelihood;
    }

    private static decimal TwoSided(List<(decimal Width, int Count)> widths, decimal size)
    {
        var groups = widths.Select(group => (Width: Rational.Of(group.Width), group.Count)).ToList();
        var measure = groups.Select(group => group.Width).Aggregate(Rational.CommonMeasure);
        var narrowest = groups[0].Width;
        var shifts = (narrowest / measure).Numerator;
        var half = Rational.Of(BigInteger.One, 2);

        // The least residual of the other sign that is as large: not the same in size where exact figures
        // put the lattice out of the middle.
        var above = Rational.Of(size);
        var twice = above + above;
        var below = above + (measure * Rational.Of((-(-(twice / measure)).Floor()), BigInteger.One)) - twice;

        var subsets = groups.Aggregate(1L, (product, group) => Math.Min(MostSubsets + 1L, product * (group.Count + 1L)));
        var isLarge = groups.Sum(group => group.Count) > MostFigures || subsets > MostSubsets
            || shifts > MostShifts || subsets * (long)shifts > MostSubsets * 10L;
        if (isLarge)
        {
            var step = measure.ToDecimal()!.Value;
            return NormalTail.TwoSided(widths, size, step);
        }

        var rest = groups
            .Select((group, index) => index == 0 ? (group.Width, Count: group.Count - 1) : group)
            .Where(group => group.Count > 0)
            .ToList();
        var sum = default(Rational);
        for (var shift = BigInteger.Zero; shift < shifts; shift++)
        {
            var offset = (measure * Rational.Of(shift, BigInteger.One)) - (narrowest * half);
            sum += UpperTail(rest, above + offset) + UpperTail(rest, below + offset);
        }

        return ToDecimal(sum / Rational.Of(shifts, BigInteger.One));
    }

    /// <summary>P(S ≥ x) for S the sum of independent errors, each even over plus or minus half its width.</summary>
    private static Rational UpperTail(List<(Rational Width, int Count)> groups, Rational x)
    {
        var count = groups.Sum(group => group.Count);
        if (count == 0)
        {
            return x.Sign <= 0 ? Rational.One : default;
        }

        // S is symmetric about nil: P(S ≥ x) = P(T ≤ y), T the sum of errors even over 0 to their widths,
        // y half the sum of the widths less x. All in whole numbers of a common measure.
        var total = groups.Aggregate(default(Rational), (sum, group) => sum + (group.Width * Rational.Of(group.Count, BigInteger.One)));
        var y = (total * Rational.Of(BigInteger.One, 2)) - x;
        if (y.Sign <= 0)
        {
            return default;
        }

        if (y >= total)
        {
            return Rational.One;
        }

        var measure = groups.Select(group => group.Width).Aggregate(y, Rational.CommonMeasure);
        var whole = groups.Select(group => (Width: (group.Width / measure).Numerator, group.Count)).ToList();
        var volume = Subsets(whole, 0, (y / measure).Numerator, BigInteger.One, count);
        var all = whole.Aggregate(Factorial(count), (product, group) => product * BigInteger.Pow(group.Width, group.Count));
        return Rational.Of(volume, all);
    }

    // The sum over all subsets of widths of (-1)^size · (left - their sum)^n where that is positive; equal
    // widths are counted, not listed.
    private static BigInteger Subsets(List<(BigInteger Width, int Count)> groups, int index, BigInteger left, BigInteger weight, int n)
    {
        if (index == groups.Count)
        {
            return weight * BigInteger.Pow(left, n);
        }

        var sum = BigInteger.Zero;
        var choices = BigInteger.One;
        for (var taken = 0; taken <= groups[index].Count; taken++)
        {
            var rest = left - (groups[index].Width * taken);
            if (rest.Sign <= 0)
            {
                break;
            }

            sum += Subsets(groups, index + 1, rest, taken % 2 == 0 ? weight * choices : -(weight * choices), n);
            choices = choices * (groups[index].Count - taken) / (taken + 1);
        }

        return sum;
    }

    private static BigInteger Factorial(int n)
    {
        var product = BigInteger.One;
        for (var factor = 2; factor <= n; factor++)
        {
            product *= factor;
        }

        return product;
    }

    private static decimal ToDecimal(Rational value) =>
        value.RoundTo(Rational.Of(BigInteger.One, BigInteger.Pow(10, ResultDigits))).ToDecimal()!.Value;

    private static string Text(decimal value) => value.ToString("G29", CultureInfo.InvariantCulture);
}
