using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>
/// The rules of the triggers, checked set-wise on what stands in the tables after a bulk insertion and
/// before its commit, in the triggers' own words. What is not here is kept by the tables themselves:
/// checks of columns, primary keys, one entry of an id, one reversal of an entry.
/// </summary>
internal sealed class BulkRules
{
    private readonly Session _session;
    private readonly MasterDataTables _tables;
    private readonly long _from;
    private readonly Dictionary<long, Int128> _sums = [];
    private readonly HashSet<long> _linesWithTransaction = [];
    private long _sequence;
    private (long Seconds, long Nanoseconds) _recorded = (long.MinValue, 0);
    private Rows? _entryDetails;
    private Rows? _postingDetails;
    private Rows? _vouchers;

    /// <param name="session">A session in a transaction to write.</param>
    /// <param name="from">The last entry before those that are checked.</param>
    internal BulkRules(Session session, long from)
    {
        (_session, _from, _sequence, _tables) = (session, from, from, session.Tables());
        var last = session.Prepare("SELECT recorded_seconds, recorded_nanoseconds FROM entry WHERE sequence = ?").Bind(from);
        if (last.Step())
        {
            _recorded = (last.Long(0), last.Long(1));
        }

        last.Reset();
    }

    /// <summary>The last entry that is checked.</summary>
    internal long Checked => _sequence;

    /// <summary>Checks entries that follow those checked before, and gives each on.</summary>
    /// <exception cref="BooksException">A rule is broken.</exception>
    internal IEnumerable<ScannedEntry> Check(IEnumerable<ScannedEntry> entries)
    {
        _entryDetails = Rows("SELECT sequence, reverses, restates_end IS NOT NULL FROM entry_detail WHERE sequence > ? ORDER BY sequence");
        _postingDetails = Rows("SELECT sequence, line, transaction_amount FROM posting_detail WHERE sequence > ? ORDER BY sequence, line");
        _vouchers = Rows("SELECT sequence FROM voucher WHERE sequence > ? ORDER BY sequence, line");
        foreach (var entry in entries)
        {
            if (entry.Sequence > _from)
            {
                Check(entry);
            }

            yield return entry;
        }
    }

    /// <summary>Checks that nothing stands beyond the last entry.</summary>
    /// <exception cref="BooksException">A rule is broken.</exception>
    internal void CheckEnd()
    {
        Refuse(Beyond("posting"), "An entry has the postings that it counts.");
        Refuse(Beyond("entry_detail") || Beyond("posting_detail") || Beyond("voucher"), "An entry has the details and vouchers that it counts.");
    }

    private void Check(ScannedEntry entry)
    {
        Refuse(entry.Sequence != ++_sequence, "Entries are numbered without a gap.");
        Refuse(entry.Recorded.CompareTo(_recorded) < 0, "An entry is not recorded before the one before it.");
        _recorded = entry.Recorded;
        CheckDetails(entry);
        CheckPostings(entry);
    }

    private void CheckDetails(ScannedEntry entry)
    {
        string? reverses = null;
        var isRestating = false;
        var details = 0L;
        for (; _entryDetails!.IsAt(entry.Sequence); _entryDetails.Next())
        {
            (reverses, isRestating) = (_entryDetails.Row.TextOrNull(1), _entryDetails.Row.Long(2) != 0);
            details++;
        }

        _linesWithTransaction.Clear();
        for (; _postingDetails!.IsAt(entry.Sequence); _postingDetails.Next())
        {
            details++;
            if (!_postingDetails.Row.IsNull(2))
            {
                _linesWithTransaction.Add(_postingDetails.Row.Long(1));
            }
        }

        Refuse(entry.DetailCount != details + _vouchers!.Skip(entry.Sequence), "An entry has the details and vouchers that it counts.");
        Refuse(entry.Kind == EntryKind.Reversal ? reverses is null : reverses is not null && entry.Kind != EntryKind.Closing, "A reversal, and nothing else, names the entry that it reverses.");
        Refuse((entry.Kind == EntryKind.Restatement) != isRestating, "A restatement, and nothing else, names the period that it restates.");
        Refuse(reverses is not null && !IsPosted(reverses, entry.Sequence), "A reversal names an entry that is posted.");
    }

    private void CheckPostings(ScannedEntry entry)
    {
        Refuse(entry.PostingCount != entry.Postings.Count, "An entry has the postings that it counts.");
        _sums.Clear();
        foreach (var posting in entry.Postings)
        {
            Refuse(!_tables.Accounts.ContainsKey(posting.Account), "A posting names an account that there is none of.");
            Refuse(!_tables.Funds.ContainsKey(posting.Fund), "A posting names a fund that there is none of.");
            Refuse(posting.Donor != 0 && !_tables.Donors.ContainsKey(posting.Donor), "A posting names a donor that there is none of.");
            Refuse(posting.Amount == 0 && !_linesWithTransaction.Contains(posting.Line), "A posting without an amount has a transaction amount.");
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_sums, posting.Fund, out _) += posting.Amount;
        }

        foreach (var sum in _sums.Values)
        {
            Refuse(sum != 0, "An entry balances in each fund.");
        }
    }

    private bool IsPosted(string id, long before) =>
        _session.Prepare("SELECT sequence FROM entry WHERE id = ?").Bind(id).Scalar() is var sequence && sequence > 0 && sequence < before;

    private bool Beyond(string table) => _session.Scalar($"SELECT max(sequence) FROM {table}") > _sequence;

    private Rows Rows(string sql) => new(_session.Prepare(sql).Bind(_sequence));

    private void Refuse(bool isBroken, string rule)
    {
        if (isBroken)
        {
            throw Failures.Refused(_session.Name, rule);
        }
    }
}
