namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Tables with a pipe between their cells and none around their rows: <c>Travel|5|264,840|644,166</c>. Every line of one has as
/// many pipes, so that a pipe at the end of a line leaves its last cell empty, and one at the beginning its first.
/// </summary>
internal static class OpenPipes
{
    private const int FewestLines = 3;

    /// <summary>How many pipes stand in each line of such tables; none where the document has no such table.</summary>
    /// <param name="lines">The lines of the document.</param>
    internal static HashSet<int> In(IReadOnlyList<string> lines)
    {
        var table = lines.Where(line => line.Contains('|', StringComparison.Ordinal)).ToList();
        if (table.Count < FewestLines || table.Count(line => line.AsSpan().TrimStart()[0] == '|') * 2 > table.Count)
        {
            return [];
        }

        var usual = table.CountBy(Count).Where(pair => pair.Value >= FewestLines).ToList();
        return usual.Sum(pair => pair.Value) * 10 >= table.Count * 9 ? [.. usual.Select(pair => pair.Key)] : [];
    }

    /// <summary>Whether two pipes together are an empty cell: others of as many stand apart.</summary>
    internal static bool HasEmptyCells(IReadOnlyList<string> lines) =>
        In(lines) is { Count: > 0 } pipes && lines.Any(line => IsRow(line, pipes) && !line.Contains("||", StringComparison.Ordinal));

    /// <summary>Whether a line is a row of such a table.</summary>
    internal static bool IsRow(string line, IReadOnlySet<int>? pipes) => pipes is { Count: > 0 } && pipes.Contains(Count(line));

    private static int Count(string line) => line.AsSpan().Count('|');
}
