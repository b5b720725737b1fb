namespace TrustFund;

/// <summary>
/// The balances of all accounts by fund and donor at a cutoff. In every fund debits equal credits, or
/// it cannot be built. Rows are in order of account, fund, donor; no combination stands twice; rows
/// whose balance is nil are kept, since they were posted to.
/// </summary>
public sealed class TrialBalance
{
    /// <summary>Creates a trial balance.</summary>
    /// <param name="cutoff">The books that are meant.</param>
    /// <param name="rows">The balances, in any order.</param>
    /// <exception cref="ArgumentException">A combination of account, fund and donor stands twice.</exception>
    /// <exception cref="UnbalancedTrialBalanceException">In a fund, debits do not equal credits.</exception>
    public TrialBalance(LedgerCutoff cutoff, IEnumerable<TrialBalanceRow> rows)
    {
        (Cutoff, Rows) = (cutoff, InOrder([.. rows]));
        RequireBalance();
    }

    /// <summary>The books that are meant.</summary>
    public LedgerCutoff Cutoff { get; }

    /// <summary>The balances in order of account, fund, donor.</summary>
    public IReadOnlyList<TrialBalanceRow> Rows { get; }

    /// <summary>Adds up entries that a cutoff takes in.</summary>
    /// <param name="cutoff">The books that are meant.</param>
    /// <param name="entries">The journal, in any order; what the cutoff leaves out is left out here.</param>
    public static TrialBalance From(LedgerCutoff cutoff, IEnumerable<PostedEntry> entries) =>
        new(cutoff, entries
            .Where(cutoff.Includes)
            .SelectMany(posted => posted.Entry.Postings)
            .GroupBy(posting => (posting.Account, posting.Fund, posting.Donor))
            .Select(group => new TrialBalanceRow(group.Key.Account, group.Key.Fund, group.Key.Donor,
                group.Aggregate(Money.Zero(group.Key.Fund.Currency), (sum, posting) => sum + posting.Amount))));

    /// <summary>The same balances by account and fund alone: the donors of each added together.</summary>
    public TrialBalance WithoutDonors() => new(Cutoff, Rows
        .GroupBy(row => (row.Account, row.Fund))
        .Select(group => new TrialBalanceRow(group.Key.Account, group.Key.Fund, null,
            group.Aggregate(Money.Zero(group.Key.Fund.Currency), (sum, row) => sum + row.Balance))));

    /// <summary>The sum of the rows that fit, debit positive; nil of the currency where none does.</summary>
    /// <param name="fund">The fund whose rows are added.</param>
    /// <param name="fits">Which of its rows.</param>
    public Money Sum(Fund fund, Func<TrialBalanceRow, bool> fits) =>
        Rows.Where(row => row.Fund.Code == fund.Code && fits(row))
            .Aggregate(Money.Zero(fund.Currency), (sum, row) => sum + row.Balance);

    // Stores give their rows in order already; sorting a hundred thousand of them anew would be most of the work.
    private static TrialBalanceRow[] InOrder(TrialBalanceRow[] rows)
    {
        for (var index = 1; index < rows.Length; index++)
        {
            if (Compare(rows[index - 1], rows[index]) > 0)
            {
                Array.Sort(rows, Compare);
                break;
            }
        }

        for (var index = 1; index < rows.Length; index++)
        {
            if (Compare(rows[index - 1], rows[index]) == 0)
            {
                throw new ArgumentException(
                    $"Account {rows[index].Account.Code} of fund {rows[index].Fund.Code} stands twice for one donor.", nameof(rows));
            }
        }

        return rows;
    }

    private static int Compare(TrialBalanceRow one, TrialBalanceRow other)
    {
        var byAccount = ReferenceEquals(one.Account, other.Account) ? 0 : one.Account.Code.CompareTo(other.Account.Code);
        var byFund = byAccount != 0 ? byAccount : ReferenceEquals(one.Fund, other.Fund) ? 0 : one.Fund.Code.CompareTo(other.Fund.Code);
        return byFund != 0 ? byFund : string.CompareOrdinal(one.Donor?.Code.Text, other.Donor?.Code.Text);
    }

    private void RequireBalance()
    {
        var sums = new Dictionary<Fund, Int128>();
        for (var index = 0; index < Rows.Count;)
        {
            var fund = Rows[index].Fund;
            Int128 sum = 0;
            for (; index < Rows.Count && ReferenceEquals(Rows[index].Fund, fund); index++)
            {
                sum += Rows[index].Balance.MinorUnits;
            }

            sums[fund] = sums.GetValueOrDefault(fund) + sum;
        }

        var differences = sums
            .Where(pair => pair.Value != 0)
            .Select(pair => new FundDifference(pair.Key, new Money(checked((long)pair.Value), pair.Key.Currency)))
            .ToList();
        if (differences.Count > 0)
        {
            throw new UnbalancedTrialBalanceException(differences);
        }
    }
}
