using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Finds the line that is left out of a ledger's tree of a period or of that of the year to date. An account above others may have postings of
/// its own, so that it comes to more than they do says nothing; but what was posted in the period is in the year to date as well.
/// </summary>
internal static class PostingsToDate
{
    private const int MostTables = 20;

    // Accounts within others stand below them, or behind them with a colon.
    private const char Within = ':';

    internal static IEnumerable<Belief> Find(IReadOnlyList<Sheet> sheets)
    {
        for (var one = 0; one < sheets.Count && sheets.Count <= MostTables; one++)
        {
            for (var other = one + 1; other < sheets.Count; other++)
            {
                if (AreAlike(sheets[one], sheets[other]) && FirstPeriods.WithYearToDate(sheets[one], sheets[other]) is var (period, year))
                {
                    foreach (var belief in Short(Accounts(period), Accounts(year), Sides(period, year)))
                    {
                        yield return belief;
                    }
                }
            }
        }
    }

    private static bool AreAlike(Sheet one, Sheet other) => one.Columns == other.Columns && one.Table.Columns.SequenceEqual(other.Table.Columns, StringComparer.Ordinal);

    private static IEnumerable<Belief> Short(Dictionary<string, Account> period, Dictionary<string, Account> year, List<int> sides)
    {
        foreach (var (name, account) in period.Where(pair => pair.Value is { Lines.Count: > 0, IsTwice: false }))
        {
            if (year.GetValueOrDefault(name) is { Lines.Count: > 0, IsTwice: false } whole && IsMore(account, whole, sides))
            {
                yield return account.Sum($"what is posted to '{account.Row.Caption}' itself in the period is in the year to date as well, and there it is less");
            }
        }

        var known = year.Keys.SelectMany(WithParents).ToHashSet(StringComparer.Ordinal);
        var lacking = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, line) in period.Where(pair => pair.Value is { Lines.Count: 0, IsTwice: false } && pair.Key.Contains(Within, StringComparison.Ordinal)))
        {
            var above = name[..name.LastIndexOf(Within)];
            if (!known.Contains(name) && year.GetValueOrDefault(above) is { Lines.Count: > 0, IsTwice: false } whole && Holds(whole, line, sides) && lacking.Add(above))
            {
                yield return whole.Sum($"'{line.Row.Caption}' is among the lines of the period, and what is posted in the period is in the year to date as well");
            }
        }
    }

    // An account's name, and those of the accounts that it is within.
    private static IEnumerable<string> WithParents(string name)
    {
        yield return name;
        for (var at = name.LastIndexOf(Within); at > 0; at = name.LastIndexOf(Within, at - 1))
        {
            yield return name[..at];
        }
    }

    // The columns of what is debited and of what is credited, by their headings, or where there are none two without a minus: one that nets both may
    // fall as well as rise.
    private static List<int> Sides(Sheet period, Sheet year)
    {
        var sides = Enumerable.Range(0, period.Columns).Where(column => period.Rows.Concat(year.Rows).All(row => row.Amount(column) is null or >= 0)).ToList();
        return Enumerable.Range(0, period.Columns).All(column => period.Heading(column).Length == 0)
            ? sides.Count == 2 ? sides : []
            : sides.FindAll(column => AccountingWords.Says(period.Heading(column), WordKind.Debit) || AccountingWords.Says(period.Heading(column), WordKind.Credit));
    }

    // By more than rounding explains.
    private static bool IsMore(Account account, Account whole, List<int> sides) => sides.Exists(column => whole.Own(column) >= 0
        && (account.Own(column) - whole.Own(column)) * 2 > account.Width(column) + whole.Width(column));

    // What a line says may be among what its account comes to beyond the lines that are there.
    private static bool Holds(Account whole, Account line, List<int> sides) => sides.Exists(column => line.Row.Amount(column) > 0)
        && sides.TrueForAll(column => (line.Row.Amount(column) ?? 0) <= whole.Own(column));

    private static Dictionary<string, Account> Accounts(Sheet sheet)
    {
        var accounts = new Dictionary<string, Account>(StringComparer.Ordinal);
        var path = new Stack<(SheetRow Row, string Name)>();
        foreach (var row in sheet.Rows.Where(row => row is { Caption.Length: > 0, IsPartOf: false, IsShare: false }))
        {
            while (path.Count > 0 && (path.Peek().Row.Indent >= row.Indent || row.Headings.Count > 0))
            {
                path.Pop();
            }

            var name = path.Count == 0 ? row.Caption : path.Peek().Name + Within + row.Caption;
            if (!accounts.TryAdd(name, new Account(row)))
            {
                accounts[name].IsTwice = true;
            }

            if (path.Count > 0)
            {
                accounts[path.Peek().Name].Lines.Add(row);
            }

            path.Push((row, name));
        }

        return accounts;
    }

    private sealed class Account(SheetRow row)
    {
        internal SheetRow Row { get; } = row;

        internal List<SheetRow> Lines { get; } = [];

        // Two accounts of one name cannot be told apart, nor which of them the lines are within.
        internal bool IsTwice { get; set; }

        // What it comes to beyond its lines.
        internal decimal Own(int column) => (Row.Amount(column) ?? 0) - Lines.Sum(line => line.Amount(column) ?? 0);

        internal decimal Width(int column) => Lines.Append(Row).Sum(line => line.Cells[column]?.Width ?? 0);

        internal Belief Sum(string because) => new(RelationKind.Total, Strength.Failing, because,
            [.. Enumerable.Range(0, Row.Cells.Length).Select(column => BelievedSum.Of(Row.Cells[column], Lines.Select(line => (line.Cells[column], 1)))).OfType<BelievedSum>()]);
    }
}
