namespace TrustFund.Practice;

/// <summary>
/// The entries that carry a year's revenue and expense to net assets, and those that take that back
/// when the year is opened again. Both are of kind closing and dated on the year's last day, so that a
/// cutoff before closing leaves both out.
/// </summary>
public static class ClosingEntries
{
    private const int FundCodeInId = 40;

    /// <summary>
    /// The closing entry of a fund's year: every revenue and expense account, by donor, to nil, and the
    /// result to net assets without a donor. What was closed before and not taken back is closed.
    /// </summary>
    /// <param name="balances">The balances at the end of the year, after the closing entries that stand.</param>
    /// <param name="fund">The fund.</param>
    /// <param name="year">The year.</param>
    /// <param name="into">The net-assets account that takes the result.</param>
    /// <param name="id">The entry's id: see <see cref="IdOf"/>.</param>
    /// <param name="details">Who prepared and approved the close.</param>
    /// <returns>The entry; null where every revenue and expense account is nil.</returns>
    /// <exception cref="ArgumentException">Not a net-assets account, balances at another day than the year's last, or an account
    /// or fund that is not open on that day.</exception>
    public static JournalEntry? Of(
        TrialBalance balances, Fund fund, ReportingPeriod year, Account into, Code<JournalEntry> id, EntryDetails? details = null)
    {
        if (into.Type != AccountType.NetAssets)
        {
            throw new ArgumentException($"Account {into} is not one of net assets.", nameof(into));
        }

        if (balances.Cutoff.Through != year.End)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The balances are those of {balances.Cutoff.Through:uuuu-MM-dd}, not of the year's last day {year.End:uuuu-MM-dd}."), nameof(balances));
        }

        var open = OpenRows(balances, fund).ToList();
        var result = open.Aggregate(Money.Zero(fund.Currency), (sum, row) => sum + row.Balance);
        var postings = open.Select(row => new Posting(row.Account, fund, -row.Balance, row.Donor))
            .Concat(result.IsZero ? [] : [new Posting(into, fund, result)])
            .ToList();
        return postings.Count == 0 ? null : new JournalEntry(
            id, year.End, EntryKind.Closing, $"Result of {year} to {into.Name}", postings, details);
    }

    /// <summary>The revenue and expense of a fund that a close has to carry to net assets.</summary>
    /// <param name="balances">The balances at the end of the year.</param>
    /// <param name="fund">The fund.</param>
    public static IEnumerable<TrialBalanceRow> OpenRows(TrialBalance balances, Fund fund) => balances.Rows.Where(row =>
        row.Fund.Code == fund.Code && row.Account.Type is AccountType.Revenue or AccountType.Expense && !row.Balance.IsZero);

    /// <summary>The closing entries of a fund's year that stand: neither taken back nor taking back.</summary>
    /// <param name="entries">The closing entries of the fund dated on the year's last day, among others or not.</param>
    /// <param name="fund">The fund.</param>
    /// <param name="year">The year.</param>
    public static IReadOnlyList<JournalEntry> Live(IEnumerable<JournalEntry> entries, Fund fund, ReportingPeriod year)
    {
        var closing = entries.Where(entry => entry.Kind == EntryKind.Closing && entry.Date == year.End
            && entry.Postings.Any(posting => posting.Fund.Code == fund.Code)).ToList();
        var takenBack = closing.Where(entry => entry.Reverses is not null).Select(entry => entry.Reverses!.Value).ToHashSet();
        return [.. closing.Where(entry => entry.Reverses is null && !takenBack.Contains(entry.Id))];
    }

    /// <summary>The entry of kind closing that takes a closing entry back, on the same day, when its year is opened again.</summary>
    /// <param name="closing">The closing entry.</param>
    /// <param name="id">The id of the new entry: see <see cref="IdOf"/>.</param>
    /// <param name="reason">Why the year is opened again.</param>
    /// <param name="details">Who prepared and approved it; what it takes back is filled in here.</param>
    /// <exception cref="ArgumentException">The entry is not a closing entry that can be taken back.</exception>
    public static JournalEntry Reopening(JournalEntry closing, Code<JournalEntry> id, string reason, EntryDetails? details = null) =>
        closing is { Kind: EntryKind.Closing, Reverses: null }
            ? new JournalEntry(id, closing.Date, EntryKind.Closing, reason,
                closing.Postings.Select(posting => posting.Negated()), (details ?? new EntryDetails()) with { Reverses = closing.Id })
            : throw new ArgumentException($"Entry {closing.Id} is not a closing entry that can be taken back.", nameof(closing));

    /// <summary>The id of the nth closing entry, closing or taking back, of a fund's year: <c>CLOSE-UNLIREC-2016-12-31-1</c>.</summary>
    /// <param name="fund">The fund; of a long code the first 40 characters.</param>
    /// <param name="year">The year.</param>
    /// <param name="number">1 for the first.</param>
    public static Code<JournalEntry> IdOf(Fund fund, ReportingPeriod year, int number)
    {
        var code = fund.Code.Text.Length > FundCodeInId ? fund.Code.Text[..FundCodeInId] : fund.Code.Text;
        return FormattableString.Invariant($"CLOSE-{code}-{year.End:uuuu-MM-dd}-{number}");
    }
}
