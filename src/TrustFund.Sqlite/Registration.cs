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
        var (last, hash, before) = Last(session);
        var number = last + 1;
        Insert(session, added, number);
        var now = clock.GetCurrentInstant();
        var recorded = before is { } earlier ? Instant.Max(now, earlier) : now;
        var after = Journal.ReadHead(session).Head;
        var link = CanonicalEncoding.Link(
            hash, number, recorded, CanonicalEncoding.Encode(new BooksEvent(BooksEventKind.Registration, after, added)));
        var (seconds, nanoseconds) = Recorded.Split(recorded);
        session.Prepare("INSERT INTO event (number, kind, after, item_count, recorded_seconds, recorded_nanoseconds, hash) VALUES (?, 1, ?, ?, ?, ?, ?)")
            .Bind(number).Bind(after.Sequence).Bind(count).Bind(seconds).Bind(nanoseconds).Bind(link.ToByteArray()).Execute();
        session.ForgetTables();
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
