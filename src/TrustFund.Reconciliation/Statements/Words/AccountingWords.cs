using System.Text.Json;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// The words of accounts, by what they say, in every language of <c>words.json</c>. A statement's own names
/// are none of them.
/// </summary>
internal static class AccountingWords
{
    private static readonly Dictionary<WordKind, string[]> Phrases = Load();

    /// <summary>Whether a caption names a total of other lines.</summary>
    internal static bool IsTotal(string caption) => Says(caption, WordKind.Total);

    /// <summary>Whether a heading says that its column counts what the amounts beside it pay for.</summary>
    internal static bool IsCount(string heading) => Phrases[WordKind.Count].Contains(CaptionText.Fold(heading), StringComparer.Ordinal);

    /// <summary>Whether a heading is that of a column of references: it is such a word and nothing else.</summary>
    internal static bool IsReference(string heading) => Phrases[WordKind.Reference].Contains(CaptionText.Fold(heading), StringComparer.Ordinal);

    /// <summary>Whether a cell says that its amount is not known yet: it is such words and nothing else.</summary>
    internal static bool IsPending(string cell) => Phrases[WordKind.Pending].Contains(CaptionText.Fold(cell).Trim('(', ')', '[', ']'), StringComparer.Ordinal);

    /// <summary>Whether a caption holds words of a kind, whole and in this order.</summary>
    internal static bool Says(string caption, WordKind kind)
    {
        var folded = CaptionText.Fold(caption);
        return Array.Exists(Phrases[kind], phrase => Holds(folded, phrase));
    }

    /// <summary>Whether a caption begins with words of a kind, after a dash, bullet or parenthesis.</summary>
    internal static bool Begins(string caption, WordKind kind)
    {
        var folded = CaptionText.Fold(caption);
        var start = folded.AsSpan().IndexOfAnyExcept(" -–—−•*·(\t");
        return start >= 0 && Array.Exists(Phrases[kind], phrase => folded.AsSpan(start).StartsWith(phrase, StringComparison.Ordinal)
            && (folded.Length == start + phrase.Length || !char.IsLetterOrDigit(folded[start + phrase.Length])));
    }

    /// <summary>Whether the last word of a caption is one of a kind.</summary>
    internal static bool Ends(string caption, WordKind kind)
    {
        var folded = CaptionText.Fold(caption);
        return Phrases[kind].Contains(folded[(folded.LastIndexOf(' ') + 1)..], StringComparer.Ordinal);
    }

    private static bool Holds(string text, string phrase)
    {
        for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            var end = at + phrase.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(phrase[0])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<WordKind, string[]> Load()
    {
        using var stream = typeof(AccountingWords).Assembly.GetManifestResourceStream("words.json")!;
        using var file = JsonDocument.Parse(stream);
        return Enum.GetValues<WordKind>().ToDictionary(kind => kind, kind => file.RootElement.EnumerateObject()
            .Where(language => language.Value.ValueKind == JsonValueKind.Object)
            .SelectMany(language => language.Value.TryGetProperty(Name(kind), out var words) ? words.EnumerateArray().Select(word => word.GetString()!) : [])
            .Distinct(StringComparer.Ordinal).ToArray());
    }

    private static string Name(WordKind kind)
    {
        var name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
