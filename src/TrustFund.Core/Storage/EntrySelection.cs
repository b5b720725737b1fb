using NodaTime;

namespace TrustFund.Storage;

/// <summary>Which entries to read: those that have a posting that fits every condition named.</summary>
public sealed record EntrySelection
{
    /// <summary>Every entry.</summary>
    public static EntrySelection All { get; } = new();

    /// <summary>A posting to this account; null for any.</summary>
    public Code<Account>? Account { get; init; }

    /// <summary>A posting to an account of this type; null for any.</summary>
    public AccountType? Type { get; init; }

    /// <summary>A posting of this fund; null for any.</summary>
    public Code<Fund>? Fund { get; init; }

    /// <summary>A posting of this donor; null for any.</summary>
    public Code<Donor>? Donor { get; init; }

    /// <summary>Entries of this kind; null for any.</summary>
    public EntryKind? Kind { get; init; }

    /// <summary>The first posting date; null for any.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last posting date; null for any.</summary>
    public LocalDate? Through { get; init; }

    /// <summary>Entries recorded after the one of this sequence number; null for from the first.</summary>
    public long? AfterSequence { get; init; }

    /// <summary>The last sequence number; null for any.</summary>
    public long? ThroughSequence { get; init; }

    /// <summary>Whether a posted entry is selected: its place in the journal fits, and its contents do.</summary>
    public bool Selects(PostedEntry posted) =>
        !(posted.Sequence <= AfterSequence) && !(posted.Sequence > ThroughSequence) && Selects(posted.Entry);

    /// <summary>Whether an entry is selected: its kind and date fit, and one of its postings fits account, type, fund and donor together.</summary>
    public bool Selects(JournalEntry entry) =>
        (Kind is null || entry.Kind == Kind) && !(entry.Date < From) && !(entry.Date > Through) && entry.Postings.Any(Selects);

    /// <summary>Whether a posting fits account, type, fund and donor.</summary>
    public bool Selects(Posting posting) =>
        (Account is null || posting.Account.Code == Account)
        && (Type is null || posting.Account.Type == Type)
        && (Fund is null || posting.Fund.Code == Fund)
        && (Donor is null || posting.Donor?.Code == Donor);
}
