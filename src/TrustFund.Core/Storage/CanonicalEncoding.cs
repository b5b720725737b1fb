using System.Buffers.Binary;
using NodaTime;

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
/// An account is its code, name, type, and the days it is opened and closed; a fund its code, name,
/// currency, the days it is established and closed, and its authority; a donor its code and name, the
/// code left out where there is no donor (and nothing after it). They stand in full, so that a name
/// changed in the books breaks the chain at the first entry that is posted to it.
/// <para>
/// Entry: version (1), record type (1), id, date, kind, description, document date, reference, period,
/// restates, nature of the restatement (0 where there is none), judgement, reverses, prepared by,
/// approved by, authority; number of vouchers and of each name and hash; number of postings and of
/// each account, fund, minor units, donor, agreement code, project
/// code, counterparty code, due date, minor units and currency of the transaction amount (0 and left
/// out where there is none), and its rate.
/// </para>
/// <para>
/// Event: version (1), record type (2), kind, sequence and hash of the last entry before it, fund,
/// period, reason, prepared by, approved by, authority (each left out where there is none); number of
/// accounts and each, of funds and each, of donors and each, of settings and of each key and value; and,
/// where a statement was registered, its symbol, language, date, status, authorized on, authorized by, the event
/// it corrects (0 for none), cutoff through, sequence and hash of the last entry taken in, closing (0 before, 1
/// after), as restated (0 or 1), template, number of files and of each role, name, format and hash.
/// </para>
/// What is hashed cannot change later: another encoding is another version.
/// </summary>
public static class CanonicalEncoding
{
    internal const long Version = 1;
    internal const int LinkPrefix = Sha256Hash.Size + 24;

    private const long EventRecord = 2;

    /// <summary>The bytes of an entry. For many entries an <see cref="EntryEncoder"/> is faster.</summary>
    public static byte[] Encode(JournalEntry entry) => new EntryEncoder().Encode(entry).ToArray();

    /// <summary>The entry of some bytes.</summary>
    /// <param name="encoded">What <see cref="Encode(JournalEntry)"/> gave.</param>
    /// <exception cref="FormatException">They are not the bytes of an entry, to the last.</exception>
    /// <exception cref="ArgumentException">They are of an entry that could not be built.</exception>
    public static JournalEntry Decode(ReadOnlySpan<byte> encoded)
    {
        var entry = new CanonicalReader(encoded).Entry();

        // Whatever else could be read the same way would have other bytes.
        return encoded.SequenceEqual(Encode(entry)) ? entry : throw new FormatException("The bytes are not those that stand for their entry.");
    }

    /// <summary>The bytes of an event.</summary>
    public static byte[] Encode(BooksEvent change)
    {
        var writer = new CanonicalWriter();
        writer.Integer(Version);
        writer.Integer(EventRecord);
        writer.Integer((long)change.Kind);
        writer.Integer(change.After.Sequence);
        writer.Text(change.After.Hash.ToString());
        writer.Text(change.Fund?.Text);
        writer.Period(change.Period);
        writer.Text(change.Reason);
        writer.Text(change.PreparedBy);
        writer.Text(change.ApprovedBy);
        writer.Text(change.Authority);
        var registered = change.Registered;
        writer.Integer(registered.Chart.Count);
        foreach (var account in registered.Chart)
        {
            writer.Account(account);
        }

        writer.Integer(registered.Funds.Count);
        foreach (var fund in registered.Funds)
        {
            writer.Fund(fund);
        }

        writer.Integer(registered.Donors.Count);
        foreach (var donor in registered.Donors)
        {
            writer.Donor(donor);
        }

        writer.Integer(registered.Settings.Count);
        foreach (var (key, value) in registered.Settings)
        {
            writer.Text(key);
            writer.Text(value);
        }

        if (change.Edition is { } edition)
        {
            writer.Edition(edition);
        }

        return writer.Written.ToArray();
    }

    /// <summary>
    /// The hash of a link of a chain: SHA-256 over the hash before it (32 bytes), the sequence number
    /// and the recorded instant (since 1970-01-01T00:00:00Z, two integers: whole seconds and
    /// nanoseconds of the second), and the bytes of the entry or event.
    /// </summary>
    /// <param name="previous">The hash of the link before; the default for the first.</param>
    /// <param name="sequence">The sequence number, 1 or more.</param>
    /// <param name="recorded">When it was recorded.</param>
    /// <param name="encoded">What <see cref="Encode(JournalEntry)"/> or <see cref="Encode(BooksEvent)"/> gives.</param>
    public static Sha256Hash Link(Sha256Hash previous, long sequence, Instant recorded, ReadOnlySpan<byte> encoded)
    {
        var bytes = new byte[LinkPrefix + encoded.Length];
        WriteLinkPrefix(bytes, previous, sequence, recorded);
        encoded.CopyTo(bytes.AsSpan(LinkPrefix));
        return Sha256Hash.Of(bytes);
    }

    internal static void WriteLinkPrefix(Span<byte> bytes, Sha256Hash previous, long sequence, Instant recorded)
    {
        previous.CopyTo(bytes);
        var seconds = recorded.ToUnixTimeSeconds();
        var nanoseconds = (recorded - Instant.FromUnixTimeSeconds(seconds)).ToInt64Nanoseconds();
        BinaryPrimitives.WriteInt64BigEndian(bytes[32..], sequence);
        BinaryPrimitives.WriteInt64BigEndian(bytes[40..], seconds);
        BinaryPrimitives.WriteInt64BigEndian(bytes[48..], nanoseconds);
    }
}
