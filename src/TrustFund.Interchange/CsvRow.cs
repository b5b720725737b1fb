using NodaTime;
using NodaTime.Text;

namespace TrustFund.Interchange;

/// <summary>
/// A row of a CSV file and the line it begins on. Its cells are parts of one text of its own, so a row
/// may be kept; one that is given back to its table is filled again, and nothing is allocated for it.
/// </summary>
internal sealed class CsvRow(CsvTable table)
{
    private char[] _text = [];
    private int[] _ends = [];

    internal CsvTable Table { get; } = table;

    internal int Line { get; private set; }

    /// <summary>What is wrong with the row, reported already.</summary>
    internal CsvRowFault Fault { get; set; }

    /// <summary>How many cells it has.</summary>
    internal int Count { get; private set; }

    /// <summary>The text of all cells, one behind the other.</summary>
    internal ReadOnlySpan<char> Everything => Count == 0 ? default : _text.AsSpan(0, _ends[Count - 1]);

    internal bool IsBlank => Everything.IsWhiteSpace();

    /// <summary>The cell of a column without white space at its ends: a code, a date, an amount, a word. Empty where there is none.</summary>
    internal string this[string column] => Cell(At(column)).ToString();

    /// <summary>The position of a column from 0; -1 where there is none of that name.</summary>
    internal int At(string column) => Table.IndexOf(column);

    /// <summary>The cell at a position without white space at its ends; empty where there is none.</summary>
    internal ReadOnlySpan<char> Cell(int column) => Text(column).Trim();

    /// <summary>The cell at a position as it was before it was written; empty where there is none.</summary>
    internal ReadOnlySpan<char> Text(int column) =>
        column >= 0 && column < Count ? SpreadsheetText.Undo(Raw(column)) : default;

    /// <summary>The cell at a position; null where it is blank or there is none.</summary>
    internal string? OptionalText(int column) => Text(column) is var text && text.IsWhiteSpace() ? null : text.ToString();

    /// <summary>The cell at a position as it stands in the file.</summary>
    internal ReadOnlySpan<char> Raw(int column) =>
        _text.AsSpan((column == 0 ? 0 : _ends[column - 1])..(_ends[column]));

    /// <summary>The instant of the column <c>recorded</c>; null where it says none, which is reported.</summary>
    internal Instant? Recorded()
    {
        if (InstantPattern.ExtendedIso.Parse(this["recorded"]) is { Success: true } recorded)
        {
            return recorded.Value;
        }

        Problem("recorded", JournalComplaints.NotAnInstant, Cells.Shown(this["recorded"]));
        return null;
    }

    /// <summary>The SHA-256 of a column; null where it says none, which is reported as the complaint says.</summary>
    internal Sha256Hash? Hash(string column, Complaint complaint)
    {
        if (Sha256Text.IsHash(this[column]))
        {
            return Sha256Hash.Parse(this[column]);
        }

        Problem(column, complaint, Cells.Shown(this[column]));
        return null;
    }

    internal ReadingProblem? Problem(string column, Complaint complaint, params string[] particulars) =>
        Problem(At(column), complaint, particulars);

    internal ReadingProblem? Problem(int column, Complaint complaint, params string[] particulars) =>
        Table.Problem(new TextPlace(Line, Math.Max(column, 0) + 1), complaint, particulars);

    /// <summary>Empties the row.</summary>
    /// <param name="line">The line it begins on.</param>
    /// <param name="cells">How many cells it will have.</param>
    /// <param name="length">How many characters at most.</param>
    internal void Begin(int line, int cells, int length)
    {
        (Line, Fault, Count) = (line, CsvRowFault.None, 0);
        _ends = _ends.Length < cells ? new int[cells] : _ends;
        _text = _text.Length < length ? new char[length] : _text;
    }

    internal void Add(ReadOnlySpan<char> cell)
    {
        var start = Count == 0 ? 0 : _ends[Count - 1];
        cell.CopyTo(_text.AsSpan(start));
        _ends[Count++] = start + cell.Length;
    }
}
