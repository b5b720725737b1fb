namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Selects accounts: by code, by a range of codes, or by type. A range <c>41010..41090</c> takes in the
/// codes from its first to its last, both included, in the order of their characters.
/// </summary>
public sealed class AccountSelector
{
    private readonly IReadOnlyList<(string First, string Last)> _ranges;
    private readonly IReadOnlyList<AccountType> _types;

    /// <summary>Creates a selector.</summary>
    /// <param name="ranges">Codes and ranges; an account fits where it lies in any.</param>
    /// <param name="types">Types; an account fits where it has any of them.</param>
    /// <exception cref="FormatException">A range is no code and no <c>first..last</c>, or ends before it starts.</exception>
    public AccountSelector(IEnumerable<string> ranges, IEnumerable<AccountType> types)
    {
        _ranges = [.. ranges.Select(ParseRange)];
        _types = [.. types];
    }

    /// <summary>Whether an account is selected.</summary>
    public bool Selects(Account account) => _types.Contains(account.Type) || _ranges.Any(range => Lies(account.Code.Text, range));

    /// <summary>Whether every account of a type is selected.</summary>
    internal bool SelectsAll(AccountType type) => _types.Contains(type);

    private static bool Lies(string code, (string First, string Last) range) =>
        string.CompareOrdinal(code, range.First) >= 0 && string.CompareOrdinal(code, range.Last) <= 0;

    private static (string First, string Last) ParseRange(string text)
    {
        var ends = text.Split("..");
        if (ends.Length > 2 || ends.Any(end => Code<Account>.Fault(end) is not null) || string.CompareOrdinal(ends[0], ends[^1]) > 0)
        {
            throw new FormatException($"'{text}' is neither an account code nor a range first..last.");
        }

        return (ends[0], ends[^1]);
    }
}
