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

    /// <summary>Inserts the items of an event, which is inserted after them.</summary>
    internal static void Insert(Session session, MasterData added, long number)
    {
        foreach (var account in added.Chart)
        {
            session.Prepare("INSERT INTO account (code, name, type, opened, closed, event) VALUES (?, ?, ?, ?, ?, ?)")
                .Bind(account.Code.Text).Bind(account.Name).Bind((long)account.Type)
                .Bind(IsoText.Of(account.Opened)).Bind(IsoText.Of(account.Closed)).Bind(number).Execute();
        }

        foreach (var fund in added.Funds)
        {
            session.Prepare("INSERT INTO fund (code, name, currency, established, closed, authority, event) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .Bind(fund.Code.Text).Bind(fund.Name).Bind(fund.Currency.Code)
                .Bind(IsoText.Of(fund.Established)).Bind(IsoText.Of(fund.Closed)).Bind(fund.Authority).Bind(number).Execute();
        }

        foreach (var donor in added.Donors)
        {
            session.Prepare("INSERT INTO donor (code, name, event) VALUES (?, ?, ?)")
                .Bind(donor.Code.Text).Bind(donor.Name).Bind(number).Execute();
        }

        foreach (var (key, value) in added.Settings)
        {
            session.Prepare("INSERT INTO setting (key, value, event) VALUES (?, ?, ?)").Bind(key).Bind(value).Bind(number).Execute();
        }
    }
}
