using System.Globalization;

namespace TrustFund.Interchange;

/// <summary>The names of accounts in a text ledger: of a root for each type, and no two accounts of one name.</summary>
internal sealed class AccountNames
{
    private readonly Dictionary<Code<Account>, string> _names = [];

    /// <summary>Names the accounts of a chart.</summary>
    /// <param name="chart">The accounts; where two would have one name, the later code has a number added.</param>
    /// <param name="name">The name below the root.</param>
    /// <param name="numbered">Adds a number to a name.</param>
    internal AccountNames(ChartOfAccounts chart, Func<Account, string> name, Func<string, string, string> numbered)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var account in chart)
        {
            var plain = $"{RootOf(account.Type)}:{name(account)}";
            var unique = plain;
            for (var number = 2; !taken.Add(unique); number++)
            {
                unique = numbered(plain, number.ToString(CultureInfo.InvariantCulture));
            }

            _names.Add(account.Code, unique);
        }
    }

    internal string this[Account account] => _names[account.Code];

    private static string RootOf(AccountType type) => type switch
    {
        AccountType.Asset => "Assets",
        AccountType.Liability => "Liabilities",
        AccountType.NetAssets => "Equity",
        AccountType.Revenue => "Income",
        _ => "Expenses",
    };
}
