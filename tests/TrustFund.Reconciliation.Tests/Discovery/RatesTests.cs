using System.Globalization;
using System.Text;
using TrustFund.Reconciliation.Discovery;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>Contributions by a scale: each line is the scale at one rate that is nowhere printed, but for one whose share is fixed.</summary>
public sealed class RatesTests
{
    private const string Scale = "Scale of contributions\n\tUnited Nations scale\tAdjusted scale\tContribution (USD)\n"
        + "Andorra\t0.005\t0.008\t9,996\nAustria\t0.677\t1.083\t1,353,407\nBelgium\t0.821\t1.314\t1,641,280\nChile\t0.407\t0.651\t813,643\n"
        + "Denmark\t0.554\t0.886\t1,107,514\nEuropean Union\t2.500\t2.500\t3,123,750\nGreece\t0.366\t0.586\t731,679\nIreland\t0.371\t0.594\t741,675\n"
        + "Kenya\t0.024\t0.038\t47,979\nNorway\t0.754\t1.206\t1,507,339\nPoland\t0.802\t1.283\t1,603,297\nSpain\t2.146\t3.433\t4,290,119\n";

    private const string Converted = "Contributions in national currencies\n\tScale\tContribution (USD)\tInflation\tRate of exchange\tContribution in national currency\n"
        + "Andorra\t0.005\t38,976\t3.228\t0.90244\t35,174\nAustria\t0.677\t5,277,378\t3.786\t0.90244\t4,762,517\nBelgium\t0.821\t6,399,893\t4.037\t0.90244\t5,775,519\n"
        + "Canada\t2.734\t21,312,188\t4.730\t1.37100\t29,219,010\nChile\t0.407\t3,172,663\t3.778\t766.20000\t2,430,894,391\nDenmark\t0.554\t4,318,563\t4.635\t6.73467\t29,084,097\n"
        + "Hungary\t0.206\t1,605,820\t0.436\t314.92286\t505,709,427\nIceland\t0.028\t218,267\t2.488\t135.35667\t29,543,894\nNorway\t0.754\t5,877,612\t4.734\t9.83713\t57,818,833\n"
        + "Panama\t0.045\t350,786\t3.350\t1.00000\t350,786\nPoland\t0.802\t6,251,783\t4.534\t3.97815\t24,870,531\nSpain\t2.146\t16,728,587\t0.832\t0.90244\t15,096,546\n";

    [Fact]
    public void Each_line_is_the_scale_at_one_rate()
    {
        var rates = Check(Scale).Proof.Findings.Where(finding => finding.Relation.Kind == RelationKind.Rate).ToList();

        rates.Should().HaveCountGreaterThanOrEqualTo(22).And.OnlyContain(finding => finding.Verdict == Verdict.Exact && finding.Relation.AsPrinted);
        rates.Should().Contain(finding => finding.Relation.Because == "'Contribution (USD)' is 'United Nations scale' times 1 999 123.5 in 11 of 12 lines, not in 'European Union'");
    }

    [Fact]
    public void A_share_that_is_fixed_is_no_difference() => Check(Scale).Verdict.Should().Be(Verdict.Exact);

