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

    // A word of fewer letters is a name: A, AB.
    private const int ShortestMarked = 4;

    // FY98 is 1998.
    private const int FirstOfLastCentury = 50;

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
    internal static string YearsOn(string name, int years) => AnyYear().Replace(name, match => match.Groups["short"].Success
        ? Short(FirstOf(match) + years)
        : (FirstOf(match) + years).ToString(CultureInfo.InvariantCulture) + match.Groups["dash"].Value + (IsPair(match) ? Short(FirstOf(match) + years + 1) : match.Groups["next"].Value));

    /// <summary>The latest year that a text names, 1900 to 2099; 0 where it names none.</summary>
    internal static int LatestYear(string text) => AnyYear().Matches(text).Select(match => FirstOf(match) + (IsPair(match) ? 1 : 0)).DefaultIfEmpty().Max();

    private static int FirstOf(Match match) => match.Groups["year"] is { Success: true, ValueSpan: var year } ? int.Parse(year, CultureInfo.InvariantCulture)
        : int.Parse(match.Groups["short"].ValueSpan, CultureInfo.InvariantCulture) is var two && two >= FirstOfLastCentury ? 1900 + two : 2000 + two;

    // 2016-17 are two years, 2016-12 is a month.
    private static bool IsPair(Match match) => match.Groups["next"] is { Success: true, Value: var next } && next == Short(FirstOf(match) + 1);

    private static string Short(int year) => (year % 100).ToString("00", CultureInfo.InvariantCulture);

    /// <summary>
    /// Whether two folded captions are the same but for a sign behind one of them, or for what is written together with
    /// its last word: the marker of a note, or the s of a plural. Fund A is not Fund AB, nor Phase I Phase II.
    /// </summary>
    /// <param name="one">A caption.</param>
    /// <param name="other">Another.</param>
    /// <param name="marks">The markers of the notes that there are.</param>
    internal static bool IsAlikeButForMark(string one, string other, IReadOnlySet<string> marks)
    {
        var (shorter, longer) = (one.TrimEnd(Signs), other.TrimEnd(Signs));
        (shorter, longer) = shorter.Length <= longer.Length ? (shorter, longer) : (longer, shorter);
        if (shorter == longer)
        {
            return shorter.Length > 0;
        }

        var word = longer[(longer.LastIndexOf(' ') + 1)..];
        var isTogether = word.Length >= ShortestMarked && (longer[^1] == 's' || marks.Contains(longer[^1..])) && !char.IsDigit(word[^2]) && !Roman().IsMatch(word);
        return isTogether && LettersAndDigits(shorter) == LettersAndDigits(longer[..^1]);
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

    [GeneratedRegex(@"(?<![0-9])(?<year>(?:19|20)[0-9]{2})(?![0-9])(?:(?<dash>[/–-])(?<next>[0-9]{2})(?![0-9]|-[0-9]{2}))?|(?<=\bFY ?)(?<short>[0-9]{2})(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AnyYear();

    [GeneratedRegex("^[ivxlcdm]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Roman();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex AnyBlanks();

    [GeneratedRegex(@"(^|(?<= ))[-•·*]+ ", RegexOptions.CultureInvariant)]
    private static partial Regex ListMarks();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
