using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Proof;

/// <summary>The figures of the annex to A/72/99.</summary>
public class AnnexProofTests
{
    private readonly Sheet _annex = new();
    private readonly PublishedFigure _contributions;
    private readonly StatementRelation _note;

    public AnnexProofTests()
    {
        var opening = _annex.Printed(3915300);
        _contributions = _annex.Printed(2190894);
        var revenue = _annex.Printed(2223439);
        var expenses = _annex.Printed(2081526);
        var surplus = _annex.Printed(141913);
        _annex.Total(revenue, _contributions, _annex.Printed(32545), _annex.Printed(0));
        _annex.Total(expenses, _annex.Printed(2081526), _annex.Printed(0));
        _annex.Relation(surplus, 0, (revenue, 1), (expenses, -1));
        _annex.Total(_annex.Printed(4057213), opening, surplus);
        _note = _annex.Total(_contributions, _annex.Printed(1304208, 620427, 1031, 5000, 28802, 231425));
    }

    [Fact]
    public void The_table_holds_to_the_last_digit() =>
        _annex.Prove().Findings.SkipLast(1).Should().OnlyContain(finding =>
            finding.Verdict == Verdict.Exact && finding.Residual == 0 && finding.Likelihood == 1);

    [Fact]
    public void The_note_is_one_less_than_the_line_and_rounding_explains_up_to_three()
    {
        var finding = _annex.Prove().Findings[^1];

        finding.Relation.Should().BeSameAs(_note);
        finding.Should().BeEquivalentTo(new
        {
            Residual = -1m,
            Bound = 3m,
            Verdict = Verdict.Rounding,
            Plausibility = Plausibility.Ordinary,
        });
        decimal.Round(finding.Likelihood, 3, MidpointRounding.AwayFromZero).Should().Be(0.489m);
    }

    [Fact]
    public void Whole_cents_inside_every_interval_make_every_relation_hold()
    {
        var proof = _annex.Prove();

        ProofChecker.Fault(_annex, proof).Should().BeNull();
        proof.WitnessOnMinorUnits.Should().BeTrue();
        proof.Witness.Keys.Should().Equal(_annex.Figures);
        proof.Conflicts.Should().BeEmpty();
    }

    [Fact]
    public void A_figure_that_no_relation_reaches_is_unverified()
    {
        var lone = _annex.Printed(7);

        var proof = _annex.Prove();

        proof.VerdictOf(lone).Should().Be(Verdict.Unverified);
        proof.VerdictOf(_contributions).Should().Be(Verdict.Rounding);
        proof.VerdictOf(_annex.Figures[0]).Should().Be(Verdict.Exact);
        proof.Witness[lone].Should().Be(7);
    }

    [Fact]
    public void A_note_that_is_four_less_is_a_conflict_of_one()
    {
        _annex.Relations.Remove(_note);
        var note = _annex.Total(_contributions, _annex.Printed(1304208, 620427, 1031, 5000, 28802, 231422));

        var proof = _annex.Prove();

        proof.Findings[^1].Should().BeEquivalentTo(new { Residual = -4m, Bound = 3m, Verdict = Verdict.Inconsistent, Likelihood = 0m });
        proof.Conflicts.Should().ContainSingle().Which.Relations.Should().Equal(note);
        proof.VerdictOf(_contributions).Should().Be(Verdict.Inconsistent);
        ProofChecker.Fault(_annex, proof).Should().BeNull();
    }
}
