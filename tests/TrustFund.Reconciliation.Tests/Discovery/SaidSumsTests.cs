using TrustFund.Reconciliation.Proof;

namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>What captions say of an amount is an exception where it does not hold, though something else does.</summary>
public sealed class SaidSumsTests
{
    // The line repeats the one above, which is printed twice for that.
    [Fact]
    public void A_caption_that_names_its_lines_is_held_to_them() => Texts(File.ReadAllText(Path.Combine(Cases.Folder, "Others", "schedule_of_funds_available.txt")).Replace("167.93", "244.04", StringComparison.Ordinal))
        .Should().ContainSingle(text => text.Contains("244.04 less 76.11 = 167.93, the line says 244.04", StringComparison.Ordinal));

    [Fact]
    public void An_adjusted_balance_is_the_one_above_but_for_its_adjustment()
    {
        var report = Check(Lines(Case.Discovered("au_aciar_2020_changes_in_equity").Text, line => !line.StartsWith("Adjustment on initial application", StringComparison.Ordinal)));

        report.Verdict.Should().Be(Verdict.Inconsistent);
        report.Discrepancies.SelectMany(discrepancy => discrepancy.Diagnoses.Take(1)).Select(cause => cause.Text).Distinct().Should().ContainSingle()
            .Which.Should().Be("a line above Adjusted opening balance is missing: Retained earnings 2020 $’000 269; Total equity 2020 $’000 269");
    }

    [Fact]
    public void A_donor_left_out_of_a_note_is_told()
    {
        var report = Check(Case.Discovered("un_lirec_2016").Text.Replace(" Peru, \\$28,802;", "", StringComparison.Ordinal));

        report.Discrepancies.Should().ContainSingle().Which.Diagnoses[0].Text.Should().Be("a line of the note to Voluntary contributions is missing: 28 803");
    }

    // What is taken off stands behind what it is taken off from, and amounts have the decimals of their statement.
    [Fact]
    public void Sums_and_causes_are_written_as_people_write_them()
    {
        Texts("Statement of the fund\n\nIncome\nGrants            20,200.50\nRefunds           (3,010.20)\nInterest           1,400.10\nSales              2,300.40\nTotal income      23,901.00\n")
            .Should().ContainSingle(text => text.Contains("for 23 901.00 read 20 890.80 (it leaves out Refunds, (3 010.20))", StringComparison.Ordinal));
        var lines = Case.Discovered("unfccc_cp2015_21_core_budget_2016_17").Text.Split('\n').Select(line => line.Split('|')).ToArray();
        for (var line = 13; line >= 4; line--)
        {
            lines[line][3] = line == 4 ? "  " : lines[line - 1][3];
        }

        Texts(string.Join('\n', lines.Select(cells => string.Join('|', cells)))).Should().NotBeEmpty().And.NotContain(text => text.Contains("foot: less", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Texts(string text) => Check(text).Discrepancies.Select(discrepancy => discrepancy.Text + string.Concat(discrepancy.Diagnoses.Select(cause => cause.Text)));

    private static ReconciliationReport Check(string text) => Case.Made("said", text).Check();

    private static string Lines(string text, Func<string, bool> isKept) => string.Join('\n', text.Split('\n').Where(isKept));
}
