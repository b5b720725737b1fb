using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>The words of the trade that a reader knows; everything else of a document is its own.</summary>
internal static partial class ReadingWords
{
    private static readonly (string Words, string Currency)[] Currencies =
    [
        ("united states dollar", "USD"), ("us dollar", "USD"), ("us$", "USD"), ("$us", "USD"), ("$ us", "USD"), ("usd", "USD"),
        ("euro", "EUR"), ("eur", "EUR"), ("€", "EUR"), ("pounds", "GBP"), ("£", "GBP"), ("gbp", "GBP"),
        ("swiss franc", "CHF"), ("chf", "CHF"), ("yen", "JPY"), ("jpy", "JPY"), ("nz$", "NZD"), ("a$", "AUD"), ("₹", "INR"),
    ];

    private static readonly (string Word, decimal Unit)[] Scales =
    [
        ("trillion", 1_000_000_000_000), ("billion", 1_000_000_000), ("million", 1_000_000), ("thousand", 1000), ("'000", 1000), ("crore", 10_000_000), ("lakh", 100_000),
    ];

    private static readonly string[] Abbreviations =
        ["st", "mr", "mrs", "ms", "dr", "no", "nos", "para", "paras", "art", "vol", "cf", "approx", "resp", "incl", "vs", "corr", "rev", "add"];

    private static readonly string[] BeforeAmounts =
        ["of", "at", "to", "by", "was", "were", "is", "are", "and", "or", "from", "than", "totalling", "totaling", "amounting"];

    private static readonly string[] BeforeNumbers = ["paragraph", "article", "annex", "table", "chapter", "section", "part", "phase", "note", "no.", "decision", "resolution", "schedule", "option", "appendix", "statement"];

    /// <summary>
    /// Currency and unit, where the text is or ends in a parenthesis that states one of them; null elsewhere.
    /// A bare dollar sign states a unit, not whose dollars.
    /// </summary>
    internal static (string? Currency, decimal Unit)? UnitIn(string text)
    {
        var folded = CaptionText.Fold(text);
        var parenthesis = Parenthesis().Match(folded);
        if (!parenthesis.Success)
        {
            return null;
        }

        var words = parenthesis.Groups["words"].Value;
        var currency = CurrencyIn(words);
        var unit = Scales.FirstOrDefault(pair => words.Contains(pair.Word, StringComparison.Ordinal)).Unit;
        return currency is not null || unit > 0 || words == "$" ? (currency, unit > 0 ? unit : 1) : null;
    }

    /// <summary>What one unit of a column is worth by its heading (<c>2020 $'000</c>, <c>US$ million</c>, <c>€m</c>); 1 where that says nothing.</summary>
    internal static decimal UnitOfColumn(string heading)
    {
        var folded = CaptionText.Fold(heading);
        return UnitIn(heading)?.Unit ?? (folded.EndsWith("'000", StringComparison.Ordinal) || folded.EndsWith("'000s", StringComparison.Ordinal) ? 1000
            : ScaleAtEnd().Match(folded) is { Success: true } scale ? Scales.Last(pair => pair.Word[0] == scale.Groups["scale"].Value[0]).Unit : 1);
    }

    /// <summary>The currency that a sign, code or name speaks of; null for a bare dollar sign and other words.</summary>
    internal static string? CurrencyIn(string words)
    {
        var folded = words.ToLowerInvariant();
        return Currencies.FirstOrDefault(pair => folded.Contains(pair.Words, StringComparison.Ordinal)).Currency;
    }

    /// <summary>What a word after an amount multiplies it by: a million; 1 for another word.</summary>
    internal static decimal ScaleOf(string word) =>
        Scales.FirstOrDefault(pair => pair.Word.Equals(word, StringComparison.OrdinalIgnoreCase)) is { Unit: > 0 } pair ? pair.Unit : 1;

    /// <summary>Whether a full stop after the word ends no sentence.</summary>
    internal static bool IsAbbreviation(string word) => Abbreviations.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a sentence leads to an amount with the last of these words: <c>in the amount of</c>.</summary>
    internal static bool IsBeforeAmount(string text) =>
        BeforeAmounts.Contains(text[(text.LastIndexOf(' ') + 1)..], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a number after the last of these words is that of a part of a text: <c>paragraph</c> 4.</summary>
    internal static bool IsNumbered(string text) =>
        BeforeNumbers.Contains(text[(text.LastIndexOf(' ') + 1)..], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether an amount in parentheses after these words is a deficit (<c>a deficit of ($5)</c>). Right after
    /// a name the parentheses only set it off: <c>Peru ($5)</c>.
    /// </summary>
    internal static bool LeadToDeficit(string before)
    {
        var text = before.TrimEnd();
        return text.Length == 0 || ",;:".Contains(text[^1], StringComparison.Ordinal) || IsBeforeAmount(text);
    }

    /// <summary>A name as it stands in a list, without the conjunction and the article before it.</summary>
    internal static string WithoutLead(string name) => Lead().Replace(name, "");

    [GeneratedRegex(@"[(\[](?<words>[^()\[\]]+)[)\]]$", RegexOptions.CultureInvariant)]
    private static partial Regex Parenthesis();

    // A currency, and what is counted in it.
    [GeneratedRegex(@"(?:[$€£]|\b(?:[a-z]{3}|dollars?|euros?|pounds|francs))\s?(?:in )?(?<scale>(?:thousand|million|billion)s?|(?<=[$€£]\s?)(?:bn?|mn?))$", RegexOptions.CultureInvariant)]
    private static partial Regex ScaleAtEnd();

    [GeneratedRegex(@"^(?:(?:and|et|y)\s+)?(?:the\s+)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Lead();
}
