using System.Globalization;

namespace TrustFund.Interchange;

/// <summary>Reads accounts, funds, donors and settings of CSV books.</summary>
internal static class MasterDataReader
{
    internal static Register<Account> Accounts(CsvTable table) => Read(table, CsvColumns.Accounts, "code", row =>
    {
        var code = row.Code<Account>(row.At("code"));
        var name = Name(row, "account");
        var type = TypeOf(row);
        var areDays = TryDays(row, "opened", "closed", out var opened, out var closed);
        return code is null || name is null || type is null || !areDays
            ? null
            : new Account(code.Value, name, type.Value, opened, closed);
    });

    internal static Register<Fund> Funds(CsvTable table) => Read(table, CsvColumns.Funds, "code", row =>
    {
        var code = row.Code<Fund>(row.At("code"));
        var name = Name(row, "fund");
        var currency = row.Currency(row.At("currency"));
        var areDays = TryDays(row, "established", "closed", out var established, out var closed);
        return code is null || name is null || currency is null || !areDays
            ? null
            : new Fund(code.Value, name, currency.Value, established, closed, row.OptionalText(row.At("authority")));
    });

    internal static Register<Donor> Donors(CsvTable table) => Read(table, CsvColumns.Donors, "code", row =>
    {
        var code = row.Code<Donor>(row.At("code"));
        var name = Name(row, "donor");
        return code is null || name is null ? null : new Donor(code.Value, name);
    });

    internal static Dictionary<string, string> Settings(CsvTable table) =>
        Read(table, CsvColumns.Settings, "key", Setting).Items.ToDictionary(
            setting => setting.Key, setting => setting.Value, StringComparer.Ordinal);

    private static KeyValue? Setting(CsvRow row)
    {
        var (key, value) = (row["key"], row.Text(row.At("value")).ToString());
        if (key.Length == 0)
        {
            row.Problem("key", MasterDataComplaints.NoKey);
            return null;
        }

        // The code of a fund, behind a point or an @, stays as it is.
        var name = key.AsSpan().IndexOfAny('.', '@') is var end and >= 0 ? end : key.Length;
        if (key[..name].ToLowerInvariant() + key[name..] is var small && key != small)
        {
            row.Problem("key", MasterDataComplaints.KeyInCapitals, Cells.Shown(key), Cells.Shown(small));
            return null;
        }

        // Illustrative books say so on everything made from them: no other word may pass for a no.
        if (key == "illustrative" && value is not ("yes" or "no"))
        {
            row.Problem("value", MasterDataComplaints.NotYesOrNo, Cells.Shown(value));
            return null;
        }

        return new KeyValue(key, value);
    }

    private static string? Name(CsvRow row, string noun)
    {
        if (row.OptionalText(row.At("name")) is { } name)
        {
            return name;
        }

        row.Problem("name", MasterDataComplaints.NoName, noun);
        return null;
    }

    private static AccountType? TypeOf(CsvRow row)
    {
        if (AccountTypeText.Read(row["type"]) is { } type)
        {
            return type;
        }

        row.Problem("type", MasterDataComplaints.UnknownType, Cells.Shown(row["type"]), string.Join(", ", AccountTypeText.Words));
        return null;
    }

    private static bool TryDays(
        CsvRow row, string from, string through, out NodaTime.LocalDate? first, out NodaTime.LocalDate? last)
    {
        var areRead = row.TryOptionalDate(row.At(from), out first) & row.TryOptionalDate(row.At(through), out last);
        if (!areRead || !(last < first))
        {
            return areRead;
        }

        row.Problem(through, MasterDataComplaints.ClosedBefore, row[through], row[from]);
        return false;
    }

    private static Register<TItem> Read<TItem>(CsvTable table, CsvColumns columns, string key, Func<CsvRow, TItem?> read)
        where TItem : class
    {
        var register = new Register<TItem>(table.Source);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var areKeysRead = true;
        foreach (var row in table.Rows(columns.Check))
        {
            var code = row[key];
            if (row.Fault == CsvRowFault.Shape)
            {
                // Which code the row means to give is anybody's guess.
                areKeysRead = false;
            }
            else if (code.Length > 0 && !lines.TryAdd(code, row.Line))
            {
                row.Problem(key, MasterDataComplaints.CodeTwice, Cells.Shown(code),
                    lines[code].ToString(CultureInfo.InvariantCulture), key);
            }
            else if (row.Fault == CsvRowFault.None && read(row) is { } item)
            {
                register.Add(code, item);
            }
            else
            {
                register.AddUnread(code);
            }
        }

        register.IsWhole = table.IsWhole && areKeysRead;
        return register;
    }

    private sealed record KeyValue(string Key, string Value);
}
