using CsCheck;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Proof;

public sealed class ProverTests
{
    private static int Ids;

    [Fact]
    public void The_annex_of_A_72_99_can_be_true_and_the_witness_shows_how()
    {
        var match = TemplateMatcher.Match(TemplateFile.BuiltIn("un-trust-fund-status"), Document.Read(Document.Text("un_lirec_2016.txt")));
        var relations = TemplateRelations.Of(match);

        var proof = Prover.Prove([.. match.Document.Figures], relations, ProofPolicy.Default);

        proof.Findings.Select(finding => (finding.Relation.Kind, finding.Residual, finding.Verdict)).Should().Equal(
            (RelationKind.Total, 0m, Verdict.Exact), (RelationKind.Total, 0m, Verdict.Exact), (RelationKind.Difference, 0m, Verdict.Exact),
            (RelationKind.RollForward, 0m, Verdict.Exact), (RelationKind.Note, -1m, Verdict.Rounding));
        proof.Findings[^1].Bound.Should().Be(3);
        proof.Conflicts.Should().BeEmpty();
        proof.Witness.Should().HaveCount(16);
        IndependentChecker.AcceptWitness(proof, relations);
    }

    [Theory]
    [InlineData(-3, Verdict.Rounding), InlineData(3, Verdict.Rounding), InlineData(-4, Verdict.Inconsistent), InlineData(4, Verdict.Inconsistent)]
    public void Six_addends_and_their_total_are_out_by_three_at_most(int residual, Verdict verdict)
    {
        var relation = Total(600 - residual, [100, 100, 100, 100, 100, 100]);

        var finding = Prover.Prove(Figures(relation), [relation], ProofPolicy.Default).Findings.Single();

        (finding.Residual, finding.Bound, finding.Verdict).Should().Be((residual, 3m, verdict));
    }

    [Fact]
    public void A_relation_that_rounding_cannot_explain_has_a_certificate()
    {
        var relation = Total(100, [50, 60]);

        var proof = Prover.Prove(Figures(relation), [relation], ProofPolicy.Default);

        proof.VerdictOf(relation.Target).Should().Be(Verdict.Inconsistent);
        IndependentChecker.AcceptCertificate(proof.Conflicts.Single(), 0.01m);
    }

    [Fact]
    public void An_improbable_difference_is_a_query_even_where_rounding_could_explain_it()
    {
        var relation = Total(5091, [.. Enumerable.Repeat(100, 51)]);

        var finding = Prover.Prove(Figures(relation), [relation], ProofPolicy.Default).Findings.Single();

        (finding.Verdict, finding.Bound, finding.Plausibility).Should().Be((Verdict.Rounding, 26m, Plausibility.Improbable));
        finding.Likelihood.Should().BeInRange(0.00002m, 0.00004m, "about 0.003 per cent");
    }

    [Theory]
    [InlineData(6, 1, 0.489), InlineData(6, 2, 0.031), InlineData(2, 1, 0.25), InlineData(3, 1, 0.333), InlineData(12, 1, 0.62), InlineData(30, 1, 0.75)]
    public void The_likelihood_is_that_of_Irwin_and_Hall(int addends, int residual, decimal likelihood)
    {
        var relation = Total((addends * 100) + residual, [.. Enumerable.Repeat(100, addends)]);

        Prover.Prove(Figures(relation), [relation], ProofPolicy.Default).Findings.Single().Likelihood.Should().BeApproximately(likelihood, 0.005m);
    }

    [Fact]
    public void The_likelihood_of_one_addend_and_of_two_is_as_worked_by_hand()
    {
        // One: never out. Two: |e1 + e2| >= 1/2 in the corners of the unit square, 2 x 1/2 x (1/2)^2 = 1/4.
        Likelihood.Of(Total(101, [100]), 1).Should().Be(0);
        Likelihood.Of(Total(201, [100, 100]), 1).Should().Be(0.25m);
        Likelihood.Of(Total(200, [100, 100]), 0).Should().Be(1);
    }

    [Fact]
    public void The_likelihood_of_unequal_units_equals_a_simulation()
    {
        // Two figures in tens and one in units, total in units: out by 5 or more.
        var relation = new StatementRelation("r", RelationKind.Total, RelationBasis.Declared, "test", Figure(1000),
            [new(Figure(500, 10), 1), new(Figure(300, 10), 1), new(Figure(205), 1)]);
        var random = new Random(20160101);
        int Error(int width) => random.Next(-width * 500, (width * 500) + 1);
        var out5 = Enumerable.Range(0, 200_000).Count(_ => Math.Abs(Error(10) + Error(10) + Error(1)) >= 4500);

        Likelihood.Of(relation, 5).Should().BeApproximately(out5 / 200_000m, 0.005m);
    }

