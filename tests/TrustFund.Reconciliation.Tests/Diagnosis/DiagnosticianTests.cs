using System.Text;
using TrustFund.Reconciliation.Diagnosis;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Diagnosis;

public class DiagnosticianTests
{
    [Fact]
    public void Two_totals_of_one_line_that_fail_in_several_columns_are_diagnosed()
    {
        const string table = "\t2015\t2016\nA\t100\t200\nB\t300\t400\nSubtotal\t400\t600\nTotal\t1400\t2600\n";
        const string relations = """
            {"format":"trustfund.relations/1","relations":[
            {"target":"Subtotal","add":["A","B"]},{"target":"Total","add":["A","B"]},{"target":"Total","add":["Subtotal","A"],"constant":-100}]}
            """;

        var report = Check(table, relations);

        report.Discrepancies.Should().NotBeEmpty().And.AllSatisfy(found => found.Diagnoses.Should().NotBeEmpty());
    }

    [Fact]
    public void An_amount_that_no_slip_leads_from_is_said_to_be_so()
    {
        const string relations = """{"format":"trustfund.relations/1","relations":[{"target":"Total","add":["Bank","Recipient"]}]}""";

        var report = Check("\t2017\nBank\t0.99\nRecipient\t2.92\nTotal\t3.86\n", relations);

        report.Discrepancies.Should().ContainSingle().Which.Diagnoses.Select(hypothesis => hypothesis.Text)
            .Should().Contain(text => text.Contains("for 2.92 read 2.87 (by no common slip of the pen)", StringComparison.Ordinal));
    }

    [Fact]
    public void An_exchange_of_two_figures_is_told_once()
    {
        const string table = "\t2015\t2016\tBoth\nA\t300\t200\t300\nB\t100\t400\t700\nTotal\t400\t600\t1000\n";
        const string relations = """
            {"format":"trustfund.relations/1","relations":[
            {"kind":"row-identity","target":"Both","add":["2015","2016"]},{"target":"Total","add":["A","B"]}]}
            """;

        var hypotheses = Check(table, relations).Discrepancies[0].Diagnoses;

        hypotheses[0].Kind.Should().Be(SlipKind.Swap);
        hypotheses.Where(hypothesis => hypothesis.Repairs.Count == 2).Select(hypothesis => string.Join(' ', hypothesis.Repairs.Select(repair => repair.Figure.Id).Order()))
            .Should().OnlyHaveUniqueItems();
    }

    // Receipts are printed twice, once with a slip: the two are hardly amounts that changed places.
    [Fact]
    public void A_digit_that_is_wrong_comes_before_an_exchange_with_the_same_amount_printed_right()
    {
        const string relations = """{"format":"trustfund.relations/1","relations":[{"target":"Total","add":["Fees","Grants"]},{"target":"Surplus","add":["Total"],"less":["Costs"]}]}""";

        var hypotheses = Check("Fees\t12345\nGrants\t33210\nTotal\t45655\nReceipts\t45555\nCosts\t12412\nSurplus\t33143\n", relations).Discrepancies[0].Diagnoses;

        hypotheses[0].Kind.Should().Be(SlipKind.Digit);
        hypotheses[0].Repairs.Should().ContainSingle().Which.Amount.Should().Be(45_555);
    }

    [Fact]
    public void What_several_lines_have_in_common_is_no_copy()
    {
        const string relations = """{"format":"trustfund.relations/1","relations":[{"target":"Total","add":["First","Second","Third","Refund"]}]}""";

        var hypothesis = Check("First\t3500\nSecond\t3500\nThird\t3500\nRefund\t1311.91\nTotal\t16811.97\n", relations).Discrepancies[0].Diagnoses[0];

        hypothesis.Kind.Should().NotBe(SlipKind.Copied);
    }

