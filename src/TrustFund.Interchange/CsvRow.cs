namespace TrustFund.Interchange;

/// <summary>A row of a CSV file and the line it begins on.</summary>
internal sealed class CsvRow(CsvTable table, int line, string[] fields)
{
    internal int Line { get; } = line;

    internal CsvTable Table { get; } = table;

    /// <summary>The cell of a column, trimmed; empty where the file has no such column.</summary>
    internal string this[string column] => Index(column) is var index and >= 0 ? fields[index].Trim() : "";

    internal string? Optional(string column) => this[column] is { Length: > 0 } text ? text : null;

    internal void Problem(string column, string found, string expected, string remedy) =>
        Table.Problem(Line, Math.Max(Index(column), 0) + 1, found, expected, remedy);

    private int Index(string column)
    {
        for (var index = 0; index < Table.Header.Count; index++)
        {
            if (string.Equals(Table.Header[index], column, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return -1;
    }
}
