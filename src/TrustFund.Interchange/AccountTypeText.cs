namespace TrustFund.Interchange;

/// <summary>The words for the types of accounts.</summary>
internal static class AccountTypeText
{
    private static readonly (string Word, AccountType Type)[] Types =
    [
        ("asset", AccountType.Asset),
        ("liability", AccountType.Liability),
        ("net assets", AccountType.NetAssets),
        ("revenue", AccountType.Revenue),
        ("expense", AccountType.Expense),
    ];

    internal static IEnumerable<string> Words => Types.Select(pair => pair.Word);

    internal static string Of(AccountType type) => Array.Find(Types, pair => pair.Type == type).Word;

    internal static AccountType? Read(string word) =>
        Array.FindIndex(Types, pair => pair.Word == word) is var index and >= 0 ? Types[index].Type : null;
}
