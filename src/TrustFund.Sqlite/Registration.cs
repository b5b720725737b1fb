using Dapper;
using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>Registers master data as an event of the books, items first, header last.</summary>
internal static class Registration
{
    /// <summary>Inserts what is not there yet; nothing where all of it is.</summary>
    /// <returns>Master data that stands there with other contents; where there is any, nothing was inserted.</returns>
    internal static IReadOnlyList<Refusal> Add(Session session, MasterData masterData, IClock clock)
    {
        if (ReferenceEquals(masterData, MasterData.Empty))
        {
            return [];
        }

        var registered = session.Tables().MasterData;
        var (_, refusals) = MasterDataRules.Merge(registered, masterData);
        var added = MasterDataRules.New(registered, masterData);
        if (refusals.Count > 0 || added.Count == 0)
        {
            return refusals;
        }

        return session.WithTriggers(true, () => AddNew(session, added, clock));
    }

    private static IReadOnlyList<Refusal> AddNew(Session session, MasterData added, IClock clock)
    {
        Insert(session, added, EventWriter.Next(session));
        EventWriter.Add(session, new BooksEvent(BooksEventKind.Registration, Journal.ReadHead(session).Head, added), clock);
        return [];
    }

    private static void Insert(Session session, MasterData added, long number)
    {
        session.Connection.Execute("INSERT INTO account (code, name, type, opened, closed, event) VALUES (@Code, @Name, @Type, @Opened, @Closed, @number)",
            added.Chart.Select(account => new
            {
                Code = account.Code.Text,
                account.Name,
                Type = (long)account.Type,
                Opened = IsoText.Of(account.Opened),
                Closed = IsoText.Of(account.Closed),
                number,
            }));
        session.Connection.Execute("INSERT INTO fund (code, name, currency, established, closed, authority, event) VALUES (@Code, @Name, @Currency, @Established, @Closed, @Authority, @number)",
            added.Funds.Select(fund => new
            {
                Code = fund.Code.Text,
                fund.Name,
                Currency = fund.Currency.Code,
                Established = IsoText.Of(fund.Established),
                Closed = IsoText.Of(fund.Closed),
                fund.Authority,
                number,
            }));
        session.Connection.Execute("INSERT INTO donor (code, name, event) VALUES (@Code, @Name, @number)",
            added.Donors.Select(donor => new { Code = donor.Code.Text, donor.Name, number }));
        session.Connection.Execute("INSERT INTO setting (key, value, event) VALUES (@Key, @Value, @number)",
            added.Settings.Select(setting => new { setting.Key, setting.Value, number }));
    }
}
