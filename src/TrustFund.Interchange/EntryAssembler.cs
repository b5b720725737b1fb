using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace TrustFund.Interchange;

/// <summary>
/// Makes an entry of its rows. Where a row cannot be read, only what is wrong with the row is reported:
/// not that the entry, without it, does not balance.
/// </summary>
internal sealed class EntryAssembler(
    JournalColumns columns, Register<Account> accounts, Register<Fund> funds, Register<Donor> donors, NumberedTexts firstLines)
{
    private readonly PostingReader _reader = new(columns, accounts, funds, donors);
    private readonly TextPool _texts = new();
    private readonly List<Posting?> _postings = [];
    private readonly List<CsvRow> _postingRows = [];

    // What was said of an entry as a whole: taken back where more rows of it follow elsewhere.
    private readonly Dictionary<string, ReadingProblem> _faults = new(StringComparer.Ordinal);

    internal JournalEntry? Assemble(EntryRows entry)
    {
        var rows = entry.Rows;
        if (!firstLines.TryAdd(entry.Id, rows[0].Line, out var firstLine))
        {
            if (_faults.Remove(entry.Id, out var fault))
            {
                rows[0].Table.Problems.TakeBack(fault);
            }

            rows[0].Problem(columns.Entry, JournalComplaints.EntryTwice, Cells.Shown(entry.Id),
                firstLine.ToString(CultureInfo.InvariantCulture));
            ReadPostings(rows);
            return null;
        }

        var header = entry.HasFirst ? EntryHeader.Read(rows, columns, _texts) : null;
        var areRead = ReadPostings(rows);
        return header is not null && AreOpen(header.Date) && entry.AreAll && areRead && Holds(rows[0], entry.Id) && IsRestated(rows[0], header)
            ? header.ToEntry(_postings!)
            : null;
    }

    private bool IsRestated(CsvRow first, EntryHeader header)
    {
        if (header.Details.Nature is not { } nature || JournalEntry.RestatementFault(nature, _postings!) is not { } fault)
        {
            return true;
        }

        first.Problem(columns.Nature, JournalComplaints.RestatesOtherwise, fault);
        return false;
    }

    private bool ReadPostings(List<CsvRow> rows)
    {
        _postings.Clear();
        var faults = 0;
        _postingRows.Clear();
        foreach (var row in rows)
        {
            // A row that names a voucher and posts nothing is for the vouchers that outnumber the postings.
            if (row.Fault == CsvRowFault.None && _reader.IsVoucherAlone(row))
            {
                continue;
            }

            var posting = _reader.Read(row);
            faults += posting is null ? 1 : 0;
            _postings.Add(posting);
            _postingRows.Add(row);
        }

        return faults == 0;
    }

    private bool AreOpen(LocalDate date)
    {
        var faults = 0;
        for (var index = 0; index < _postings.Count; index++)
        {
            faults += _postings[index] is { } posting && !IsOpen(_postingRows[index], posting, date) ? 1 : 0;
        }

        return faults == 0;
    }

    private bool Holds(CsvRow first, string id)
    {
        if (_postings.Count < 2)
        {
            return Fault(first, id, JournalComplaints.OnePosting, Cells.Shown(id));
        }

        if (FundDifference.AreNone(_postings!))
        {
            return true;
        }

        // Added up in decimals, which hold any sum of a file; money is of 64 bits.
        var differences = _postings
            .GroupBy(posting => posting!.Fund)
            .Select(group => (Fund: group.Key, Difference: group.Sum(posting => posting!.Amount.Amount)))
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
        if (row.Problem(columns.Entry, complaint, particulars) is { } problem)
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
