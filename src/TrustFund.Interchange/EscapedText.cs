using System.Globalization;
using System.Text;

namespace TrustFund.Interchange;

/// <summary>
/// Texts of events that books took before they refused them, and that a cell of CSV books cannot hold: control
/// characters, and letters where they are not composed, as <c>\u0009</c>; a backslash doubled; one alone for an
/// empty text, which is not the same as none.
/// </summary>
internal static class EscapedText
{
    private const string Nothing = @"\";

    private const int CodeLength = 6;

    internal static string Escape(string text)
    {
        if (text.Length == 0)
        {
            return Nothing;
        }

        // A blank cell would be read as none.
        var (isBlank, isPlain) = (string.IsNullOrWhiteSpace(text), BookText.FaultOf(text) is BookTextFault.None);
        var escaped = new StringBuilder();
        foreach (var character in text)
        {
            _ = character switch
            {
                '\\' => escaped.Append(@"\\"),
                _ when isBlank || char.IsControl(character) || (!isPlain && !char.IsAscii(character)) =>
                    escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }

    /// <summary>The text that <see cref="Escape"/> was given; null where a cell is not of its making.</summary>
    internal static string? Undo(ReadOnlySpan<char> cell)
    {
        if (cell.SequenceEqual(Nothing))
        {
            return "";
        }

        var text = new StringBuilder();
        while (cell.IndexOf('\\') is var next and >= 0)
        {
            text.Append(cell[..next]);
            cell = cell[next..];
            if (cell.StartsWith(@"\\"))
            {
                text.Append('\\');
                cell = cell[2..];
            }
            else if (cell.StartsWith(@"\u") && cell.Length >= CodeLength
                && ushort.TryParse(cell[2..CodeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                text.Append((char)code);
                cell = cell[CodeLength..];
            }
            else
            {
                return null;
            }
        }

        return text.Append(cell).ToString();
    }
}
