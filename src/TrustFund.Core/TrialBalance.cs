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
        Cutoff = cutoff;
        Rows = [.. rows
            .OrderBy(row => row.Account.Code)
            .ThenBy(row => row.Fund.Code)
            .ThenBy(row => row.Donor?.Code.Text, StringComparer.Ordinal)];

        for (var index = 1; index < Rows.Count; index++)
        {
            var (one, other) = (Rows[index - 1], Rows[index]);
            if (one.Account.Code == other.Account.Code && one.Fund.Code == other.Fund.Code && one.Donor?.Code == other.Donor?.Code)
            {
                throw new ArgumentException($"Account {one.Account.Code} of fund {one.Fund.Code} stands twice for one donor.", nameof(rows));
            }
        }

        var differences = Rows
            .GroupBy(row => row.Fund)
            .Select(group => (Fund: group.Key, Difference: group.Aggregate((Int128)0, (sum, row) => sum + row.Balance.MinorUnits)))
            .Where(pair => pair.Difference != 0)
            .Select(pair => new FundDifference(pair.Fund, new Money(checked((long)pair.Difference), pair.Fund.Currency)))
            .ToList();
        if (differences.Count > 0)
        {
            throw new UnbalancedTrialBalanceException(differences);
        }
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

    /// <summary>The sum of the rows that fit, debit positive; nil of the currency where none does.</summary>
    /// <param name="fund">The fund whose rows are added.</param>
    /// <param name="fits">Which of its rows.</param>
    public Money Sum(Fund fund, Func<TrialBalanceRow, bool> fits) =>
        Rows.Where(row => row.Fund.Code == fund.Code && fits(row))
            .Aggregate(Money.Zero(fund.Currency), (sum, row) => sum + row.Balance);
}
