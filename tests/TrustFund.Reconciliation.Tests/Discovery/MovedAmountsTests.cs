using System.Text;
using TrustFund.Reconciliation.Diagnosis;
using TrustFund.Reconciliation.Discovery;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>One slip that breaks many relations at once leaves them believed, and is what is named.</summary>
public class MovedAmountsTests
{
    private const string Ageing = "Ageing\n\tUp to a year\tLonger\tAll\nAustria\t85,538\t7,955\t93,493\nBelgium\t60,326\t76,159\t136,485\n"
        + "Brazil\t95,545\t2,452\t97,997\nCanada\t49,197\t45,397\t94,594\nTotal\t290,606\t131,963\t422,569\n";

    private const string Levels = "Costs by year\n\t2015\t2016\t2017\t2018\nTravel\t12,305\t14,412\t9,118\t10,006\nStaff\t51,220\t48,903\t50,017\t47,215\n"
        + "Total direct costs\t63,525\t63,315\t59,135\t57,221\nSupport\t8,258\t8,231\t7,688\t7,439\nTotal costs\t71,783\t71,546\t66,823\t64,660\n";

    [Fact]
    public void A_column_that_moved_down_over_most_lines_is_one_slip()
    {
        var report = Check(Ageing, ("Belgium\t60,326", "Belgium\t85,538"), ("Brazil\t95,545", "Brazil\t60,326"), ("Canada\t49,197", "Canada\t95,545"));

        Named(report).Should().BeEquivalentTo(["Belgium=60326", "Brazil=95545", "Canada=49197"]);
    }

    // Each amount was rounded by itself: what a line wants is one off what stands in the next.
    [Fact]
    public void A_column_that_moved_down_is_one_slip_where_lines_are_out_by_rounding()
    {
        const string rounded = "Receipts\n\tGasoline\tDiesel\tAll fuel\n1957\t1,295,070\t30,475\t1,325,545\n1958\t1,548,106\t49,783\t1,597,889\n1959\t1,605,691\t50,955\t1,656,647\n"
            + "1960\t1,962,135\t81,628\t2,043,764\n1961\t2,275,755\t84,905\t2,360,660\n1962\t2,267,642\t105,776\t2,373,419\n1963\t2,347,525\t114,441\t2,461,966\n";

        var report = Check(rounded.Replace("1,597,889", "1,325,545", StringComparison.Ordinal).Replace("1,656,647", "1,597,889", StringComparison.Ordinal).Replace("2,043,764", "1,656,647", StringComparison.Ordinal));

        Check(rounded).Verdict.Should().Be(Verdict.Rounding);
        report.Discrepancies.Should().HaveCount(3);
    }

    [Fact]
    public void Two_lines_that_changed_places_are_one_slip()
    {
        var report = Check(Ageing, ("Belgium\t60,326", "Belgium\t95,545"), ("Brazil\t95,545", "Brazil\t60,326"));

        Named(report).Should().BeEquivalentTo(["Belgium=60326", "Brazil=95545"]);
    }

    [Fact]
    public void A_total_that_moved_right_is_one_slip()
    {
        var report = Check(Levels, ("costs\t63,525\t63,315\t59,135\t57,221", "costs\t63,525\t-\t63,315\t59,135"));

        Named(report).Should().BeEquivalentTo(["Total direct costs=63315", "Total direct costs=59135", "Total direct costs=57221"]);
    }

    [Fact]
    public void A_misprint_in_a_line_that_another_table_repeats_is_told_by_the_line()
    {
        const string summary = "\nTotals\n\t2015\t2016\t2017\t2018\nTotal direct costs\t63,525\t63,315\t59,135\t57,221\nTotal costs\t71,783\t71,546\t66,823\t64,660\n";

        var report = Check(Levels + summary, ("\nTotal costs\t71,783\t71,546\t66,823\t64,660\n\n", "\nTotal costs\t71,783\t71,564\t66,823\t64,660\n\n"));

        Named(report).Should().BeEquivalentTo(["Total costs=71546"]);
    }

    [Fact]
    public void Lines_that_repeat_the_column_beside_them_are_no_copies()
    {
        const string table = "Fees\n\t2016\t2017\nAustralia\t76,016\t76,016\nAustria\t42,490\t42,490\nBelgium\t52,791\t52,791\nFinland\t26,998\t26,998\nGreece\t28,496\t28,496\nTotal\t226,791\t226,791\n";

        var report = Check(table, ("Finland\t26,998\t", "Finland\t26,989\t"));

        report.Discrepancies[0].Diagnoses.Should().NotContain(cause => cause.Rank == 1 && cause.Kind == SlipKind.Copied);
    }

    // What is named first for every relation that does not hold.
    private static IEnumerable<string> Named(ReconciliationReport report)
    {
        report.Discrepancies.Should().NotBeEmpty();
        var first = report.Discrepancies.Select(found => found.Diagnoses[0]).ToList();
        first.Should().OnlyContain(cause => cause.Text == first[0].Text);
        return first[0].Repairs.Select(repair => FormattableString.Invariant($"{repair.Figure.Caption}={repair.Amount:G29}"));
    }

    private static ReconciliationReport Check(string sound, params (string Printed, string Misprinted)[] slips)
    {
        Check(sound).Verdict.Should().Be(Verdict.Exact);
        foreach (var (printed, misprinted) in slips)
        {
            sound.Should().Contain(printed);
        }

        return Check(slips.Aggregate(sound, (text, slip) => text.Replace(slip.Printed, slip.Misprinted, StringComparison.Ordinal)));
    }

    private static ReconciliationReport Check(string text)
    {
        var document = StatementReader.Read(Encoding.UTF8.GetBytes(text), "statement.txt", new ReadingOptions());
        return Reconciler.Check(new ReconcilerInput { Document = document, Relations = [RelationDiscovery.Discover(document)] });
    }
}
