using CsCheck;
using TrustFund.Reconciliation.Proof;

namespace TrustFund.Reconciliation.Tests.Proof;

public class LikelihoodTests
{
    [Theory]
    [InlineData(2, 1, "0.25")]
    [InlineData(3, 1, "0.333333")]
    [InlineData(6, 1, "0.488976")]
    [InlineData(6, 2, "0.031380")]
    [InlineData(12, 1, "0.621156")]
    [InlineData(30, 1, "0.752994")]
    [InlineData(51, 9, "0.000029")]
    public void A_total_of_lines_in_one_unit_is_out_as_Irwin_and_Hall_say(int lines, int residual, string likelihood) =>
        decimal.Round(LinesAndTotal(lines, residual).Likelihood, 6, MidpointRounding.AwayFromZero)
            .Should().Be(decimal.Parse(likelihood, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void The_bound_grows_with_the_rows_but_what_is_likely_does_not()
    {
        var finding = LinesAndTotal(51, 9);

        finding.Bound.Should().Be(26);
        finding.Verdict.Should().Be(Verdict.Rounding);
        finding.Plausibility.Should().Be(Plausibility.Improbable);
    }

    [Fact]
    public void Thresholds_are_policy()
    {
        var policy = ProofPolicy.Default with { UnusualBelow = 0.5m, ImprobableBelow = 0.1m };

        policy.Of(0.5m).Should().Be(Plausibility.Ordinary);
        policy.Of(0.49m).Should().Be(Plausibility.Unusual);
        policy.Of(0.09m).Should().Be(Plausibility.Improbable);
    }

    // By hand: e1 + e2 of the lines' errors must reach 1/2 - the error of a total in tens, which is even over ±5.
    [Fact]
    public void A_coarser_total_is_out_by_more()
    {
        var sheet = new Sheet();
        sheet.Total(sheet.Printed(100, unit: 10), sheet.Printed(50), sheet.Printed(55));

        sheet.Judged().Likelihood.Should().Be(0.1m);
    }

    // By hand: 2·x is out of its rounded self by one where the fraction of x lies between 1/4 and 3/4.
    [Fact]
    public void A_line_that_counts_twice_errs_twice()
    {
        var sheet = new Sheet();
        sheet.Relation(sheet.Printed(21), 0, (sheet.Printed(10), 2));

        sheet.Judged().Likelihood.Should().Be(0.5m);
    }

    [Fact]
    public void Exact_figures_add_no_error()
    {
        var sheet = new Sheet();
        sheet.Total(sheet.Printed(13), sheet.Printed(5), sheet.Printed(7), sheet.Exact(0), sheet.Exact(0), sheet.Exact(0));

        sheet.Judged().Likelihood.Should().Be(0.25m);
    }

    [Fact]
    public void Where_the_total_is_exact_the_lines_alone_err()
    {
        var sheet = new Sheet();
        sheet.Total(sheet.Exact(13), sheet.Printed(3), sheet.Printed(4), sheet.Printed(5));

        sheet.Judged().Likelihood.Should().Be(0.25m);
    }

    [Fact]
    public void Exact_amounts_and_their_rounded_total_leave_nothing_to_chance()
    {
        var sheet = new Sheet();
        sheet.Total(sheet.Printed(12), sheet.Exact(5.25m), sheet.Exact(7.12m));

        sheet.Judged().Should().BeEquivalentTo(new { Residual = 0.37m, Bound = 0.5m, Likelihood = 1m, Verdict = Verdict.Rounding });
    }

    [Fact]
    public void Chances_agree_with_those_summed_from_the_splines() =>
        Gen.Select(Gen.Int[2, 120], Gen.Int[1, 9]).Where(pair => 2 * pair.Item2 <= pair.Item1 + 1).Sample(
            (lines, residual) => LinesAndTotal(lines, residual).Likelihood.Should().BeApproximately(Splines(lines, residual), 1e-11m),
            iter: 60);

    [Theory]
    [InlineData(401, 1)]
    [InlineData(401, 12)]
    [InlineData(401, 25)]
    [InlineData(700, 20)]
    public void Beyond_four_hundred_lines_chances_are_close(int lines, int residual)
    {
        var expected = Splines(lines, residual);

        LinesAndTotal(lines, residual).Likelihood.Should().BeApproximately(expected, 0.0000001m);
    }

    [Fact]
    public void Chances_of_mixed_units_agree_with_counting_every_case()
    {
        // Two lines in units and a total in threes, at all fractions on a grid of 60 by 60 by the three phases of the total.
        const int grid = 60;
        var (all, asLarge) = (0, 0);
        for (var phase = 0; phase < 3; phase++)
        {
            for (var one = 1; one < 2 * grid; one += 2)
            {
                for (var other = 1; other < 2 * grid; other += 2)
                {
                    // In units of 1/120: true amounts phase + 0..1 and 0..1.
                    var printed = (Nearest(one + (2 * grid * phase), 2 * grid) + Nearest(other, 2 * grid)) / (2 * grid);
                    var total = Nearest(one + other + (2 * grid * phase), 6 * grid) / (2 * grid);
                    all++;
                    asLarge += Math.Abs(printed - total) >= 2 ? 1 : 0;
                }
            }
        }

        var sheet = new Sheet();
        sheet.Total(sheet.Printed(12, unit: 3), sheet.Printed(5), sheet.Printed(9));

        sheet.Judged().Likelihood.Should().BeApproximately((decimal)asLarge / all, 0.01m);
    }

    private static int Nearest(int value, int unit) => (value + (unit / 2)) / unit * unit;

    private static RelationFinding LinesAndTotal(int lines, int residual)
    {
        var sheet = new Sheet();
        sheet.Total(sheet.Printed(lines * 7), sheet.Printed([.. Enumerable.Range(0, lines).Select(line => line == 0 ? 7m + residual : 7m)]));
        return sheet.Judged();
    }

    // The chance of a residual is the density there of a sum of lines + 1 errors: a B-spline, by its recursion.
    private static decimal Splines(int lines, int residual)
    {
        var halves = lines + 3;
        var density = new decimal[(2 * halves) + 1];
        (density[halves - 1], density[halves], density[halves + 1]) = (0.5m, 1, 0.5m);
        for (var count = 2; count <= lines + 1; count++)
        {
            var next = new decimal[density.Length];
            for (var at = 1; at < density.Length - 1; at++)
            {
                var x = (at - halves) / 2m;
                var (rising, falling) = ((count / 2m) + x, (count / 2m) - x);
                next[at] = (Math.Max(0, rising) * density[at + 1] + Math.Max(0, falling) * density[at - 1]) / (count - 1);
            }

            density = next;
        }

        return 2 * Enumerable.Range(residual, lines).Select(at => halves + (2 * at)).Where(at => at < density.Length).Sum(at => density[at]);
    }
}
