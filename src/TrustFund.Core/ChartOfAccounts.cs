using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TrustFund;

/// <summary>The accounts of a set of books, in order of their codes, each code once. Immutable.</summary>
public sealed class ChartOfAccounts : IReadOnlyCollection<Account>
{
    private readonly Dictionary<Code<Account>, Account> _byCode = [];
    private readonly Account[] _accounts;

    /// <summary>Creates a chart.</summary>
    /// <param name="accounts">The accounts, in any order.</param>
    /// <exception cref="ArgumentException">A code stands twice.</exception>
    public ChartOfAccounts(IEnumerable<Account> accounts)
    {
        foreach (var account in accounts)
        {
            if (!_byCode.TryAdd(account.Code, account))
            {
                throw new ArgumentException($"Account {account.Code} stands twice in the chart.", nameof(accounts));
            }
        }

        _accounts = [.. _byCode.Values.OrderBy(account => account.Code)];
    }

    /// <summary>How many accounts it has.</summary>
    public int Count => _accounts.Length;

    /// <summary>The account of a code.</summary>
    /// <exception cref="KeyNotFoundException">The chart has none of that code.</exception>
    public Account this[Code<Account> code] =>
        TryFind(code, out var account) ? account : throw new KeyNotFoundException($"The chart has no account {code}.");

    /// <summary>Finds the account of a code; false where the chart has none.</summary>
    /// <param name="code">The code.</param>
    /// <param name="account">The account found.</param>
    public bool TryFind(Code<Account> code, [NotNullWhen(true)] out Account? account) =>
        _byCode.TryGetValue(code, out account);

    /// <summary>The accounts in order of their codes.</summary>
    public IEnumerator<Account> GetEnumerator() => _accounts.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
