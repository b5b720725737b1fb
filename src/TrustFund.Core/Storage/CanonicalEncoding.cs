using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace TrustFund.Storage;

/// <summary>
/// Version 1 of the bytes that stand for an entry wherever it is hashed or compared: the same entry
/// gives the same bytes on every machine, and two entries that differ in anything give others. The
/// fields follow each other in a fixed order, each of a fixed length or preceded by its length:
/// <list type="bullet">
/// <item>integers: 8 bytes, big-endian, two's complement;</item>
/// <item>texts: length in bytes as an integer, then UTF-8; a text left out: length -1;</item>
/// <item>dates: texts, ISO 8601; periods: texts as <see cref="ReportingPeriod"/> writes them, always <c>start..end</c>;</item>
/// <item>decimals: texts, without exponent and without trailing zeros; hashes: texts, hexadecimal.</item>
/// </list>
/// Order: version (1), record type (1 = journal entry), id, date, kind, description, document date,
/// reference, period, restates, reverses, prepared by, approved by, authority; number of vouchers and of
/// each name and hash; number of postings and of each account code, account type, fund code, minor
/// units, currency, donor code, agreement code, project code, counterparty code, due date, minor units
/// and currency of the transaction amount (0 and left out where there is none), and its rate.
/// What is hashed cannot change later: another encoding is another version.
/// </summary>
public static class CanonicalEncoding
{
    private const long Version = 1;
    private const long JournalEntryRecord = 1;

    /// <summary>The bytes of an entry.</summary>
    public static byte[] Encode(JournalEntry entry)
    {
        var writer = new Writer();
        writer.Integer(Version);
        writer.Integer(JournalEntryRecord);
        writer.Text(entry.Id.Text);
        writer.Date(entry.Date);
        writer.Integer((long)entry.Kind);
        writer.Text(entry.Description);
        writer.Date(entry.DocumentDate);
        writer.Text(entry.Reference);
        writer.Period(entry.Period);
        writer.Period(entry.Restates);
        writer.Text(entry.Reverses?.Text);
        writer.Text(entry.PreparedBy);
        writer.Text(entry.ApprovedBy);
        writer.Text(entry.Authority);
        writer.Integer(entry.Vouchers.Count);
        foreach (var voucher in entry.Vouchers)
        {
            writer.Text(voucher.Name);
            writer.Text(voucher.Sha256?.ToString());
        }

        writer.Integer(entry.Postings.Count);
        foreach (var posting in entry.Postings)
        {
            Encode(writer, posting);
        }

        return writer.ToArray();
    }

    /// <summary>
    /// The hash of a link of the chain: SHA-256 over the hash before it (32 bytes), the sequence number
    /// and the recorded instant (nanoseconds since 1970-01-01T00:00:00Z, two integers: whole seconds and
    /// nanoseconds of the second), and the entry's bytes.
    /// </summary>
    /// <param name="previous">The hash of the entry before; the default for the first.</param>
    /// <param name="sequence">The sequence number, 1 or more.</param>
    /// <param name="recorded">When it was recorded.</param>
    /// <param name="encoded">What <see cref="Encode(JournalEntry)"/> gives for the entry.</param>
    public static Sha256Hash Link(Sha256Hash previous, long sequence, Instant recorded, ReadOnlySpan<byte> encoded)
    {
        var bytes = new byte[Sha256Hash.Size + 24 + encoded.Length];
        previous.CopyTo(bytes);
        var seconds = recorded.ToUnixTimeSeconds();
        var nanoseconds = (long)(recorded - Instant.FromUnixTimeSeconds(seconds)).ToInt64Nanoseconds();
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(32), sequence);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(40), seconds);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(48), nanoseconds);
        encoded.CopyTo(bytes.AsSpan(56));
        return Sha256Hash.Of(bytes);
    }

    private static void Encode(Writer writer, Posting posting)
    {
        writer.Text(posting.Account.Code.Text);
        writer.Integer((long)posting.Account.Type);
        writer.Text(posting.Fund.Code.Text);
        writer.Integer(posting.Amount.MinorUnits);
        writer.Text(posting.Amount.Currency.Code);
        writer.Text(posting.Donor?.Code.Text);
        writer.Text(posting.Agreement?.Code.Text);
        writer.Text(posting.Project?.Code.Text);
        writer.Text(posting.Counterparty?.Code.Text);
        writer.Date(posting.DueDate);
        writer.Integer(posting.Transaction?.Amount.MinorUnits ?? 0);
        writer.Text(posting.Transaction?.Amount.Currency.Code);
        writer.Text(posting.Transaction is { } transaction ? Normal(transaction.Rate) : null);
    }

    private static string Normal(decimal value) =>
        value.ToString("0.############################", CultureInfo.InvariantCulture);

    private sealed class Writer
    {
        private readonly MemoryStream _bytes = new();

        public void Integer(long value)
        {
            Span<byte> bytes = stackalloc byte[8];
            BinaryPrimitives.WriteInt64BigEndian(bytes, value);
            _bytes.Write(bytes);
        }

        public void Text(string? text)
        {
            if (text is null)
            {
                Integer(-1);
                return;
            }

            var bytes = Encoding.UTF8.GetBytes(text);
            Integer(bytes.Length);
            _bytes.Write(bytes);
        }

        public void Date(LocalDate? date) => Text(date is { } day ? LocalDatePattern.Iso.Format(day) : null);

        public void Period(ReportingPeriod? period) => Text(period is { } days
            ? $"{LocalDatePattern.Iso.Format(days.Start)}..{LocalDatePattern.Iso.Format(days.End)}"
            : null);

        public byte[] ToArray() => _bytes.ToArray();
    }
}
