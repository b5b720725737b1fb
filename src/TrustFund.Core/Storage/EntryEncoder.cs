using System.Globalization;
using NodaTime;

namespace TrustFund.Storage;

/// <summary>
/// Encodes entries one after another by <see cref="CanonicalEncoding"/>, into one buffer. Entries of one
/// journal share their accounts, funds and donors; the bytes of each are made once. Not for several
/// threads at once.
/// </summary>
public sealed class EntryEncoder
{
    internal const long EntryRecord = 1;

    private const int Most = 100_000;

    private readonly CanonicalWriter _writer = new();
    private readonly Dictionary<object, byte[]> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The bytes of an entry, valid until the next is encoded.</summary>
    /// <param name="entry">The entry.</param>
    public ReadOnlySpan<byte> Encode(JournalEntry entry)
    {
        _writer.Clear();
        _writer.Integer(CanonicalEncoding.Version);
        _writer.Integer(EntryRecord);
        _writer.Text(entry.Id.Text);
        _writer.Date(entry.Date);
        _writer.Integer((long)entry.Kind);
        _writer.Text(entry.Description);
        _writer.Date(entry.DocumentDate);
        _writer.Text(entry.Reference);
        _writer.Period(entry.Period);
        _writer.Period(entry.Restates);
        _writer.Integer((long)(entry.Nature ?? 0));
        _writer.Text(entry.Judgement);
        _writer.Text(entry.Reverses?.Text);
        _writer.Text(entry.PreparedBy);
        _writer.Text(entry.ApprovedBy);
        _writer.Text(entry.Authority);
        _writer.Integer(entry.Vouchers.Count);
        foreach (var voucher in entry.Vouchers)
        {
            _writer.Text(voucher.Name);
            _writer.Text(voucher.Sha256?.ToString());
        }

        _writer.Integer(entry.Postings.Count);
        for (var index = 0; index < entry.Postings.Count; index++)
        {
            Encode(entry.Postings[index]);
        }

        return _writer.Written;
    }

    /// <summary>The hash of the link of the entry that was encoded last: what <see cref="CanonicalEncoding.Link"/> gives.</summary>
    /// <param name="previous">The hash of the link before; the default for the first.</param>
    /// <param name="sequence">The sequence number, 1 or more.</param>
    /// <param name="recorded">When it was recorded.</param>
    public Sha256Hash Link(Sha256Hash previous, long sequence, Instant recorded) => _writer.Link(previous, sequence, recorded);

    private void Encode(Posting posting)
    {
        _writer.Again(Known(posting.Account));
        _writer.Again(Known(posting.Fund));
        _writer.Integer(posting.Amount.MinorUnits);
        if (posting.Donor is { } donor)
        {
            _writer.Again(Known(donor));
        }
        else
        {
            _writer.Text(null);
        }

        _writer.Text(posting.Agreement?.Code.Text);
        _writer.Text(posting.Project?.Code.Text);
        _writer.Text(posting.Counterparty?.Code.Text);
        _writer.Date(posting.DueDate);
        _writer.Integer(posting.Transaction?.Amount.MinorUnits ?? 0);
        _writer.Text(posting.Transaction?.Amount.Currency.Code);
        _writer.Text(posting.Transaction?.Rate.ToString("0.############################", CultureInfo.InvariantCulture));
    }

    private byte[] Known(object noun)
    {
        if (_known.TryGetValue(noun, out var bytes))
        {
            return bytes;
        }

        var writer = new CanonicalWriter();
        switch (noun)
        {
            case Account account:
                writer.Account(account);
                break;
            case Fund fund:
                writer.Fund(fund);
                break;
            case Donor donor:
                writer.Donor(donor);
                break;
        }

        if (_known.Count > Most)
        {
            _known.Clear();
        }

        return _known[noun] = writer.Written.ToArray();
    }
}
