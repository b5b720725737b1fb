using NodaTime;

namespace TrustFund;

/// <summary>
/// What an entry can state beyond date, description and postings. Everything is optional; what is
/// left out is stored and shown as not stated. Names are recorded, not authenticated.
/// </summary>
public sealed record EntryDetails
{
    /// <summary>Nothing is stated.</summary>
    internal static readonly EntryDetails None = new();

    /// <summary>The date of the underlying document: which rate, which age.</summary>
    public LocalDate? DocumentDate { get; init; }

    /// <summary>The number of the underlying document.</summary>
    public string? Reference { get; init; }

    /// <summary>The period it belongs to, where that is not told by its date alone.</summary>
    public ReportingPeriod? Period { get; init; }

    /// <summary>The earlier period that a restatement restates; stated by every restatement and by no other entry.</summary>
    public ReportingPeriod? Restates { get; init; }

    /// <summary>Why a restatement restates; stated by every restatement and by no other entry.</summary>
    public RestatementNature? Nature { get; init; }

    /// <summary>The judgement of a restatement's materiality, in words; null where it is not stated.</summary>
    public string? Judgement { get; init; }

    /// <summary>
    /// The entry that this one takes back; stated by every reversal and, where it takes back a closing
    /// entry because the period is opened again, by a closing entry; by no other.
    /// </summary>
    public Code<JournalEntry>? Reverses { get; init; }

    /// <summary>Who prepared it.</summary>
    public string? PreparedBy { get; init; }

    /// <summary>Who approved it.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>The authority under which it was approved: a regulation, a delegation, a decision.</summary>
    public string? Authority { get; init; }

    /// <summary>The documents kept in support of it.</summary>
    public IReadOnlyList<Voucher> Vouchers { get; init; } = [];
}
