using System.Text;
using TrustFund.Reconciliation.Discovery;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>What was found in one document, saved, and used for the next, which has other amounts, years and some other lines.</summary>
public sealed class SavedRelationsTests
{
    public static TheoryData<string, string> Pairs { get; } = new()
    {
        { "spi_201601", "spi_201602" },
        { "spi_201602", "spi_201603" },
        { "spi_201607", "spi_201608" },
        { "spi_201610", "spi_201611" },
        { "spi_201612", "spi_202101" },
        { "mlf_excom94_yr1991", "mlf_excom94_yr1992" },
        { "mlf_excom94_yr2003", "mlf_excom94_yr2004" },
        { "mlf_excom94_yr2005", "mlf_excom94_yr2016" },
        { "unfccc_cp2015_21_core_budget_2016_17", "unfccc_cp2017_23_core_budget_2018_19" },
        { "unfccc_cp2015_21_scale_of_contributions_2016_17", "unfccc_cmp2016_12_revised_contributions_2016_17" },
        { "Others/montreal_protocol_2010_partial", "Others/montreal_protocol_2013_partial" },
        { "Others/peacebuilding_fund_status_earlier", "Others/peacebuilding_fund_status" },
        { "us_fhwa_2011_htf_fe10_partial", "Others/fhwa_2015_fe10_partial" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_next_document_is_judged_as_by_what_is_found_in_itself(string earlier, string later)
    {
        var document = Cases.Read(later);
        var alone = Check(document, RelationDiscovery.Discover(document));

        var saved = Check(document, Applied(Saved(Cases.Read(earlier)), document));

        saved.Verdict.Should().Be(alone.Verdict);
        saved.Problems.Should().BeEquivalentTo(alone.Problems);
        saved.NotTested.Count().Should().BeLessThanOrEqualTo(alone.NotTested.Count());
    }

    [Fact]
    public void Captions_and_headings_are_matched_over_years()
    {
        var saved = Saved(Document("Programme\t2016\t2017\tTotal 2016–2017\nTravel (FY17)\t100\t110\t210\nSalaries\t900\t930\t1 830\nRent\t35\t40\t75\nTotal\t1 035\t1 080\t2 115\n"));
        var later = Document("Programme\t2018\t2019\tTotal 2018–2019\nTravel (FY19)\t120\t130\t250\nSalaries\t950\t980\t1 930\nRents\t41\t45\t86\nTotal\t1 111\t1 155\t2 266\n");

        var applied = Applied(saved, later);

        applied.Remarks.Should().BeEmpty();
        applied.Relations.Should().HaveCount(7).And.OnlyContain(relation => relation.Basis == RelationBasis.Declared && relation.Residual == 0);
    }

    // Only some of the years that it names stand in a relation.
    [Theory]
    [InlineData("Contributions by year\n\t2014\t2015\tTotal\t2016 budget\nNorway\t1 200\t2 431\t3 631\t4 100\nSweden\t2 310\t1 127\t3 437\t2 950\nFinland\t815\t1 942\t2 757\t1 875\nTotal\t4 325\t5 500\t9 825\t8 925\n")]
    [InlineData("Contributions received, as at 31 December 2016\n\tAmount\nReceived in 2012\t1 200\nReceived in 2013\t2 310\nReceived in 2014\t1 493\nTotal for 2012–2014\t5 003\nReceived in 2015\t815\nReceived in 2016\t777\n")]
    public void What_is_saved_fits_the_document_that_it_is_from(string text)
    {
        var document = Document(text);

        var applied = Applied(Saved(document), document);

        applied.Remarks.Should().BeEmpty();
        applied.Relations.Should().HaveSameCount(RelationDiscovery.Discover(document).Relations).And.OnlyContain(relation => relation.Basis == RelationBasis.Declared && relation.Residual == 0);
    }

    [Fact]
    public void How_seldom_chance_would_do_it_is_said_in_words()
    {
        var document = Document("Contributions by year\n\t2014\t2015\tTotal\t2016 budget\nNorway\t1 200\t2 431\t3 631\t4 100\nSweden\t2 310\t1 127\t3 437\t2 950\nFinland\t815\t1 942\t2 757\t1 875\nDenmark\t1 493\t874\t2 367\t3 330\nIceland\t326\t518\t844\t640\nTotal\t6 144\t6 892\t13 036\t12 895\n");

        RelationDiscovery.Discover(document).Relations.Select(relation => relation.Because).Should().Contain(
            "the lines above add up to it in all 4 columns; amounts that have nothing to do with each other would do so by chance about once in a thousand million times");
    }

    [Fact]
    public void A_column_that_has_come_is_told_by_its_heading()
    {
        var later = Document("Programme\tNorth\tSouth\tEast\tTotal\nTravel\t100\t110\t7\t217\nSalaries\t900\t930\t8\t1 838\nRent\t35\t40\t9\t84\n");

        var applied = Applied(Saved(Document("Programme\tNorth\tSouth\tTotal\nTravel\t100\t110\t210\nSalaries\t900\t930\t1 830\nRent\t35\t40\t75\n")), later);

        applied.Remarks.Should().ContainSingle().Which.Text.Should().Be(
            "Since saved.json was saved the lines have changed of Travel (with East); Salaries (with East); Rent (with East): tested as found here.");
    }

    [Fact]
    public void What_held_in_the_other_document_by_chance_is_left_out_and_told()
    {
        const string saved = """{"format":"trustfund.relations/1","relations":[{"id":"total-1","kind":"total","basis":"discovered","by":"line","target":"@4","add":["@2","@3"]}]}""";
        var later = Document("Options\nFirst\t1 200\nSecond\t7 411\nThird\t9 017\n");

        var applied = Applied(saved, later);

        applied.Relations.Should().BeEmpty();
        applied.Remarks.Should().ContainSingle().Which.Text.Should().Be(
            "One relation of saved.json does not hold here, and nothing else in this document shows that it should: total-1 (Third). It was not tested.");
    }

    [Fact]
    public void A_slip_in_the_next_document_is_found()
    {
        var later = Document(Text.Replace("2 081 526", "2 081 256", StringComparison.Ordinal).Replace("2016", "2017", StringComparison.Ordinal));

        var report = Check(later, Applied(Saved(Document(Text)), later));

        report.Verdict.Should().Be(Verdict.Inconsistent);
        report.Exceptions.First().Diagnoses[0].Repairs[0].Amount.Should().Be(2_081_526);
    }

    [Fact]
    public void A_line_that_has_come_is_told_and_counted()
    {
        var later = Document(Text.Replace("Total expenses", "Grants\t1 000\nTotal expenses", StringComparison.Ordinal)
            .Replace("2 081 526", "2 082 526", StringComparison.Ordinal).Replace("141 913", "140 913", StringComparison.Ordinal).Replace("4 057 213", "4 056 213", StringComparison.Ordinal));

        var report = Check(later, Applied(Saved(Document(Text)), later));

        report.Verdict.Should().Be(Verdict.Exact);
        report.NotTested.Should().BeEmpty();
        report.Observations.Select(remark => remark.Text).Should().Equal("Since saved.json was saved the lines have changed of Total expenses (with Grants): tested as found here.");
    }

    [Fact]
    public void A_line_that_has_gone_is_told_and_the_total_tested_as_it_is_found()
    {
        var later = Document(Text.Replace("Travel\t181 312\n", "", StringComparison.Ordinal).Replace("1 900 214\n", "1 900 214\nRent\t100 000\nAudit\t81 312\n", StringComparison.Ordinal));

        var report = Check(later, Applied(Saved(Document(Text)), later));

        report.Verdict.Should().Be(Verdict.Exact);
        report.NotTested.Should().BeEmpty();
        report.Observations.Select(remark => remark.Text).Should().Equal(
            "One relation of saved.json does not fit this document: for total-2 it has no line 'Travel' with an amount. What was found in the document itself stands in its place.");
    }

    [Fact]
    public void What_a_person_declares_does_not_give_way()
    {
        var later = Document(Text.Replace("Total expenses", "Grants\t1 000\nTotal expenses", StringComparison.Ordinal)
            .Replace("2 081 526", "2 082 526", StringComparison.Ordinal).Replace("141 913", "140 913", StringComparison.Ordinal).Replace("4 057 213", "4 056 213", StringComparison.Ordinal));

        var report = Check(later, Applied(Saved(Document(Text)).Replace("\"discovered\"", "\"declared\"", StringComparison.Ordinal), later));

        report.Exceptions.Should().ContainSingle().Which.Text.Should().StartWith("Total expenses does not foot: 1 900 214 + 181 312 = 2 081 526, the line says 2 082 526");
    }

    [Fact]
    public void Rates_and_shares_are_saved_as_such()
    {
        var document = Document("Item\tUSD\tPer cent\nSalaries\t800 000\t80\nTravel\t150 000\t15\nAudit\t50 000\t5\nSubtotal\t1 000 000\t100\nSupport costs (13%)\t130 000\t\nTotal\t1 130 000\t\n");

        var applied = Applied(Saved(document), document);

        applied.Relations.Select(relation => relation.Kind).Should().Contain([RelationKind.Rate, RelationKind.Share]);
        applied.Relations.Should().HaveSameCount(RelationDiscovery.Discover(document).Relations).And.OnlyContain(relation => relation.Residual == 0);
    }

    private const string Text = "Status of the fund\n(United States dollars)\nBalance, 1 January 2016\t3 915 300\nContributions\t2 190 894\nInterest\t32 545\n"
        + "Total revenue\t2 223 439\nSalaries\t1 900 214\nTravel\t181 312\nTotal expenses\t2 081 526\nSurplus\t141 913\nBalance, 31 December 2016\t4 057 213\n";

    private static PublishedStatement Document(string text) => StatementReader.Read(Encoding.UTF8.GetBytes(text), "later.txt", new ReadingOptions());

    private static string Saved(PublishedStatement document) => RelationsWriter.Write(document, RelationDiscovery.Discover(document));

    private static RelationSet Applied(string saved, PublishedStatement document) =>
        RelationDiscovery.Beside(document, RelationsFile.Read(Encoding.UTF8.GetBytes(saved), "saved.json").Relations!.ApplyTo(document, "saved.json"), [], null, isAsked: false, "saved.json");

    private static ReconciliationReport Check(PublishedStatement document, RelationSet relations) =>
        Reconciler.Check(new ReconcilerInput { Document = document, Relations = [relations] });
}
