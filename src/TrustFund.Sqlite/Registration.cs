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
        var added = New(registered, masterData);
        var count = added.Chart.Count + added.Funds.Count + added.Donors.Count + added.Settings.Count;
        if (refusals.Count > 0 || count == 0)
        {
            return refusals;
        }

        return session.WithTriggers(true, () => Add(session, added, count, clock));
    }

    private static IReadOnlyList<Refusal> Add(Session session, MasterData added, int count, IClock clock)
    {
        Insert(session, added, EventWriter.Next(session));
        EventWriter.Write(session, new BooksEvent(BooksEventKind.Registration, Journal.ReadHead(session).Head, added), count, clock);
        return [];
    }

    /// <summary>The end of the chain of events.</summary>
    internal static (long Number, Sha256Hash Hash, Instant? Recorded) Last(Session session)
    {
        var last = session.Prepare("SELECT number, hash, recorded_seconds, recorded_nanoseconds FROM event ORDER BY number DESC LIMIT 1");
        if (!last.Step())
        {
            return (0, default, null);
        }

        var end = (last.Long(0), new Sha256Hash(last.Bytes(1)), Recorded.Of(last.Long(2), last.Long(3)));
        last.Reset();
        return end;
    }

    private static MasterData New(MasterData registered, MasterData added) => new(
        new ChartOfAccounts(added.Chart.Where(account => !registered.Chart.TryFind(account.Code, out _))),
        added.Funds.Where(fund => registered.FindFund(fund.Code) is null),
        added.Donors.Where(donor => registered.FindDonor(donor.Code) is null),
        added.Settings.Where(setting => !registered.Settings.ContainsKey(setting.Key)).ToDictionary());

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
