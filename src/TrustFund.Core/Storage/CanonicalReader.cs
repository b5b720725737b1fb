using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using NodaTime;

namespace TrustFund.Storage;

/// <summary>Reads the fields of <see cref="CanonicalEncoding"/> one after another.</summary>
internal ref struct CanonicalReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <exception cref="FormatException">The bytes are not those of an entry.</exception>
    internal JournalEntry Entry()
    {
        if (Integer() != CanonicalEncoding.Version || Integer() != EntryEncoder.EntryRecord)
        {
            throw new FormatException("These are not the bytes of an entry of version 1.");
        }

        var (id, date, kind, description) = (Required(), Date() ?? throw Malformed(), (EntryKind)Integer(), Required());
        var details = new EntryDetails
        {
            DocumentDate = Date(),
            Reference = Text(),
            Period = Period(),
            Restates = Period(),
            Nature = Integer() is var nature and not 0 ? (RestatementNature)nature : null,
            Judgement = Text(),
            Reverses = Text() is { } reverses ? new Code<JournalEntry>(reverses) : (Code<JournalEntry>?)null,
            PreparedBy = Text(),
            ApprovedBy = Text(),
            Authority = Text(),
            Vouchers = Vouchers(),
        };
        var postings = new List<Posting>();
        for (var count = Count(); count > 0; count--)
        {
            postings.Add(Posting());
        }

        return _rest.IsEmpty ? new JournalEntry(id, date, kind, description, postings, details) : throw Malformed();
    }

    private List<Voucher> Vouchers()
    {
        var vouchers = new List<Voucher>();
        for (var count = Count(); count > 0; count--)
        {
            vouchers.Add(new Voucher(Required(), Text() is { } sha256 ? Sha256Hash.Parse(sha256) : null));
        }

        return vouchers;
    }

    private Posting Posting()
    {
        var account = new Account(Required(), Required(), (AccountType)Integer(), Date(), Date());
        var fund = new Fund(Required(), Required(), Currency.Parse(Required()), Date(), Date(), Text());
        var amount = new Money(Integer(), fund.Currency);
        var donor = Text() is { } code ? new Donor(code, Required()) : null;
        var (agreement, project, counterparty, dueDate) = (Text(), Text(), Text(), Date());
        var (minorUnits, currency, rate) = (Integer(), Text(), Text());
        return new Posting(
            account, fund, amount, donor,
            agreement is null ? null : new ContributionAgreement(agreement),
            project is null ? null : new Project(project),
            counterparty is null ? null : new Counterparty(counterparty),
            dueDate,
            currency is null || rate is null ? null : new TransactionAmount(
                new Money(minorUnits, Currency.Parse(currency)), decimal.Parse(rate, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)));
    }

    private long Integer() => BinaryPrimitives.ReadInt64BigEndian(Take(8));

    private long Count() => Integer() is var count && count >= 0 && count <= _rest.Length ? count : throw Malformed();

    private string? Text() => Integer() switch
    {
        -1 => null,
        var length and >= 0 => Encoding.UTF8.GetString(Take(length)),
        _ => throw Malformed(),
    };

    private string Required() => Text() ?? throw Malformed();

    private LocalDate? Date() => Text() is { } text ? IsoDate.Read(Encoding.UTF8.GetBytes(text)) : null;

    private ReportingPeriod? Period() => Text() is { } text ? ReportingPeriod.Parse(text) : null;

    private ReadOnlySpan<byte> Take(long count)
    {
        if (count > _rest.Length)
        {
            throw Malformed();
        }

        var taken = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return taken;
    }

    private static FormatException Malformed() => new("The bytes of an entry end too early, or go on where they should end.");
}
