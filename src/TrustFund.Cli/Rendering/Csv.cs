namespace TrustFund.Cli.Rendering;

/// <summary>Writes CSV: RFC 4180, LF line ends, UTF-8.</summary>
internal static class Csv
{
    internal static string Row(params IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\n";

    private static string Cell(string? text) =>
        text is null ? "" : text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
