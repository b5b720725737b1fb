namespace TrustFund.Interchange;

/// <summary>
/// A trial balance taken from another system as CSV: account and debit and credit, or account and a
/// signed balance; name, fund, donor and currency where there are any.
/// </summary>
/// <param name="Rows">The rows that could be read.</param>
/// <param name="IsIllustrative">Whether its column <c>illustrative</c> says <c>yes</c> anywhere: the books it was taken from are constructed.</param>
/// <param name="Fingerprint">The hash of the file's bytes.</param>
/// <param name="Problems">What could not be read; where there is any, the extract proves nothing.</param>
public sealed record TrialBalanceExtract(
    IReadOnlyList<ExtractRow> Rows, bool IsIllustrative, Sha256Hash Fingerprint, IReadOnlyList<ReadingProblem> Problems)
{
    // What other systems call the columns, in lower case.
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["account"] = "account",
        ["account code"] = "account",
        ["account number"] = "account",
        ["gl account"] = "account",
        ["code"] = "account",
        ["name"] = "name",
        ["account name"] = "name",
        ["description"] = "name",
        ["fund"] = "fund",
        ["fund code"] = "fund",
        ["donor"] = "donor",
        ["donor code"] = "donor",
        ["sponsor"] = "donor",
        ["donor name"] = "donor name",
        ["donor_name"] = "donor name",
        ["currency"] = "currency",
        ["illustrative"] = "illustrative",
        ["debit"] = "debit",
        ["dr"] = "debit",
        ["debits"] = "debit",
        ["debit balance"] = "debit",
        ["credit"] = "credit",
        ["cr"] = "credit",
        ["credits"] = "credit",
        ["credit balance"] = "credit",
        ["balance"] = "balance",
        ["closing balance"] = "balance",
        ["amount"] = "balance",
    };

    /// <summary>Reads an extract; every problem is reported, none throws.</summary>
    /// <param name="path">The file: CSV with comma, semicolon or tab, UTF-8, a header row.</param>
    public static TrialBalanceExtract Read(string path)
    {
        var problems = new List<ReadingProblem>();
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        var table = CsvTable.Open(path, problems, DelimiterOf(path));
        var read = table.Rows(header => CheckHeader(header, columns)).ToList();
        var amounts = columns.ContainsKey("balance") ? ["balance"] : new[] { "debit", "credit" };
        var notation = AmountNotation.Of(read.SelectMany(row => amounts.Select(amount => row[columns[amount]])));
        var rows = new List<ExtractRow>();
        foreach (var row in read)
        {
            string? Cell(string name) => columns.TryGetValue(name, out var column) ? row.Optional(column) : null;
            if (Cell("account") is not { } account)
            {
                row.Problem(columns["account"], "an empty cell", "the code of an account", "Give the account, or remove the row (a total is computed, not read).");
                continue;
            }

            var balances = amounts.Select(name => (Name: name, Balance: Amount(row, columns[name], notation))).ToList();
            if (balances.Any(pair => pair.Balance is null))
            {
                continue;
            }

            if (balances.Count == 2 && balances.All(pair => pair.Balance != 0))
            {
                row.Problem(columns["debit"], "a debit and a credit", "one of the two in each row", "Give the net balance in one of the columns.");
                continue;
            }

            rows.Add(new ExtractRow(account, Cell("name"), Cell("fund"), Cell("donor name") ?? Cell("donor"),
                balances[0].Balance!.Value - (balances.Count == 2 ? balances[1].Balance!.Value : 0), new TextPlace(row.Line, 1)));
        }

        foreach (var fund in rows.GroupBy(row => row.Fund).Where(fund => problems.Count == 0 && fund.Sum(row => row.Balance) != 0))
        {
            var difference = fund.Sum(row => row.Balance);
            table.Problem(1, 1, FormattableString.Invariant($"{(difference > 0 ? "debits" : "credits")} greater by {Math.Abs(difference)}{(fund.Key is null ? "" : $" in fund {fund.Key}")}"),
                "a trial balance: debits equal to credits", "Take the extract again with all accounts, on one day.");
        }

        if (rows.Count == 0 && problems.Count == 0)
        {
            table.Problem(1, 1, "a header without rows", "a row for each account", "Take the extract again.");
        }

        var isIllustrative = columns.TryGetValue("illustrative", out var mark) && read.Any(row => row[mark] == "yes");
        return new TrialBalanceExtract(rows, isIllustrative, File.Exists(path) ? Sha256Hash.Of(File.ReadAllBytes(path)) : default, problems);
    }

    private static decimal? Amount(CsvRow row, string column, AmountNotation notation)
    {
        var text = row[column];
        if (text.Length == 0)
        {
            return 0;
        }

        if (notation.Read(text) is { } amount)
        {
            return amount;
        }

        row.Problem(column, $"'{Cells.Shown(text)}'", notation.Expected, "Write all amounts of the file alike.");
        return null;
    }

    private static bool CheckHeader(CsvTable table, Dictionary<string, string> columns)
    {
        var faults = 0;
        for (var index = 0; index < table.Header.Count; index++)
        {
            var header = table.Header[index];
            if (!Names.TryGetValue(header.ToLowerInvariant(), out var name))
            {
                faults++;
                table.Problem(1, index + 1, $"a column '{Cells.Shown(header)}'", "account, name, fund, donor, currency, and debit and credit or balance",
                    "Remove the column or give it one of these names; nothing is passed over in silence.");
            }
            else if (!columns.TryAdd(name, header))
            {
                faults++;
                table.Problem(1, index + 1, $"a second column for {name}", "each once", "Remove one of the two.");
            }
        }

        var hasPair = columns.ContainsKey("debit") && columns.ContainsKey("credit");
        var hasBalance = columns.ContainsKey("balance");
        if (!columns.ContainsKey("account") || hasPair == hasBalance)
        {
            faults++;
            table.Problem(1, 1, "no account, or not one kind of amount", "account, and either debit and credit or balance", "Take the extract again with these columns.");
        }

        return faults == 0;
    }

    private static char? DelimiterOf(string path)
    {
        if (!File.Exists(path))
        {
            return ',';
        }

        using var reader = new StreamReader(path);
        var buffer = new char[4096];
        var header = new string(buffer, 0, reader.ReadBlock(buffer, 0, buffer.Length)).Split('\n')[0];
        return new[] { ',', ';', '\t' }.MaxBy(delimiter => header.Count(character => character == delimiter));
    }
}
