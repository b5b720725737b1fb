using System.Globalization;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>Inserts entries.</summary>
internal sealed class EntryWriter(Session session, NounIds ids)
{
    private const string InsertEntry =
        "INSERT INTO entry (sequence, id, date, kind, description, posting_count, detail_count, recorded_seconds, recorded_nanoseconds, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private const string InsertEntryDetail =
        "INSERT INTO entry_detail (sequence, document_date, reference, period_start, period_end, restates_start, restates_end, nature, judgement, reverses, prepared_by, approved_by, authority) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private const string InsertPosting =
        "INSERT INTO posting (sequence, line, account, fund, amount, donor) VALUES (?, ?, ?, ?, ?, ?)";

    private const string InsertPostingDetail =
        "INSERT INTO posting_detail (sequence, line, agreement, project, counterparty, due_date, transaction_amount, transaction_currency, rate) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private const string InsertVoucher = "INSERT INTO voucher (sequence, line, name, sha256) VALUES (?, ?, ?, ?)";

    private readonly Statement _posting = session.Prepare(InsertPosting);
    private readonly Statement _entry = session.Prepare(InsertEntry);
    private readonly Statement _entryOrNothing = session.Prepare(InsertEntry + " ON CONFLICT (id) DO NOTHING");

    /// <summary>Inserts an entry, header last, so that the triggers find it complete.</summary>
    internal void Write(PostedEntry posted)
    {
        var details = WriteItems(posted);
        WriteEntry(_entry, posted, details);
    }

    /// <summary>Inserts an entry, header first, where the triggers are off; false where there is one of its id.</summary>
    internal bool TryWrite(PostedEntry posted)
    {
        var before = session.Changes;
        WriteEntry(_entryOrNothing, posted, CountDetails(posted.Entry));
        if (session.Changes == before)
        {
            return false;
        }

        WriteItems(posted);
        return true;
    }

    private static void WriteEntry(Statement statement, PostedEntry posted, long details)
    {
        var entry = posted.Entry;
        var (seconds, nanoseconds) = Recorded.Split(posted.Recorded);
        Span<byte> date = stackalloc byte[IsoDate.Length];
        Span<byte> hash = stackalloc byte[Sha256Hash.Size];
        IsoDate.Write(entry.Date, date);
        posted.Hash.CopyTo(hash);
        statement.Bind(posted.Sequence).Bind(entry.Id.Text).BindText(date).Bind((long)entry.Kind).Bind(entry.Description)
            .Bind(entry.Postings.Count).Bind(details).Bind(seconds).Bind(nanoseconds).Bind(hash)
            .Execute();
    }

    private long WriteItems(PostedEntry posted)
    {
        var (entry, sequence) = (posted.Entry, posted.Sequence);
        for (var line = 0; line < entry.Postings.Count; line++)
        {
            var posting = entry.Postings[line];
            if (HasDetail(posting))
            {
                WriteDetail(sequence, line + 1, posting);
            }

            _posting.Bind(sequence).Bind(line + 1)
                .Bind(ids.Of(posting.Account)).Bind(ids.Of(posting.Fund))
                .Bind(posting.Amount.MinorUnits).Bind(posting.Donor is { } donor ? ids.Of(donor) : null)
                .Execute();
        }

        for (var line = 0; line < entry.Vouchers.Count; line++)
        {
            var voucher = session.Prepare(InsertVoucher).Bind(sequence).Bind(line + 1).Bind(entry.Vouchers[line].Name);
            (entry.Vouchers[line].Sha256 is { } sha256 ? voucher.Bind(sha256.ToByteArray()) : voucher.BindNull()).Execute();
        }

        if (HasDetail(entry))
        {
            session.Prepare(InsertEntryDetail).Bind(sequence).Bind(IsoText.Of(entry.DocumentDate)).Bind(entry.Reference)
                .Bind(IsoText.Of(entry.Period?.Start)).Bind(IsoText.Of(entry.Period?.End))
                .Bind(IsoText.Of(entry.Restates?.Start)).Bind(IsoText.Of(entry.Restates?.End))
                .Bind((long?)entry.Nature).Bind(entry.Judgement).Bind(entry.Reverses?.Text).Bind(entry.PreparedBy).Bind(entry.ApprovedBy).Bind(entry.Authority)
                .Execute();
        }

        return CountDetails(entry);
    }

    private void WriteDetail(long sequence, int line, Posting posting) =>
        session.Prepare(InsertPostingDetail).Bind(sequence).Bind(line)
            .Bind(posting.Agreement?.Code.Text).Bind(posting.Project?.Code.Text).Bind(posting.Counterparty?.Code.Text)
            .Bind(IsoText.Of(posting.DueDate)).Bind(posting.Transaction?.Amount.MinorUnits)
            .Bind(posting.Transaction?.Amount.Currency.Code).Bind(posting.Transaction?.Rate.ToString(CultureInfo.InvariantCulture))
            .Execute();

    private static long CountDetails(JournalEntry entry)
    {
        var count = entry.Vouchers.Count + (HasDetail(entry) ? 1 : 0);
        foreach (var posting in entry.Postings)
        {
            count += HasDetail(posting) ? 1 : 0;
        }

        return count;
    }

    private static bool HasDetail(JournalEntry entry) =>
        entry.DocumentDate is not null || entry.Reference is not null || entry.Period is not null || entry.Restates is not null
        || entry.Reverses is not null || entry.PreparedBy is not null || entry.ApprovedBy is not null || entry.Authority is not null;

    private static bool HasDetail(Posting posting) =>
        posting.Agreement is not null || posting.Project is not null || posting.Counterparty is not null
        || posting.DueDate is not null || posting.Transaction is not null;
}
