namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>
/// Statements made by chance in the forms that funds publish, of which it is known that everything holds: what is said of
/// them is false, and what is planted in them is to be found.
/// </summary>
internal sealed class MadeStatement(int seed)
{
    private static readonly string[][] Words =
    [
        ["Statement of the trust fund for the year 2019", "Voluntary contributions", "Interest income", "Other revenue", "Total revenue", "Staff costs", "Travel", "Contractual services", "Operating expenses", "Grants to partners", "Equipment", "Total expenses", "Surplus/(deficit) for the year", "Balance, beginning of year", "Balance, end of year", "Total", "Revenue", "Expenses", "Subtotal", "Programme support costs (13 per cent)"],
        ["État du fonds d'affectation spéciale pour l'exercice 2019", "Contributions volontaires", "Intérêts", "Autres produits", "Total des produits", "Dépenses de personnel", "Voyages", "Services contractuels", "Frais de fonctionnement", "Subventions", "Matériel", "Total des charges", "Excédent (déficit) de l'exercice", "Solde au 1er janvier", "Solde au 31 décembre", "Total", "Produits", "Charges", "Total partiel", "Dépenses d'appui au programme (13 %)"],
        ["Estado del fondo fiduciario correspondiente al ejercicio 2019", "Contribuciones voluntarias", "Intereses", "Otros ingresos", "Total de ingresos", "Gastos de personal", "Viajes", "Servicios por contrata", "Gastos de funcionamiento", "Subvenciones", "Equipo", "Total de gastos", "Superávit (déficit) del ejercicio", "Saldo al inicio del ejercicio", "Saldo al cierre del ejercicio", "Total", "Ingresos", "Gastos", "Total parcial", "Gastos de apoyo al programa (13 por ciento)"],
    ];

    private static readonly string[] Parties =
        ["Austria", "Belgium", "Brazil", "Canada", "Chile", "Denmark", "Estonia", "Finland", "Ghana", "Hungary", "India", "Japan", "Kenya", "Latvia", "Mexico", "Norway", "Peru", "Spain", "Sweden", "Uganda"];

    private readonly Random _random = new(seed);

    /// <summary>How many kinds of statement there are.</summary>
    internal const int Kinds = 14;

    /// <summary>The statement of a kind: its text, and what it is.</summary>
    internal (string Name, string Text) Make(int kind)
    {
        var words = Words[kind is 0 or 2 or 4 or 11 ? _random.Next(Words.Length) : 0];
        MadeTable[] tables = kind switch
        {
            0 => [Performance(words)],
            1 => [Contributions()],
            2 => [Budget(words)],
            3 => [NetAssets()],
            4 => [Performance(words), Position()],
            5 => [Position()],
            6 => [CashFlow()],
            7 => [Property()],
            8 => [Ageing()],
            9 => [Series()],
            10 => [TrialBalance()],
            11 => [Biennium(words)],
            12 => [Pledges()],
            _ => [Nested()],
        };
        var layout = MadeLayout.Of(_random, kind);
        return (FormattableString.Invariant($"{KindName(kind)}, {layout.Name}, seed {seed}"), string.Join("\n\n", tables.Select(layout.Print)));
    }

    internal static string KindName(int kind) => new[]
    {
        "performance", "contributions", "budget", "net assets", "performance and position", "position", "cash flow", "property", "ageing", "years", "trial balance", "biennium", "pledges", "nested",
    }[kind];

    private decimal Amount(int digits = 6) => _random.Next((int)Math.Pow(10, digits - 2), (int)Math.Pow(10, digits));

    private MadeRow Line(string caption, int indent, int columns, int digits = 6) =>
        new(caption, indent, [.. Enumerable.Range(0, columns).Select(_ => (decimal?)(_random.Next(12) == 0 ? 0 : Amount(digits)))]);

    private List<MadeRow> Lines(IEnumerable<string> captions, int fewest, int columns, int digits = 6)
    {
        var all = captions.ToArray();
        return [.. all.Take(_random.Next(Math.Min(fewest, all.Length), all.Length + 1)).Select(caption => Line(caption, 1, columns, digits))];
    }

