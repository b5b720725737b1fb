using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace TrustFund.Sqlite;

/// <summary>Inserts entries by prepared commands, postings and vouchers first, header last.</summary>
internal sealed class EntryWriter : IDisposable
{
    private readonly MasterDataTables _tables;
    private readonly SqliteCommand _entry;
    private readonly SqliteCommand _posting;
    private readonly SqliteCommand _voucher;

    internal EntryWriter(SqliteConnection connection, SqliteTransaction transaction, MasterDataTables tables)
    {
        _tables = tables;
        _entry = Prepared(connection, transaction, "entry",
            "sequence", "id", "date", "kind", "description", "document_date", "reference", "period_start", "period_end",
            "restates_start", "restates_end", "reverses", "prepared_by", "approved_by", "authority", "posting_count",
            "voucher_count", "recorded_seconds", "recorded_nanoseconds", "hash");
        _posting = Prepared(connection, transaction, "posting",
            "sequence", "line", "account", "fund", "amount", "currency", "donor", "agreement", "project", "counterparty",
            "due_date", "transaction_amount", "transaction_currency", "rate");
        _voucher = Prepared(connection, transaction, "voucher", "sequence", "line", "name", "sha256");
    }

    internal void Write(PostedEntry posted)
    {
        var entry = posted.Entry;
        for (var line = 0; line < entry.Postings.Count; line++)
        {
            var posting = entry.Postings[line];
            Execute(_posting,
                posted.Sequence, line + 1L, _tables.AccountIds[posting.Account.Code], _tables.FundIds[posting.Fund.Code],
                posting.Amount.MinorUnits, posting.Amount.Currency.Code,
                posting.Donor is { } donor ? _tables.DonorIds[donor.Code] : null,
                posting.Agreement?.Code.Text, posting.Project?.Code.Text, posting.Counterparty?.Code.Text,
                IsoText.Of(posting.DueDate), posting.Transaction?.Amount.MinorUnits, posting.Transaction?.Amount.Currency.Code,
                posting.Transaction?.Rate.ToString(CultureInfo.InvariantCulture));
        }

        for (var line = 0; line < entry.Vouchers.Count; line++)
        {
            Execute(_voucher, posted.Sequence, line + 1L, entry.Vouchers[line].Name, entry.Vouchers[line].Sha256?.ToByteArray());
        }

        var seconds = posted.Recorded.ToUnixTimeSeconds();
        var nanoseconds = (posted.Recorded - Instant.FromUnixTimeSeconds(seconds)).ToInt64Nanoseconds();
        Execute(_entry,
            posted.Sequence, entry.Id.Text, IsoText.Of(entry.Date), (long)entry.Kind, entry.Description,
            IsoText.Of(entry.DocumentDate), entry.Reference, IsoText.Of(entry.Period?.Start), IsoText.Of(entry.Period?.End),
            IsoText.Of(entry.Restates?.Start), IsoText.Of(entry.Restates?.End), entry.Reverses?.Text, entry.PreparedBy,
            entry.ApprovedBy, entry.Authority, (long)entry.Postings.Count, (long)entry.Vouchers.Count, seconds, nanoseconds,
            posted.Hash.ToByteArray());
    }

    public void Dispose()
    {
        _entry.Dispose();
        _posting.Dispose();
        _voucher.Dispose();
    }

    private static SqliteCommand Prepared(SqliteConnection connection, SqliteTransaction transaction, string table, params string[] columns)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "@" + column))})";
        foreach (var column in columns)
        {
            command.Parameters.Add(new SqliteParameter("@" + column, null));
        }

        return command;
    }

    private static void Execute(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }
}
