using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace TrustFund.Interchange;

/// <summary>
/// Makes an entry of its rows. Where a row cannot be read, only what is wrong with the row is reported:
/// not that the entry, without it, does not balance.
/// </summary>
internal sealed class EntryAssembler(
    Register<Account> accounts, Register<Fund> funds, Register<Donor> donors, List<ReadingProblem> problems)
{
    private readonly PostingReader _postings = new(accounts, funds, donors);
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    // What was said of an entry as a whole: taken back where more rows of it follow elsewhere.
    private readonly Dictionary<string, ReadingProblem> _faults = new(StringComparer.Ordinal);

    internal JournalEntry? Assemble(EntryRows entry)
    {
        var first = entry.Rows[0];
        if (!_lines.TryAdd(entry.Id, first.Line))
        {
            if (_faults.Remove(entry.Id, out var fault))
            {
                problems.Remove(fault);
            }

            first.Problem("entry", JournalComplaints.EntryTwice, Cells.Shown(entry.Id),
                _lines[entry.Id].ToString(CultureInfo.InvariantCulture));
            _ = entry.Rows.Select(_postings.Read).Count(posting => posting is null);
            return null;
        }

        var header = entry.HasFirst ? EntryHeader.Read(entry.Rows) : null;
        var postings = entry.Rows.Select(_postings.Read).ToList();
        if (header is null)
        {
            return null;
        }

        var areOpen = entry.Rows.Zip(postings, (row, posting) => posting is null || IsOpen(row, posting, header.Date))
            .ToList().TrueForAll(isOpen => isOpen);
        return areOpen && entry.AreAll && !postings.Contains(null) && Holds(first, entry.Id, postings!)
            ? header.ToEntry(postings!)
            : null;
    }

    private bool Holds(CsvRow first, string id, IReadOnlyList<Posting> postings)
    {
        if (postings.Count == 1)
        {
            return Fault(first, id, JournalComplaints.OnePosting, Cells.Shown(id));
        }

        // Added up in decimals, which hold any sum of a file; money is of 64 bits.
        var differences = postings
            .GroupBy(posting => posting.Fund)
            .Select(group => (Fund: group.Key, Difference: group.Sum(posting => posting.Amount.Amount)))
            .Where(pair => pair.Difference != 0)
            .Select(pair => InWords(pair.Fund, pair.Difference))
            .ToList();
        return differences.Count == 0
            || Fault(first, id, JournalComplaints.Unbalanced, Cells.Shown(id), string.Join("; ", differences));
    }

    private static string InWords(Fund fund, decimal difference)
    {
        var digits = "F" + fund.Currency.MinorDigits.ToString(CultureInfo.InvariantCulture);
        var amount = $"{Math.Abs(difference).ToString(digits, CultureInfo.InvariantCulture)} {fund.Currency}";
        return difference > 0
            ? $"in fund {fund.Code} debits exceed credits by {amount}"
            : $"in fund {fund.Code} credits exceed debits by {amount}";
    }

    private bool Fault(CsvRow row, string id, Complaint complaint, params string[] particulars)
    {
        if (row.Problem("entry", complaint, particulars) is { } problem)
        {
            _faults[id] = problem;
        }

        return false;
    }

    private static bool IsOpen(CsvRow row, Posting posting, LocalDate date)
    {
        var (account, fund) = (posting.Account, posting.Fund);
        return (account.IsOpenOn(date) || NotOpen("account", account.Code.Text, account.Opened, account.Closed, "accounts.csv"))
            & (fund.IsOpenOn(date) || NotOpen("fund", fund.Code.Text, fund.Established, fund.Closed, "funds.csv"));

        bool NotOpen(string noun, string code, LocalDate? first, LocalDate? last, string file)
        {
            var from = first is { } day ? $"from {LocalDatePattern.Iso.Format(day)}" : null;
            var through = last is { } end ? $"through {LocalDatePattern.Iso.Format(end)}" : null;
            row.Problem(noun, JournalComplaints.NotOpen, LocalDatePattern.Iso.Format(date), noun, code,
                string.Join(" ", new[] { from, through }.Where(part => part is not null)), file);
            return false;
        }
    }
}
