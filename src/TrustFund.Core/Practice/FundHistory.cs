using NodaTime;

namespace TrustFund.Practice;

/// <summary>What a close has to know of a fund's journal, from its first entry to the end of the period.</summary>
public sealed class FundHistory
{
    private readonly Dictionary<Code<Account>, LocalDate> _lastMoved = [];
    private readonly SortedSet<LocalDate> _days = [];
    private readonly SortedSet<LocalDate> _openingDays = [];
    private readonly List<JournalEntry> _misapproved = [];

    private FundHistory(Fund fund, ReportingPeriod period, ClosingPolicy policy, IEnumerable<JournalEntry> entries)
    {
        var open = new OpenItems();
        foreach (var entry in entries.Where(entry => entry.Date <= period.End))
        {
            Take(entry, fund, policy, open);
            if (period.Contains(entry.Date) && Approval.Fault(policy.Approval, entry.PreparedBy, entry.ApprovedBy) is not null)
            {
                _misapproved.Add(entry);
            }
        }

        OpenItems = open.Open();
    }

    /// <summary>The days on which entries of the fund are dated, opening entries apart.</summary>
    public IReadOnlyCollection<LocalDate> Days => _days;

    /// <summary>The days on which its opening entries are dated.</summary>
    public IReadOnlyCollection<LocalDate> OpeningDays => _openingDays;

    /// <summary>What is open of its receivables and advances at the end of the period, by account and age.</summary>
    public IReadOnlyList<OpenItem> OpenItems { get; }

    /// <summary>The entries of the period whose names do not follow the fund's rule.</summary>
    public IReadOnlyList<JournalEntry> Misapproved => _misapproved;

    /// <summary>Reads a fund's journal.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="period">The period to be closed.</param>
    /// <param name="policy">The fund's policy at its end.</param>
    /// <param name="entries">The entries of the fund in the order of the journal, read once; those after the period are left aside.</param>
    public static FundHistory Of(Fund fund, ReportingPeriod period, ClosingPolicy policy, IEnumerable<JournalEntry> entries) =>
        new(fund, period, policy, entries);

    /// <summary>The last day on which an account of the fund was posted to, closing entries apart; null where it was never.</summary>
    /// <param name="account">The account.</param>
    public LocalDate? LastMoved(Code<Account> account) => _lastMoved.TryGetValue(account, out var day) ? day : null;

    private void Take(JournalEntry entry, Fund fund, ClosingPolicy policy, OpenItems open)
    {
        // What moves comparatives only has no place in a year of its own.
        if (entry.Kind == EntryKind.Closing || entry.Nature == RestatementNature.Reclassification)
        {
            return;
        }

        (entry.Kind == EntryKind.Opening ? _openingDays : _days).Add(entry.Date);
        foreach (var posting in entry.Postings)
        {
            if (posting.Fund.Code != fund.Code)
            {
                continue;
            }

            if (!_lastMoved.TryGetValue(posting.Account.Code, out var last) || last < entry.Date)
            {
                _lastMoved[posting.Account.Code] = entry.Date;
            }

            if (policy.OpenItemAccounts.Contains(posting.Account.Code))
            {
                open.Add(entry, posting);
            }
        }
    }
}
