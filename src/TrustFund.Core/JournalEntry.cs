using NodaTime;

namespace TrustFund;

/// <summary>
/// An entry of the journal: dated postings that, for each fund, balance in that fund's currency. An
/// entry that does not balance cannot be built, and one that is built cannot be changed: a correction
/// is a reversal and a new entry. Equal by reference; two entries of the same contents have the same
/// canonical encoding.
/// </summary>
public sealed class JournalEntry
{
    /// <summary>Creates an entry. The rules are checked in the order of the exceptions below.</summary>
    /// <param name="id">Its id, unique in the books: posting the same id twice is one entry.</param>
    /// <param name="date">The posting date: which period it belongs to.</param>
    /// <param name="kind">What it is for.</param>
    /// <param name="description">What happened.</param>
    /// <param name="postings">Two postings or more.</param>
    /// <param name="details">What else it states.</param>
    /// <exception cref="FormatException">A text is blank or cannot be kept.</exception>
    /// <exception cref="ArgumentException">An unknown kind, fewer than two postings, a voucher twice, a date outside the days on
    /// which an account or fund is open, a restatement that names no period, a reversal that names no entry.</exception>
    /// <exception cref="UnbalancedEntryException">In a fund, debits do not equal credits.</exception>
    public JournalEntry(
        Code<JournalEntry> id, LocalDate date, EntryKind kind, string description,
        IEnumerable<Posting> postings, EntryDetails? details = null)
    {
        details ??= EntryDetails.None;
        (Id, Date, Kind, Postings) = (id, date, kind, postings.ToArray());
        Description = BookText.Required(description, "description of an entry");
        (DocumentDate, Period, Restates, Reverses) = (details.DocumentDate, details.Period, details.Restates, details.Reverses);
        Reference = BookText.Optional(details.Reference, "reference of an entry");
        PreparedBy = BookText.Optional(details.PreparedBy, "name of the preparer");
        ApprovedBy = BookText.Optional(details.ApprovedBy, "name of the approver");
        Authority = BookText.Optional(details.Authority, "authority of an entry");
        Vouchers = details.Vouchers.Count == 0 ? [] : details.Vouchers.ToArray();
        Check();
    }

    /// <summary>Its id, unique in the books.</summary>
    public Code<JournalEntry> Id { get; }

    /// <summary>The posting date.</summary>
    public LocalDate Date { get; }

    /// <summary>What it is for.</summary>
    public EntryKind Kind { get; }

    /// <summary>What happened.</summary>
    public string Description { get; }

    /// <summary>The postings, in the order given.</summary>
    public IReadOnlyList<Posting> Postings { get; }

    /// <inheritdoc cref="EntryDetails.DocumentDate"/>
    public LocalDate? DocumentDate { get; }

    /// <inheritdoc cref="EntryDetails.Reference"/>
    public string? Reference { get; }

    /// <inheritdoc cref="EntryDetails.Period"/>
    public ReportingPeriod? Period { get; }

    /// <inheritdoc cref="EntryDetails.Restates"/>
    public ReportingPeriod? Restates { get; }

    /// <inheritdoc cref="EntryDetails.Reverses"/>
    public Code<JournalEntry>? Reverses { get; }

    /// <inheritdoc cref="EntryDetails.PreparedBy"/>
    public string? PreparedBy { get; }

    /// <inheritdoc cref="EntryDetails.ApprovedBy"/>
    public string? ApprovedBy { get; }

    /// <inheritdoc cref="EntryDetails.Authority"/>
    public string? Authority { get; }

    /// <inheritdoc cref="EntryDetails.Vouchers"/>
    public IReadOnlyList<Voucher> Vouchers { get; }

    /// <summary>The entry that takes this one back: every posting with the other sign.</summary>
    /// <param name="id">The id of the reversal.</param>
    /// <param name="date">Its posting date, a decision: the period in which the correction shows.</param>
    /// <param name="reason">Why, in words; becomes its description.</param>
    /// <param name="details">Who prepared and approved it; what it reverses is filled in here.</param>
    /// <exception cref="ArgumentException">An account or fund is not open on the date.</exception>
    public JournalEntry Reversal(Code<JournalEntry> id, LocalDate date, string reason, EntryDetails? details = null) =>
        new(id, date, EntryKind.Reversal, reason, Postings.Select(posting => posting.Negated()),
            (details ?? new EntryDetails()) with { Reverses = Id });

    /// <summary>Id, date and description.</summary>
    public override string ToString() => FormattableString.Invariant($"{Id} {Date:uuuu-MM-dd} {Description}");

    private void Check()
    {
        _ = Id.Text;
        Refuse(!Enum.IsDefined(Kind), "has no kind");
        Refuse(Postings.Count < 2, "has fewer than two postings");
        Refuse(Vouchers.Count > 1 && Vouchers.Distinct().Count() < Vouchers.Count, "names a voucher twice");
        Refuse((Kind == EntryKind.Restatement) != Restates.HasValue, "must name the period it restates, if and only if it is a restatement");
        Refuse(Kind == EntryKind.Reversal && Reverses is null, "must name the entry it reverses, if and only if it is a reversal");
        Refuse(Reverses.HasValue && Kind is not (EntryKind.Reversal or EntryKind.Closing), "names an entry that it reverses, which only a reversal or a closing entry may");
        foreach (var posting in Postings)
        {
            if (!posting.Account.IsOpenOn(Date))
            {
                Refuse(broken: true, $"is dated outside the days on which account {posting.Account.Code} is open");
            }

            if (!posting.Fund.IsOpenOn(Date))
            {
                Refuse(broken: true, $"is dated outside the days on which fund {posting.Fund.Code} is open");
            }
        }

        if (!FundDifference.AreNone(Postings))
        {
            throw new UnbalancedEntryException(Id, FundDifference.Of(Postings));
        }
    }

    private void Refuse(bool broken, string fault)
    {
        if (broken)
        {
            throw new ArgumentException(FormattableString.Invariant($"Entry {Id} of {Date:uuuu-MM-dd} {fault}."));
        }
    }
}
