using NodaTime;
using NodaTime.Text;

namespace TrustFund.Storage;

/// <summary>How master data is added to what is registered; every store asks here.</summary>
public static class MasterDataRules
{
    /// <summary>Adds master data; what is there with the same contents stays.</summary>
    /// <param name="registered">What is registered.</param>
    /// <param name="added">What is to be added.</param>
    /// <returns>Both together, and what stands in both with different contents.</returns>
    public static (MasterData Merged, IReadOnlyList<Refusal> Refusals) Merge(MasterData registered, MasterData added)
    {
        var refusals = new List<Refusal>();
        var accounts = Merge("account", registered.Chart, added.Chart, account => account.Code.Text, refusals,
            account => [("name", account.Name), ("type", account.Type), ("first day", account.Opened), ("last day", account.Closed)]);
        var funds = Merge("fund", registered.Funds, added.Funds, fund => fund.Code.Text, refusals,
            fund => [("name", fund.Name), ("currency", fund.Currency), ("first day", fund.Established), ("last day", fund.Closed), ("authority", fund.Authority)]);
        var donors = Merge("donor", registered.Donors, added.Donors, donor => donor.Code.Text, refusals, donor => [("name", donor.Name)]);
        var settings = Merge("setting", registered.Settings, added.Settings, setting => setting.Key, refusals, setting => [("value", setting.Value)]);
        return (new MasterData(new ChartOfAccounts(accounts), funds, donors, settings.ToDictionary()), refusals);
    }

    /// <summary>What is added by its code or key to what is registered.</summary>
    /// <param name="registered">What is registered.</param>
    /// <param name="added">What is to be added, of which nothing differs.</param>
    public static MasterData New(MasterData registered, MasterData added) => new(
        new ChartOfAccounts(added.Chart.Where(account => !registered.Chart.TryFind(account.Code, out _))),
        added.Funds.Where(fund => registered.FindFund(fund.Code) is null),
        added.Donors.Where(donor => registered.FindDonor(donor.Code) is null),
        added.Settings.Where(setting => !registered.Settings.ContainsKey(setting.Key)).ToDictionary());

    private static IEnumerable<TItem> Merge<TItem>(
        string noun, IEnumerable<TItem> registered, IEnumerable<TItem> added, Func<TItem, string> key, List<Refusal> refusals,
        Func<TItem, IReadOnlyList<(string Name, object? Value)>> members)
    {
        var all = registered.ToDictionary(key, StringComparer.Ordinal);
        foreach (var item in added)
        {
            if (!all.TryAdd(key(item), item) && !Equals(all[key(item)], item))
            {
                var differing = members(all[key(item)]).Zip(members(item)).Where(pair => !Equals(pair.First.Value, pair.Second.Value))
                    .Select(pair => $"its {pair.First.Name} is {Shown(pair.First.Value)}, not {Shown(pair.Second.Value)}");
                refusals.Add(new Refusal(RefusalReason.MasterDataDiffers, key(item),
                    $"The {noun} {key(item)} is registered already with other contents: {string.Join("; ", differing)}."));
            }
        }

        return all.Values;
    }

    private static string Shown(object? value) => value switch
    {
        null => "none",
        LocalDate date => LocalDatePattern.Iso.Format(date),
        AccountType.NetAssets => "net assets",
        AccountType type => type.ToString().ToLowerInvariant(),
        _ => value.ToString()!,
    };
}
