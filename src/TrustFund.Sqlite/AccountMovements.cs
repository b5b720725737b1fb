namespace TrustFund.Sqlite;

/// <summary>Puts the sums of both sides together.</summary>
internal static class AccountMovements
{
    /// <param name="debits">The sums of the debits in the order of a trial balance.</param>
    /// <param name="credits">The sums of the credits, negative, in the same order.</param>
    internal static IReadOnlyList<AccountMovement> Of(TrialBalanceRow[] debits, TrialBalanceRow[] credits)
    {
        var movements = new List<AccountMovement>();
        var (debit, credit) = (0, 0);
        while (debit < debits.Length || credit < credits.Length)
        {
            var order = debit == debits.Length ? 1 : credit == credits.Length ? -1 : Compare(debits[debit], credits[credit]);
            var row = order <= 0 ? debits[debit] : credits[credit];
            var zero = Money.Zero(row.Fund.Currency);
            movements.Add(new AccountMovement(
                row.Account, row.Fund, row.Donor, order <= 0 ? debits[debit].Balance : zero, order >= 0 ? -credits[credit].Balance : zero));
            debit += order <= 0 ? 1 : 0;
            credit += order >= 0 ? 1 : 0;
        }

        return movements;
    }

    private static int Compare(TrialBalanceRow one, TrialBalanceRow other)
    {
        var byAccount = one.Account.Code.CompareTo(other.Account.Code);
        var byFund = byAccount != 0 ? byAccount : one.Fund.Code.CompareTo(other.Fund.Code);
        return byFund != 0 ? byFund : string.CompareOrdinal(one.Donor?.Code.Text, other.Donor?.Code.Text);
    }
}
