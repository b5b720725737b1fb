namespace TrustFund.Practice;

/// <summary>The net-assets account that takes a fund's result, or why there is none.</summary>
public sealed record ClosingAccount
{
    private const string Key = "closing-account";

    private ClosingAccount(Account? account, string? fault, string? setting = null) => (Account, Fault, Setting) = (account, fault, setting);

    /// <summary>The account; null where it cannot be told.</summary>
    public Account? Account { get; }

    /// <summary>Why it cannot be told; null where it can.</summary>
    public string? Fault { get; }

    /// <summary>The setting that names no net-assets account and so is at fault; null where none is.</summary>
    public string? Setting { get; }

    /// <summary>
    /// The account that the setting <c>closing-account.CODE</c> of the fund or <c>closing-account</c> of
    /// the books names; without one, the only net-assets account that the fund posts to.
    /// </summary>
    /// <param name="settings">The settings of the books.</param>
    /// <param name="chart">The chart of accounts.</param>
    /// <param name="fund">The fund.</param>
    /// <param name="balances">The balances at the end of the year.</param>
    public static ClosingAccount Of(
        IReadOnlyDictionary<string, string> settings, ChartOfAccounts chart, Fund fund, TrialBalance balances)
    {
        foreach (var key in new[] { $"{Key}.{fund.Code}", Key })
        {
            if (settings.TryGetValue(key, out var code))
            {
                return chart.FirstOrDefault(account => account.Code.Text == code) is { Type: AccountType.NetAssets } named
                    ? new ClosingAccount(named, null)
                    : new ClosingAccount(null, $"The setting {key} names '{code}', which is no net-assets account of the chart.", key);
            }
        }

        var posted = balances.Rows.Where(row => row.Fund.Code == fund.Code && row.Account.Type == AccountType.NetAssets)
            .Select(row => row.Account).Distinct().ToList();
        return posted.Count switch
        {
            1 => new ClosingAccount(posted[0], null),
            0 when chart.Where(account => account.Type == AccountType.NetAssets).ToList() is [var only] => new ClosingAccount(only, null),
            0 => new ClosingAccount(null, $"Fund {fund.Code} posts to no net-assets account, and none is set."),
            _ => new ClosingAccount(null, $"Fund {fund.Code} posts to {posted.Count} net-assets accounts ({string.Join(", ", posted.Select(account => account.Code))}), and none is set."),
        };
    }
}
