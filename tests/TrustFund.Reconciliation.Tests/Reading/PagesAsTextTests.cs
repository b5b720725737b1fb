namespace TrustFund.Reconciliation.Tests.Reading;

/// <summary>Statements as pages leave them that were made into text: cells a line, tables between pipes, tables run on in one line.</summary>
public sealed class PagesAsTextTests
{
    [Theory]
    [InlineData("– 910")]
    [InlineData("- 910")]
    [InlineData("− 910")]
    public void A_dash_a_blank_before_an_amount_is_its_minus_with_each_cell_on_a_line(string transit) =>
        Rows($"Erläuterungen\n\n31.12.19\n\n31.12.18\n\nKassenbestand\n\n1 127\n\n1 134\n\nPostkonten\n\n4 284\n\n4 864\n\nUmlauf\n\n328\n\n{transit}\n\nWertschriften\n\n2 500\n\n2 700\n\nTotal\n\n8 239\n\n7 788\n")
            .Should().Equal("Kassenbestand: 0=1127 1=1134", "Postkonten: 0=4284 1=4864", "Umlauf: 0=328 1=-910", "Wertschriften: 0=2500 1=2700", "Total: 0=8239 1=7788");

    [Fact]
    public void A_nil_mark_beside_an_amount_is_one_where_amounts_stand_side_by_side() =>
        Rows("Receipts\n2020 2019\nGrants\n1,284 2,864\nInterest\n- 910\nOther\n328 -\nTotal\n1,612 3,774\n")
            .Should().Contain(row => row.EndsWith(": 0=0 1=910", StringComparison.Ordinal)).And.Contain(row => row.EndsWith(": 0=328 1=0", StringComparison.Ordinal));

    [Fact]
    public void An_amount_of_one_of_two_columns_stands_where_the_total_asks_for_it() =>
        Rows("Resultados\n\n2021\n2020\nIngresos\n178.531,80\n165.202,81\nGastos de personal\n(29.981,96)\n(32.976,43)\nOtros gastos\n(28.263,13)\n(31.214,97)\nDeterioro\n(142,16)\nOtros resultados\n(618,05)\nEXCEDENTE\n119.668,66\n100.869,25\n")
            .Should().Contain("Deterioro: 1=-142.16").And.Contain("Otros resultados: 0=-618.05");

    [Fact]
    public void A_table_below_a_heading_of_its_own_has_columns_of_its_own()
    {
        var read = Document.Read("# Bilan\n\n| PRODUITS | 2018 | 2017 | CHARGES | 2018 | 2017 |\n|---|--:|--:|---|--:|--:|\n| Ventes | 705 | 414 | Achats | 201 | 198 |\n| Dons | 6917 | 859 | Salaires | 7000 | 785 |\n| TOTAL | 7622 | 1273 | TOTAL | 7201 | 983 |\n\n"
            + "## Budget\n\n| PRODUITS | 2019 | CHARGES | 2019 |\n|---|--:|---|--:|\n| Ventes | 1000 | Achats | 200 |\n| Dons | 8000 | Salaires | 8500 |\n| TOTAL | 9000 | TOTAL | 8700 |\n");

        read.Tables.Should().HaveCount(2);
        read.Problems.Should().BeEmpty();
        read.Tables[1].Lines.SelectMany(line => line.Figures).Select(figure => figure.Amount).Should().Equal(1000, 200, 8000, 8500, 9000, 8700);
    }

    [Theory]
    [InlineData("à compléter")]
    [InlineData("(to be confirmed)")]
    [InlineData("TBC")]
    public void An_amount_that_is_not_known_yet_cannot_be_read(string pending)
    {
        var read = Document.Read($"Receipts\n\n| Item | Amount |\n|---|---|\n| Dues | {pending} |\n| Grants | 500.00 |\n| Other | 402.51 |\n| Total | 21,018.24 |\n");

        read.Figures.Select(figure => figure.Amount).Should().Equal(null, 500, 402.51m, 21018.24m);
        read.Problems.Should().ContainSingle(problem => problem.Found == $"'{pending}'");
    }

    [Theory]
    [InlineData("Pending")]
    [InlineData("Pendiente")]
    [InlineData("Pendente")]
    [InlineData("Offen")]
    [InlineData("Ausstehend")]
    [InlineData("En attente")]
    public void A_status_heads_a_column_and_stands_in_one_as_a_word(string status)
    {
        var heads = Document.Read($"Contributions\n\n| Donor | Paid | {status} | Total |\n|---|---|---|---|\n| Norway | 100 | 20 | 120 |\n| Sweden | 200 | 30 | 230 |\n| Total | 300 | 50 | 350 |\n");
        var stands = Document.Read($"Contributions\n\n| Donor | Amount | Status |\n|---|---|---|\n| Norway | 100 | Paid |\n| Sweden | 200 | {status} |\n| Total | 300 | |\n");

        heads.Tables.Single().Columns.Should().Equal("Paid", status, "Total");
        heads.Figures.Select(figure => figure.Amount).Should().Equal(100, 20, 120, 200, 30, 230, 300, 50, 350);
        stands.Figures.Select(figure => figure.Amount).Should().Equal(100, 200, 300);
        heads.Problems.Concat(stands.Problems).Should().BeEmpty();
    }

