using System.Buffers.Binary;
using System.Text;
using NodaTime;

namespace TrustFund.Storage;

/// <summary>Writes the fields of <see cref="CanonicalEncoding"/> one after another, after room for what a link hashes before them.</summary>
internal sealed class CanonicalWriter
{
    private byte[] _bytes = new byte[2048];
    private int _length = CanonicalEncoding.LinkPrefix;

    /// <summary>What was written.</summary>
    internal ReadOnlySpan<byte> Written => _bytes.AsSpan(CanonicalEncoding.LinkPrefix, _length - CanonicalEncoding.LinkPrefix);

    internal void Clear() => _length = CanonicalEncoding.LinkPrefix;

    /// <summary>The hash of a link whose contents are what was written.</summary>
    internal Sha256Hash Link(Sha256Hash previous, long sequence, Instant recorded)
    {
        CanonicalEncoding.WriteLinkPrefix(_bytes, previous, sequence, recorded);
        return Sha256Hash.Of(_bytes.AsSpan(0, _length));
    }

    internal void Integer(long value) => BinaryPrimitives.WriteInt64BigEndian(Take(8), value);

    internal void Text(string? text)
    {
        if (text is null)
        {
            Integer(-1);
            return;
        }

        Room(8 + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length + 8));
        Integer(length);
        _length += length;
    }

    internal void Date(LocalDate? date)
    {
        if (date is not { } day)
        {
            Integer(-1);
            return;
        }

        Integer(IsoDate.Length);
        IsoDate.Write(day, Take(IsoDate.Length));
    }

    internal void Period(ReportingPeriod? period)
    {
        if (period is not { } days)
        {
            Integer(-1);
            return;
        }

        Integer((2 * IsoDate.Length) + 2);
        IsoDate.Write(days.Start, Take(IsoDate.Length));
        ".."u8.CopyTo(Take(2));
        IsoDate.Write(days.End, Take(IsoDate.Length));
    }

    internal void Account(Account account)
    {
        Text(account.Code.Text);
        Text(account.Name);
        Integer((long)account.Type);
        Date(account.Opened);
        Date(account.Closed);
    }

    internal void Fund(Fund fund)
    {
        Text(fund.Code.Text);
        Text(fund.Name);
        Text(fund.Currency.Code);
        Date(fund.Established);
        Date(fund.Closed);
        Text(fund.Authority);
    }

    internal void Donor(Donor donor)
    {
        Text(donor.Code.Text);
        Text(donor.Name);
    }

    internal void Edition(Edition edition)
    {
        Text(edition.Symbol.Text);
        Text(edition.Language);
        Date(edition.Date);
        Integer((long)edition.Status);
        Date(edition.AuthorizedOn);
        Text(edition.AuthorizedBy);
        Integer(edition.Corrects ?? 0);
        Date(edition.Cutoff.Through);
        Integer(edition.Head.Sequence);
        Text(edition.Head.Hash.ToString());
        Integer(edition.Cutoff.Closing == ClosingView.AfterClosing ? 1 : 0);
        Integer(edition.Cutoff.AsRestated ? 1 : 0);
        Text(edition.Template);
        Integer(edition.Files.Count);
        foreach (var file in edition.Files)
        {
            Integer((long)file.Role);
            Text(file.Name);
            Text(file.Format);
            Text(file.Sha256.ToString());
        }
    }

    /// <summary>Writes fields that were written before.</summary>
    internal void Again(ReadOnlySpan<byte> fields) => fields.CopyTo(Take(fields.Length));

    private Span<byte> Take(int count)
    {
        Room(count);
        _length += count;
        return _bytes.AsSpan(_length - count, count);
    }

    private void Room(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        }
    }
}
