namespace TrustFund.Interchange;

/// <summary>Reads accounts, funds, donors and settings of CSV books.</summary>
internal sealed class MasterDataReader(List<ReadingProblem> problems)
{
    private static readonly Dictionary<string, AccountType> Types = new(StringComparer.Ordinal)
    {
        ["asset"] = AccountType.Asset,
        ["liability"] = AccountType.Liability,
        ["net assets"] = AccountType.NetAssets,
        ["revenue"] = AccountType.Revenue,
        ["expense"] = AccountType.Expense,
    };

    internal List<Account> Accounts(string path) => Read(path, CsvColumns.Accounts, "code", row =>
    {
        var type = Types.TryGetValue(row["type"], out var known) ? known : (AccountType?)null;
        if (type is null)
        {
            row.Problem("type", $"'{Cells.Shown(row["type"])}'", string.Join(", ", Types.Keys), "Write one of these words.");
        }

        var code = row.Code<Account>("code");
        var isDated = row.TryOptionalDate("opened", out var opened) & row.TryOptionalDate("closed", out var closed);
        return code is null || type is null || !isDated ? null : new Account(code.Value, row["name"], type.Value, opened, closed);
    });

    internal List<Fund> Funds(string path) => Read(path, CsvColumns.Funds, "code", row =>
    {
        var code = row.Code<Fund>("code");
        var currency = row.Currency("currency");
        var isDated = row.TryOptionalDate("established", out var established) & row.TryOptionalDate("closed", out var closed);
        return code is null || currency is null || !isDated
            ? null
            : new Fund(code.Value, row["name"], currency.Value, established, closed, row.Optional("authority"));
    });

    internal List<Donor> Donors(string path) => Read(path, CsvColumns.Donors, "code",
        row => row.Code<Donor>("code") is { } code ? new Donor(code, row["name"]) : null);

    internal Dictionary<string, string> Settings(string path)
    {
        var settings = Read(path, CsvColumns.Settings, "key", Setting);
        return settings.ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.Ordinal);
    }

    private static KeyValue? Setting(CsvRow row)
    {
        if (row["key"] is "illustrative" && row["value"] is not ("yes" or "no"))
        {
            row.Problem("value", $"'{Cells.Shown(row["value"])}'", "yes or no", "Say whether the books are illustrative.");
            return null;
        }

        if (row["key"].Length > 0)
        {
            return new KeyValue(row["key"], row["value"]);
        }

        row.Problem("key", "an empty cell", "the name of a setting", "Name the setting or remove the row.");
        return null;
    }

    private List<TItem> Read<TItem>(string path, CsvColumns columns, string key, Func<CsvRow, TItem?> read)
        where TItem : class
    {
        var items = new List<TItem>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in CsvTable.Open(path, problems).Rows(columns.Check))
        {
            if (row[key].Length > 0 && !lines.TryAdd(row[key], row.Line))
            {
                row.Problem(key, $"'{Cells.Shown(row[key])}' a second time (first in line {lines[row[key]]})", $"each {key} once", "Remove the row or give it a code of its own.");
                continue;
            }

            try
            {
                if (read(row) is { } item)
                {
                    items.Add(item);
                }
            }
            catch (Exception exception) when (exception is FormatException or ArgumentException)
            {
                row.Problem("name", exception.Message, "a row that the books can keep", "Correct the row.");
            }
        }

        return items;
    }

    private sealed record KeyValue(string Key, string Value);
}
