namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Lines ruled off as ledger programs do, by signs of box drawing or by a doubled bar, in the plain signs that other tables
/// have. Every character keeps its place. Takes time in proportion to the lines.
/// </summary>
internal static class BoxRules
{
    private const char FirstSign = '\u2500';
    private const char LastSign = '\u257F';

    internal static IReadOnlyList<string> InPlainSigns(IReadOnlyList<string> lines) =>
        lines.Any(IsRuled) && !OpenPipes.HasEmptyCells(lines) ? [.. lines.Select(line => IsRuled(line) ? Plain(line) : line)] : lines;

    private static bool IsRuled(string line) => line.AsSpan().ContainsAnyInRange(FirstSign, LastSign) || IsDoubled(line);

    // Two bars together and no other; between pipes they are an empty cell.
    private static bool IsDoubled(string line) => line.Contains("||", StringComparison.Ordinal) && line.AsSpan().Count('|') == 2;

    private static string Plain(string line) => IsDoubled(line)
        ? line.Replace('|', ' ')
        : string.Create(line.Length, line, (plain, text) =>
        {
            for (var at = 0; at < text.Length; at++)
            {
                plain[at] = text[at] switch
                {
                    '│' or '┃' or '║' => '|',
                    >= FirstSign and <= LastSign => '-',
                    var other => other,
                };
            }
        });
}