    [Theory]
    [InlineData("1,107,514", "1,170,514")]
    [InlineData("1,603,297", "163,297")]
    [InlineData("731,679", "731,879")]
    [InlineData("813,643", "1,641,280")]
    [InlineData("0.754\t", "0.574\t")]
    public void A_line_that_departs_by_a_slip_gets_its_amount_back(string printed, string slip)
    {
        var report = Check(Scale.Replace(printed, slip, StringComparison.Ordinal));

        report.Verdict.Should().Be(Verdict.Inconsistent);
        var repair = report.Diagnosis.Differences[0].Hypotheses[0].Repairs.Should().ContainSingle().Subject;
        repair.Amount.Should().Be(decimal.Parse(printed.Trim(), NumberStyles.Number, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Two_lines_that_changed_places_are_told()
    {
        var report = Check(Scale.Replace("1,353,407", "x", StringComparison.Ordinal).Replace("1,641,280", "1,353,407", StringComparison.Ordinal).Replace("x", "1,641,280", StringComparison.Ordinal));

        report.Verdict.Should().Be(Verdict.Inconsistent);
    }

    // Nobody can tell by what rule one line in twelve says something else, unless a slip leads there.
    [Fact]
    public void A_line_by_another_rule_is_named_and_is_no_difference()
    {
        var report = Check(Scale.Replace("1,107,514", "500,000", StringComparison.Ordinal));

        report.Verdict.Should().Be(Verdict.Exact);
        report.Proof.Findings.Should().Contain(finding => finding.Relation.Because.Contains("not in 'Denmark'", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_total_says_is_right_is_no_difference()
    {
        // One digit from what the rate says, and the total holds as it is.
        var text = Scale.Replace("1,107,514", "1,107,914", StringComparison.Ordinal) + "Total\t9.427\t13.582\t16,972,078\n";

        Check(text).Verdict.Should().NotBe(Verdict.Inconsistent);
    }

    // Percentages do not add up, but those of one amount do.
    [Fact]
    public void A_line_that_is_left_out_of_a_scale_in_per_cent_is_given_back_in_all_columns()
    {
        const string text = "Fees\n\tFees for 2016 (EUR)\tFees for 2017 (EUR)\tScale of fees (per cent)\n"
            + "Austria\t42,490\t42,490\t15.880\nBelgium\t52,791\t52,791\t19.730\nCroatia\t2,114\t2,114\t0.790\nDenmark\t35,399\t35,399\t13.230\n"
            + "Finland\t26,998\t26,998\t10.090\nGreece\t28,496\t28,496\t10.650\nIreland\t21,325\t21,325\t7.970\nMonaco\t4,843\t4,843\t1.810\n"
            + "Norway\t33,138\t33,138\t12.385\nPoland\t19,975\t19,975\t7.465\nTotal\t267,569\t267,569\t100.000\n";
        Check(text).Verdict.Should().BeOneOf(Verdict.Exact, Verdict.Rounding);

        var report = Check(text.Replace("Finland\t26,998\t26,998\t10.090\n", "", StringComparison.Ordinal));

        report.Diagnosis.Differences.Should().HaveCount(3).And.AllSatisfy(difference =>
            difference.Hypotheses[0].Repairs.Select(repair => repair.Amount).Should().Equal(26_998, 26_998, 10.090m));
    }

    [Fact]
    public void A_line_at_a_rate_of_one_is_a_product_like_the_others() =>
        Check(Converted).Proof.Findings.Where(finding => finding.Relation.Kind == RelationKind.Product).Should().HaveCount(12);

    [Fact]
    public void A_contribution_at_a_rate_of_one_that_was_left_out_is_told() =>
        Check(Converted.Replace("1.00000\t350,786", "1.00000\t-", StringComparison.Ordinal)).Discrepancies.Should().ContainSingle();

    // Inflation is in no relation, and moves along.
    [Fact]
    public void The_amounts_of_a_line_that_stand_a_column_too_far_right_are_told_with_what_stands_between()
    {
        var report = Check(Converted.Replace("0.206\t1,605,820\t0.436\t314.92286\t505,709,427", "0.206\t-\t1,605,820\t0.436\t314.92286", StringComparison.Ordinal));

        report.Diagnosis.Differences.Should().NotBeEmpty().And.AllSatisfy(difference =>
            difference.Hypotheses[0].Repairs.Select(repair => repair.Amount).Should().Equal(1_605_820, 0.436m, 314.92286m, 505_709_427));
    }

    [Fact]
    public void A_rate_that_was_discovered_is_saved_with_all_that_it_says()
    {
        var document = Read(Scale);
        var found = RelationDiscovery.Discover(document);

        var reading = RelationsFile.Read(Encoding.UTF8.GetBytes(RelationsWriter.Write(document, found)), "saved.json");

        reading.Problems.Should().BeEmpty();
        var again = reading.Relations!.ApplyTo(document, "saved.json");
        again.Problems.Should().BeEmpty();
        again.Relations.Select(Shown).Should().BeEquivalentTo(found.Relations.Select(Shown));
    }

    private static (string, decimal, decimal, bool) Shown(StatementRelation relation) => (relation.Target.Id, relation.Computed, relation.RoundedTo, relation.AsPrinted);

    private static PublishedStatement Read(string text) => StatementReader.Read(Encoding.UTF8.GetBytes(text), "statement.txt", new ReadingOptions());

    private static ReconciliationReport Check(string text)
    {
        var document = Read(text);
        return Reconciler.Check(new ReconcilerInput { Document = document, Relations = [RelationDiscovery.Discover(document)] });
    }
}
