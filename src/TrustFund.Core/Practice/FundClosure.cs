using NodaTime;

namespace TrustFund.Practice;

/// <summary>
/// The end of a fund: assets and liabilities are cleared to cash, what is left is disposed of under a
/// decision, and then every line is nil. Revenue less expense is not enough.
/// </summary>
public sealed class FundClosure
{
    private readonly TrialBalance _balances;

    private FundClosure(Fund fund, TrialBalance balances, IReadOnlyList<Code<Account>> cashAccounts)
    {
        (Fund, _balances) = (fund, balances);
        var lines = balances.Rows.Where(row => row.Fund.Code == fund.Code && !row.Balance.IsZero
            && row.Account.Type is AccountType.Asset or AccountType.Liability).ToList();
        Cash = [.. lines.Where(row => cashAccounts.Contains(row.Account.Code)).GroupBy(row => row.Account)
            .Select(group => (group.Key, Sum(group))).Where(line => !line.Item2.IsZero)];
        Uncleared = [.. lines.Where(row => !cashAccounts.Contains(row.Account.Code))];
        Residual = Cash.Aggregate(Money.Zero(fund.Currency), (sum, line) => sum + line.Balance);
    }

    /// <summary>The fund.</summary>
    public Fund Fund { get; }

    /// <summary>Assets and liabilities other than cash that are not nil: they are to be cleared first.</summary>
    public IReadOnlyList<TrialBalanceRow> Uncleared { get; }

    /// <summary>What each account of cash holds; negative where it is overdrawn.</summary>
    public IReadOnlyList<(Account Account, Money Balance)> Cash { get; }

    /// <summary>What is left to be disposed of.</summary>
    public Money Residual { get; }

    /// <summary>Looks at a fund that is to be closed.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="balances">Its balances on the day, among others.</param>
    /// <param name="cashAccounts">The accounts of cash.</param>
    public static FundClosure Of(Fund fund, TrialBalance balances, IReadOnlyList<Code<Account>> cashAccounts) => new(fund, balances, cashAccounts);

    /// <summary>Hands the residual to another fund, through due to and due from other funds: the transfer and its settlement.</summary>
    /// <param name="to">The fund that receives it.</param>
    /// <param name="id">The id of the transfer; its settlement has <c>-PAID</c> after it.</param>
    /// <param name="on">The posting date.</param>
    /// <param name="authority">The decision under which it is disposed of.</param>
    /// <param name="details">Who prepared and approved it.</param>
    /// <exception cref="ArgumentException">An account of cash is overdrawn, nothing is left, or no authority is named.</exception>
    /// <exception cref="CurrencyMismatchException">The other fund has another currency.</exception>
    public IReadOnlyList<JournalEntry> TransferredTo(Fund to, Code<JournalEntry> id, LocalDate on, string authority, EntryDetails? details = null) =>
    [
        Fund.TransfersToFund(id, to, Residual, on, authority, details),
        Fund.SettlesDueTo($"{id}-PAID", to, Cash, on, FundTransfers.Under(authority, details)),
    ];

    /// <summary>Gives the residual back to a donor: debit refunds to donors, credit cash.</summary>
    /// <param name="to">The donor.</param>
    /// <param name="id">The id of the entry.</param>
    /// <param name="on">The posting date.</param>
    /// <param name="authority">The decision under which it is disposed of.</param>
    /// <param name="details">Who prepared and approved it.</param>
    /// <exception cref="ArgumentException">An account of cash is overdrawn, nothing is left, or no authority is named.</exception>
    public IReadOnlyList<JournalEntry> RefundedTo(Donor to, Code<JournalEntry> id, LocalDate on, string authority, EntryDetails? details = null) =>
    [
        new JournalEntry(id, on, EntryKind.Ordinary, $"Residual of fund {Fund.Code} refunded to {to.Name}",
        [
            new Posting(StandardChart.RefundsToDonors, Fund, FundTransfers.Positive(Residual), to),
            .. Cash.Select(line => new Posting(line.Account, Fund, -FundTransfers.Positive(line.Balance), to)),
        ], FundTransfers.Under(authority, details)),
    ];

    /// <summary>
    /// Brings the components of net assets together on the account that takes the result, so that after
    /// the last close each of them is nil and not their sum alone.
    /// </summary>
    /// <param name="into">The account that takes the result.</param>
    /// <param name="id">The id of the entry.</param>
    /// <param name="on">The posting date.</param>
    /// <param name="details">Who prepared and approved it.</param>
    /// <returns>The entry; null where there is nothing to bring together.</returns>
    public JournalEntry? BringsComponentsTogether(Account into, Code<JournalEntry> id, LocalDate on, EntryDetails? details = null)
    {
        var rows = _balances.Rows.Where(row => row.Fund.Code == Fund.Code && row.Account.Type == AccountType.NetAssets
            && !row.Balance.IsZero && (row.Account != into || row.Donor is not null)).ToList();
        var sum = Sum(rows);
        return rows.Count == 0 ? null : new JournalEntry(id, on, EntryKind.Ordinary, $"Net assets of fund {Fund.Code} brought together",
        [
            .. rows.Select(row => new Posting(row.Account, Fund, -row.Balance, row.Donor)),
            .. sum.IsZero ? [] : new[] { new Posting(into, Fund, sum) },
        ], details);
    }

    private Money Sum(IEnumerable<TrialBalanceRow> rows) => rows.Aggregate(Money.Zero(Fund.Currency), (sum, row) => sum + row.Balance);
}
