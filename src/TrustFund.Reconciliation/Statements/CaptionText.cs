using System.Buffers;
using System.Globalization;
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

    private static readonly char[] Signs = [' ', '+', '-', '='];

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

    /// <summary>A name with every year in it so many years on: 2016–2017 becomes 2018–2019, FY17 becomes FY19.</summary>
    internal static string YearsOn(string name, int years) => AnyYear().Replace(name, match =>
        (int.Parse(match.ValueSpan, CultureInfo.InvariantCulture) + years) is var year && match.Length == 2
            ? (((year % 100) + 100) % 100).ToString("00", CultureInfo.InvariantCulture)
            : year.ToString(CultureInfo.InvariantCulture));

    /// <summary>The latest year that a text names, 1900 to 2099; 0 where it names none.</summary>
    internal static int LatestYear(string text) => AnyYear().Matches(text)
        .Select(match => int.Parse(match.ValueSpan, CultureInfo.InvariantCulture) + (match.Length == 2 ? 2000 : 0)).DefaultIfEmpty().Max();

    /// <summary>
    /// Whether two folded captions are the same but for a sign behind one of them, or a last letter or digit that is
    /// written together with it: the marker of a note, or the s of a plural.
    /// </summary>
    internal static bool IsAlikeButForMark(string one, string other)
    {
        var (shorter, longer) = (one.TrimEnd(Signs), other.TrimEnd(Signs));
        (shorter, longer) = shorter.Length <= longer.Length ? (shorter, longer) : (longer, shorter);
        if (shorter == longer)
        {
            return shorter.Length > 0;
        }

        var isTogether = longer.Length > 1 && char.IsLetterOrDigit(longer[^1]) && longer[^2] != ' ' && !char.IsDigit(longer[^2]);
        return isTogether && shorter.Length > 1 && LettersAndDigits(shorter) == LettersAndDigits(longer[..^1]);
    }

    private static string LettersAndDigits(string text) => string.Concat(text.Where(character => char.IsLetterOrDigit(character) || character == ' ')).Trim();

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

    [GeneratedRegex(@"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|(?<=\bFY ?|(?<![0-9])(?:19|20)[0-9]{2}[/–-])[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AnyYear();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex AnyBlanks();

    [GeneratedRegex(@"(^|(?<= ))[-•·*]+ ", RegexOptions.CultureInvariant)]
    private static partial Regex ListMarks();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
