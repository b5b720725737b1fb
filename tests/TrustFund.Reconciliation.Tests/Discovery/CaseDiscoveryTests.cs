using System.Text;
using TrustFund.Reconciliation.Discovery;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;
using Xunit.Abstractions;

namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>The real statements, judged by nothing but what was discovered in them.</summary>
public sealed class CaseDiscoveryTests(ITestOutputHelper output)
{
    private const int Shuffles = 10;

    private static readonly Dictionary<string, RelationSet> Found = Cases.Names.ToDictionary(name => name, name => RelationDiscovery.Discover(Cases.Read(name)));

    public static TheoryData<string> Names => [.. Cases.Names];

    // What each statement comes to by the figures that it prints, and what fails: line, residual.
    public static TheoryData<string, Verdict, string[]> Verdicts => new()
    {
        { "au_aciar_2020_changes_in_equity", Verdict.Exact, [] },
        { "au_services_canteens_trust_fund_1980_summary", Verdict.Exact, [] },
        { "mlf_disputed_contributions", Verdict.Exact, [] },
        { "mlf_excom94_statistics", Verdict.Rounding, [] },
        { "mlf_excom94_status", Verdict.Exact, [] },
        { "mlf_excom94_yr1991", Verdict.Exact, [] },
        // By itself; what later payments did to it shows with the annual tables beside it.
        { "mlf_excom94_yr1991_93", Verdict.Exact, [] },
        { "mlf_excom94_yr1992", Verdict.Exact, [] },
        { "mlf_excom94_yr1993", Verdict.Exact, [] },
        { "mlf_excom94_yr2003", Verdict.Rounding, [] },
        { "mlf_excom94_yr2003_05", Verdict.Rounding, [] },
        { "mlf_excom94_yr2004", Verdict.Rounding, [] },
        { "mlf_excom94_yr2005", Verdict.Exact, [] },
        { "mlf_excom94_yr2016", Verdict.Rounding, [] },
        { "mlf_replenishment_2021_23", Verdict.Rounding, [] },
        { "nz_gazette_1997_gn4733_trust_bank_community_trust", Verdict.Exact, [] },
        { "nz_treasury_trust_monies_2011", Verdict.Exact, [] },
        { "spi_201601", Verdict.Exact, [] },
        { "spi_201602", Verdict.Exact, [] },
        { "spi_201603", Verdict.Exact, [] },
        { "spi_201604", Verdict.Exact, [] },
        { "spi_201605", Verdict.Exact, [] },
        { "spi_201606", Verdict.Exact, [] },
        { "spi_201607", Verdict.Exact, [] },
        { "spi_201608", Verdict.Exact, [] },
        { "spi_201609", Verdict.Exact, [] },
        { "spi_201610", Verdict.Exact, [] },
        { "spi_201611", Verdict.Exact, [] },
        { "spi_201612", Verdict.Exact, [] },
        // The first month of the year and the year to date: expenses differ by 0.42, all of it bank fees, and income by 60.00, all of it donations.
        { "spi_202101", Verdict.Inconsistent, ["Expenses: -0.42", "Expenses: -0.42", "Bank-Fees: -0.42", "Bank-Fees: -0.42", "Income: -60.00", "Income: 60.00", "Donations: -60.00", "Donations: 60.00"] },
        { "spi_projects_201612", Verdict.Exact, [] },
        { "uk_charity_1122960_sofa_2023", Verdict.Exact, [] },
        { "un_lirec_2016", Verdict.Rounding, [] },
        // Amounts whose names are lost, without a total.
        { "un_whf_1980_contributions_partial", Verdict.Unverified, [] },
        { "unfccc_cmp2015_11_itl_fees_2016_17", Verdict.Exact, [] },
        { "unfccc_cmp2016_12_revised_contributions_2016_17", Verdict.Inconsistent, ["Total: -24.937"] },
        { "unfccc_cp2015_21_conference_contingency_2016_17", Verdict.Exact, [] },
        { "unfccc_cp2015_21_core_budget_2016_17", Verdict.Exact, [] },
        { "unfccc_cp2015_21_scale_of_contributions_2016_17", Verdict.Rounding, [] },
        // Alternatives, one of which will be: they add up to nothing.
        { "unfccc_cp2015_21_tf_participation_2016_17", Verdict.Unverified, [] },
        { "unfccc_cp2015_21_tf_supplementary_2016_17", Verdict.Exact, [] },
        { "unfccc_cp2017_23_core_budget_2018_19", Verdict.Exact, [] },
        { "us_fhwa_2011_htf_fe10_partial", Verdict.Exact, [] },
        { "us_ssa_tr1995_oasdi_income_fiscal_years", Verdict.Rounding, [] },
        { "us_ssa_tr2005_oasi_operations_fy2004_partial", Verdict.Rounding, [] },
        { "wb_jobs_mdtf_2020_contributions", Verdict.Rounding, [] },
        { "wb_tf_2021_key_statistics", Verdict.Inconsistent, ["IBRD/IDA Trust Funds (TFs): 0.05"] },
    };

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void Each_statement_comes_to_what_its_figures_say(string name, Verdict verdict, string[] failing)
    {
        var document = Cases.Read(name);

        var report = Reconciler.Check(new ReconcilerInput { Document = document, Relations = [RelationDiscovery.Discover(document)] });

        report.Verdict.Should().Be(verdict);
        report.Proof.Findings.Where(finding => finding.Verdict == Verdict.Inconsistent)
            .Select(finding => FormattableString.Invariant($"{finding.Relation.Target.Caption}: {finding.Residual}")).Should().Equal(failing);
    }

