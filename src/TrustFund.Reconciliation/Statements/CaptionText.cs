using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Captions as they are compared: case, white space, kinds of dashes and quotes, list marks, note markers
/// and a trailing colon make no difference.
/// </summary>
internal static partial class CaptionText
{
    // What items of a list begin with; see the pattern below.
    private static readonly SearchValues<char> Marks = SearchValues.Create("-•·*");

    internal static string Fold(string caption)
    {
        // U+FFFE is no character, and has no compatible form to ask for.
        var normal = NoteMarkers.Without(caption.Replace('\uFFFE', ' ')).Normalize(NormalizationForm.FormKC);
        var folded = string.Create(normal.Length, normal, static (plain, text) =>
        {
            for (var at = 0; at < plain.Length; at++)
            {
                plain[at] = Plain(text[at]);
            }
        });
        folded = folded.AsSpan().ContainsAny(Marks) ? ListMarks().Replace(folded, " ") : folded;
        folded = folded.Contains("  ", StringComparison.Ordinal) ? Blanks().Replace(folded, " ") : folded;
        return folded.Trim().TrimEnd(':', ' ');
    }

    private static char Plain(char character) => character switch
    {
        '‐' or '‑' or '‒' or '–' or '—' or '−' => '-',
        '‘' or '’' or '`' => '\'',
        '“' or '”' => '"',
        _ when char.IsWhiteSpace(character) => ' ',
        _ => char.ToLowerInvariant(character),
    };

    /// <summary>A folded caption with every year in it made the same, so that last year's caption is this year's.</summary>
    internal static string WithoutYears(string folded) => Years().Replace(folded, "#");

    /// <summary>White space folded to single spaces, nothing else changed.</summary>
    internal static string Folded(string text) => IsFolded(text) ? text : AnyBlanks().Replace(text, " ").Trim();

    private static bool IsFolded(string text)
    {
        var wasBlank = true;
        foreach (var character in text)
        {
            var isBlank = char.IsWhiteSpace(character);
            if (isBlank && (wasBlank || character != ' '))
            {
                return false;
            }

            wasBlank = isBlank;
        }

        return !wasBlank || text.Length == 0;
    }

    [GeneratedRegex(@"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Years();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex AnyBlanks();

    [GeneratedRegex(@"(^|(?<= ))[-•·*]+ ", RegexOptions.CultureInvariant)]
    private static partial Regex ListMarks();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
