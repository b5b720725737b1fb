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
        var accounts = Merge("account", registered.Chart, added.Chart, account => account.Code.Text, refusals);
        var funds = Merge("fund", registered.Funds, added.Funds, fund => fund.Code.Text, refusals);
        var donors = Merge("donor", registered.Donors, added.Donors, donor => donor.Code.Text, refusals);
        var settings = Merge("setting", registered.Settings, added.Settings, setting => setting.Key, refusals);
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
        string noun, IEnumerable<TItem> registered, IEnumerable<TItem> added, Func<TItem, string> key, List<Refusal> refusals)
    {
        var all = registered.ToDictionary(key, StringComparer.Ordinal);
        foreach (var item in added)
        {
            if (!all.TryAdd(key(item), item) && !Equals(all[key(item)], item))
            {
                refusals.Add(new Refusal(RefusalReason.MasterDataDiffers, key(item),
                    $"The {noun} {key(item)} is registered already with other contents: {all[key(item)]}, not {item}."));
            }
        }

        return all.Values;
    }
}
