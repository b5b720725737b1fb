namespace TrustFund.Interchange;

/// <summary>Which columns of an extract hold what, whatever the system it comes from calls them.</summary>
internal sealed class ExtractColumns
{
    internal const string Account = "account";
    internal const string Name = "name";
    internal const string Fund = "fund";
    internal const string Donor = "donor";
    internal const string DonorName = "donor name";
    internal const string Currency = "currency";
    internal const string Illustrative = "illustrative";
    internal const string Debit = "debit";
    internal const string Credit = "credit";
    internal const string Balance = "balance";

    // Headings in small letters, with blanks for underscores.
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.Ordinal)
    {
        ["account"] = Account,
        ["account code"] = Account,
        ["account no"] = Account,
        ["account no."] = Account,
        ["account number"] = Account,
        ["gl account"] = Account,
        ["g/l account"] = Account,
        ["code"] = Account,
        ["name"] = Name,
        ["account name"] = Name,
        ["account description"] = Name,
        ["description"] = Name,
        ["fund"] = Fund,
        ["fund code"] = Fund,
        ["donor"] = Donor,
        ["donor code"] = Donor,
        ["sponsor"] = Donor,
        ["donor name"] = DonorName,
        ["currency"] = Currency,
        ["currency code"] = Currency,
        ["illustrative"] = Illustrative,
        ["debit"] = Debit,
        ["debits"] = Debit,
        ["debit balance"] = Debit,
        ["dr"] = Debit,
        ["credit"] = Credit,
        ["credits"] = Credit,
        ["credit balance"] = Credit,
        ["cr"] = Credit,
        ["balance"] = Balance,
        ["closing balance"] = Balance,
        ["ending balance"] = Balance,
        ["amount"] = Balance,
    };

    private readonly Dictionary<string, string> _headings = new(StringComparer.Ordinal);

    /// <summary>The columns that hold amounts: the balance, or debit and credit.</summary>
    internal IReadOnlyList<string> Amounts => _headings.ContainsKey(Balance) ? [Balance] : [Debit, Credit];

    /// <summary>The heading of a column in the file; null where it has none.</summary>
    internal string? HeadingOf(string column) => _headings.GetValueOrDefault(column);

    /// <summary>Takes the header and reports what is wrong with it; true where all is well.</summary>
    internal bool Take(CsvTable table)
    {
        var faults = 0;
        for (var index = 0; index < table.Header.Count; index++)
        {
            var heading = table.Header[index];
            var place = new TextPlace(table.HeaderLine, index + 1);
            if (!Synonyms.TryGetValue(heading.Replace('_', ' ').ToLowerInvariant(), out var column))
            {
                faults++;
                table.Problem(place, ExtractComplaints.UnknownColumn, Cells.Shown(heading));
            }
            else if (!_headings.TryAdd(column, heading))
            {
                faults++;
                table.Problem(place, ExtractComplaints.ColumnTwice, column, Cells.Shown(heading));
            }
        }

        // With an unknown column, the one that is missing may be that one by another name.
        return faults == 0 && HasAccount(table) & HasAmounts(table);
    }

    private bool HasAccount(CsvTable table)
    {
        if (HeadingOf(Account) is null)
        {
            table.Problem(new TextPlace(table.HeaderLine, 1), ExtractComplaints.NoAccountColumn);
        }

        return HeadingOf(Account) is not null;
    }

    private bool HasAmounts(CsvTable table)
    {
        string[] there = [.. new[] { Debit, Credit, Balance }.Where(column => HeadingOf(column) is not null)];
        if (there is [Balance] or [Debit, Credit])
        {
            return true;
        }

        table.Problem(new TextPlace(table.HeaderLine, 1), ExtractComplaints.AmountColumns,
            there.Length == 0 ? "no column of amounts" : $"amounts in {string.Join(" and ", there)}");
        return false;
    }
}
