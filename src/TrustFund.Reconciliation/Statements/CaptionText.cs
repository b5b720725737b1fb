using System.Text;
using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Captions as they are compared: case, white space, kinds of dashes and quotes, list marks, note markers
/// and a trailing colon make no difference.
/// </summary>
internal static partial class CaptionText
{
    internal static string Fold(string caption)
    {
        var plain = new StringBuilder(caption.Length);
        foreach (var character in NoteMarkers.Without(caption).Normalize(NormalizationForm.FormKC))
        {
            plain.Append(character switch
            {
                '‐' or '‑' or '‒' or '–' or '—' or '−' => '-',
                '‘' or '’' or '`' => '\'',
                '“' or '”' => '"',
                _ when char.IsWhiteSpace(character) => ' ',
                _ => char.ToLowerInvariant(character),
            });
        }

        var folded = Blanks().Replace(ListMarks().Replace(plain.ToString(), " "), " ").Trim();
        return folded.TrimEnd(':', ' ');
    }

    /// <summary>A folded caption with every year in it made the same, so that last year's caption is this year's.</summary>
    internal static string WithoutYears(string folded) => Years().Replace(folded, "#");

    /// <summary>White space folded to single spaces, nothing else changed.</summary>
    internal static string Folded(string text) => AnyBlanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Years();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex AnyBlanks();

    [GeneratedRegex(@"(^|(?<= ))[-•·*]+ ", RegexOptions.CultureInvariant)]
    private static partial Regex ListMarks();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
