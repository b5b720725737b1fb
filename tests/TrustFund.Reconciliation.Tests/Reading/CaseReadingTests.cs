using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Reading;

/// <summary>The real statements are read whole: every figure, every line.</summary>
public sealed class CaseReadingTests
{
    public static TheoryData<string> Names => [.. Cases.Names];

    // Figures with an amount or a nil mark, cells not available, cells that cannot be read.
    public static TheoryData<string, int, int, int> Figures => new()
    {
        // Dashes are nil marks, and 6 cells say n/a.
        { "au_aciar_2020_changes_in_equity", 126, 6, 0 },
        { "au_services_canteens_trust_fund_1980_summary", 7, 0, 0 },
        // The column of periods holds years, which are no amounts.
        { "mlf_disputed_contributions", 25, 0, 0 },
        { "mlf_excom94_statistics", 245, 0, 0 },
        // Two dashes, and the amount in the first note.
        { "mlf_excom94_status", 24, 0, 0 },
        { "mlf_excom94_yr1991", 260, 0, 0 },
        { "mlf_excom94_yr1991_93", 262, 0, 0 },
        { "mlf_excom94_yr1992", 260, 0, 0 },
        { "mlf_excom94_yr1993", 260, 0, 0 },
        { "mlf_excom94_yr2003", 218, 0, 0 },
        { "mlf_excom94_yr2003_05", 225, 0, 0 },
        { "mlf_excom94_yr2004", 152, 0, 0 },
        { "mlf_excom94_yr2005", 145, 0, 0 },
        { "mlf_excom94_yr2016", 166, 0, 0 },
        // N/A and Not Available.
        { "mlf_replenishment_2021_23", 327, 11, 0 },
        { "nz_gazette_1997_gn4733_trust_bank_community_trust", 63, 0, 0 },
        { "nz_treasury_trust_monies_2011", 10, 0, 0 },
        { "spi_201601", 264, 0, 0 },
        { "spi_201602", 234, 0, 0 },
        { "spi_201603", 231, 0, 0 },
        { "spi_201604", 225, 0, 0 },
        { "spi_201605", 219, 0, 0 },
        { "spi_201606", 246, 0, 0 },
        { "spi_201607", 234, 0, 0 },
        { "spi_201608", 231, 0, 0 },
        { "spi_201609", 237, 0, 0 },
        { "spi_201610", 273, 0, 0 },
        { "spi_201611", 264, 0, 0 },
        { "spi_201612", 255, 0, 0 },
        { "spi_202101", 216, 0, 0 },
        { "spi_projects_201612", 699, 0, 0 },
        // The 5 in the column of notes is no amount; 99rr69 is one that cannot be read.
        { "uk_charity_1122960_sofa_2023", 36, 0, 1 },
        { "un_lirec_2016", 16, 0, 0 },
        { "un_whf_1980_contributions_partial", 17, 0, 0 },
        { "unfccc_cmp2015_11_itl_fees_2016_17", 114, 0, 0 },
        { "unfccc_cmp2016_12_revised_contributions_2016_17", 579, 0, 0 },
        { "unfccc_cp2015_21_conference_contingency_2016_17", 24, 0, 0 },
        { "unfccc_cp2015_21_core_budget_2016_17", 51, 0, 0 },
        { "unfccc_cp2015_21_scale_of_contributions_2016_17", 591, 0, 0 },
        { "unfccc_cp2015_21_tf_participation_2016_17", 5, 0, 0 },
        // The numbers of other tables in the first column are no amounts.
        { "unfccc_cp2015_21_tf_supplementary_2016_17", 47, 0, 0 },
        // Four dashes.
        { "unfccc_cp2017_23_core_budget_2018_19", 60, 0, 0 },
        { "us_fhwa_2011_htf_fe10_partial", 51, 0, 0 },
        // 25 years in 5 columns; seven -- and two (5), a note marker in place of an amount.
        { "us_ssa_tr1995_oasdi_income_fiscal_years", 125, 0, 0 },
        // Gifts has a note marker in place of its amount.
        { "us_ssa_tr2005_oasi_operations_fy2004_partial", 19, 0, 0 },
        // Seven donors in three columns, and a total of two.
        { "wb_jobs_mdtf_2020_contributions", 23, 0, 0 },
        { "wb_tf_2021_key_statistics", 140, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Figures))]
    public void Every_figure_is_read(string name, int stated, int unavailable, int unreadable)
    {
        var states = Cases.Read(name).Figures.Select(figure => figure.State).ToList();

        states.Count(state => state is FigureState.Amount or FigureState.Nil).Should().Be(stated);
        states.Count(state => state == FigureState.Unavailable).Should().Be(unavailable);
        states.Count(state => state == FigureState.Unreadable).Should().Be(unreadable);
    }

    [Fact]
    public void Every_case_is_listed() => Figures.Select(row => (string)row[0]).Should().Equal(Cases.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_line_is_accounted_for(string name)
    {
        var lines = Cases.Text(name).Split('\n');

        var read = Cases.Read(name);

        read.Lines.Should().HaveCount(lines.Length);
        read.Lines.Zip(lines).Where(pair => pair.First == LineRole.Blank == pair.Second.Trim().Length > 0).Should().BeEmpty("only blank lines are blank");
        read.Figures.Select(figure => read.Lines[figure.Place.Line - 1]).Should().OnlyContain(role => role == LineRole.Figures || role == LineRole.Note);
        read.Lines.Index().Where(line => line.Item == LineRole.Figures).Select(line => line.Index + 1)
            .Except(read.Figures.Select(figure => figure.Place.Line)).Should().BeEmpty("a line of figures holds one");
        read.Lines.Index().Where(line => line.Item == LineRole.Unread).Select(line => line.Index + 1)
            .Except(read.Problems.Select(problem => problem.Place.Line)).Should().BeEmpty("what is not read is said");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_digits_are_left_unread(string name) => Cases.Read(name).Lines.Should().NotContain(LineRole.Unread);
}
