using System.Text.RegularExpressions;

namespace TrustFund.Cli.Tests;

/// <summary>Statements against each other: year after year, the years together, editions, the text beside a table.</summary>
public sealed partial class AcrossDocumentsTests
{
    private static readonly string[] FiveYears = ["2012.txt", "2013.txt", "2014.txt", "2015.txt", "2016.txt"];

    [Fact]
    public async Task A_chain_of_five_years_accepts_the_restatement_that_is_named_and_names_the_break()
    {
        var result = await Tool.RunAsync(["check", .. FiveYears.Select(Chain), "--relations", Chain("chain.relations.json")]);

        result.Exit.Should().Be(1);
        var chain = result.Output[result.Output.IndexOf("Chain\n", StringComparison.Ordinal)..];
        Golden.ShouldEqual("chain.txt", chain);
    }

    [Fact]
    public async Task The_year_before_can_be_named_by_itself()
    {
        var agrees = await Tool.RunAsync("check", Chain("2013.txt"), "--prior", Chain("2012.txt"), "--relations", Chain("chain.relations.json"));
        var breaks = await Tool.RunAsync("check", Chain("2016.txt"), "--prior", Chain("2015.txt"), "--relations", Chain("chain.relations.json"));

        agrees.Exit.Should().Be(0, agrees.Error);
        breaks.Exit.Should().Be(1);
        Words(breaks.Output).Should().Contain(
            "Net assets, 31 December 2015 (2015.txt) does not agree with Net assets, 1 January 2016: 1 600 000 against 1 610 000, a difference of 10 000."
            + " No restatement is named that explains it.");
    }

    [Fact]
    public async Task Columns_without_headings_are_tied_by_their_place()
    {
        using var folder = SampleFolder.Empty();
        var relations = folder.Write("relations.json", """{"format":"trustfund.relations/1","opening":"Opening","closing":"Closing"}""");
        var before = folder.Write("before.txt", "Opening\t10\t20\nClosing\t110\t220\n");
        var next = folder.Write("next.txt", "Opening\t110\t220\nClosing\t111\t222\n");

        var result = await Tool.RunAsync("check", next, "--prior", before, "--relations", relations);

        result.Exit.Should().Be(0, result.Output);
        result.Output.Should().Contain("2 relations exact");
    }

    [Fact]
    public async Task Annual_tables_that_do_not_add_up_to_that_of_the_years_together_are_told_with_their_lines()
    {
        string[] years = ["mlf_excom94_yr1991", "mlf_excom94_yr1992", "mlf_excom94_yr1993", "mlf_excom94_yr1991_93"];

        var result = await Tool.RunAsync(["check", .. years.Select(Published), "--relations", Case("mlf_excom94_yr1992.relations.json")]);

        result.Exit.Should().Be(1);
        Words(result.Output).Should().Contain(
                "TOTAL, Cash Payments: published 206 611 034, expected 206 126 442, difference 484 592, overstated; follows from 1 and 2.")
            .And.Contain("Ukraine, Cash Payments does not foot: 784 560 + 1 040 + 0 = 785 600, the line says 1 303 750: the line is 518 150 more.")
            .And.Contain("2 exceptions and 4 consequences; 304 relations exact, 0 rounding, 6 failing");
    }

    [Fact]
    public async Task Annual_tables_and_that_of_the_years_together_agree_within_rounding()
    {
        string[] years = ["mlf_excom94_yr2003", "mlf_excom94_yr2004", "mlf_excom94_yr2005", "mlf_excom94_yr2003_05"];

        var result = await Tool.RunAsync(["check", .. years.Select(Published), "--relations", Case("mlf_excom94_yr2003.relations.json")]);

        result.Exit.Should().Be(0, result.Error);
    }