    [Theory]
    [InlineData("3915")]
    [InlineData("3.92")]
    public void An_amount_rounded_to_thousands_or_millions_is_read_in_units(string printed)
    {
        const string relations = """{"format":"trustfund.relations/1","relations":[{"target":"Closing","add":["Opening","Result"]},{"target":"All","add":["Opening","Pool"]}]}""";

        var hypothesis = Check($"Opening\t{printed}\nResult\t141913\nClosing\t4057213\nPool\t1000000\nAll\t4915300\n", relations).Discrepancies[0].Diagnoses[0];

        hypothesis.Kind.Should().Be(SlipKind.Scale);
        hypothesis.Text.Should().Contain("3 915 300").And.Contain("thousands or millions stand for units");
    }

    // The last digit of the rate counts for a thousandfold in the one line.
    [Fact]
    public void Products_of_amounts_that_changed_places_have_one_cause()
    {
        const string table = "Andorra\t17,227,482\nAustralia\t38,976\nEuro\t0.90244\nDollar\t1.52067\nIn euro\t35,174\nIn dollars\t26,197,246\n";
        const string relations = """
            {"format":"trustfund.relations/1","relations":[
            {"kind":"product","target":"In euro","times":["Andorra","Euro"]},{"kind":"product","target":"In dollars","times":["Australia","Dollar"]}]}
            """;

        Check(table, relations).Discrepancies.Should().HaveCount(2).And.AllSatisfy(found => found.Diagnoses[0].Kind.Should().Be(SlipKind.Swap));
    }

    [Fact]
    public void A_product_that_does_not_hold_is_diagnosed_though_exchanged_factors_would_come_to_more_than_any_decimal()
    {
        const string table = "A\t900,000,000,000,000\nB\t1,000\nC\t800,000,000,000,000\n";
        const string relations = """{"format":"trustfund.relations/1","relations":[{"kind":"product","target":"C","times":["A","B"]}]}""";

        var report = Check(table, relations);

        report.Discrepancies.Should().ContainSingle().Which.Relation!.Residual.Should().Be(899_200_000_000_000_000m);
    }

    [Theory]
    [InlineData("""{"kind":"product","target":"C","times":["A","B"]}""")]
    [InlineData("""{"kind":"rate","target":"C","of":"A","rate":"1e20"}""")]
    [InlineData("""{"target":"C","add":["A","B"],"constant":"7e28"}""")]
    public void A_relation_too_large_to_be_computed_is_a_problem_and_the_others_are_tested(string relation)
    {
        const string table = "A\t900,000,000,000,000\nB\t900,000,000,000,000\nC\t900,000,000,000,000\n";

        var report = Check(table, $$"""{"format":"trustfund.relations/1","relations":[{{relation}},{"kind":"equality","target":"B","add":"A"}]}""");

        report.Problems.Should().ContainSingle().Which.Found.Should().Be("a relation whose terms for 'C' come to more than can be computed to the last digit");
        report.Proof.Findings.Should().ContainSingle();
    }

    [Fact]
    public void What_an_unreadable_base_should_be_is_no_amount_where_no_decimal_holds_it()
    {
        const string table = "A\t9x9,999\nB\t1,000\nC\t900,000,000,000,000\n";

        var report = Check(table, """{"format":"trustfund.relations/1","relations":[{"kind":"rate","target":"C","of":"A","rate":"1e-14"},{"kind":"equality","target":"C","add":"B"}]}""");

        report.Implied.Should().BeEmpty();
        report.Problems.Should().Contain(problem => problem.Found.StartsWith("a relation whose terms for 'C' come to more", StringComparison.Ordinal));
    }

    private static ReconciliationReport Check(string table, string relations)
    {
        var document = StatementReader.Read(Encoding.UTF8.GetBytes(table), "table.txt", new ReadingOptions());
        var declared = RelationsFile.Read(Encoding.UTF8.GetBytes(relations), "relations.json").Relations!;
        return Reconciler.Check(new ReconcilerInput { Document = document, Relations = [declared.ApplyTo(document, "relations.json")] });
    }
}