    private static MadeRow Sum(IEnumerable<MadeRow> rows) => rows.Aggregate((one, other) => one + other);

    private MadeTable Performance(string[] words)
    {
        var isNegative = _random.Next(3) == 0;
        var (income, expense) = (Lines(words[1..4], 2, 2, 7), Lines(words[5..11], 3, 2));
        var (revenue, spent) = (Sum(income), Sum(expense));
        var (opening, surplus) = (Line(words[13], 0, 1, 7).Amounts[0], revenue - spent);
        var start = opening - surplus.Amounts[1];
        var rows = new List<MadeRow> { new(words[16], 0) };
        rows.AddRange(income);
        rows.AddRange([revenue.As(words[4]), new(words[17], 0)]);
        rows.AddRange(expense.Select(row => isNegative ? new MadeRow(row.Caption, row.Indent, [.. row.Amounts.Select(amount => -amount)]) : row));
        rows.Add(isNegative ? new MadeRow(words[11], 0, [.. spent.Amounts.Select(amount => -amount)]) : spent.As(words[11]));
        rows.AddRange([surplus.As(words[12]), new(words[13], 0, opening, start), new(words[14], 0, opening + surplus.Amounts[0], opening)]);
        return new MadeTable(words[0], ["2019", "2018"], rows);
    }

    private MadeTable Contributions()
    {
        var rows = Parties.Take(_random.Next(6, Parties.Length)).Select(party =>
        {
            var (arrears, due) = (_random.Next(3) == 0 ? Amount(5) : 0, Amount(5));
            var (collectedEarlier, collected) = (_random.Next(2) == 0 ? Math.Floor(arrears / 2) : arrears, _random.Next(3) == 0 ? Math.Floor(due / 3) : due);
            return new MadeRow(party, 0, arrears, due, collectedEarlier, collected, arrears + due - collectedEarlier - collected);
        }).ToList();
        rows.Add(Sum(rows).As("Total"));
        return new MadeTable("Status of contributions as at 31 December 2019", ["Unpaid, prior years", "Assessed 2019", "Collected, prior years", "Collected 2019", "Outstanding"], rows);
    }

    private MadeTable Budget(string[] words)
    {
        var lines = Lines(words[5..11], 4, 2).ConvertAll(row => row.Amounts[0] is 0 ? new MadeRow(row.Caption, row.Indent, Amount(), row.Amounts[1]) : row);
        var subtotal = Sum(lines);
        var support = new MadeRow(words[19], 0, [.. subtotal.Amounts.Select(amount => (decimal?)decimal.Round(amount!.Value * 0.13m, MidpointRounding.AwayFromZero))]);
        var hasShares = _random.Next(2) == 0;
        MadeRow Whole(MadeRow row) => new(row.Caption, row.Indent, hasShares
            ? [row.Amounts[0], row.Amounts[1], row.Amounts[0] - row.Amounts[1], decimal.Round(100 * row.Amounts[1]!.Value / row.Amounts[0]!.Value, 1, MidpointRounding.AwayFromZero)]
            : [row.Amounts[0], row.Amounts[1], row.Amounts[0] - row.Amounts[1]]);
        return new MadeTable(words[0], hasShares ? ["Budget", "Expenditure", "Balance", "% used"] : ["Budget", "Expenditure", "Balance"],
            [.. lines.Append(subtotal.As(words[18])).Append(support).Append((subtotal + support).As(words[15])).Select(Whole)]);
    }

    private MadeTable NetAssets()
    {
        MadeRow Row(string caption, bool isSigned, int filled)
        {
            var amounts = Enumerable.Range(0, 3).Select(column => column < filled ? (isSigned && _random.Next(2) == 0 ? -1 : 1) * Amount() : 0).ToList();
            return new MadeRow(caption, 0, [.. amounts.Select(amount => (decimal?)amount).Append(amounts.Sum())]);
        }

        var (opening, surplus, transfers, change) = (Row("Net assets, 1 January 2019", false, 3), Row("Surplus/(deficit) for the year", true, 1), Row("Transfers to reserves", true, 3), Row("Actuarial gains/(losses)", true, 2));
        var movements = new[] { surplus, transfers, change };
        var total = Sum(movements).As("Total changes in net assets");
        return new MadeTable("Statement of changes in net assets", ["Accumulated surplus", "Operating reserve", "Other reserves", "Total"],
            [opening, .. movements, total, (opening + total).As("Net assets, 31 December 2019")]);
    }

