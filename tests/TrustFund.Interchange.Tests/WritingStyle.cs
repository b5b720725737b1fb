namespace TrustFund.Interchange.Tests;

/// <summary>How a CSV file is written where the format leaves it open.</summary>
internal sealed record WritingStyle(string LineEnd, bool QuotesAll, bool RepeatsEntry, bool HasByteOrderMark, bool EndsLastLine)
{
    internal string File(string[] header, IEnumerable<string[]> rows)
    {
        var lines = rows.Prepend(header).Select(cells => string.Join(",", cells.Select(cell => Cell(SpreadsheetText.Defuse(cell)))));
        return (HasByteOrderMark ? "\uFEFF" : "") + string.Join(LineEnd, lines) + (EndsLastLine ? LineEnd : "");
    }

    private string Cell(string text) =>
        QuotesAll || text.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
