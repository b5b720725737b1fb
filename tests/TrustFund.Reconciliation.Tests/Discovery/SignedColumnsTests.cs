using System.Text;
using TrustFund.Reconciliation.Discovery;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>A status of contributions: what was unpaid, what was adjusted and assessed, less what was collected.</summary>
public class SignedColumnsTests
{
    private const string Text = "Status of contributions\n\tUnpaid, 1 January\tAdjustments\tAssessed\tCollected for the year\tCollected for prior years\tUnpaid, 31 December\n"
        + "Albania\t1,204\t0\t602\t602\t1,204\t0\nArgentina\t45,310\t0\t71,112\t0\t45,310\t71,112\nAustralia\t0\t0\t171,800\t171,800\t0\t0\n"
        + "Bahamas\t841\t0\t1,399\t0\t0\t2,240\nBelgium\t0\t0\t63,720\t63,720\t0\t0\nBrazil\t310,554\t(12)\t223,901\t100,000\t310,542\t123,901\n"
        + "Canada\t0\t0\t212,520\t212,520\t0\t0\nChad\t3,120\t0\t77\t0\t0\t3,197\nTotal\t361,029\t(12)\t745,131\t548,642\t357,056\t200,450\n";

    [Fact]
    public void Each_line_leads_from_what_was_unpaid_to_what_is()
    {
        var lines = Check(Text).Proof.Findings.Where(finding => finding.Relation.Kind == RelationKind.RowIdentity).ToList();

        lines.Should().HaveCount(9).And.OnlyContain(finding => finding.Verdict == Verdict.Exact);
        lines.Should().OnlyContain(finding => finding.Relation.Terms.Select(term => term.Coefficient).SequenceEqual(new decimal[] { 1, 1, 1, -1, -1 }));
    }

    [Fact]
    public void One_line_that_does_not_is_the_exception()
    {
        var failing = Check(Text.Replace("\t310,542\t", "\t310,524\t", StringComparison.Ordinal)).Proof.Findings.Where(finding => finding.Verdict == Verdict.Inconsistent).ToList();

        failing.Select(finding => (finding.Relation.Target.Caption, finding.Residual)).Should().Equal(("Brazil", 18m), ("Total", -18m));
    }

    [Fact]
    public void Two_pairs_of_columns_that_say_the_same_are_no_sum_of_each_other()
    {
        const string text = "Contributions by party\n\tDue 1990\tPaid 1990\tDue 1991\tPaid 1991\tUnpaid 1991\nArgentina\t1,544\t0\t3,649\t0\t3,649\nAustralia\t5,229\t5,229\t8,680\t0\t8,680\nAustria\t2,465\t2,465\t4,091\t0\t4,091\n"
            + "Belgium\t3,897\t3,897\t6,468\t0\t6,468\nCanada\t10,292\t10,292\t17,083\t0\t17,083\nChina\t2,269\t2,269\t3,767\t0\t3,767\nFinland\t1,699\t1,699\t2,820\t0\t2,820\n"
            + "Germany\t31,174\t31,174\t44,671\t44,671\t0\nHungary\t699\t699\t1,161\t0\t1,161\nJapan\t37,903\t37,903\t62,916\t0\t62,916\nSweden\t4,030\t4,030\t6,690\t0\t6,690\n";

        Check(text).Proof.Findings.Where(finding => finding.Relation.Kind == RelationKind.RowIdentity && finding.Relation.Target.Column < 2).Should().BeEmpty();

        // Where some paid a part of what was due in either year, the three columns of 1991 say that Unpaid is Due less Paid, and nothing else does.
        var paid = text.Replace("\t44,671\t44,671\t0\n", "\t44,671\t20,112\t24,559\n", StringComparison.Ordinal).Replace("\t17,083\t0\t17,083\n", "\t17,083\t4,905\t12,178\n", StringComparison.Ordinal)
            .Replace("\t62,916\t0\t62,916\n", "\t62,916\t31,208\t31,708\n", StringComparison.Ordinal)
            .Replace("\t5,229\t5,229\t", "\t5,229\t2,100\t", StringComparison.Ordinal).Replace("\t2,465\t2,465\t", "\t2,465\t1,200\t", StringComparison.Ordinal).Replace("\t699\t699\t", "\t699\t0\t", StringComparison.Ordinal);
        var lines = Check(paid).Proof.Findings.Where(finding => finding.Relation.Kind == RelationKind.RowIdentity).ToList();

        lines.Should().HaveCount(11).And.OnlyContain(finding => finding.Verdict == Verdict.Exact
            && finding.Relation.Terms.Select(term => term.Figure).Append(finding.Relation.Target).Select(figure => figure.Column).Order().SequenceEqual(new[] { 2, 3, 4 }));
    }

    private static ReconciliationReport Check(string text)
    {
        var document = StatementReader.Read(Encoding.UTF8.GetBytes(text), "statement.txt", new ReadingOptions());
        return Reconciler.Check(new ReconcilerInput { Document = document, Relations = [RelationDiscovery.Discover(document)] });
    }
}
