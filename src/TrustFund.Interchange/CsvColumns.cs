namespace TrustFund.Interchange;

/// <summary>The columns of each file of CSV books.</summary>
internal sealed record CsvColumns(IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    internal static CsvColumns Accounts { get; } = new(["code", "name", "type"], ["opened", "closed"]);

    internal static CsvColumns Funds { get; } = new(["code", "name", "currency"], ["established", "closed", "authority"]);

    internal static CsvColumns Donors { get; } = new(["code", "name"], []);

    internal static CsvColumns Settings { get; } = new(["key", "value"], []);

    internal static CsvColumns Journal { get; } = new(
        ["entry", "date", "kind", "description", "reference", "account", "fund", "donor", "debit", "credit", "currency"],
        [
            "document_date", "due_date", "counterparty", "agreement", "project", "transaction_amount", "transaction_currency",
            "rate", "voucher", "voucher_sha256", "prepared_by", "approved_by", "authority", "period", "restates", "reverses",
        ]);

    /// <summary>Reports every column that is missing, unknown or there twice; true where all is well.</summary>
    internal bool Check(CsvTable table)
    {
        var faults = 0;
        for (var index = 0; index < table.Header.Count; index++)
        {
            var name = table.Header[index];
            if (!Required.Contains(name) && !Optional.Contains(name))
            {
                faults++;
                table.Problem(1, index + 1, $"a column '{name}'", $"the columns {string.Join(", ", Required.Concat(Optional))}",
                    "Remove the column or correct its name; nothing is passed over in silence.");
            }
            else if (table.Header.Take(index).Contains(name))
            {
                faults++;
                table.Problem(1, index + 1, $"the column '{name}' a second time", "each column once", "Remove one of the two.");
            }
        }

        foreach (var name in Required.Except(table.Header))
        {
            faults++;
            table.Problem(1, 1, $"no column '{name}'", $"the columns {string.Join(", ", Required)}", "Add the column; its cells may be empty where nothing is stated.");
        }

        return faults == 0;
    }
}
