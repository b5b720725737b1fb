using Dapper;
using Microsoft.Data.Sqlite;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>Accounts, funds, donors and settings in their tables, with the numbers that postings name them by.</summary>
internal sealed class MasterDataTables
{
    private MasterDataTables(
        MasterData masterData, Dictionary<long, Account> accounts, Dictionary<long, Fund> funds, Dictionary<long, Donor> donors)
    {
        (MasterData, Accounts, Funds, Donors) = (masterData, accounts, funds, donors);
        AccountIds = accounts.ToDictionary(pair => pair.Value.Code, pair => pair.Key);
        FundIds = funds.ToDictionary(pair => pair.Value.Code, pair => pair.Key);
        DonorIds = donors.ToDictionary(pair => pair.Value.Code, pair => pair.Key);
    }

    internal MasterData MasterData { get; }

    internal IReadOnlyDictionary<long, Account> Accounts { get; }

    internal IReadOnlyDictionary<long, Fund> Funds { get; }

    internal IReadOnlyDictionary<long, Donor> Donors { get; }

    internal IReadOnlyDictionary<Code<Account>, long> AccountIds { get; }

    internal IReadOnlyDictionary<Code<Fund>, long> FundIds { get; }

    internal IReadOnlyDictionary<Code<Donor>, long> DonorIds { get; }

    /// <exception cref="BooksException">What stands there could never have been registered.</exception>
    internal static MasterDataTables Read(SqliteConnection connection, SqliteTransaction? transaction = null)
    {
        try
        {
            return Build(connection, transaction);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or NodaTime.Text.UnparsableValueException)
        {
            throw new BooksException(BooksFailure.Corrupt,
                $"The accounts, funds or donors of the books are not ones that could have been registered: {exception.Message} Run an audit: the file was changed from outside.", exception);
        }
    }

    /// <summary>Inserts what <paramref name="merged"/> has beyond what is there.</summary>
    internal void Add(MasterData merged, SqliteConnection connection, SqliteTransaction transaction)
    {
        connection.Execute("INSERT INTO account (code, name, type, opened, closed) VALUES (@Code, @Name, @Type, @Opened, @Closed)",
            merged.Chart.Where(account => !AccountIds.ContainsKey(account.Code)).Select(account => new
            {
                Code = account.Code.Text,
                account.Name,
                Type = (long)account.Type,
                Opened = IsoText.Of(account.Opened),
                Closed = IsoText.Of(account.Closed),
            }),
            transaction);
        connection.Execute("INSERT INTO fund (code, name, currency, established, closed, authority) VALUES (@Code, @Name, @Currency, @Established, @Closed, @Authority)",
            merged.Funds.Where(fund => !FundIds.ContainsKey(fund.Code)).Select(fund => new
            {
                Code = fund.Code.Text,
                fund.Name,
                Currency = fund.Currency.Code,
                Established = IsoText.Of(fund.Established),
                Closed = IsoText.Of(fund.Closed),
                fund.Authority,
            }),
            transaction);
        connection.Execute("INSERT INTO donor (code, name) VALUES (@Code, @Name)",
            merged.Donors.Where(donor => !DonorIds.ContainsKey(donor.Code)).Select(donor => new { Code = donor.Code.Text, donor.Name }),
            transaction);
        connection.Execute("INSERT INTO setting (key, value) VALUES (@Key, @Value)",
            merged.Settings.Where(setting => !MasterData.Settings.ContainsKey(setting.Key)).Select(setting => new { setting.Key, setting.Value }),
            transaction);
    }

    private static MasterDataTables Build(SqliteConnection connection, SqliteTransaction? transaction)
    {
        var accounts = connection.Query<AccountRow>(
                "SELECT id AS Id, code AS Code, name AS Name, type AS Type, opened AS Opened, closed AS Closed FROM account", transaction: transaction)
            .ToDictionary(row => row.Id, row => new Account(
                row.Code, row.Name, (AccountType)row.Type, IsoText.Date(row.Opened), IsoText.Date(row.Closed)));
        var funds = connection.Query<FundRow>(
                "SELECT id AS Id, code AS Code, name AS Name, currency AS Currency, established AS Established, closed AS Closed, authority AS Authority FROM fund", transaction: transaction)
            .ToDictionary(row => row.Id, row => new Fund(
                row.Code, row.Name, Currency.Parse(row.Currency), IsoText.Date(row.Established), IsoText.Date(row.Closed), row.Authority));
        var donors = connection.Query<DonorRow>("SELECT id AS Id, code AS Code, name AS Name FROM donor", transaction: transaction)
            .ToDictionary(row => row.Id, row => new Donor(row.Code, row.Name));
        var settings = connection.Query<SettingRow>("SELECT key AS Key, value AS Value FROM setting", transaction: transaction)
            .ToDictionary(row => row.Key, row => row.Value);
        return new MasterDataTables(
            new MasterData(new ChartOfAccounts(accounts.Values), funds.Values, donors.Values, settings), accounts, funds, donors);
    }

    private sealed record AccountRow(long Id, string Code, string Name, long Type, string? Opened, string? Closed);

    private sealed record FundRow(
        long Id, string Code, string Name, string Currency, string? Established, string? Closed, string? Authority);

    private sealed record DonorRow(long Id, string Code, string Name);

    private sealed record SettingRow(string Key, string Value);
}
