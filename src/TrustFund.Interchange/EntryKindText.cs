namespace TrustFund.Interchange;

/// <summary>The words for the kinds of entries.</summary>
internal static class EntryKindText
{
    private static readonly (string Word, EntryKind Kind)[] Kinds =
    [
        ("opening", EntryKind.Opening),
        ("ordinary", EntryKind.Ordinary),
        ("adjusting", EntryKind.Adjusting),
        ("reversal", EntryKind.Reversal),
        ("restatement", EntryKind.Restatement),
        ("closing", EntryKind.Closing),
    ];

    internal static IEnumerable<string> Words => Kinds.Select(pair => pair.Word);

    internal static string Of(EntryKind kind) => Array.Find(Kinds, pair => pair.Kind == kind).Word;

    internal static bool TryRead(ReadOnlySpan<char> text, out EntryKind kind)
    {
        foreach (var (word, named) in Kinds)
        {
            if (text.SequenceEqual(word))
            {
                kind = named;
                return true;
            }
        }

        kind = default;
        return false;
    }
}
