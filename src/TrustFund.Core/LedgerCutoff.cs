using NodaTime;

namespace TrustFund;

/// <summary>
/// Which books are meant: entries dated through a day, as they were recorded at an instant or through an
/// entry of the journal (now, where neither is named), before or after closing. The one rule of what a
/// cutoff takes in, for every store.
/// </summary>
/// <param name="Through">The last posting date taken in.</param>
/// <param name="KnownAt">The last recorded instant taken in; null for all that is recorded.</param>
/// <param name="Closing">Before or after the closing entries of the period that ends on <paramref name="Through"/>.</param>
/// <param name="AsRestated">Whether a restatement counts from the end of the period that it restates
/// instead of its own posting date. A reclassification, which moves comparatives only, counts there or nowhere.</param>
public sealed record LedgerCutoff(
    LocalDate Through, Instant? KnownAt = null, ClosingView Closing = ClosingView.BeforeClosing, bool AsRestated = false)
{
    /// <summary>
    /// The sequence number of the last entry taken in; null for all that is recorded. Tells apart entries
    /// that were recorded at one instant; where <see cref="KnownAt"/> is named too, both must hold.
    /// </summary>
    public long? Sequence { get; init; }

    /// <summary>
    /// The first day of the period that ends on <see cref="Through"/>; null or a later day for a period of that day alone. Before closing, no
    /// closing entry dated in the period is taken in, so that revenue and expense of several years are those of all of them.
    /// </summary>
    public LocalDate? PeriodStart { get; init; }

    /// <summary>The first day whose closing entries are left out; null where none are.</summary>
    public LocalDate? ClosingLeftOutFrom => Closing != ClosingView.BeforeClosing ? null : PeriodStart < Through ? PeriodStart : Through;

    /// <summary>The books at the end of a day, before closing, as recorded now.</summary>
    public static LedgerCutoff At(LocalDate through) => new(through);

    /// <summary>The books at the end of a period, before the closing entries dated in it, as recorded now.</summary>
    public static LedgerCutoff At(ReportingPeriod period) => new(period.End) { PeriodStart = period.Start };

    /// <summary>
    /// The day before a period, after closing: the balances that open it. Revenue and expense still
    /// open there belong to net assets, whether earlier years were closed or not.
    /// </summary>
    public static LedgerCutoff Before(ReportingPeriod period) =>
        new(period.Start.PlusDays(-1), Closing: ClosingView.AfterClosing);

    /// <summary>Whether the cutoff takes in an entry.</summary>
    public bool Includes(PostedEntry posted)
    {
        var entry = posted.Entry;
        return DayOf(entry) <= Through
            && (AsRestated || entry.Nature != RestatementNature.Reclassification)
            && !(posted.Recorded > KnownAt)
            && !(posted.Sequence > Sequence)
            && !(entry.Kind == EntryKind.Closing && entry.Date >= ClosingLeftOutFrom);
    }

    /// <summary>The day on which an entry counts: its posting date or, as restated, the end of the period that it restates.</summary>
    public LocalDate DayOf(JournalEntry entry) => AsRestated && entry.Restates is { } restated ? restated.End : entry.Date;
}