    [Fact]
    public async Task Editions_of_one_document_carry_the_same_figures_or_the_figure_is_named()
    {
        using var folder = SampleFolder.Empty();
        var english = folder.Write("en.txt", "(United States dollars)\n\nRevenue\t2 223 439\nExpenses\t2 081 526\n");
        var french = folder.Write("fr.txt", "(dollars des États-Unis)\n\nProduits\t2 223 439\nCharges\t2 081 526\n");
        var spanish = folder.Write("es.txt", "(dólares de los Estados Unidos)\n\nIngresos\t2 223 349\nGastos\t2 081 526\n");

        var same = await Tool.RunAsync("check", english, french, "--same");
        var other = await Tool.RunAsync("check", english, spanish, "--same");
        var alone = await Tool.RunAsync("check", english, "--same");

        same.Exit.Should().Be(5, "the first edition by itself has no relation");
        same.Output.Should().Contain("2 relations exact, 0 rounding; all tested");
        other.Exit.Should().Be(1);
        Words(other.Output).Should().Contain("Revenue (en.txt) does not agree with Ingresos: 2 223 439 against 2 223 349, a difference of 90.");
        alone.Exit.Should().Be(2);
        alone.Error.Should().Contain("--same needs two documents or more.");
    }

    [Fact]
    public async Task A_line_that_an_edition_leaves_out_is_named()
    {
        using var folder = SampleFolder.Empty();
        var english = folder.Write("en.txt", "Revenue\t2 223 439\nExpenses\t2 081 526\nSurplus\t141 913\n");
        var french = folder.Write("fr.txt", "Produits\t2 223 439\nExcédent\t141 913\n");

        var result = await Tool.RunAsync("check", english, french, "--same");

        result.Exit.Should().Be(3);
        result.Error.Should().Contain("en.txt, line 2, column 10: found Expenses: 2 081 526; expected the same line in fr.txt. Compare the two editions there.");
    }

    [Fact]
    public async Task A_text_that_states_another_amount_is_inconsistent_and_the_donor_it_leaves_out_is_named()
    {
        using var folder = SampleFolder.Empty();
        var text = folder.Write("text.txt", await File.ReadAllTextAsync(Published("un_lirec_2016.narrative")));
        var wrong = folder.Write("wrong.txt", "40. Voluntary contributions received in the amount of $2,190,849 were less than expected.\n");

        var right = await Tool.RunAsync("check", Published("un_lirec_2016"), "--narrative", text);
        var inconsistent = await Tool.RunAsync("check", Published("un_lirec_2016"), "--narrative", wrong);

        right.Exit.Should().Be(0, right.Error);
        Words(right.Output).Should().Contain("Para. 41 names five contributors; note a has six (Peru, 28 802). Peru: named in another sentence.");
        inconsistent.Exit.Should().Be(1);
        Words(inconsistent.Output).Should().Contain(
            "Inconsistent: Para. 40 says 2 190 849, Voluntary contributions in the table says 2 190 894: the text is 45 less.");
    }

    [Theory]
    [InlineData("The fund was founded long ago. It is well known.\n", "no amount")]
    [InlineData("In the year $17,123 was paid.\n", "one amount, of which none could be tied to the table,")]
    [InlineData("In the year $17,123 was paid, and $18,456 pledged.\n", "two amounts, of which none could be tied to the table,")]
    public async Task A_text_that_does_not_speak_of_the_table_is_told(string text, string states)
    {
        using var folder = SampleFolder.Empty();

        var result = await Tool.RunAsync("check", Published("un_lirec_2016"), "--narrative", folder.Write("other.txt", text));

        Words(result.Output).Should().Contain($"Observations other.txt states {states} and names no donor of it: nothing of it was tested. Is it the text of this statement?");
    }

    private static string Chain(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", "Chain", name);

    private static string Case(string name) => Path.Combine(AppContext.BaseDirectory, "Cases", name);

    private static string Published(string name) => Case(name + ".txt");

    private static string Words(string text) => WhiteSpace().Replace(text, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