    [Fact]
    public void Every_case_has_its_verdict() => Verdicts.Select(row => (string)row[0]).Should().Equal(Cases.Names);

    [Fact]
    public void Nine_in_ten_amounts_are_reached_by_a_relation()
    {
        var (reached, all) = (0, 0);
        foreach (var name in Cases.Names)
        {
            var document = Cases.Read(name);
            var figures = RelationDiscovery.Discover(document).Relations.SelectMany(relation => relation.Terms.Select(term => term.Figure).Append(relation.Target)).ToHashSet();
            all += document.Figures.Count(figure => figure.Amount is not null);
            reached += document.Figures.Count(figures.Contains);
        }

        output.WriteLine(FormattableString.Invariant($"{reached} of {all} amounts, {100m * reached / all:0.0} per cent"));
        (reached * 10).Should().BeGreaterThanOrEqualTo(all * 9);
    }

    [Fact]
    [Trait("Culture", "alike")]
    public void Amounts_in_another_order_show_hardly_a_relation()
    {
        var shown = new List<string>();
        foreach (var name in Cases.Names)
        {
            var document = Cases.Read(name);
            shown.AddRange(Enumerable.Range(1, Shuffles).Where(seed => RelationDiscovery.Discover(ShuffledStatement.Of(document, seed)).Relations.Count > 0)
                .Select(seed => FormattableString.Invariant($"{name}, seed {seed}")));
        }

        output.WriteLine(FormattableString.Invariant($"{shown.Count} of {Cases.Names.Count * Shuffles}: {string.Join("; ", shown)}"));
        (shown.Count * 100).Should().BeLessThanOrEqualTo(Cases.Names.Count * Shuffles);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_relation_says_that_it_was_discovered_and_why(string name) => Found[name].Relations
        .Should().NotContain(relation => relation.Basis != RelationBasis.Discovered || relation.Because.Length == 0);

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_discovered_is_saved_and_read_again(string name)
    {
        var document = Cases.Read(name);
        var found = RelationDiscovery.Discover(document);

        var reading = RelationsFile.Read(Encoding.UTF8.GetBytes(RelationsWriter.Write(document, found)), "saved.json");

        reading.Problems.Should().BeEmpty();
        var again = reading.Relations!.ApplyTo(document, "saved.json");
        again.Problems.Should().BeEmpty();
        again.Relations.Select(Figures).Should().BeEquivalentTo(found.Relations.Select(Figures));
    }

    private static string Figures(StatementRelation relation) => string.Join(' ', relation.Terms
        .Select(term => (term.Coefficient < 0 ? "-" : "+") + term.Figure.Id).Order(StringComparer.Ordinal).Prepend(relation.Target.Id));
}
