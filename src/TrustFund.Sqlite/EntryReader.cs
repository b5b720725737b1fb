using System.Globalization;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>Reads entries back, streamed; each is built again by the rules that it was posted by.</summary>
internal sealed class EntryReader(Session session)
{
    private const string Columns = "sequence, id, date, kind, description, recorded_seconds, recorded_nanoseconds, hash, posting_count, detail_count";

    private readonly MasterDataTables _tables = session.Tables();
    private readonly List<Posting> _postings = [];

    /// <summary>The entry read last as it stands in the tables, for the audit.</summary>
    internal ScannedEntry Raw { get; } = new();

    /// <summary>Whether a posting or voucher of the entry read last is not on the line that it was written on.</summary>
    internal bool IsOutOfLine { get; private set; }

    /// <summary>How many rows of details and vouchers the entry read last has.</summary>
    internal long DetailsRead { get; private set; }

    /// <summary>The selected entries after a sequence number, to be read to the end or to the end of the transaction.</summary>
    internal IEnumerable<PostedEntry> Read(EntrySelection selection, long after)
    {
        after = Math.Max(after, selection.AfterSequence ?? 0);
        var entries = Select(selection, after);
        var (details, postings, postingDetails, vouchers) = (
            After("SELECT sequence, document_date, reference, period_start, period_end, restates_start, restates_end, nature, judgement, reverses, prepared_by, approved_by, authority FROM entry_detail WHERE sequence > ? ORDER BY sequence", after),
            After("SELECT sequence, line, account, fund, amount, donor FROM posting WHERE sequence > ? ORDER BY sequence, line", after),
            After("SELECT sequence, line, agreement, project, counterparty, due_date, transaction_amount, transaction_currency, rate FROM posting_detail WHERE sequence > ? ORDER BY sequence, line", after),
            After("SELECT sequence, line, name, sha256 FROM voucher WHERE sequence > ? ORDER BY sequence, line", after));
        while (entries.Step())
        {
            yield return Build(entries, details, postings, postingDetails, vouchers);
        }
    }

    internal PostedEntry? Find(Code<JournalEntry> id) =>
        One(session.Prepare("SELECT sequence FROM entry WHERE id = ?").Bind(id.Text).Scalar());

    internal PostedEntry? FindReversalOf(Code<JournalEntry> id) =>
        One(session.Prepare("SELECT sequence FROM entry_detail WHERE reverses = ?").Bind(id.Text).Scalar());

    private PostedEntry? One(long sequence) => sequence == 0 ? null : Read(EntrySelection.All, sequence - 1).FirstOrDefault();

    private Rows After(string sql, long after) => new(session.Prepare(sql).Bind(after));

    private Statement Select(EntrySelection selection, long after)
    {
        if (selection == EntrySelection.All)
        {
            return session.Prepare($"SELECT {Columns} FROM entry WHERE sequence > ? ORDER BY sequence").Bind(after);
        }

        return session.Prepare(
            $"""
            SELECT {Columns} FROM entry AS e
            WHERE e.sequence > ?1
                AND (?2 IS NULL OR e.date >= ?2)
                AND (?3 IS NULL OR e.date <= ?3)
                AND (?8 IS NULL OR e.kind = ?8)
                AND ((?4 IS NULL AND ?5 IS NULL AND ?6 IS NULL AND ?9 IS NULL) OR EXISTS (
                    SELECT 1 FROM posting AS p
                    WHERE p.sequence = e.sequence
                        AND (?4 IS NULL OR p.account = ?4)
                        AND (?5 IS NULL OR p.fund = ?5)
                        AND (?6 IS NULL OR p.donor = ?6)
                        AND (?9 IS NULL OR p.account IN (SELECT id FROM account WHERE type = ?9))))
                AND (?7 IS NULL OR e.sequence <= ?7)
            ORDER BY e.sequence
            """)
            .Bind(after).Bind(IsoText.Of(selection.From)).Bind(IsoText.Of(selection.Through))
            .Bind(IdOf(selection.Account, _tables.AccountIds))
            .Bind(IdOf(selection.Fund, _tables.FundIds))
            .Bind(IdOf(selection.Donor, _tables.DonorIds))
            .Bind(selection.ThroughSequence).Bind((long?)selection.Kind).Bind((long?)selection.Type);
    }

    // A code that is not registered has no postings.
    private static long? IdOf<TNoun>(Code<TNoun>? code, Dictionary<Code<TNoun>, long> ids) =>
        code is { } known ? ids.GetValueOrDefault(known, -1) : null;

