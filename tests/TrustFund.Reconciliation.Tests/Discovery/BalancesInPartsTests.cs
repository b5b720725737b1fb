using TrustFund.Reconciliation.Discovery;
using TrustFund.Reconciliation.Proof;

namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>Balances of several parts of a statement, each from its opening to its closing.</summary>
public sealed class BalancesInPartsTests
{
    [Theory]
    [InlineData("7,050", Verdict.Exact)]
    [InlineData("7,500", Verdict.Inconsistent)]
    public void A_balance_put_right_is_the_one_before_and_what_was_put_right(string adjusted, Verdict verdict)
    {
        var report = Check($"""
            Changes in equity            2020      2019
            Opening balance             7,220     4,759
            Adjustment for error         (259)        -
            Change of policy               89         -
            Adjusted opening balance    {adjusted}     4,759
            Surplus for the period       (799)    2,461
            Closing balance             6,251     7,220
            """);

        report.Verdict.Should().Be(verdict);
        report.Document.Figures.Should().OnlyContain(figure => report.Proof.Findings.Any(finding => finding.Relation.Target == figure || finding.Relation.Terms.Any(term => term.Figure == figure)));
    }

    [Fact]
    public void Small_parts_that_all_hold_speak_for_each_other()
    {
        var parts = new[] { (4203, -825, 4123, 80), (115, -86, 81, 34), (7005, 268, 6930, 75), (11323, -643, 11134, 189) };
        var lines = parts.Select((part, number) => FormattableString.Invariant(
            $"Part {number}\nOpening balance\t{part.Item1}\t{part.Item3}\nMovement\t{part.Item2}\t{part.Item4}\nClosing balance\t{part.Item1 + part.Item2}\t{part.Item3 + part.Item4}\n"));

        Check("\t2019\t2018\n" + string.Concat(lines)).Verdict.Should().Be(Verdict.Exact);
    }

    [Fact]
    public void A_column_headed_as_a_total_is_one_though_a_slip_in_it_leaves_a_way_past_it()
    {
        var lines = Enumerable.Range(0, 12).Select(year => (Fuel: 1_044_206 + (year * 77_311), Tires: 79_071 + (year * year * 1_913), Interest: 16_535 - (year * 917)))
            .Select((line, year) => FormattableString.Invariant(
                $"{1957 + year}\t{line.Fuel}\t{line.Tires}\t{line.Fuel + line.Tires + (year == 6 ? 90 : 0)}\t{line.Interest}\t{line.Fuel + line.Tires + line.Interest}\n"));

        Check("Year\tFuel\tTires\tTotal taxes\tInterest\tTotal receipts\n" + string.Concat(lines)).Verdict.Should().Be(Verdict.Inconsistent);
    }

    private static ReconciliationReport Check(string text)
    {
        var document = Document.Read(text);
        return Reconciler.Check(new ReconcilerInput { Document = document, Relations = [RelationDiscovery.Discover(document)] });
    }
}