    [Fact]
    public void Joint_conflicts_are_minimal_and_certified_and_the_rest_keeps_a_witness()
    {
        // The one total needs the shared figure at the top of its interval, the other at the bottom.
        var shared = Figure(100);
        var low = Total(shared, [34, 34, 34]);
        var sum = Figure(98);
        var high = new StatementRelation("high", RelationKind.Total, RelationBasis.Declared, "test", sum, [new(shared, 1), new(Figure(1), 1), new(Figure(-1), 1)]);
        StatementRelation[] relations = [low, high];

        var proof = Prover.Prove(Figures(relations), relations, ProofPolicy.Default);

        proof.Findings.Should().OnlyContain(finding => finding.Verdict == Verdict.Rounding, "each alone can be explained");
        var conflict = proof.Conflicts.Should().ContainSingle().Subject;
        conflict.Relations.Should().BeEquivalentTo(relations);
        IndependentChecker.AcceptCertificate(conflict, 0.01m);
        IndependentChecker.AcceptWitness(proof, relations);
    }

    [Fact]
    public void Random_forests_have_a_witness_or_a_certificate_that_the_checker_accepts() =>
        Gen.Select(Gen.Int[-40, 40].Array[6, 30], Gen.Int[0, 3].Array[10], Gen.Int[-2, 2].Array[10]).Sample((leaves, sizes, errors) =>
        {
            var open = new Queue<PublishedFigure>(leaves.Select(leaf => Figure(leaf)));
            var figures = open.ToList();
            var relations = new List<StatementRelation>();
            for (var level = 0; level < sizes.Length && open.Count > sizes[level] + 1; level++)
            {
                var terms = Enumerable.Range(0, sizes[level] + 2).Select(index => new RelationTerm(open.Dequeue(), index % 3 == 2 ? -1 : 1)).ToList();
                var total = Figure((int)terms.Sum(term => term.Coefficient * term.Figure.Amount!.Value) + errors[level]);
                relations.Add(new StatementRelation($"r{level}", RelationKind.Total, RelationBasis.Declared, "test", total, terms));
                figures.Add(total);
                open.Enqueue(total);
            }

            var proof = Prover.Prove(figures, relations, ProofPolicy.Default);

            IndependentChecker.AcceptWitness(proof, relations);
            foreach (var conflict in proof.Conflicts)
            {
                IndependentChecker.AcceptCertificate(conflict, 0.01m);
            }
        }, iter: 300);

    [Theory]
    [InlineData(12, 13, Verdict.Inconsistent)]
    [InlineData(12, 12, Verdict.Exact)]
    public void Two_printings_of_one_quantity_are_equal_or_inconsistent(int table, int text, Verdict verdict)
    {
        var relation = new StatementRelation("r", RelationKind.Narrative, RelationBasis.Template, "test", Figure(table), [new(Figure(text), 1)]);

        Prover.Prove(Figures(relation), [relation], ProofPolicy.Default).Findings.Single().Verdict.Should().Be(verdict);
    }

    [Fact]
    public void A_relation_that_closes_a_ring_is_judged_alone_and_named()
    {
        var (a, b, c, d) = (Figure(1), Figure(2), Figure(3), Figure(3));
        StatementRelation[] ring =
        [
            new("r1", RelationKind.Total, RelationBasis.Declared, "test", c, [new(a, 1), new(b, 1)]),
            new("r2", RelationKind.Total, RelationBasis.Declared, "test", d, [new(a, 1), new(b, 1)]),
        ];

        var proof = Prover.Prove([a, b, c, d], ring, ProofPolicy.Default);

        proof.JudgedAlone.Should().Equal(ring[1]);
        proof.Findings.Should().OnlyContain(finding => finding.Verdict == Verdict.Exact);
        IndependentChecker.AcceptWitness(proof, ring.Take(1));
    }

    [Fact]
    public void A_figure_that_no_relation_reaches_is_unverified()
    {
        var lone = Figure(7);

        Prover.Prove([lone], [], ProofPolicy.Default).VerdictOf(lone).Should().Be(Verdict.Unverified);
    }

    private static PublishedFigure Figure(int amount, int unit = 1) => new(
        $"f{Interlocked.Increment(ref Ids)}", "A line", 0, new TextPlace(1, 1), "", FigureState.Amount, amount,
        RoundingInterval.Around(amount, unit, RoundingRule.NearestUndeclared));

    private static StatementRelation Total(int total, int[] addends) => Total(Figure(total), addends);

    private static StatementRelation Total(PublishedFigure total, int[] addends) => new(
        "r1", RelationKind.Total, RelationBasis.Declared, "test", total, [.. addends.Select(addend => new RelationTerm(Figure(addend), 1))]);

    private static List<PublishedFigure> Figures(params StatementRelation[] relations) =>
        [.. relations.SelectMany(relation => relation.Terms.Select(term => term.Figure).Append(relation.Target)).Distinct()];
}