    private MadeTable Position()
    {
        var (current, other, liabilities) = (Lines(["Cash and cash equivalents", "Investments", "Voluntary contributions receivable", "Other receivables"], 3, 2, 7),
            Lines(["Investments, non-current", "Property, plant and equipment"], 2, 2), Lines(["Accounts payable", "Employee benefits", "Advance receipts"], 2, 2, 5));
        var (assets, owed) = (Sum(current) + Sum(other), Sum(liabilities));
        var net = assets - owed;
        var reserves = Line("Operating reserves", 1, 2);
        return new MadeTable("Statement of financial position as at 31 December 2019", ["2019", "2018"],
            [
                new("Assets", 0), new("Current assets", 0), .. current, Sum(current).As("Total current assets"), new("Non-current assets", 0), .. other, Sum(other).As("Total non-current assets"), assets.As("Total assets"),
                new("Liabilities", 0), .. liabilities, owed.As("Total liabilities"), net.As("Net of total assets and total liabilities"),
                new("Net assets", 0), (net - reserves).As("Accumulated surpluses", 1), reserves, net.As("Total net assets"),
            ]);
    }

    private MadeTable CashFlow()
    {
        List<MadeRow> Signed(string[] captions) => Lines(captions, 2, 2).ConvertAll(row => new MadeRow(row.Caption, 1, [.. row.Amounts.Select(amount => _random.Next(2) == 0 ? -amount : amount)]));
        var (operating, investing) = (Signed(["Surplus for the year", "Depreciation and amortization", "(Increase)/decrease in receivables", "Increase/(decrease) in payables"]), Signed(["Purchases of investments", "Interest received"]));
        var (one, other) = (Sum(operating), Sum(investing));
        var change = one + other;
        var later = Amount(7);
        return new MadeTable("Statement of cash flows", ["2019", "2018"],
            [
                new("Cash flows from operating activities", 0), .. operating, one.As("Net cash flows from operating activities"),
                new("Cash flows from investing activities", 0), .. investing, other.As("Net cash flows from investing activities"),
                change.As("Net increase/(decrease) in cash"), new("Cash, beginning of year", 0, later, later - change.Amounts[1]), new("Cash, end of year", 0, later + change.Amounts[0], later),
            ]);
    }

    private MadeTable Property()
    {
        MadeRow Row(string caption, int sign, int digits)
        {
            var amounts = Enumerable.Range(0, 3).Select(_ => sign * Amount(digits)).ToList();
            return new MadeRow(caption, 1, [.. amounts.Select(amount => (decimal?)amount).Append(amounts.Sum())]);
        }

        var cost = new[] { Row("At 1 January 2019", 1, 7), Row("Additions", 1, 5), Row("Disposals", -1, 4) };
        var written = new[] { Row("At 1 January 2019", 1, 6), Row("Depreciation for the year", 1, 5), Row("Disposals", -1, 4) };
        var (closing, off) = (Sum(cost), Sum(written));
        return new MadeTable("Note 7. Property, plant and equipment", ["Vehicles", "Furniture", "Computers", "Total"],
            [new("Cost", 0), .. cost, closing.As("At 31 December 2019", 1), new("Accumulated depreciation", 0), .. written, off.As("At 31 December 2019", 1), (closing - off).As("Net book value at 31 December 2019")]);
    }

    private MadeTable Ageing()
    {
        var rows = Parties.Take(_random.Next(4, 12)).Select(party =>
        {
            var amounts = Enumerable.Range(0, 4).Select(_ => _random.Next(3) == 0 ? 0 : Amount(5)).ToList();
            return new MadeRow(party, 0, [.. amounts.Select(amount => (decimal?)amount).Append(amounts.Sum())]);
        }).ToList();
        rows.Add(Sum(rows).As("Total"));
        return new MadeTable("Ageing of contributions receivable", ["Less than 1 year", "1-2 years", "2-3 years", "Over 3 years", "Total"], rows);
    }

