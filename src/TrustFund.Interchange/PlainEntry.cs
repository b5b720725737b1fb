using System.Runtime.CompilerServices;

namespace TrustFund.Interchange;

/// <summary>
/// An entry that is being read from bytes: its day, kind and postings as numbers, where all of its rows
/// are of the plain form and hold what an entry must. Any doubt makes it one that is read more closely;
/// it never makes a message.
/// </summary>
internal sealed class PlainEntry
{
    private const int MostInArray = 1 << 20;

    private readonly JournalColumns _columns;
    private readonly PlainCodes<Account> _accounts;
    private readonly PlainCodes<Fund> _funds;
    private readonly PlainCodes<Donor> _donors;
    private readonly (long From, long Through)[] _accountDays;
    private readonly FundTally[] _tallies;
    private readonly PostingLog _log;
    // Places by account, fund and donor, plus one: in an array, which is looked up in far less time, where it is not too long.
    private readonly int[] _fewPlaces;
    private readonly Dictionary<long, int> _places = [];
    private readonly int[] _empty;
    private readonly int[] _texts;
    private readonly int[] _codes;
    private readonly int[] _whole;
    private readonly List<int> _fundsMet = [];
    private readonly List<(int Place, long MinorUnits)> _postings = [];
    private long _day;
    private EntryKind _kind;

    internal PlainEntry(JournalColumns columns, PlainCodes<Account> accounts, PlainCodes<Fund> funds, PlainCodes<Donor> donors, PostingLog log)
    {
        (_columns, _accounts, _funds, _donors, _log) = (columns, accounts, funds, donors, log);
        _accountDays = [.. accounts.Items.Select(account => Days(account.Opened, account.Closed))];
        _tallies = [.. funds.Items.Select(fund => new FundTally(fund, Days(fund.Established, fund.Closed)))];
        var count = (Int128)accounts.Items.Length * funds.Items.Length * (donors.Items.Length + 1);
        _fewPlaces = new int[count <= MostInArray ? (int)count : 0];
        _empty = [.. Present([
            columns.Period, columns.Restates, columns.Nature, columns.Judgement, columns.Reverses, columns.Voucher, columns.VoucherHash,
            .. columns.Transaction.Select(column => column.At)])];
        _texts = [.. Present([columns.Reference, columns.PreparedBy, columns.ApprovedBy, columns.Authority])];
        _codes = [.. Present([columns.Agreement, columns.Project, columns.Counterparty])];
        _whole = [.. columns.WholeEntry.Select(column => column.At)];
    }

    /// <summary>Takes the first row; false where it has to be read more closely.</summary>
    internal bool Begin(ReadOnlySpan<byte> bytes, PlainRow row)
    {
        _postings.Clear();
        foreach (var fund in _fundsMet)
        {
            _tallies[fund].Sum = 0;
        }

        _fundsMet.Clear();
        _day = PlainCell.Day(row.Cell(bytes, _columns.Date));
        var kind = PlainCell.Kind(row.Cell(bytes, _columns.Kind));
        _kind = kind.GetValueOrDefault();
        foreach (var column in _texts)
        {
            if (row.HasText(column) && !PlainCell.IsText(row.Cell(bytes, column)))
            {
                return false;
            }
        }

        return _day >= 0 && kind is not null
            && PlainCell.IsCode(row.Cell(bytes, _columns.Entry))
            && PlainCell.IsText(row.Cell(bytes, _columns.Description))
            && (!row.HasText(_columns.DocumentDate) || PlainCell.Day(row.Cell(bytes, _columns.DocumentDate)) >= 0);
    }

