using System.Text;
using TrustFund.Reconciliation.Discovery;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>Within one table, the closing balance of a year and the opening balance of the next.</summary>
public class ContinuityTests
{
    [Theory]
    [InlineData("14,205", true)]
    [InlineData("14,215", false)]
    public void Columns_of_two_years_carry_the_balance_forward(string closing, bool holds)
    {
        var report = Check("2023", "2022", closing);

        report.Proof.Findings.Single(finding => finding.Relation.Kind == RelationKind.Continuity).Verdict.Should().Be(holds ? Verdict.Exact : Verdict.Inconsistent);
    }

    [Fact]
    public void What_was_carried_forward_from_the_period_before_is_an_opening_balance()
    {
        var report = Check("2023", "2022", "14,215", "Balance carried forward from previous period");

        report.Proof.Findings.Should().ContainSingle(finding => finding.Relation.Kind == RelationKind.Continuity && finding.Verdict == Verdict.Inconsistent);
    }

    [Theory]
    [InlineData("2023", "2022", "13,881")]
    [InlineData("2023", "2021", "14,215")]
    [InlineData("2023", "2023 budget", "14,215")]
    public void What_is_far_off_or_of_no_year_before_is_not_taken_for_a_break(string later, string earlier, string closing)
    {
        Check(later, earlier, closing).Proof.Findings.Should().NotContain(finding => finding.Relation.Kind == RelationKind.Continuity);
    }

    private static ReconciliationReport Check(string later, string earlier, string closing, string opening = "Net assets, beginning of the year")
    {
        var text = $"Statement\n\t{later}\t{earlier}\nContributions\t21,720\t20,502\nGrants\t20,341\t18,772\nSurplus\t1,379\t1,730\n"
            + $"{opening}\t14,205\t12,475\nNet assets, end of the year\t15,584\t{closing}\n";
        var document = StatementReader.Read(Encoding.UTF8.GetBytes(text), "statement.txt", new ReadingOptions());
        return Reconciler.Check(new ReconcilerInput { Document = document, Relations = [RelationDiscovery.Discover(document)] });
    }
}
