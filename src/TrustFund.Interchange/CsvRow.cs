namespace TrustFund.Interchange;

/// <summary>A row of a CSV file and the line it begins on.</summary>
internal sealed class CsvRow(CsvTable table, int line, string[] cells, CsvRowFault fault)
{
    internal int Line { get; } = line;

    internal CsvTable Table { get; } = table;

    /// <summary>What is wrong with the row, reported already.</summary>
    internal CsvRowFault Fault { get; } = fault;

    /// <summary>The cell of a column without white space at its ends: a code, a date, an amount, a word. Empty where there is none.</summary>
    internal string this[string column] => Text(column).Trim();

    /// <summary>The cell of a column as it stands; empty where there is none.</summary>
    internal string Text(string column) => Table.IndexOf(column) is var index and >= 0 && index < cells.Length ? cells[index] : "";

    /// <summary>The cell of a column as it stands; null where it is blank or there is none.</summary>
    internal string? OptionalText(string column) => Text(column) is var text && string.IsNullOrWhiteSpace(text) ? null : text;

    internal ReadingProblem? Problem(string column, Complaint complaint, params string[] particulars) =>
        Table.Problem(new TextPlace(Line, Math.Max(Table.IndexOf(column), 0) + 1), complaint, particulars);
}
