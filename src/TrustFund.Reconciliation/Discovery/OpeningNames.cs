using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// The names of opening balances, without the day and the words that say so. Of accumulated surplus, 1 January, the line
/// accumulated surplus further down is what is left at the end.
/// </summary>
internal sealed class OpeningNames
{
    private const int Shortest = 4;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Whether a line goes by the name of an opening balance above, and says neither beginning nor end.</summary>
    /// <param name="caption">What the line is called; an opening balance is taken up.</param>
    internal bool Closes(string caption)
    {
        if (!AccountingWords.Says(caption, WordKind.Opening))
        {
            return _names.Count > 0 && _names.Contains(NameOf(caption));
        }

        if (NameOf(caption) is { Length: >= Shortest } name)
        {
            _names.Add(name);
        }

        return false;
    }

    // Up to the first sign, figure or month, without the words of an opening before or behind it, and without the short words, in any
    // language, that lead to what was cut off.
    private static string NameOf(string caption)
    {
        var words = CaptionText.Fold(caption.Split(',', '(', '/', '-', '–', '—', ':')[0]).Split(' ')
            .TakeWhile(word => !char.IsAsciiDigit(word.FirstOrDefault()) && !AccountingWords.Says(word, WordKind.FirstMonth) && !AccountingWords.Says(word, WordKind.LaterMonth)).ToList();
        var name = (Enumerable.Range(0, words.Count).LastOrDefault(start => SaysOpening(words[start..]), -1) switch
        {
            -1 => words,
            0 => words[Enumerable.Range(1, words.Count).First(end => SaysOpening(words[..end]))..],
            var start => words[..start],
        }).AsEnumerable().Reverse().SkipWhile(word => word.Length < Shortest).Reverse().ToList();
        return name.Count > 1 || name.Exists(word => AccountingWords.Says(word, WordKind.Net)) ? string.Join(' ', name) : "";
    }

    private static bool SaysOpening(List<string> words) => AccountingWords.Says(string.Join(' ', words), WordKind.Opening);
}
