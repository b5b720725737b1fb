using System.Globalization;
using System.Text;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Tests.Proof;

namespace TrustFund.Reconciliation.Tests;

/// <summary>The statements of <c>tests/Cases</c>, by their relations files: what is said of each, and that it is proved.</summary>
public class CaseTests
{
    public static TheoryData<string> WithRelations => [.. Case.WithRelations];

    [Fact]
    public void What_is_found_in_real_statements_is_what_was_approved()
    {
        var found = new StringBuilder();
        foreach (var name in Case.WithRelations)
        {
            var report = Case.Load(name).Check();
            var count = report.Proof.Findings.CountBy(finding => finding.Verdict).ToDictionary();
            found.Append(CultureInfo.InvariantCulture, $"{name}: {report.Verdict.ToString().ToLowerInvariant()}; {count.GetValueOrDefault(Verdict.Exact)} relations exact, ");
            found.Append(CultureInfo.InvariantCulture, $"{count.GetValueOrDefault(Verdict.Rounding)} rounding, {count.GetValueOrDefault(Verdict.Inconsistent)} failing\n");
            foreach (var text in report.Discrepancies.Select(discrepancy => $"{discrepancy.Figure!.Place}: {discrepancy.Text} {discrepancy.Diagnoses[0].Text}")
                .Concat(report.Problems.Select(problem => $"{problem.Place}: found {problem.Found}"))
                .Concat(report.Implied.Select(implied => FormattableString.Invariant($"{implied.Figure.Place}: implied {implied.Amount}")))
                .Concat(report.Proof.Findings.Where(finding => finding.Verdict == Verdict.Rounding).Select(report.TextOf)))
            {
                found.Append("  ").Append(text).Append('\n');
            }
        }

        Golden.ShouldEqual("cases.txt", found.ToString());
    }

    [Theory]
    [MemberData(nameof(WithRelations))]
    public void Every_witness_and_certificate_of_a_real_statement_is_accepted(string name)
    {
        var report = Case.Load(name).Check();

        ProofChecker.Fault(
            [.. report.Document.Figures.Where(figure => figure.Interval is not null)],
            [.. report.Proof.Findings.Select(finding => finding.Relation)], report.Proof).Should().BeNull();
        report.Proof.WithoutWitness.Should().BeEmpty();
    }
}