    /// <summary>Whether a later row says nothing else of the entry as a whole than the first one.</summary>
    internal bool Agrees(ReadOnlySpan<byte> bytes, PlainRow first, PlainRow row)
    {
        foreach (var column in _whole)
        {
            if (row.HasText(column) && !row.Cell(bytes, column).SequenceEqual(first.Cell(bytes, column)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes the posting of a row; false where it has to be read more closely.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool Post(ReadOnlySpan<byte> bytes, PlainRow row)
    {
        var account = _accounts.PlaceOf(row.Cell(bytes, _columns.Account));
        var fund = _funds.PlaceOf(row.Cell(bytes, _columns.Fund));
        var donor = row.HasText(_columns.Donor) ? _donors.PlaceOf(row.Cell(bytes, _columns.Donor)) : _donors.Items.Length;
        if (account < 0 || fund < 0 || donor < 0 || !IsPlainBeside(bytes, row))
        {
            return false;
        }

        ref var tally = ref _tallies[fund];
        var days = _accountDays[account];
        var isDebit = row.HasText(_columns.Debit);
        if (_day < days.From || _day > days.Through || _day < tally.From || _day > tally.Through
            || isDebit == row.HasText(_columns.Credit)
            || !row.Cell(bytes, _columns.Currency).SequenceEqual(tally.Currency))
        {
            return false;
        }

        var minorUnits = PlainCell.MinorUnits(row.Cell(bytes, isDebit ? _columns.Debit : _columns.Credit), tally.MinorDigits);
        if (minorUnits <= 0)
        {
            return false;
        }

        minorUnits = isDebit ? minorUnits : -minorUnits;
        _fundsMet.Add(fund);
        tally.Sum += minorUnits;
        _postings.Add((PlaceOf(account, fund, donor), minorUnits));
        return true;
    }

    /// <summary>Writes the entry down; false where it does not balance, and nothing is written.</summary>
    internal bool Write()
    {
        foreach (var fund in _fundsMet)
        {
            if (_tallies[fund].Sum != 0)
            {
                return false;
            }
        }

        if (_postings.Count < 2)
        {
            return false;
        }

        _log.AddEntry(_day, _kind, _postings.Count);
        foreach (var (place, minorUnits) in _postings)
        {
            _log.AddPosting(place, minorUnits);
        }

        return true;
    }

    private bool IsPlainBeside(ReadOnlySpan<byte> bytes, PlainRow row)
    {
        foreach (var column in _empty)
        {
            if (row.HasText(column))
            {
                return false;
            }
        }

        foreach (var column in _codes)
        {
            if (!PlainCell.IsCodeOrEmpty(row.Cell(bytes, column)))
            {
                return false;
            }
        }

        return !row.HasText(_columns.DueDate) || PlainCell.Day(row.Cell(bytes, _columns.DueDate)) >= 0;
    }

    private int PlaceOf(int account, int fund, int donor)
    {
        var key = ((((long)account * _tallies.Length) + fund) * (_donors.Items.Length + 1L)) + donor;
        if (_fewPlaces.Length == 0)
        {
            return _places.TryGetValue(key, out var place) ? place : _places[key] = NewPlace(account, fund, donor);
        }

        ref var held = ref _fewPlaces[key];
        held = held > 0 ? held : NewPlace(account, fund, donor) + 1;
        return held - 1;
    }

    private int NewPlace(int account, int fund, int donor) => _log.PlaceOf(new PostingKey(
        _accounts.Items[account], _funds.Items[fund], donor == _donors.Items.Length ? null : _donors.Items[donor]));

    private static IEnumerable<int> Present(int[] columns) => columns.Where(column => column >= 0);

    private static (long From, long Through) Days(NodaTime.LocalDate? from, NodaTime.LocalDate? through) =>
        (from is { } first ? PostingLog.DayOf(first) : long.MinValue, through is { } last ? PostingLog.DayOf(last) : long.MaxValue);

    private struct FundTally(Fund fund, (long From, long Through) days)
    {
        internal readonly long From = days.From;
        internal readonly long Through = days.Through;
        internal readonly int MinorDigits = fund.Currency.MinorDigits;
        internal readonly byte[] Currency = System.Text.Encoding.ASCII.GetBytes(fund.Currency.Code);
        internal long Sum;
    }
}
