using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>Accounts, funds, donors and settings in their tables, with the numbers that postings name them by.</summary>
internal sealed class MasterDataTables
{
    private MasterDataTables(
        long events, MasterData masterData, Dictionary<long, Account> accounts, Dictionary<long, Fund> funds, Dictionary<long, Donor> donors)
    {
        (Events, MasterData, Accounts, Funds, Donors) = (events, masterData, accounts, funds, donors);
        AccountIds = accounts.ToDictionary(pair => pair.Value.Code, pair => pair.Key);
        FundIds = funds.ToDictionary(pair => pair.Value.Code, pair => pair.Key);
        DonorIds = donors.ToDictionary(pair => pair.Value.Code, pair => pair.Key);
        Ids = new NounIds(this);
        var ordered = donors.OrderBy(pair => pair.Value.Code).ToArray();
        DonorsByRank = [null, .. ordered.Select(pair => pair.Value)];
        DonorRanks = new int[checked((int)donors.Keys.DefaultIfEmpty(0).Max()) + 1];
        for (var index = 0; index < ordered.Length; index++)
        {
            DonorRanks[ordered[index].Key] = index + 1;
        }
    }

    /// <summary>The numbers of what entries name, as far as it was met.</summary>
    internal NounIds Ids { get; }

    /// <summary>The place of each donor, by its number, in the order of codes; no donor (0) comes first.</summary>
    internal int[] DonorRanks { get; }

    /// <summary>The donors in the order of their codes; none first.</summary>
    internal Donor?[] DonorsByRank { get; }

    /// <summary>The last event that these tables hold.</summary>
    internal long Events { get; set; }

    internal MasterData MasterData { get; }

    internal Dictionary<long, Account> Accounts { get; }

    internal Dictionary<long, Fund> Funds { get; }

    internal Dictionary<long, Donor> Donors { get; }

    internal Dictionary<Code<Account>, long> AccountIds { get; }

    internal Dictionary<Code<Fund>, long> FundIds { get; }

    internal Dictionary<Code<Donor>, long> DonorIds { get; }

    /// <summary>What was registered by all events up to one.</summary>
    /// <exception cref="BooksException">What stands there could never have been registered.</exception>
    internal static MasterDataTables Read(Session session, long events) => Read(session, 1, events);

    /// <summary>What one event registered, or several.</summary>
    /// <exception cref="BooksException">What stands there could never have been registered.</exception>
    internal static MasterDataTables Read(Session session, long first, long last)
    {
        try
        {
            return Build(session, first, last);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new BooksException(BooksFailure.Corrupt,
                $"The accounts, funds or donors of the books are not ones that could have been registered: {exception.Message} Run an audit: the file was changed from outside.", exception);
        }
    }

    private static MasterDataTables Build(Session session, long first, long last)
    {
        var accounts = new Dictionary<long, Account>();
        var account = session.Prepare("SELECT id, code, name, type, opened, closed FROM account WHERE event BETWEEN ? AND ?").Bind(first).Bind(last);
        while (account.Step())
        {
            accounts.Add(account.Long(0), new Account(
                account.Text(1), account.Text(2), (AccountType)account.Long(3), Date(account, 4), Date(account, 5)));
        }

        var funds = new Dictionary<long, Fund>();
        var fund = session.Prepare("SELECT id, code, name, currency, established, closed, authority FROM fund WHERE event BETWEEN ? AND ?").Bind(first).Bind(last);
        while (fund.Step())
        {
            funds.Add(fund.Long(0), new Fund(
                fund.Text(1), fund.Text(2), Currency.Parse(fund.Text(3)), Date(fund, 4), Date(fund, 5), fund.TextOrNull(6)));
        }

        var donors = new Dictionary<long, Donor>();
        var donor = session.Prepare("SELECT id, code, name FROM donor WHERE event BETWEEN ? AND ?").Bind(first).Bind(last);
        while (donor.Step())
        {
            donors.Add(donor.Long(0), new Donor(donor.Text(1), donor.Text(2)));
        }

        var settings = new Dictionary<string, string>();
        var setting = session.Prepare("SELECT key, value FROM setting WHERE event BETWEEN ? AND ?").Bind(first).Bind(last);
        while (setting.Step())
        {
            settings.Add(setting.Text(0), setting.Text(1));
        }

        return new MasterDataTables(
            last, new MasterData(new ChartOfAccounts(accounts.Values), funds.Values, donors.Values, settings), accounts, funds, donors);
    }

    private static LocalDate? Date(Statement row, int column) => row.IsNull(column) ? null : IsoDate.Read(row.Bytes(column));
}