    private MadeTable Series()
    {
        var balance = Amount(7);
        var rows = new List<MadeRow>();
        foreach (var year in Enumerable.Range(2000, _random.Next(6, 16)))
        {
            var (income, cost) = (Amount(6), Amount(6));
            balance += income - cost;
            rows.Add(new MadeRow(FormattableString.Invariant($"{year}"), 0, income, cost, income - cost, balance));
        }

        return new MadeTable("Operations of the trust fund by year", ["Income", "Cost", "Net increase during year", "Assets at end of year"], rows);
    }

    private MadeTable TrialBalance()
    {
        var rows = Enumerable.Range(1, _random.Next(6, 14)).Select(number => number % 2 == 0
            ? new MadeRow(FormattableString.Invariant($"{1000 * number} Account {number}"), 0, Amount(6), null)
            : new MadeRow(FormattableString.Invariant($"{1000 * number} Account {number}"), 0, null, Amount(6))).ToList();
        var total = Sum(rows);
        var rest = total.Amounts[0] - total.Amounts[1];
        rows.Add(rest > 0 ? new MadeRow("9900 Fund balance", 0, null, rest) : new MadeRow("9900 Fund balance", 0, -rest, null));
        rows.Add(Sum(rows).As("Total"));
        return new MadeTable("Trial balance as at 31 December 2019", ["Debit", "Credit"], rows);
    }

    private MadeTable Biennium(string[] words)
    {
        var lines = Lines(words[5..11], 4, 2);
        var subtotal = Sum(lines);
        var support = new MadeRow(words[19], 0, [.. subtotal.Amounts.Select(amount => (decimal?)decimal.Round(amount!.Value * 0.13m, MidpointRounding.AwayFromZero))]);
        return new MadeTable(words[0], ["2018", "2019", "2018-2019"],
            [.. lines.Append(subtotal.As(words[18])).Append(support).Append((subtotal + support).As(words[15])).Select(row => new MadeRow(row.Caption, row.Indent, row.Amounts[0], row.Amounts[1], row.Amounts[0] + row.Amounts[1]))]);
    }

    private MadeTable Pledges()
    {
        var rows = Parties.Take(_random.Next(5, 14)).Select(party =>
        {
            var pledged = Amount(6);
            var paid = _random.Next(3) == 0 ? Math.Floor(pledged / 4) : pledged;
            return new MadeRow(party, 0, pledged, paid, pledged - paid);
        }).ToList();
        var total = Sum(rows);
        rows.Add(total.As("Total"));
        return new MadeTable("Contributions to the trust fund", ["Pledged", "Paid", "Unpaid", "% of total"],
            [.. rows.Select(row => new MadeRow(row.Caption, 0, [.. row.Amounts, decimal.Round(100 * row.Amounts[0]!.Value / total.Amounts[0]!.Value, 2, MidpointRounding.AwayFromZero)]))]);
    }

    // Lines in inner columns, their totals in outer ones, for two years.
    private MadeTable Nested()
    {
        var (assets, liabilities) = (Lines(["Cash at bank", "Deposits", "Debtors", "Prepayments"], 3, 2), Lines(["Creditors", "Accruals", "Grants payable"], 2, 2, 5));
        var (whole, owed) = (Sum(assets), Sum(liabilities));
        var net = whole - owed;
        var capital = Line("Trust capital", 1, 2);
        static MadeRow Inner(MadeRow row) => new(row.Caption, row.Indent, row.Amounts[0], null, row.Amounts[1], null);
        static MadeRow Outer(MadeRow row) => new(row.Caption, row.Indent, null, row.Amounts[0], null, row.Amounts[1]);
        return new MadeTable("Balance sheet as at 30 June 2019", ["2019", "2019", "2018", "2018"],
            [
                new("Current assets", 0), .. assets.Select(Inner), Outer(whole.As("Total current assets")), new("Less current liabilities", 0), .. liabilities.Select(Inner), Outer(owed.As("Total current liabilities")),
                Outer(net.As("Net assets")), new("Represented by", 0), Outer(capital), Outer((net - capital).As("Accumulated income", 1)), Outer(net.As("Total trust funds")),
            ]);
    }
}
