using CsCheck;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Proof;

/// <summary>Laws of proofs: amounts that were true before rounding are never called a conflict, and whatever is claimed is checked.</summary>
public class RandomProofTests
{
    private static readonly Gen<int> Seeds = Gen.Int[0, int.MaxValue - 1];

    [Fact]
    public void Figures_rounded_from_true_amounts_of_a_forest_have_a_witness_of_whole_cents() => Seeds.Sample(seed =>
    {
        var sheet = new RandomSheet(seed).Forest();

        var proof = sheet.Prove();

        proof.Conflicts.Should().BeEmpty();
        proof.WitnessOnMinorUnits.Should().BeTrue();
        ProofChecker.Fault(sheet, proof).Should().BeNull();
    }, iter: 300);

    [Fact]
    public void Figures_rounded_from_true_amounts_of_a_matrix_have_a_witness() => Seeds.Sample(seed =>
    {
        var sheet = new RandomSheet(seed).Matrix();

        var proof = sheet.Prove();

        proof.Conflicts.Should().BeEmpty();
        proof.WithoutWitness.Should().BeEmpty();
        ProofChecker.Fault(sheet, proof).Should().BeNull();
    }, iter: 60);

    [Fact]
    public void Figures_rounded_from_true_amounts_of_weighted_rings_are_no_conflict() => Seeds.Sample(seed =>
    {
        var sheet = new RandomSheet(seed).WeightedRings();

        var proof = sheet.Prove();

        proof.Conflicts.Should().BeEmpty();
        ProofChecker.Fault(sheet, proof).Should().BeNull();
    }, iter: 200);

    [Fact]
    public void Every_claim_about_a_misprinted_forest_is_proved() => Seeds.Sample(seed => ClaimsAreProved(seed, random => random.Forest()), iter: 300);

    [Fact]
    public void Every_claim_about_a_misprinted_matrix_is_proved() => Seeds.Sample(seed => ClaimsAreProved(seed, random => random.Matrix()), iter: 60);

    [Fact]
    public void Every_claim_about_misprinted_weighted_rings_is_proved() =>
        Seeds.Sample(seed => ClaimsAreProved(seed, random => random.WeightedRings()), iter: 200);

    [Fact]
    public void A_proof_is_the_same_each_time() => Seeds.Sample(seed =>
    {
        var sheet = new RandomSheet(seed).Misprinted(random => random.Matrix());

        var (one, other) = (sheet.Prove(), sheet.Prove());

        one.Witness.Should().Equal(other.Witness);
        one.GivenUp.Should().Equal(other.GivenUp);
    }, iter: 20);

    private static void ClaimsAreProved(int seed, Func<RandomSheet, Sheet> make)
    {
        var sheet = new RandomSheet(seed).Misprinted(make);

        var proof = sheet.Prove();

        ProofChecker.Fault(sheet, proof).Should().BeNull();
        foreach (var conflict in proof.Conflicts)
        {
            foreach (var relation in conflict.Relations)
            {
                WithoutItTheOthersHold(sheet, conflict, relation);
            }
        }
    }

    private static void WithoutItTheOthersHold(Sheet sheet, Conflict conflict, StatementRelation relation)
    {
        var others = new Sheet();
        others.Figures.AddRange(sheet.Figures);
        others.Relations.AddRange(conflict.Relations.Where(other => other != relation));

        var proof = others.Prove();

        proof.Conflicts.Should().BeEmpty();
        ProofChecker.Fault(others, proof).Should().BeNull();
    }
}
