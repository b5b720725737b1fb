using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Proof;

public class BoundTests
{
    [Fact]
    public void Ends_that_cannot_be_reached_explain_no_residual_that_needs_them()
    {
        var sheet = new Sheet();
        var open = new RoundingInterval(9.5m, 10.5m, lowClosed: true, highClosed: false);
        sheet.Relation(sheet.Printed(11, 1, RoundingRule.HalfAwayFromZero), 0, (sheet.Figure(10, open), 1), (sheet.Exact(0), 1));

        sheet.Judged().Should().BeEquivalentTo(new { Residual = -1m, Bound = 0m, Verdict = Verdict.Inconsistent });
    }

    [Fact]
    public void The_same_residual_is_explained_where_the_ends_belong_to_the_intervals()
    {
        var sheet = new Sheet();
        sheet.Relation(sheet.Printed(11), 0, (sheet.Printed(10), 1), (sheet.Exact(0), 1));

        sheet.Judged().Should().BeEquivalentTo(new { Residual = -1m, Bound = 1m, Verdict = Verdict.Rounding });
    }

    [Fact]
    public void Two_printings_of_one_quantity_at_one_place_differ_by_nothing()
    {
        var sheet = new Sheet();
        sheet.Total(sheet.Printed(11), sheet.Printed(10));

        var proof = sheet.Prove();

        proof.Findings[0].Should().BeEquivalentTo(new { Residual = -1m, Bound = 0m, Verdict = Verdict.Inconsistent });
        ProofChecker.Fault(sheet, proof).Should().BeNull();
    }

    [Theory]
    [InlineData(1499, Verdict.Rounding)]
    [InlineData(1500, Verdict.Rounding)]
    [InlineData(1501, Verdict.Inconsistent)]
    public void Two_printings_of_one_quantity_agree_at_the_coarser_place(int finer, Verdict verdict)
    {
        var sheet = new Sheet();
        sheet.Total(sheet.Printed(1000, unit: 1000), sheet.Printed(finer));

        var finding = sheet.Judged();

        finding.Verdict.Should().Be(verdict);
        finding.Bound.Should().Be(500);
        finding.Likelihood.Should().Be(verdict == Verdict.Rounding ? 1 : 0);
    }

    [Fact]
    public void A_bound_is_a_multiple_of_the_finest_printed_step()
    {
        var sheet = new Sheet();
        sheet.Relation(sheet.Printed(14), 0, (sheet.Printed(100), 0.13m));

        sheet.Judged().Should().BeEquivalentTo(new { Residual = -1m, Bound = 0.56m, Verdict = Verdict.Inconsistent });
    }

    [Fact]
    public void Exact_figures_explain_no_residual()
    {
        var sheet = new Sheet();
        sheet.Total(sheet.Exact(3), sheet.Exact(1), sheet.Exact(1.99m));

        sheet.Judged().Should().BeEquivalentTo(new { Residual = -0.01m, Bound = 0m, Verdict = Verdict.Inconsistent });
    }
}
