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

    // Up to the first sign, figure or word that says when.
    private static string NameOf(string caption)
    {
        var words = CaptionText.Fold(caption.Split(',', '(', '/', '-', '–', '—', ':')[0]).Split(' ')
            .TakeWhile(word => !char.IsAsciiDigit(word.FirstOrDefault()) && word is not ("at" or "as" or "on") && !AccountingWords.Says(word, WordKind.FirstMonth) && !AccountingWords.Says(word, WordKind.LaterMonth))
            .SkipWhile(word => AccountingWords.Says(word, WordKind.Opening));
        var name = words.TakeWhile(word => !AccountingWords.Says(word, WordKind.Opening)).ToList();
        return name.Exists(word => AccountingWords.Says(word, WordKind.Net) || AccountingWords.Says(word, WordKind.Opening)) || name.Count > 1 ? string.Join(' ', name) : "";
    }
}
