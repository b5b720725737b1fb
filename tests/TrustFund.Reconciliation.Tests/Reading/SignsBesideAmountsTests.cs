namespace TrustFund.Reconciliation.Tests.Reading;

/// <summary>What statements print beside their amounts: numbers of notes, signs of currency, letters of revision.</summary>
public sealed class SignsBesideAmountsTests
{
    [Fact]
    public void A_note_numbered_in_parts_before_the_amounts_is_no_amount() =>
        Rows("Revenue\n\nFor the year Note 2024 £bn 2023 £bn\nIncome tax 2.1 286.2 258.0\nValue added tax 2.2 165.5 166.9\nImpairment 4.3 (9.1) (4.4)\nTotal revenue 442.6 420.5\n")
            .Should().Equal("Income tax: 0=286.2 1=258", "Value added tax: 0=165.5 1=166.9", "Impairment: 0=-9.1 1=-4.4", "Total revenue: 0=442.6 1=420.5");

    [Fact]
    public void The_number_of_a_note_behind_a_caption_that_amounts_stand_on_both_sides_of_is_no_amount() =>
        Rows("Cash flows\n10,000 Receipts from the Crown 10,045 10,045 10,000\n(5,412) Payments to suppliers (6,991) (9,583) (10,043)\n4,588 Net cash flow 15 3,054 462 (43)\n")
            .Should().Equal("Receipts from the Crown: 0=10000 1=10045 2=10045 3=10000", "Payments to suppliers: 0=-5412 1=-6991 2=-9583 3=-10043", "Net cash flow 15: 0=4588 1=3054 2=462 3=-43");

    [Fact]
    public void The_currency_may_stand_right_behind_an_amount() =>
        Rows("Actiu\n  Caixa i bancs 700€\n  Deutors 1.234,50 €\n  Total 1.934,50€\n").Should().Equal("Caixa i bancs: 0=700", "Deutors: 0=1234.5", "Total: 0=1934.5");

    [Fact]
    public void A_letter_of_revision_stands_before_an_amount() =>
        Rows("Roads\n\t1994\t1995\nState\tR6,256\t6,411\nLocal\t1,102\tf1,429\nTotal\tR7,358\tf7,840\n").Should().Equal("State: 0=6256 1=6411", "Local: 0=1102 1=1429", "Total: 0=7358 1=7840");

    [Fact]
    public void A_currency_sign_on_a_line_of_its_own_belongs_to_the_amount_below_it() =>
        Rows("Reserve\n\nOctober 31, 2020\nJanuary 31, 2020\nCash and securities\n$\n15,402,232\n$\n23,510,129\nDistribution payable\n(4,723,204)\n(9,184,007)\nUnallocated\n$\n10,679,028\n$\n14,326,122\n")
            .Should().Equal("Cash and securities: 0=15402232 1=23510129", "Distribution payable: 0=-4723204 1=-9184007", "Unallocated: 0=10679028 1=14326122");

    [Fact]
    public void Cells_of_their_own_for_signs_and_closing_parentheses_are_empty() =>
        Rows("|Quarters\n|\n|Two months\n|\n|Three months\n|\nInterest\n|\n|$\n|82,767\n|\n|\n|$\n|129,782\n|\nFee\n|\n|\n|(94,658\n|)\n|\n|\n|(152,978\n|)\n|\nNet loss\n|\n|$\n|(11,891\n|)\n|\n|$\n|(23,196\n|)\n|\n")
            .Should().Equal("Interest: 0=82767 1=129782", "Fee: 0=-94658 1=-152978", "Net loss: 0=-11891 1=-23196");

    [Fact]
    public void Several_amounts_may_share_a_line_among_cells_a_line() =>
        Rows("Flows\n2013\n2012\n2013 2012\n$’000\n$’000\n$’000 $’000\nSurplus\n4,029\n7,947\n7,786 9,091\nDepreciation\n8,239\n7,660\n7,034 6,647\nImpairment\n144\n691\n144\n690\nNet flow\n12,412 16,298\n14,964 16,428\n")
            .Should().Equal("Surplus: 0=4029 1=7947 2=7786 3=9091", "Depreciation: 0=8239 1=7660 2=7034 3=6647", "Impairment: 0=144 1=691 2=144 3=690", "Net flow: 0=12412 1=16298 2=14964 3=16428");

    [Fact]
    public void Among_cells_a_line_rows_may_have_more_empty_cells_before_the_same_amounts() =>
        Rows("|\nNotes |\n|\n2019 |\n2018 |\n2017 |\nTable money |\n1 |\n|\n|\n4,463 |\n|\n3,745 |\n|\n3,959 |\nSubscriptions |\n2 |\n|\n1,155 |\n|\n1,000 |\n|\n1,115 |\n|\nOther |\n|\n|\n|\n20 |\n|\n- |\n|\n- |\n|\nTotal receipts |\n|\n5,638 |\n|\n4,745 |\n|\n5,074 |\n")
            .Should().Equal("Table money: 0=4463 1=3745 2=3959", "Subscriptions: 0=1155 1=1000 2=1115", "Other: 0=20 1=0 2=0", "Total receipts: 0=5638 1=4745 2=5074");

    [Fact]
    public void Years_one_of_which_is_no_number_head_the_columns() =>
        Rows("||Total|Total|\n|---|---|---|\n||2022|202'I|\n|Debtors|48,034|28,230|\n|Cash|118,171|50,090|\n|Net assets|166,205|78,320|\n")
            .Should().Equal("Debtors: 0=48034 1=28230", "Cash: 0=118171 1=50090", "Net assets: 0=166205 1=78320");

    private static IEnumerable<string> Rows(string text) => Document.Read(text).Tables.SelectMany(table => table.Lines).Where(line => line.Figures.Count > 0)
        .Select(line => FormattableString.Invariant($"{line.Caption}: {string.Join(' ', line.Figures.Select(figure => FormattableString.Invariant($"{figure.Column}={figure.Amount:0.###}")))}"));
}
