namespace TrustFund.Interchange;

/// <summary>
/// Text in a CSV file that a spreadsheet opens. A cell that begins with <c>=</c>, <c>+</c>, <c>-</c>,
/// <c>@</c>, a tab or a return (or <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c> of full width) would be run as
/// a formula: it is written with an apostrophe before it. So that this can be undone, a cell of
/// apostrophes and then one of those gets another one. Every other text is written as it is, so that
/// <c>'s-Hertogenbosch</c> stays what it was. Numbers of ours are not text and are left alone.
/// </summary>
public static class SpreadsheetText
{
    private const char Escape = '\'';

    private const string Dangerous = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>The text as it is written: it never begins with what starts a formula.</summary>
    /// <param name="text">Any text.</param>
    public static string Defuse(string text) => IsEscaped(text) || StartsFormula(text) ? Escape + text : text;

    /// <summary>The text that <see cref="Defuse"/> was given.</summary>
    /// <param name="cell">A cell as it is written.</param>
    public static ReadOnlySpan<char> Undo(ReadOnlySpan<char> cell) => IsEscaped(cell) ? cell[1..] : cell;

    /// <summary>A cell of a CSV file that holds a text: defused, and in quotes where RFC 4180 wants them.</summary>
    /// <param name="text">Any text; null for an empty cell.</param>
    public static string Cell(string? text)
    {
        var cell = Defuse(text ?? "");
        return cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }

    private static bool IsEscaped(ReadOnlySpan<char> text) =>
        text.Length > 1 && text[0] == Escape && StartsFormula(text.TrimStart(Escape));

    private static bool StartsFormula(ReadOnlySpan<char> text) =>
        text.Length > 0 && Dangerous.Contains(text[0], StringComparison.Ordinal);
}