    [Theory]
    [InlineData("$")]
    [InlineData("US$")]
    [InlineData("₹")]
    [InlineData("Rs.")]
    public void The_last_dot_of_a_row_stands_before_any_currency_sign(string sign) =>
        Rows($"|Item|General|Federal|Total|\n|---|---|---|---|\n|Equities, July 1|. {sign} 41,265|{sign} -0-|{sign} 41,265|\n|Revenues|3,795|1,476|5,271|\n|Equities, June 30|, {sign} 45,060|1,476|46,536|\n")
            .Should().Equal("Equities, July 1: 0=41265 1=0 2=41265", "Revenues: 0=3795 1=1476 2=5271", "Equities, June 30: 0=45060 1=1476 2=46536");

    [Fact]
    public void One_number_before_amounts_shows_no_order_of_notes() =>
        Rows("Costs of works Grants 5 1,200 1,300Other works 2,400 2,600").Should().Contain("Costs of works Grants: 0=5 1=1200 2=1300");

    [Fact]
    public void Letters_of_notes_stand_behind_whole_amounts_and_alone_in_their_place() =>
        Rows("Fund\nYear | Total | Taxes | Transfers | Interest |\n---|---|---|---|---|\n1975 | 12,980 | 12,178 | 138 | 664 |\n1976 | 13,766 | 13,020 | e | 746 |\n1977 | 15,856 | 14,269 | 803 e | 784 |\n1978 | 19,213 | 18,165 | 214 f | 834 |\n")
            .Should().Equal("1975: 0=12980 1=12178 2=138 3=664", "1976: 0=13766 1=13020 2=0 3=746", "1977: 0=15856 1=14269 2=803 3=784", "1978: 0=19213 1=18165 2=214 3=834");

    [Fact]
    public void A_nil_between_hyphens_and_the_last_dot_of_a_row_before_a_currency_sign_are_read() =>
        Rows("|Item|General|Federal|Total|\n|---|---|---|---|\n|Equities, July 1 ....|. $ 41,265|$ -0-|$ 41,265|\n|Revenues|3,795|1,476|5,271|\n|Spent|(2,000)|(1,476)|(3,476)|\n|Equities, June 30|, $ 43,060|-0-|$ 43,060|\n")
            .Should().Equal("Equities, July 1 ....: 0=41265 1=0 2=41265", "Revenues: 0=3795 1=1476 2=5271", "Spent: 0=-2000 1=-1476 2=-3476", "Equities, June 30: 0=43060 1=0 2=43060");

    [Fact]
    public void Behind_numbers_of_notes_as_many_amounts_again_are_a_total_without_a_caption() =>
        Rows("Verein Jahresrechnung Ziffer Aktiven CHF % CHF % Flüssige Mittel 1 2'046'201 75% 1'717'110 61% Wertschriften 2 460'529 17% 885'263 31% Vorräte 3 193'615 7% 150'459 5% Abgrenzung 41'949 1% 89'304 3% 2'742'294 100% 2'842'136 100% Fonds 4 2'272'961 50% 2'427'983 52% 2'272'961 50% 2'427'983 52%")
            .Should().Equal("Verein Jahresrechnung Ziffer Aktiven CHF % CHF % Flüssige Mittel 1: 0=2046201 1=75 2=1717110 3=61", "Wertschriften 2: 0=460529 1=17 2=885263 3=31", "Vorräte 3: 0=193615 1=7 2=150459 3=5",
                "Abgrenzung: 0=41949 1=1 2=89304 3=3", ": 0=2742294 1=100 2=2842136 3=100", "Fonds 4: 0=2272961 1=50 2=2427983 3=52", ": 0=2272961 1=50 2=2427983 3=52");

    [Fact]
    public void A_year_that_closes_a_remark_is_no_amount() =>
        Rows("Status of contributions\n\n(31 MAY 1991)\n\nCOUNTRY 1990 1991\nArgentina 1,544 3,649\nAustria 2,465 4,091\nBelgium 3,897 6,468\nTotal 7,906 14,208\n")
            .Should().Equal("Argentina: 0=1544 1=3649", "Austria: 0=2465 1=4091", "Belgium: 0=3897 1=6468", "Total: 0=7906 1=14208");

    [Fact]
    public void Where_commas_set_off_thousands_amounts_below_one_are_no_groups() =>
        Rows("Cash flows\n\nCash used\nEmployees 19,962 20,205 19,671\nSuppliers 3,463 3,572 4,166\nReceipts transferred 3 663 708 -\nTotal cash used 24,088 24,485 23,837\nEquity 906 385 914\nTotal received 906 385 914\nNet from financing 906 385 914\nCash, beginning 157 160 160\nCash, end 210 157 160\n")
            .Should().Contain("Receipts transferred 3: 0=663 1=708 2=0").And.Contain("Equity: 0=906 1=385 2=914").And.Contain("Cash, end: 0=210 1=157 2=160");

    private static IEnumerable<string> Rows(string text) => Document.Read(text).Tables.SelectMany(table => table.Lines).Where(line => line.Figures.Count > 0)
        .Select(line => FormattableString.Invariant($"{line.Caption}: {string.Join(' ', line.Figures.Select(figure => FormattableString.Invariant($"{figure.Column}={figure.Amount:0.###}")))}"));
}
