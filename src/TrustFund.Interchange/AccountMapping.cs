using System.Globalization;

namespace TrustFund.Interchange;

/// <summary>
/// Which accounts of an extract belong to which line of a statement. No account can belong to two.
/// </summary>
public sealed class AccountMapping
{
    /// <summary>The word for accounts that the statement does not present, such as assets in a fund status.</summary>
    public const string NotPresented = "-";

    private readonly IReadOnlyList<(AccountRange Accounts, string Line)> _ranges;

    private AccountMapping(IReadOnlyList<(AccountRange Accounts, string Line)> ranges, IReadOnlyList<ReadingProblem> problems) =>
        (_ranges, Problems) = (ranges, problems);

    /// <summary>What could not be read; where there is any, map nothing.</summary>
    public IReadOnlyList<ReadingProblem> Problems { get; }

    /// <summary>The lines that accounts are mapped to.</summary>
    public IEnumerable<string> Lines => _ranges.Select(range => range.Line).Distinct();

    /// <summary>
    /// Reads a mapping: CSV with the columns <c>accounts</c> and <c>line</c>. A cell of accounts is a code,
    /// or a range <c>41010..41090</c>, both ends included: between two numbers it takes in the codes that
    /// are numbers, by value; between two codes of one length with letters, the codes of that length
    /// with letters, by their characters.
    /// </summary>
    /// <param name="path">The file: CSV with comma, semicolon or tab, UTF-8, a header row.</param>
    /// <exception cref="IOException">Reading failed in the middle of the file.</exception>
    public static AccountMapping Read(string path)
    {
        var ranges = new List<(AccountRange Accounts, string Line, int Row)>();
        var table = new CsvTable(path, delimiter: null);
        foreach (var row in table.Rows(CsvColumns.Mapping.Check))
        {
            if (row.Fault != CsvRowFault.None)
            {
                continue;
            }

            var (accounts, line) = (AccountRange.Of(row["accounts"], out var complaint), row["line"]);
            if (line.Length == 0)
            {
                row.Problem("line", MappingComplaints.NoLine);
            }

            if (accounts is null)
            {
                row.Problem("accounts", complaint!, Cells.Shown(row["accounts"]));
            }
            else if (ranges.FirstOrDefault(range => range.Accounts.Overlaps(accounts)) is { Accounts: { } other } earlier)
            {
                var isSame = other.ToString() == accounts.ToString();
                string[] particulars = isSame ? [Number(earlier.Row)] : [Cells.Shown(other.ToString()), Number(earlier.Row)];
                row.Problem("accounts", isSame ? MappingComplaints.Twice : MappingComplaints.Overlap,
                    [Cells.Shown(accounts.ToString()), .. particulars]);
            }
            else if (line.Length > 0)
            {
                ranges.Add((accounts, line, row.Line));
            }
        }

        return new AccountMapping([.. ranges.Select(range => (range.Accounts, range.Line))], table.Problems.InOrder());
    }

    /// <summary>Maps the rows of an extract.</summary>
    /// <param name="rows">The rows: of one fund, where their balances are to be added up.</param>
    /// <returns>The rows with their lines, and the accounts that the mapping has no line for.</returns>
    public MappedBalances Apply(IReadOnlyList<ExtractRow> rows)
    {
        var mapped = new List<MappedBalance>();
        var unmapped = new List<ExtractRow>();
        foreach (var row in rows)
        {
            if (_ranges.FirstOrDefault(range => range.Accounts.Contains(row.Account)) is { Line: { } line })
            {
                mapped.Add(new MappedBalance(row, line));
            }
            else
            {
                unmapped.Add(row);
            }
        }

        return new MappedBalances(mapped.AsReadOnly(), [.. unmapped
            .GroupBy(row => (row.Account, row.Fund))
            .Select(group => group.First() with { Donor = null, Balance = group.Sum(row => row.Balance) })]);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
