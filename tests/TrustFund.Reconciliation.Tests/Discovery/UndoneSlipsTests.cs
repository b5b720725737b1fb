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

    // The total below holds without the subtotal, whose amount was copied from above it or left out.
    [Theory]
    [InlineData("Sub-total transfers        35,023")]
    [InlineData("Sub-total transfers         -    ")]
    public void A_subtotal_that_the_total_below_does_without_is_out(string subtotal) => First(
    [
        "Contributions             898,977", "Interest                   21,894", "Total source of funds     920,871", "Transferred to agencies   732,445", "Transferred to funds       35,023",
        subtotal, "Fees                        8,812", "Direct cost                24,028", "Total use of funds        800,308", "Balance of funds          120,563",
    ]).Should().AllBe("Sub-total transfers=767468");

    // Its lines, each rounded, come to one more than was printed.
    [Fact]
    public void A_net_amount_that_the_total_below_does_without_is_out() =>
        First(Other("ssa_tr2007_oasi_operations_partial", "530,006", "583,007")).Should().AllBe("Net contributions=530007");

    // The movement repeats the line above it, though it comes to both lines where the other is nil.
    [Fact]
    public void What_repeats_a_line_is_no_sum_of_it_and_another_that_is_nil() =>
        First(Other("charity_1150827_2022", "|Net income|||33,063|", "|Net income|||0|")).Should().AllBe("Net income=33063");

    [Theory]
    [InlineData("Membership fees            12,300", "Interest                    1,033")]
    [InlineData("Interest                    1,033", "Membership fees            12,300")]
    public void A_line_that_its_total_leaves_out_and_the_next_one_adds_is_told(string one, string other) => First(
    [
        "Ordinary income", one, other, "Conference                 55,120", "Total ordinary income      67,420", "Grants                      4,500", "Total receipts             72,953",
    ]).Should().AllBe("Total ordinary income=68453");

    // In the column of its lines, the first of them is none of those that the total below adds in the column of totals.
    [Fact]
    public void The_first_line_that_its_total_leaves_out_and_the_next_one_adds_is_told() =>
        First(Case.Discovered("mlf_excom94_status").Text.Replace("3,876,709,315", "2,818,701,780", StringComparison.Ordinal)).Should().AllBe("Total allocations to implementing agencies=3876709315");

    [Fact]
    public void Balances_of_two_years_that_changed_places_are_told() => First(
    [
        "Year     Income        Spent         Closing balance", "1957  1,482,002      965,667    516,335", "1958  2,043,801    1,511,603  1,048,533", "1959  2,087,700    2,612,576    523,657", "1960  2,535,815    2,940,251    119,221",
        "1961  2,799,012    2,619,170    299,063", "1962  2,955,462    2,783,864    746,926", "1963  3,292,966    3,016,701    470,661", "1964  3,539,518    3,645,013    641,431",
    ]).Distinct().Should().Equal("1962=470661", "1963=746926");

    // What the likeliest cause of each difference says that figures should read.
    private static IEnumerable<string> First(IEnumerable<string> lines) => First(Check(lines));

    private static IEnumerable<string> First(ReconciliationReport report)
    {
        var discrepancies = report.Discrepancies;
        discrepancies.Should().NotBeEmpty();
        return discrepancies.SelectMany(discrepancy => discrepancy.Diagnoses[0].Repairs).Select(repair => FormattableString.Invariant($"{repair.Figure.Caption}={repair.Amount:G29}"));
    }

    private static string Other(string name, string printed, string misprinted) =>
        File.ReadAllText(Path.Combine(Cases.Folder, "Others", name + ".txt")).Replace(printed, misprinted, StringComparison.Ordinal);

    private static IEnumerable<string> First(string text) => First(Case.Made("other", text).Check());

    private static ReconciliationReport Check(IEnumerable<string> lines) => Case.Made("short", $"Statement of the fund\n\n{string.Join('\n', lines)}\n").Check();
}
