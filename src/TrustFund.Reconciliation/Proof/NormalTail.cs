using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Proof;

/// <summary>
/// The chance that the sum of very many rounding errors is large, by Edgeworth's series: the normal
/// distribution corrected by the fourth and sixth cumulants of the sum. In decimals, since a result may
/// not depend on a machine's floating point.
/// </summary>
internal static class NormalTail
{
    private const decimal RootOfTwoPi = 2.5066282746310005024157652848m;

    // Beyond six deviations the chance is below one in a hundred million and only its size matters.
    private const decimal SeriesEnd = 6;
    private const decimal End = 10;

    /// <summary>
    /// P(|S| ≥ size), S the sum of errors even over plus or minus half their widths, seen on a lattice of
    /// some step: each point stands for half a step to either side, and the cumulants of the lattice are
    /// those of the sum less those of that spread (Sheppard).
    /// </summary>
    internal static decimal TwoSided(IReadOnlyList<(decimal Width, int Count)> groups, decimal size, decimal step)
    {
        // Widths in units of the widest: their sixth powers stay within a decimal.
        var widest = groups.Max(group => group.Width);
        var (second, fourth, sixth) = (0m, 0m, 0m);
        foreach (var (width, count) in groups.Append((step, -1)))
        {
            var square = width / widest * (width / widest);
            second += count * square / 12;
            fourth -= count * square * square / 120;
            sixth += count * square * square * square / 252;
        }

        var deviation = RoundingReach.Root(second);
        var z = (size - (step / 2)) / widest / deviation;
        if (z <= 0)
        {
            return 1;
        }

        return z > End ? 0 : 2 * Tail(z, fourth / (second * second), sixth / (second * second * second));
    }

    private static decimal Tail(decimal z, decimal fourth, decimal sixth)
    {
        var density = Exponential(-z * z / 2) / RootOfTwoPi;
        if (z > SeriesEnd)
        {
            return density / z;
        }

        var square = z * z;
        var third = z * (square - 3);
        var fifth = z * ((square * square) - (10 * square) + 15);
        var seventh = z * ((square * square * square) - (21 * square * square) + (105 * square) - 105);
        var correction = (fourth / 24 * third) + (sixth / 720 * fifth) + (fourth * fourth / 1152 * seventh);
        return 0.5m - (density * Series(z)) + (density * correction);
    }

    // z + z³/3 + z⁵/(3·5) + z⁷/(3·5·7) + ...: times the density, the chance between nil and z.
    private static decimal Series(decimal z)
    {
        var (sum, term) = (0m, z);
        for (var odd = 3; sum + term != sum; odd += 2)
        {
            sum += term;
            term *= z * z / odd;
        }

        return sum;
    }

    private static decimal Exponential(decimal x)
    {
        const int halvings = 10;
        var part = x / (1 << halvings);
        var (sum, term) = (1m, part);
        for (var n = 2; term != 0; n++)
        {
            sum += term;
            term *= part / n;
        }

        for (var halving = 0; halving < halvings; halving++)
        {
            sum *= sum;
        }

        return sum;
    }
}
