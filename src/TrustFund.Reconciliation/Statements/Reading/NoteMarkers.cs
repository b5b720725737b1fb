using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>The marks that tie a caption or figure to a note: <c>^a</c>, <c>ᵃ</c>, <c>*</c>, <c>1/</c>, <c>(a)</c>, <c>[^a]</c>.</summary>
internal static partial class NoteMarkers
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("^*/)]ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖ¹²³⁴⁵⁶⁷⁸⁹⁰");

    /// <summary>Takes the markers off a text; what is left keeps its own white space inside.</summary>
    internal static string Take(string text, List<string> markers)
    {
        if (!MayHold(text))
        {
            return text.Trim();
        }

        foreach (Match match in Marker().Matches(text))
        {
            markers.Add(Plain(match));
        }

        return Marker().Replace(text, "").Trim();
    }

    /// <summary>The text without markers.</summary>
    internal static string Without(string text) => MayHold(text) ? Marker().Replace(text, "") : text;

    /// <summary>The marker that a note begins with; null where the line begins with none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isApart">
    /// Whether the line stands apart from the table. In the midst of a table <c>(a)</c> or <c>a/</c> numbers an item.
    /// </param>
    internal static (string Marker, int Length)? AtStart(string line, bool isApart)
    {
        var match = NoteStart().Match(line);
        match = match.Success || !isApart ? match : ApartStart().Match(line);
        return match.Success ? (Plain(match), match.Length) : null;
    }

    // Most texts have nothing that a marker is made of: one of these signs, a letter before groups of thousands (R6,256, a revised amount), or a letter
    // after a digit at the end, a blank between them perhaps.
    private static bool MayHold(string text)
    {
        var end = text.AsSpan().TrimEnd('\n');
        return end.ContainsAny(Signs) || (end.Length > 5 && char.IsAsciiLetter(end[0]) && char.IsAsciiDigit(end[1]) && end.Contains(',')) || (end.Length > 1 && char.IsAsciiLetterLower(end[^1]) && (char.IsAsciiDigit(end[^2]) || (end[^2] == ' ' && end.Length > 2 && char.IsAsciiDigit(end[^3]))));
    }

    private static string Plain(Match match) => match.Groups["marker"].Value.Normalize(NormalizationForm.FormKC);

    [GeneratedRegex(
        @"\[\^(?<marker>[A-Za-z0-9]{1,3})\]|\^\(?(?<marker>[a-z0-9]{1,2}|[A-Z][A-Za-z0-9]?(?![A-Z]))\)?(?=\s|$|[)\]A-Z,;])"
        + @"|^(?<marker>[A-Za-z])(?=[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$)"
        + @"|(?<![ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖ¹²³⁴⁵⁶⁷⁸⁹⁰])(?<marker>[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖ¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})(?=\s|$|[)\]A-Z,;])"
        + @"|(?<!\*)(?<marker>\*{1,4})(?=\s|$|[)\]A-Z,;])"
        + @"|(?:^|(?<=[\p{L}\s)]))(?<marker>[0-9]{1,2}/)(?=\s|$)|(?<=\S\s)(?<marker>[a-z]/)(?=\s|$)|(?<=\S\s?)\((?<marker>[a-z])\)$"
        + @"|(?<marker>[a-z])$(?<=^[^\p{L}]*[0-9][a-z])|(?<=^[^\p{L}]*(?:[.,][0-9]+|[0-9]{3})\)?) (?<marker>[a-h])$"
        + @"|(?<=[0-9])\[(?<marker>[a-z]{1,3})\]",
        RegexOptions.CultureInvariant)]
    private static partial Regex Marker();

    [GeneratedRegex(
        @"^\s*(?:\[\^(?<marker>[A-Za-z0-9]{1,3})\]:?|\^\(?(?<marker>[A-Za-z0-9]{1,2})\)?|(?<marker>[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖ¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})|(?<marker>\*{1,4})(?![*])|(?<marker>[0-9]{1,2}/))\s*(?=[^\s|])",
        RegexOptions.CultureInvariant)]
    private static partial Regex NoteStart();

    [GeneratedRegex(
        @"^\s*(?:(?<marker>[a-z]/)\s|\((?<marker>[a-z])\)\s|(?<marker>[a-z])\s{2})\s*(?=\S)",
        RegexOptions.CultureInvariant)]
    private static partial Regex ApartStart();
}
