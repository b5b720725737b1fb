using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Reading;

/// <summary>Budgets with months of work beside the amounts, as texts print them that leave out empty cells.</summary>
public sealed class CountColumnsTests
{
    private const string Headings = "Trust Fund: budgets for 2006 and 2007\n\nw/m 2006 (US$) w/m 2007 (US$)\n10 STAFF\n1101 Secretary (D-2) 6 117,500 6 120,500\n1102 Deputy (P3) 12 215,000 12 220,000\n";

    [Fact]
    public void Amounts_without_their_counts_stand_under_the_years()
    {
        var read = Document.Read($"{Headings}1103 Adviser (from another fund) 0 0\n1104 Assistant 0 0 6 60,000\n1199 Sub-total 332,500 400,500\n");

        Rows(read).Should().Equal(
            "1101 Secretary (D-2): 0=117500 1=120500", "1102 Deputy (P3): 0=215000 1=220000", "1103 Adviser (from another fund): 0=0 1=0",
            "1104 Assistant: 0=0 1=60000", "1199 Sub-total: 0=332500 1=400500");
        read.Tables.Single().Columns.Should().Equal("2006 (US$)", "2007 (US$)");
        read.Problems.Should().BeEmpty();
    }

    [Fact]
    public void A_heading_of_counts_that_is_misread_beside_another_heads_counts() =>
        Rows(Document.Read("Budget\nW/n 1991 w/m 1992 GRAND TOTAL\n1101 Secretary (D-1) 4.5 45,000 6 54,000 99,000\n1104 Officer 3 30,000 6 37,500 67,500\n1321 Meeting of Parties (1992)(c) 11,250 0 11,250\n1322 Preparatory meeting (1992)(c)11,250 0 11,250\n1199 Total 97,500 91,500 189,000\n"))
            .Should().Equal("1101 Secretary (D-1): 0=45000 1=54000 2=99000", "1104 Officer: 0=30000 1=37500 2=67500", "1321 Meeting of Parties (1992): 0=11250 1=0 2=11250",
                "1322 Preparatory meeting (1992): 0=11250 1=0 2=11250", "1199 Total: 0=97500 1=91500 2=189000");

    [Theory]
    [InlineData("S/N")]
    [InlineData("n/a")]
    [InlineData("b/f")]
    [InlineData("c/d")]
    public void Another_abbreviation_beside_a_heading_of_counts_heads_none(string other) =>
        Rows(Document.Read($"Budget\n\n{other} | Description | w/m | US$\n1 | Secretary | 6 | 117,500\n2 | Deputy | 12 | 215,000\n3 | Total | 18 | 332,500\n"))
            .Should().OnlyContain(row => !row.Contains("=6", StringComparison.Ordinal) && !row.Contains("=12", StringComparison.Ordinal)).And.Contain(row => row.EndsWith("=117500", StringComparison.Ordinal));

    [Fact]
    public void Counts_alone_are_no_amounts() =>
        Rows(Document.Read($"{Headings}1107 Officer (paid from another fund) 12 12\n1199 Sub-total 332,500 340,500\n")).Should().Equal(
            "1101 Secretary (D-2): 0=117500 1=120500", "1102 Deputy (P3): 0=215000 1=220000", "1199 Sub-total: 0=332500 1=340500");

    [Fact]
    public void A_caption_that_ends_in_an_amount_has_none() =>
        Rows(Document.Read($"{Headings}1199 Sub-total 332,500 340,500\n4100 Equipment (items under $1,500)\n4101 Expendables 8,000 9,000\n4199 Sub-total 8,000 9,000\n"))
            .Should().HaveCount(5).And.Contain("4101 Expendables: 0=8000 1=9000");

    [Theory]
    [InlineData("1101 | Secretary | 6 | 117,500 | 6 | 120,500 | ||", "1103 | Adviser | 0 | 0 | ||||", "1199 | Sub-total | 117,500 | 120,500 | ||||")]
    [InlineData("    1101 Secretary 6 117 500 6 120 500", "    1103 Adviser   0   -", "  1199 Sub-total   117 500   120 500")]
    [InlineData("1101 Secretary 6 117 500 6 120 500", "1103 Adviser 0 0", "1199 Sub-total 117 500 120 500")]
    public void The_same_in_pipes_in_wider_gaps_and_with_blanks_for_thousands(string secretary, string adviser, string total)
    {
        var headings = secretary.Contains('|', StringComparison.Ordinal) ? "w/m | 2006 | w/m | 2007 | ||" : "w/m 2006 w/m 2007";

        Rows(Document.Read($"Budget\n{headings}\n{secretary}\n{adviser}\n{total}\n"))
            .Should().Equal("1101 Secretary: 0=117500 1=120500", "1103 Adviser: 0=0 1=0", "1199 Sub-total: 0=117500 1=120500");
    }

    [Fact]
    public void A_last_column_without_counts_is_a_column_too() =>
        Rows(Document.Read("Budget\nw/m 2013 (US$) w/m 2014 (US$) Proposed 2015 (US$)\n1101 Secretary 6 170 980 6 185 980 185 980\n1102 Deputy 12 150 000 12 311 614 311 614\n1199 Subtotal 1 320 980 1 497 594 1 497 594\n"))
            .Should().Equal("1101 Secretary: 0=170980 1=185980 2=185980", "1102 Deputy: 0=150000 1=311614 2=311614", "1199 Subtotal: 0=1320980 1=1497594 2=1497594");

    [Theory]
    [InlineData("  1601 Travel   51 481   72 333", "1601 Travel: 0=51481 1=72333")]
    [InlineData("  1322 Meetings   392 678   477 365", "1322 Meetings: 0=392678 1=477365")]
    [InlineData("  1303 Assistant 12 21 100   22 472", "1303 Assistant: 0=21100 1=22472")]
    [InlineData("  1304 Assistant   22 472 12 21 100", "1304 Assistant: 0=22472 1=21100")]
    public void Where_wider_blanks_show_empty_columns_an_amount_one_blank_wide_is_one(string line, string row) =>
        Rows(Document.Read($"Budget\nw/m 2006 (US$) w/m 2007 (US$)\n    1101 Secretary 6 77 327 6 151 260\n    1102 Deputy 12 44 643 12 453 806\n  1199 Subtotal   121 970   605 066\n{line}\n"))
            .Should().HaveCount(4).And.HaveElementAt(3, row);

    [Theory]
    [InlineData("Status\n\nReceived 1 234 567\nInterest 10 000\nTotal income 1 244 567\n", "Received: 0=1234567", "Interest: 0=10000", "Total income: 0=1244567")]
    [InlineData("Notes\n\nWhat the fund held at the end of the year:\nReserve 45 000\n", "Reserve: 0=45000")]
    public void What_stands_below_a_blank_line_and_does_not_fit_keeps_its_amounts(string below, params string[] rows) =>
        Rows(Document.Read($"Budget\n\nBudget line w/m 2016 w/m 2017 Total\nManager 12 120 000 12 130 000 250 000\nAssistant 6 30 000 6 40 000 70 000\nTotal 150 000 170 000 320 000\n\n{below}")).Should()
            .Equal(["Manager: 0=120000 1=130000 2=250000", "Assistant: 0=30000 1=40000 2=70000", "Total: 0=150000 1=170000 2=320000", .. rows]);

    private static IEnumerable<string> Rows(PublishedStatement read) => read.Tables.SelectMany(table => table.Lines).Where(line => line.Figures.Count > 0)
        .Select(line => $"{line.Caption}: {string.Join(' ', line.Figures.Select(figure => FormattableString.Invariant($"{figure.Column}={figure.Amount}")))}");
}
