using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>Finds the amounts that a sentence states, each under the name before it.</summary>
internal static partial class NoteReader
{
    /// <summary>An amount in a sentence: the name before it, the characters and where they begin.</summary>
    internal readonly record struct Stated(string Name, string Printed, int Index);

    /// <summary>The marker that a note begins with; null where the line is no note.</summary>
    internal static (string Marker, int Length)? MarkerAt(string line)
    {
        var match = NoteStart().Match(line);
        return match.Success
            ? (match.Groups["marker"].Value.Normalize(System.Text.NormalizationForm.FormKC), match.Length)
            : null;
    }

    internal static IEnumerable<Stated> Amounts(string text)
    {
        var from = 0;
        foreach (Match match in Amount().Matches(text))
        {
            yield return new Stated(NameIn(text[from..match.Index]), match.Groups["amount"].Value, match.Groups["amount"].Index);
            from = match.Index + match.Length;
        }
    }

    private static string NameIn(string before)
    {
        var name = before[(before.LastIndexOfAny([':', ';']) + 1)..];
        name = Conjunction().Replace(name.Trim(' ', ',', ';', '\u00A0'), "");
        return Article().Replace(name, "").Trim(' ', ',');
    }

    [GeneratedRegex(@"^\s*(?:\^\(?(?<marker>[A-Za-z0-9]{1,2})\)?|(?<marker>[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖ¹²³⁴⁵⁶⁷⁸⁹⁰]+)|(?<marker>\*+)|(?<marker>[a-z0-9]{1,2})/|\((?<marker>[a-z])\))\s+(?=\S)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoteStart();

    // A currency sign makes a number an amount; without one only separated thousands do.
    [GeneratedRegex(
        @"(?<amount>[-−(]\s?(?:US|A|C|NZ)?\s?\\?[$€£]\s?\d{1,3}(?:,\d{3})*(?:\.\d+)?\)?)|(?:(?:US|A|C|NZ)?\s?\\?[$€£]\s?|\b(?:USD|EUR|GBP|CHF)\s)(?<amount>\(?-?\d{1,3}(?:(?<s>[, \u00A0\u2009\u202F])\d{3})(?:\k<s>\d{3})*(?:\.\d+)?\)?|\(?-?\d+(?:\.\d+)?\)?)|(?<![\d.,/-])(?<amount>\d{1,3}(?:,\d{3})+(?:\.\d+)?)(?![\d/-])",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^(?:and|et|y)\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Conjunction();

    [GeneratedRegex(@"^the\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Article();
}
