namespace TrustFund.Interchange;

/// <summary>Which accounts of an extract belong to which line of a statement.</summary>
public sealed class AccountMapping
{
    /// <summary>The word for accounts that the statement does not present, such as assets in a fund status.</summary>
    public const string NotPresented = "-";

    private readonly IReadOnlyList<(string First, string Last, string Line)> _ranges;

    private AccountMapping(IReadOnlyList<(string First, string Last, string Line)> ranges, IReadOnlyList<ReadingProblem> problems) =>
        (_ranges, Problems) = (ranges, problems);

    /// <summary>What could not be read; where there is any, map nothing.</summary>
    public IReadOnlyList<ReadingProblem> Problems { get; }

    /// <summary>The lines that accounts are mapped to.</summary>
    public IEnumerable<string> Lines => _ranges.Select(range => range.Line).Distinct();

    /// <summary>Reads a mapping: CSV with the columns <c>accounts</c> (a code, or a range <c>41010..41090</c>) and <c>line</c>.</summary>
    /// <param name="path">The file.</param>
    public static AccountMapping Read(string path)
    {
        var problems = new List<ReadingProblem>();
        var ranges = new List<(string First, string Last, string Line)>();
        foreach (var row in CsvTable.Open(path, problems).Rows(new CsvColumns(["accounts", "line"], []).Check))
        {
            var ends = row["accounts"].Split("..");
            if (ends.Length > 2 || ends.Any(end => end.Length == 0) || string.CompareOrdinal(ends[0], ends[^1]) > 0)
            {
                row.Problem("accounts", $"'{Cells.Shown(row["accounts"])}'", "an account code, or a range first..last", "Write the lower code first.");
            }
            else if (row["line"].Length == 0)
            {
                row.Problem("line", "an empty cell", "the name of a line of the template, or -", "Write - for accounts that the statement does not present.");
            }
            else if (ranges.FirstOrDefault(range => Overlap(range, ends)) is { Line: { } line } other)
            {
                row.Problem("accounts", $"'{Cells.Shown(row["accounts"])}', which overlaps {other.First}..{other.Last} of line {line}", "each account once", "Make the ranges end where others begin.");
            }
            else
            {
                ranges.Add((ends[0], ends[^1], row["line"]));
            }
        }

        return new AccountMapping(ranges, problems);
    }

    /// <summary>Maps the rows of an extract.</summary>
    /// <param name="rows">The rows.</param>
    /// <returns>The rows with their lines, and those that the mapping has no line for.</returns>
    public (IReadOnlyList<MappedBalance> Mapped, IReadOnlyList<ExtractRow> Unmapped) Apply(IReadOnlyList<ExtractRow> rows)
    {
        var mapped = new List<MappedBalance>();
        var unmapped = new List<ExtractRow>();
        foreach (var row in rows)
        {
            if (_ranges.FirstOrDefault(range => Overlap(range, [row.Account])) is { Line: { } line })
            {
                mapped.Add(new MappedBalance(row, line));
            }
            else
            {
                unmapped.Add(row);
            }
        }

        return (mapped, unmapped);
    }

    private static bool Overlap((string First, string Last, string Line) range, string[] ends) =>
        string.CompareOrdinal(ends[0], range.Last) <= 0 && string.CompareOrdinal(ends[^1], range.First) >= 0;
}
