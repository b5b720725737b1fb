namespace TrustFund.Reconciliation.Tests.Reading;

/// <summary>Amounts that stand apart from their captions, or run on with them.</summary>
public sealed class AmountsBelowTests
{
    [Fact]
    public void Amounts_on_the_line_below_a_caption_are_its_own()
    {
        var table = Document.Read("Special account\n\nBalance brought forward\n\n4,080 5,446\n\nIncreases\n\n14,463  14,676\n\nDecreases\n\n(15,499) (16,042)\n\nBalance carried forward\n\n3,044 4,080\n").Tables.Single();

        table.Lines.Where(line => line.Figures.Count > 0).Select(line => line.Caption).Should().Equal("Balance brought forward", "Increases", "Decreases", "Balance carried forward");
        table.Lines.Where(line => line.Figures.Count > 0).Select(line => line.Figures.Count).Should().AllBeEquivalentTo(2);
    }

    [Fact]
    public void A_cell_of_several_lines_is_as_many_lines()
    {
        var document = Document.Read("|Item|2023|2022|\n|---|---|---|\n|Trading<br>activities<br>Interest|225,966<br>10|168,596<br>11|\n|Total|225,976|168,607|\n");

        Document.Amounts(document).Should().Equal(("Trading activities", 225966m), ("Trading activities", 168596m), ("Interest", 10m), ("Interest", 11m), ("Total", 225976m), ("Total", 168607m));
    }

    [Fact]
    public void Blanks_set_off_no_thousands_where_commas_do()
    {
        var document = Document.Read("Fund  Income\n1980.... 17,376 16,805 -- 118 453\n1985.... 17,984 16,876 217 -- 891\n1987.... 20,047 19,324 5/ -16 -- 738\n");

        document.Figures.Where(figure => figure.Caption == "1980").Select(figure => figure.Amount).Should().Equal(17376, 16805, 0, 118, 453);
        document.Figures.Where(figure => figure.Caption == "1987").Select(figure => figure.Amount).Should().Equal(20047, 19324, -16, 0, 738);
    }

    [Fact]
    public void Small_amounts_of_a_line_run_on_are_told_by_its_columns()
    {
        var document = Document.Read("Income and expenditure for the year 1997$ 1996$ Income Interest on deposits104,528 60,953 Other785 573 Donations returned1,500 800 "
            + "Total income106,813 62,326 Less expenses Levy 418 408 Travel expenses146 Wages and salaries40,000 31,667 Total expenses40,564 32,075");

        document.Figures.Select(figure => figure.Amount).Should().Equal(104528, 60953, 785, 573, 1500, 800, 106813, 62326, 418, 408, 146, 40000, 31667, 40564, 32075);
    }

    [Fact]
    public void An_amount_between_captions_of_a_line_run_on_may_have_three_digits_and_a_column_left_empty()
    {
        var document = Document.Read("Income and expenditure for the year 1997$ 1996$ Interest on deposits 104,528 60,953 Other income 1,500 800 Total income 106,028 61,753 "
            + "Trust auditors 1,010 1,153 Other auditors 541 Depreciation 1,092 2,360 Committee 12 Fees 4,037 2,730 Total expenditure 6,680 6,243");

        document.Figures.Select(figure => figure.Amount).Should().Equal(104528, 60953, 1500, 800, 106028, 61753, 1010, 1153, 541, 1092, 2360, 4037, 2730, 6680, 6243);
    }

    [Fact]
    public void A_number_of_a_note_straight_after_a_caption_is_no_amount()
    {
        var document = Document.Read("Income and expenditure for the year Note 1997$ 1996$ Income Dividends2 104,528 60,953 Interest on deposits1,500 800 "
            + "Total income106,028 61,753 Donations paid14 56,000 Total payments56,000 12,000 Net surplus50,028 49,753");

        document.Figures.Select(figure => figure.Amount).Should().Equal(104528, 60953, 1500, 800, 106028, 61753, 56000, 56000, 12000, 50028, 49753);
    }
}
