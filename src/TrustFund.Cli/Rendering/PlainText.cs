using System.Text;

namespace TrustFund.Cli.Rendering;

/// <summary>
/// Writes text on as it is, but for control characters, which documents and books may hold and a terminal would obey: each becomes a
/// blank, so that columns stay where they are. Tabs and line ends stay.
/// </summary>
internal sealed class PlainText(TextWriter output) : TextWriter(output.FormatProvider)
{
    /// <inheritdoc/>
    public override Encoding Encoding => output.Encoding;

    /// <summary>The same of a text.</summary>
    internal static string Of(string text) => text.Any(IsObeyed) ? string.Concat(text.Select(Shown)) : text;

    /// <inheritdoc/>
    public override void Write(char value) => output.Write(Shown(value));

    /// <inheritdoc/>
    public override void Write(string? value) => output.Write(Of(value ?? ""));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    private static char Shown(char character) => IsObeyed(character) ? ' ' : character;

    private static bool IsObeyed(char character) => char.IsControl(character) && character is not ('\t' or '\n' or '\r');
}
