namespace TrustFund.Interchange;

/// <summary>The types of accounts as hledger writes and guesses them.</summary>
internal static class HledgerTypes
{
    private static readonly (string Letter, string Word, AccountType Type)[] Types =
    [
        ("A", "asset", AccountType.Asset),
        ("L", "liability", AccountType.Liability),
        ("E", "equity", AccountType.NetAssets),
        ("R", "revenue", AccountType.Revenue),
        ("X", "expense", AccountType.Expense),
        ("C", "cash", AccountType.Asset),
        ("V", "conversion", AccountType.NetAssets),
    ];

    // hledger's own guesses from English names.
    private static readonly (string Name, AccountType Type)[] Roots =
    [
        ("asset", AccountType.Asset),
        ("assets", AccountType.Asset),
        ("debt", AccountType.Liability),
        ("debts", AccountType.Liability),
        ("liability", AccountType.Liability),
        ("liabilities", AccountType.Liability),
        ("equity", AccountType.NetAssets),
        ("income", AccountType.Revenue),
        ("incomes", AccountType.Revenue),
        ("revenue", AccountType.Revenue),
        ("revenues", AccountType.Revenue),
        ("expense", AccountType.Expense),
        ("expenses", AccountType.Expense),
    ];

    internal static string Of(AccountType type) => Array.Find(Types, one => one.Type == type).Letter;

    /// <summary>The type that a tag names; null where it is none.</summary>
    internal static AccountType? Read(string text) => Array.FindIndex(Types, one =>
        one.Letter.Equals(text, StringComparison.OrdinalIgnoreCase) || one.Word.Equals(text, StringComparison.OrdinalIgnoreCase)) is var index and >= 0
            ? Types[index].Type
            : null;

    /// <summary>The type that an account's name tells in English; null where it tells none.</summary>
    internal static AccountType? OfName(string account)
    {
        var root = account.Split(':')[0];
        return Array.FindIndex(Roots, one => one.Name.Equals(root, StringComparison.OrdinalIgnoreCase)) is var index and >= 0
            ? Roots[index].Type
            : null;
    }
}