    private PostedEntry Build(Statement row, Rows details, Rows postings, Rows postingDetails, Rows vouchers)
    {
        var sequence = row.Long(0);
        try
        {
            _postings.Clear();
            Raw.Postings.Clear();
            Raw.Sequence = sequence;
            (Raw.PostingCount, Raw.DetailCount) = (row.Long(8), row.Long(9));
            (IsOutOfLine, DetailsRead) = (false, 0);
            for (; postings.IsAt(sequence); postings.Next())
            {
                _postings.Add(BuildPosting(postings.Row, postingDetails));
            }

            var entry = new JournalEntry(
                row.Text(1), IsoDate.Read(row.Bytes(2)), (EntryKind)row.Long(3), row.Text(4), _postings,
                BuildDetails(sequence, details, vouchers));
            return new PostedEntry(sequence, Recorded.Of(row.Long(5), row.Long(6)), new Sha256Hash(row.Bytes(7)), entry);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException
            or InvalidOperationException or OverflowException)
        {
            var hash = row.Bytes(7) is { Length: Sha256Hash.Size } bytes ? new Sha256Hash(bytes) : default;
            throw new UnreadableEntryException(sequence, row.Text(1), hash, session.Name, exception);
        }
    }

    private EntryDetails? BuildDetails(long sequence, Rows details, Rows vouchers)
    {
        var (hasDetails, hasVouchers) = (details.IsAt(sequence), vouchers.IsAt(sequence));
        if (!hasDetails && !hasVouchers)
        {
            return null;
        }

        var read = new List<Voucher>();
        for (; vouchers.IsAt(sequence); vouchers.Next())
        {
            read.Add(new Voucher(vouchers.Row.Text(2), vouchers.Row.IsNull(3) ? null : new Sha256Hash(vouchers.Row.Bytes(3))));
            IsOutOfLine |= vouchers.Row.Long(1) != read.Count;
        }

        DetailsRead += read.Count + (hasDetails ? 1 : 0);

        if (!hasDetails)
        {
            return new EntryDetails { Vouchers = read };
        }

        var row = details.Row;
        return new EntryDetails
        {
            DocumentDate = Date(row, 1),
            Reference = row.TextOrNull(2),
            Period = Period(row, 3),
            Restates = Period(row, 5),
            Nature = (RestatementNature?)row.LongOrNull(7),
            Judgement = row.TextOrNull(8),
            Reverses = row.TextOrNull(9) is { } reverses ? new Code<JournalEntry>(reverses) : (Code<JournalEntry>?)null,
            PreparedBy = row.TextOrNull(10),
            ApprovedBy = row.TextOrNull(11),
            Authority = row.TextOrNull(12),
            Vouchers = read,
        };
    }

    private Posting BuildPosting(Statement row, Rows details)
    {
        var raw = new ScannedPosting(row.Long(1), row.Long(2), row.Long(3), row.Long(5), row.Long(4));
        Raw.Postings.Add(raw);
        IsOutOfLine |= raw.Line != Raw.Postings.Count;
        var fund = _tables.Funds[raw.Fund];
        var (account, amount) = (_tables.Accounts[raw.Account], new Money(raw.Amount, fund.Currency));
        var donor = raw.Donor == 0 ? null : _tables.Donors[raw.Donor];
        if (!details.IsAt(row.Long(0)) || details.Row.Long(1) != raw.Line)
        {
            return new Posting(account, fund, amount, donor);
        }

        var detail = details.Row;
        var posting = new Posting(
            account, fund, amount, donor,
            detail.TextOrNull(2) is { } agreement ? new ContributionAgreement(agreement) : null,
            detail.TextOrNull(3) is { } project ? new Project(project) : null,
            detail.TextOrNull(4) is { } counterparty ? new Counterparty(counterparty) : null,
            Date(detail, 5),
            detail.LongOrNull(6) is { } transactionAmount
                ? new TransactionAmount(
                    new Money(transactionAmount, Currency.Parse(detail.Text(7))),
                    decimal.Parse(detail.Text(8), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture))
                : null);
        details.Next();
        DetailsRead++;
        return posting;
    }

    private static NodaTime.LocalDate? Date(Statement row, int column) =>
        row.IsNull(column) ? null : IsoDate.Read(row.Bytes(column));

    // A period that has but one end could never have been stated: reading the other throws.
    private static ReportingPeriod? Period(Statement row, int column) => row.IsNull(column) && row.IsNull(column + 1)
        ? null
        : new ReportingPeriod(IsoDate.Read(row.Bytes(column)), IsoDate.Read(row.Bytes(column + 1)));
}
