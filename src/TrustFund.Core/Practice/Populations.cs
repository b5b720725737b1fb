using NodaTime;

namespace TrustFund.Practice;

/// <summary>Draws populations from a journal.</summary>
public static class Populations
{
    /// <summary>The entries that belong to a population, in the order given.</summary>
    /// <param name="population">The population.</param>
    /// <param name="entries">The entries looked at.</param>
    /// <param name="limits">From where on an entry belongs to it.</param>
    /// <param name="closes">Every close of a period.</param>
    /// <param name="endOfYear">The last day of the year of a fund that a day is in.</param>
    public static IReadOnlyList<PostedEntry> Select(
        Population population, IReadOnlyList<PostedEntry> entries, PopulationLimits limits,
        IReadOnlyList<ClosedPeriod> closes, Func<Fund, LocalDate, LocalDate> endOfYear)
    {
        Func<PostedEntry, bool> belongs = population switch
        {
            Population.Manual => IsManual,
            Population.AfterClose => posted => IsAfterClose(posted, closes),
            Population.BackDated => posted => DaysLate(posted) > limits.BackDatedDays,
            Population.RoundAmounts => posted => posted.Entry.Postings.Any(posting => IsRound(posting, limits.RoundTo)),
            Population.NoDescription => posted => IsUndescribed(posted.Entry, limits.Letters),
            Population.SeldomUsedAccounts => PostsToAnyOf(SeldomUsed(entries, limits.SeldomEntries)),
            Population.Unapproved => posted => posted.Entry.ApprovedBy is not { } approver
                || (posted.Entry.PreparedBy is { } preparer && Approval.IsSame(preparer, approver)),
            Population.YearEnd => posted => posted.Entry.Kind != EntryKind.Closing && posted.Entry.Postings.Any(posting =>
                posted.Entry.Date > endOfYear(posting.Fund, posted.Entry.Date).PlusDays(-limits.PeriodEndDays)),
            Population.Weekend => posted => posted.Entry.Date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday,
            Population.Opening => IsOf(EntryKind.Opening),
            Population.Adjusting => IsOf(EntryKind.Adjusting),
            Population.Reversal => IsOf(EntryKind.Reversal),
            Population.Restatement => IsOf(EntryKind.Restatement),
            Population.Closing => IsOf(EntryKind.Closing),
            _ => throw new ArgumentOutOfRangeException(nameof(population), population, "No population."),
        };
        return [.. entries.Where(belongs)];
    }

    private static Func<PostedEntry, bool> IsOf(EntryKind kind) => posted => posted.Entry.Kind == kind;

    private static bool IsManual(PostedEntry posted) => posted.Entry.Kind switch
    {
        EntryKind.Ordinary => posted.Entry.Reference is null && posted.Entry.Vouchers.Count == 0,
        EntryKind.Closing => false,
        _ => true,
    };

    private static bool IsAfterClose(PostedEntry posted, IReadOnlyList<ClosedPeriod> closes) =>
        posted.Entry.Kind != EntryKind.Closing && closes.Any(close => close.After < posted.Sequence
            && close.Period.Contains(posted.Entry.Date) && posted.Entry.Postings.Any(posting => posting.Fund.Code == close.Fund));

    private static int DaysLate(PostedEntry posted) => Period.DaysBetween(posted.Entry.Date, posted.Recorded.InUtc().Date);

    private static bool IsRound(Posting posting, decimal roundTo) =>
        roundTo > 0 && posting.Amount.Amount != 0 && posting.Amount.Amount % roundTo == 0;

    private static bool IsUndescribed(JournalEntry entry, int letters) =>
        entry.Description == entry.Id.Text || entry.Description == entry.Reference || entry.Description.Count(char.IsLetter) < letters;

    private static Func<PostedEntry, bool> PostsToAnyOf(HashSet<Code<Account>> accounts) =>
        posted => posted.Entry.Postings.Any(posting => accounts.Contains(posting.Account.Code));

    private static HashSet<Code<Account>> SeldomUsed(IReadOnlyList<PostedEntry> entries, int limit) => [.. entries
        .SelectMany(posted => posted.Entry.Postings.Select(posting => posting.Account.Code).Distinct())
        .GroupBy(code => code).Where(uses => uses.Count() <= limit).Select(uses => uses.Key)];
}
