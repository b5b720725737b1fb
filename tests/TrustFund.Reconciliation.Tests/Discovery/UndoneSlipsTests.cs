using TrustFund.Reconciliation.Proof;

namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>A short statement in which one slip breaks the sums by which it would be known.</summary>
public sealed class UndoneSlipsTests
{
    private static readonly string[] Lines =
    [
        "Opening balance                 3,915", "Contributions                   2,190", "Interest                           32", "Total income                    2,222",
        "Staff                           1,504", "Travel                            577", "Total expenses                  2,081", "Surplus                           141", "Closing balance                 4,056",
    ];

    [Fact]
    public void Nothing_is_undone_where_all_holds() => Check(Lines).Verdict.Should().Be(Verdict.Exact);

    [Fact]
    public void A_result_and_a_balance_that_changed_places_are_told_with_what_they_should_read()
    {
        string[] swapped = [.. Lines[..7], "Surplus                         4,056", "Closing balance                   141"];

        var report = Check(swapped);

        report.Verdict.Should().Be(Verdict.Inconsistent);
        report.Proof.Findings.Should().Contain(finding => finding.Relation.Because.EndsWith(", if 4 056 should read 141 and 141 should read 4 056", StringComparison.Ordinal));
        report.Discrepancies.SelectMany(discrepancy => discrepancy.Diagnoses).Where(cause => cause.Rank == 1).SelectMany(cause => cause.Repairs).Select(repair => repair.Amount)
            .Should().Contain([141m, 4056m]);
    }

    // The amount of Donations is left out in the first column, and that of Other is another one in the last, in its total too.
    [Fact]
    public void Totals_that_are_out_and_have_a_line_in_common_are_told() => Check(
    [
        "                                2022      2022      2021", "Income", "Donations                               57,880    44,376",
        "Total                                   57,880    44,376", "Expenditure", "Other                         24,817    24,817    32,189",
        "Total                         24,817    24,817    32,189", "Net income                    33,063    33,063    21,187", "Net income before gains       33,063    33,063    21,187",
        "Net movement in funds         33,063    33,063    21,187", "Total funds brought forward  854,561   854,561   838,427", "Total funds carried forward  887,624   887,624   859,614",
    ]).Discrepancies.Should().Contain(discrepancy => discrepancy.Text.Contains("44 376 less 32 189 = 12 187", StringComparison.Ordinal));

    // Any slip in a line that is printed three times would let as much hold.
    [Fact]
    public void A_slip_by_which_nothing_fails_hides_no_total_that_is_out() => Check(
    [
        "                              2022      2021", "Income", "Donations                   57,880    44,376", "Total                       57,880    44,376",
        "Expenditure", "Other                       24,817    32,189", "Total                       24,817    23,189", "Net income                  33,063    21,187",
        "Net income before gains     33,063    21,187", "Net movement in funds       33,063    21,187",
    ]).Discrepancies.Should().ContainSingle(discrepancy => discrepancy.Text.Contains("32 189 = 32 189, the line says 23 189", StringComparison.Ordinal));

    private static ReconciliationReport Check(IEnumerable<string> lines) => Case.Made("short", $"Statement of the fund\n\n{string.Join('\n', lines)}\n").Check();
}
