using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using TrustFund.Storage;

namespace TrustFund.Interchange;

/// <summary>
/// Writes CSV books, one way for one content, so that books written, read and written again are the
/// same to the byte. What an entry states in the first eleven columns stands in each of its rows, so
/// that a spreadsheet can filter and add; the rest of what it states as a whole stands in its first.
/// </summary>
internal static class CsvBooksWriter
{
    internal static async Task WriteAsync(
        string folder, MasterData masterData, IAsyncEnumerable<PostedEntry> journal, bool isRecorded, CancellationToken cancellation)
    {
        Write(folder, "accounts.csv", CsvColumns.Accounts, masterData.Chart.Select(account => new[]
        {
            account.Code.Text, account.Name, AccountTypeText.Of(account.Type), Day(account.Opened), Day(account.Closed),
        }));
        Write(folder, "funds.csv", CsvColumns.Funds, masterData.Funds.Select(fund => new[]
        {
            fund.Code.Text, fund.Name, fund.Currency.Code, Day(fund.Established), Day(fund.Closed), fund.Authority ?? "",
        }));
        Write(folder, "donors.csv", CsvColumns.Donors, masterData.Donors.Select(donor => new[] { donor.Code.Text, donor.Name }));
        Write(folder, "books.csv", CsvColumns.Settings, masterData.Settings.Select(setting => new[] { setting.Key, setting.Value }));

        using var writer = Open(folder, "journal.csv");
        var names = CsvColumns.Journal.Names.ToArray();
        writer.Write(string.Join(',', isRecorded ? names : names[..^3]) + "\n");
        await foreach (var posted in journal.WithCancellation(cancellation).ConfigureAwait(false))
        {
            Write(writer, posted, isRecorded);
        }
    }

    private static void Write(StreamWriter writer, PostedEntry posted, bool isRecorded)
    {
        var entry = posted.Entry;
        for (var index = 0; index < Math.Max(entry.Postings.Count, entry.Vouchers.Count); index++)
        {
            var posting = index < entry.Postings.Count ? entry.Postings[index] : null;
            var voucher = index < entry.Vouchers.Count ? entry.Vouchers[index] : null;
            Write(writer, entry.Id.Text);
            Write(writer, Day(entry.Date));
            Write(writer, EntryKindText.Of(entry.Kind));
            Write(writer, entry.Description);
            Write(writer, entry.Reference);
            Write(writer, posting?.Account.Code.Text);
            Write(writer, posting?.Fund.Code.Text);
            Write(writer, posting?.Donor?.Code.Text);
            Write(writer, posting?.Side == Side.Debit ? Magnitude(posting.Amount) : null);
            Write(writer, posting?.Side == Side.Credit ? Magnitude(posting.Amount) : null);
            Write(writer, posting?.Amount.Currency.Code);
            Write(writer, index == 0 ? Day(entry.DocumentDate) : null);
            Write(writer, Day(posting?.DueDate));
            Write(writer, posting?.Counterparty?.Code.Text);
            Write(writer, posting?.Agreement?.Code.Text);
            Write(writer, posting?.Project?.Code.Text);
            Write(writer, posting?.Transaction is { } transaction ? Magnitude(transaction.Amount) : null);
            Write(writer, posting?.Transaction?.Amount.Currency.Code);
            Write(writer, posting?.Transaction is { } converted ? RateText.Of(converted.Rate) : null);
            Write(writer, voucher?.Name);
            Write(writer, voucher?.Sha256?.ToString());
            Write(writer, index == 0 ? entry.PreparedBy : null);
            Write(writer, index == 0 ? entry.ApprovedBy : null);
            Write(writer, index == 0 ? entry.Authority : null);
            Write(writer, index == 0 ? entry.Period?.ToString() : null);
            Write(writer, index == 0 ? entry.Restates?.ToString() : null);
            Write(writer, index == 0 ? RestatementNatureText.Of(entry.Nature) : null);
            Write(writer, index == 0 ? entry.Judgement : null);
            writer.Write(SpreadsheetText.Cell(index == 0 ? entry.Reverses?.Text : null));
            if (isRecorded)
            {
                writer.Write(',');
                Write(writer, index == 0 ? posted.Sequence.ToString(CultureInfo.InvariantCulture) : null);
                Write(writer, index == 0 ? InstantPattern.ExtendedIso.Format(posted.Recorded) : null);
                writer.Write(index == 0 ? posted.Hash.ToString() : "");
            }

            writer.Write('\n');
        }
    }

    private static void Write(StreamWriter writer, string? text)
    {
        writer.Write(SpreadsheetText.Cell(text));
        writer.Write(',');
    }

    /// <summary>Writes a file of a header and rows.</summary>
    internal static void Write(string folder, string file, CsvColumns columns, IEnumerable<string[]> rows)
    {
        using var writer = Open(folder, file);
        writer.Write(string.Join(',', columns.Names) + "\n");
        foreach (var row in rows)
        {
            writer.Write(string.Join(',', row.Select(SpreadsheetText.Cell)) + "\n");
        }
    }

    private static StreamWriter Open(string folder, string file) =>
        new(Path.Combine(folder, file), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);

    private static string Magnitude(Money amount) => amount.MinorUnits < 0 ? (-amount).ToPlainString() : amount.ToPlainString();

    internal static string Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : "";
}
