using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>Reads currency and unit from a heading such as <c>(thousands of United States dollars)</c>.</summary>
internal static partial class Units
{
    private static readonly (string Words, string Currency)[] Currencies =
    [
        ("united states dollar", "USD"), ("us dollar", "USD"), ("us$", "USD"), ("usd", "USD"), ("euro", "EUR"), ("eur", "EUR"), ("€", "EUR"),
        ("pounds", "GBP"), ("£", "GBP"), ("gbp", "GBP"), ("swiss franc", "CHF"), ("chf", "CHF"), ("yen", "JPY"),
        ("nz$", "NZD"), ("a$", "AUD"),
    ];

    /// <summary>Currency and unit, where the text is or ends in a parenthesis that states a currency; null elsewhere.</summary>
    internal static (string Currency, decimal Unit)? In(string text)
    {
        var folded = CaptionText.Fold(text);
        var parenthesis = Parenthesis().Match(folded);
        var words = parenthesis.Success ? parenthesis.Groups["words"].Value : "";
        var currency = Currencies.FirstOrDefault(pair => words.Contains(pair.Words, StringComparison.Ordinal)).Currency;
        return currency is null ? null : (currency, UnitIn(words));
    }

    private static decimal UnitIn(string words) =>
        words.Contains("billion", StringComparison.Ordinal) ? 1_000_000_000
        : words.Contains("million", StringComparison.Ordinal) ? 1_000_000
        : words.Contains("thousand", StringComparison.Ordinal) || words.Contains("000", StringComparison.Ordinal) ? 1000
        : 1;

    [GeneratedRegex(@"\((?<words>[^()]+)\)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parenthesis();
}
