namespace TrustFund.Interchange;

/// <summary>The columns of a CSV file that is read by their names.</summary>
internal sealed record CsvColumns(IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    internal static CsvColumns Accounts { get; } = new(["code", "name", "type"], ["opened", "closed"]);

    internal static CsvColumns Funds { get; } = new(["code", "name", "currency"], ["established", "closed", "authority"]);

    internal static CsvColumns Donors { get; } = new(["code", "name"], []);

    internal static CsvColumns Settings { get; } = new(["key", "value"], []);

    internal static CsvColumns Mapping { get; } = new(["accounts", "line"], []);

    internal static CsvColumns Journal { get; } = new(
        ["entry", "date", "kind", "description", "reference", "account", "fund", "donor", "debit", "credit", "currency"],
        [
            "document_date", "due_date", "counterparty", "agreement", "project", "transaction_amount", "transaction_currency",
            "rate", "voucher", "voucher_sha256", "prepared_by", "approved_by", "authority", "period", "restates", "nature", "judgement", "reverses",
            "sequence", "recorded", "hash",
        ]);

    internal static CsvColumns Events { get; } = new(
        ["number", "kind", "after", "after_hash", "fund", "period", "reason", "prepared_by", "approved_by", "authority", "recorded", "hash"], ["escaped"]);

    internal static CsvColumns Registered { get; } = new(["event", "noun", "code"], []);

    internal static CsvColumns Editions { get; } = new(
        [
            "event", "symbol", "language", "date", "status", "authorized_on", "authorized_by", "corrects", "through", "sequence", "head",
            "closing", "restated", "template",
        ],
        []);

    internal static CsvColumns EditionFiles { get; } = new(["event", "role", "name", "format", "sha256"], []);

    /// <summary>All of them, in the order in which they are written.</summary>
    internal IEnumerable<string> Names => Required.Concat(Optional);

    /// <summary>Reports every column that is missing, unknown or there twice; true where all is well.</summary>
    internal bool Check(CsvTable table)
    {
        if (table.Header.Count == 1 && table.Header[0].IndexOfAny([';', '\t']) is var other and >= 0)
        {
            table.Problem(new TextPlace(table.HeaderLine, 1), FileComplaints.OtherDelimiter,
                table.Header[0][other] == ';' ? "semicolons" : "tabs");
            return false;
        }

        var faults = 0;
        var all = string.Join(", ", Names);
        for (var index = 0; index < table.Header.Count; index++)
        {
            var (name, place) = (table.Header[index], new TextPlace(table.HeaderLine, index + 1));
            if (!Required.Contains(name) && !Optional.Contains(name))
            {
                faults++;
                table.Problem(place, FileComplaints.UnknownColumn, Cells.Shown(name), all);
            }
            else if (table.IndexOf(name) < index)
            {
                faults++;
                table.Problem(place, FileComplaints.ColumnTwice, name);
            }
        }

        foreach (var name in Required.Where(name => table.IndexOf(name) < 0))
        {
            faults++;
            table.Problem(new TextPlace(table.HeaderLine, 1), FileComplaints.ColumnMissing, name, string.Join(", ", Required));
        }

        return faults == 0;
    }
}
