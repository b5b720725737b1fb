using System.Globalization;
using TrustFund.Reconciliation.Proof;

namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>Published statements in which some amounts stand one line or one column too far on: by that one slip they are told.</summary>
public sealed class ShiftedAmountsTests
{
    // In a tree of accounts nil may stand with either sign in the total below: it is added, as the lines of the tree are.
    [Fact]
    public void A_line_of_a_tree_that_says_nil_is_added_in_the_total_below() => First("spi_201602",
        (" 5086.49 USD              0    5086.49 USD  Expenses", "           0    5086.49 USD              0  Expenses"))
        .Should().Equal("Expenses=5086.49; Expenses=0; Expenses=5086.49");

    // The differences that the line is in twelve columns are out by what stands one column further on, as rounding lets it.
    [Fact]
    public void A_difference_whose_amounts_stand_a_column_too_far_on_is_still_one()
    {
        const string line = "31,376,278\t32,763,961\t10,716,930\t8,429,719\t9,131,159\t8,810,995\t5,480,332\t3,498,288\t4,451,228\t25,137,801\t94,408,715";

        First("mlf_excom94_statistics", ("Outstanding pledges\t24,051,952\t" + line + "\t258,257,358", "Outstanding pledges\t24,051,952\t0\t" + line))
            .Should().ContainSingle().Which.Should().StartWith("Outstanding pledges=31376278; Outstanding pledges=32763961; ").And.EndWith("Outstanding pledges=258257358");
    }

    [Fact]
    public void An_opening_balance_whose_credit_repeats_the_line_above_is_tested() => First("spi_201611",
        (" 836616.84 USD  836616.84 USD              0    Opening Balance", " 836616.84 USD  124032.55 USD              0    Opening Balance"))
        .Should().Contain("Opening Balance=836616.84");

    // Its debit less its credit is its total, as of every other account.
    [Fact]
    public void An_opening_balance_between_debits_and_credits_is_tested() => First("spi_201611",
        (" 836616.84 USD  836616.84 USD              0    Opening Balance", " 836616.84 USD  124032.55 USD              0    Opening Balance"),
        (" 195190.55 USD     183.28 USD  195007.27 USD  Expenses", " 195190.55 USD  836616.84 USD  195007.27 USD  Expenses"),
        ("   4525.12 USD       3.28 USD    4521.84 USD    Banking", "   4525.12 USD     183.28 USD    4521.84 USD    Banking"))
        .Should().Equal("Opening Balance=836616.84; Expenses=183.28; Banking=3.28");

    // The line above the first that moved repeats it, and would have nil from it.
    [Fact]
    public void What_moved_begins_where_it_does_and_not_a_line_above() => First("au_aciar_2020_changes_in_equity",
        ("-\t-\t(264)\t(324)\t(511)", "-\t-\t(264)\t0\t(511)"), ("(131)\t-\t-\t(131)\t-", "(131)\t-\t-\t(324)\t-"), ("243\t243\t245\t243", "243\t243\t(131)\t243"))
        .Should().Equal("Total comprehensive income / (loss)=-324; Equity injection - Appropriations=-131; Departmental capital budget=245");

    // What is brought forward is no sum of the adjusted balance below it.
    [Fact]
    public void An_adjusted_opening_balance_whose_amounts_stand_a_column_too_far_on_is_told() => First("au_aciar_2020_changes_in_equity",
        ("Adjusted opening balance\t1,285\t1,291\t804\t98\t147\t147\t2,593\t2,479\t2,724\t3,976\t3,917\t3,675", "Adjusted opening balance\t0\t1,285\t1,291\t804\t98\t147\t147\t2,593\t2,479\t2,724\t3,976\t3,917"))
        .Should().ContainSingle().Which.Should().StartWith("Adjusted opening balance=1285; Adjusted opening balance=1291; ").And.EndWith("Adjusted opening balance=3675");

    // Of nearly two hundred lines at one rate two that stand side by side depart from it, and the one wants what the other says.
    [Fact]
    public void Lines_at_a_rate_that_moved_on_are_told() => First("unfccc_cp2015_21_scale_of_contributions_2016_17",
        ("| Brazil | 2.934 |", "| Brazil | 0.017 |"), ("| Brunei Darussalam | 0.026 |", "| Brunei Darussalam | 2.934 |"))
        .Should().Equal("Brazil=2.934; Brunei Darussalam=0.026");

    // The lines of both parts are added; in one column what was printed in another would let those of the last part do.
    [Fact]
    public void A_line_whose_amounts_moved_leaves_a_total_with_the_parts_it_is_of() => First("au_aciar_2020_changes_in_equity",
        ("Departmental capital budget\t-\t-\t-\t-\t-\t-\t243\t245\t243\t243\t245\t243", "Departmental capital budget\t-\t-\t-\t-\t-\t-\t243\t0\t245\t243\t243\t245"))
        .Should().ContainSingle().Which.Should().StartWith("Departmental capital budget=245; Departmental capital budget=243; ");

    // The column says nil or nothing in every other line.
    [Fact]
    public void What_stands_in_a_column_of_nil_counts_along_its_line() => First("mlf_excom94_yr2005", ("1,724,123\t0\t7,565,776", "1,724,123\t7,565,776\t7,565,776"))
        .Should().Equal("Germany=0");

    // What is told first of each exception that is not there without the slip; once where all say the same.
    private static IEnumerable<string> First(string name, params (string Printed, string Slip)[] slips)
    {
        var statement = Case.Discovered(name);
        var sound = statement.Check().Discrepancies.Select(discrepancy => discrepancy.Text).ToHashSet();
        foreach (var (printed, _) in slips)
        {
            statement.Text.Should().Contain(printed);
        }

        var report = statement.Check(slips.Aggregate(statement.Text, (text, slip) => text.Replace(slip.Printed, slip.Slip, StringComparison.Ordinal)));

        report.Verdict.Should().Be(Verdict.Inconsistent);
        return report.Discrepancies.Where(discrepancy => !sound.Contains(discrepancy.Text)).Select(discrepancy => discrepancy.Diagnoses)
            .Select(causes => causes.Count == 0 ? "no cause" : string.Join("; ", causes[0].Repairs.Select(repair => $"{repair.Figure.Caption}={repair.Amount.ToString(CultureInfo.InvariantCulture)}"))).Distinct();
    }
}
