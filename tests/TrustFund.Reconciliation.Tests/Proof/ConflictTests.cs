using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Proof;

public class ConflictTests
{
    [Fact]
    public void Totals_of_rows_and_columns_that_each_pass_alone_can_contradict_each_other()
    {
        // The rows say that the cells are overstated by two, the columns that they are understated by two.
        var sheet = new Sheet();
        var cells = sheet.Printed(10, 20, 30, 40);
        sheet.Total(sheet.Printed(29), cells[0], cells[1]);
        sheet.Total(sheet.Printed(69), cells[2], cells[3]);
        sheet.Total(sheet.Printed(41), cells[0], cells[2]);
        sheet.Total(sheet.Printed(61), cells[1], cells[3]);

        var proof = sheet.Prove();

        proof.Findings.Should().OnlyContain(finding => finding.Verdict == Verdict.Rounding);
        proof.Conflicts.Should().NotBeEmpty().And.OnlyContain(conflict => conflict.Relations.Count == 3);
        proof.GivenUp.Should().HaveCount(2);
        sheet.Figures.Should().OnlyContain(figure => proof.VerdictOf(figure) == Verdict.Inconsistent);
        ProofChecker.Fault(sheet, proof).Should().BeNull();
    }

    [Fact]
    public void A_chain_of_totals_can_be_contradictory_though_each_is_within_rounding()
    {
        // Each of two totals needs the subtotal between them at the other end of its interval.
        var sheet = new Sheet();
        var subtotal = sheet.Printed(31);
        sheet.Total(subtotal, sheet.Printed(10), sheet.Exact(20));
        sheet.Total(sheet.Printed(40), subtotal, sheet.Exact(10));

        var proof = sheet.Prove();

        proof.Findings.Should().OnlyContain(finding => finding.Verdict == Verdict.Rounding);
        proof.Conflicts.Should().BeEmpty();
        proof.Witness[subtotal].Should().Be(30.5m);

        sheet.Total(sheet.Exact(51), subtotal, sheet.Exact(20));

        var contradictory = sheet.Prove();

        contradictory.Findings.Should().NotContain(finding => finding.Verdict == Verdict.Inconsistent);
        contradictory.Conflicts.Should().NotBeEmpty().And.OnlyContain(conflict => conflict.Relations.Count == 2);
        contradictory.GivenUp.Should().Equal(sheet.Relations[2]);
        ProofChecker.Fault(sheet, contradictory).Should().BeNull();
    }

    [Fact]
    public void Open_ends_contradict_where_closed_ones_just_meet()
    {
        Sheet Make(RoundingRule rule)
        {
            var sheet = new Sheet();
            var shared = sheet.Printed(5, 1, rule);
            sheet.Total(sheet.Exact(15.5m), shared, sheet.Exact(10));
            sheet.Total(sheet.Exact(15.5m), shared, sheet.Exact(10));
            return sheet;
        }

        Make(RoundingRule.NearestUndeclared).Prove().Conflicts.Should().BeEmpty();
        Make(RoundingRule.HalfToEven).Prove().Conflicts.Should().HaveCount(2);
    }

    [Fact]
    public void The_fewest_relations_are_given_up()
    {
        // One figure is wrong in the middle of three relations that share it in pairs.
        var sheet = new Sheet();
        var exact = new[] { sheet.Exact(1), sheet.Exact(2), sheet.Exact(4) };
        var open = sheet.Figure(0, new RoundingInterval(-100, 100));
        sheet.Total(exact[0], open, sheet.Exact(0));
        sheet.Total(exact[1], open, sheet.Exact(1));
        sheet.Total(exact[2], open, sheet.Exact(2));

        var proof = sheet.Prove();

        proof.GivenUp.Should().Equal(sheet.Relations[2]);
        proof.Conflicts.Should().OnlyContain(conflict => conflict.GiveUp == sheet.Relations[2]);
        proof.Witness[open].Should().Be(1);
        ProofChecker.Fault(sheet, proof).Should().BeNull();
    }

    [Fact]
    public void Multipliers_are_whole_and_cancel_what_the_relations_share()
    {
        // Half of the shared figure is at most 5.25, but a fifth of it is at least 2.5.
        var sheet = new Sheet();
        var shared = sheet.Figure(11, new RoundingInterval(0, 100));
        var half = sheet.Relation(sheet.Printed(5, unit: 0.5m), 0, (shared, 0.5m));
        var fifth = sheet.Relation(sheet.Printed(3), 0, (shared, 0.2m));

        var proof = sheet.Prove();

        var conflict = proof.Conflicts.Should().ContainSingle().Subject;
        conflict.Relations.Should().Equal(half, fifth);
        conflict.Certificate.Should().Equal(2, -5);
        ProofChecker.Fault(sheet, proof).Should().BeNull();
    }

    [Fact]
    public void Relations_without_figures_in_common_are_settled_apart()
    {
        var sheet = new Sheet();
        for (var table = 0; table < 2; table++)
        {
            var subtotal = sheet.Printed(31);
            sheet.Total(sheet.Exact(40.5m), subtotal, sheet.Exact(10));
            sheet.Total(sheet.Exact(51.5m), subtotal, sheet.Exact(20));
        }

        var proof = sheet.Prove();

        proof.Conflicts.Select(conflict => conflict.Relations).Should().BeEquivalentTo([sheet.Relations[..2], sheet.Relations[2..]]);
        proof.GivenUp.Should().Equal(sheet.Relations[1], sheet.Relations[3]);
        ProofChecker.Fault(sheet, proof).Should().BeNull();
    }

    [Fact]
    public void Without_figures_or_relations_there_is_nothing_to_prove()
    {
        var proof = new Sheet().Prove();

        proof.Findings.Should().BeEmpty();
        proof.Witness.Should().BeEmpty();
        proof.Conflicts.Should().BeEmpty();
    }
}
