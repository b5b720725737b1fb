namespace TrustFund.Reconciliation.Tests.Proof;

/// <summary>A checker that accepts everything would prove nothing.</summary>
public class ProofCheckerTests
{
    [Fact]
    public void The_checker_refuses_the_witness_of_other_figures()
    {
        var (sheet, other) = (Note(231425), Note(231424));

        ProofChecker.Fault(sheet, other.Prove()).Should().Contain("has no amount");
    }

    [Fact]
    public void The_checker_refuses_a_witness_once_a_relation_more_is_asked_for()
    {
        var sheet = Note(231425);
        var proof = sheet.Prove();
        sheet.Total(sheet.Figures[0], sheet.Figures[1]);

        ProofChecker.Fault(sheet, proof).Should().Contain("does not hold");
    }

    [Fact]
    public void The_checker_refuses_the_certificate_of_other_relations()
    {
        var proof = Note(231000).Prove();

        ProofChecker.Fault(new Sheet(), proof).Should().Contain("malformed");
    }

    private static Sheet Note(decimal last)
    {
        var sheet = new Sheet();
        sheet.Total(sheet.Printed(2190894), sheet.Printed(1304208, 620427, 1031, 5000, 28802, last));
        return sheet;
    }
}
