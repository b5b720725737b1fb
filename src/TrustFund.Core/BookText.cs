using System.Text;

namespace TrustFund;

/// <summary>
/// The rule for every text the books hold, so that what is hashed is what is stored and shown:
/// well-formed Unicode in composed form (NFC), no control characters.
/// </summary>
public static class BookText
{
    /// <summary>What keeps a text out of the books, in words; null where nothing does.</summary>
    internal static string? Fault(string text) => FaultOf(text) switch
    {
        BookTextFault.ControlCharacter => "it holds a control character",
        BookTextFault.HalfCharacter => "it holds half a character (an unpaired surrogate)",
        BookTextFault.NotComposed => "it is not in Unicode's composed form (NFC)",
        _ => null,
    };

    /// <summary>What keeps a text out of the books; of several faults the one that stands first.</summary>
    /// <param name="text">The text.</param>
    public static BookTextFault FaultOf(ReadOnlySpan<char> text)
    {
        // Nothing can be wrong with plain letters, and nearly all texts have no others.
        if (!text.ContainsAnyExceptInRange(' ', '~'))
        {
            return BookTextFault.None;
        }

        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsControl(text[index]))
            {
                return BookTextFault.ControlCharacter;
            }

            // Unicode reserves it against bytes in the wrong order; it has no composed form, and asking for one throws.
            if (text[index] == '\uFFFE')
            {
                return BookTextFault.NotComposed;
            }

            if (char.IsSurrogate(text[index]) && (++index == text.Length || !char.IsSurrogatePair(text[index - 1], text[index])))
            {
                return BookTextFault.HalfCharacter;
            }
        }

        return text.IsNormalized(NormalizationForm.FormC) ? BookTextFault.None : BookTextFault.NotComposed;
    }

    /// <summary>The text itself, where the books can hold it.</summary>
    /// <exception cref="FormatException">They cannot.</exception>
    internal static string Checked(string text, string what) =>
        Fault(text) is { } fault ? throw new FormatException($"The {what} '{text}' cannot be kept: {fault}.") : text;

    /// <summary>The same for a text that must say something.</summary>
    /// <exception cref="FormatException">It is blank or cannot be kept.</exception>
    internal static string Required(string text, string what) =>
        string.IsNullOrWhiteSpace(text) ? throw new FormatException($"The {what} is blank.") : Checked(text, what);

    /// <summary>The same for a text that may be left out; blank is left out.</summary>
    /// <exception cref="FormatException">It cannot be kept.</exception>
    internal static string? Optional(string? text, string what) =>
        string.IsNullOrWhiteSpace(text) ? null : Checked(text, what);
}
