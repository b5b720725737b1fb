namespace TrustFund.Interchange;

/// <summary>
/// Verifies balance assertions as hledger means them: in order of dates and, within a day, of the file;
/// of the account itself, over all funds, counted from nil.
/// </summary>
internal static class HledgerAssertions
{
    /// <summary>Reports every assertion that fails.</summary>
    /// <param name="transactions">The transactions, in the order of the file.</param>
    /// <param name="amounts">What each posting came to.</param>
    /// <param name="problems">Where to report.</param>
    internal static void Verify(
        IEnumerable<HledgerTransaction> transactions, IReadOnlyDictionary<HledgerPosting, Money> amounts, ProblemLog problems)
    {
        var balances = new Dictionary<(string Account, Currency Currency), Int128>();
        foreach (var posting in transactions.OrderBy(transaction => transaction.Date).SelectMany(transaction => transaction.Postings))
        {
            var amount = amounts[posting];
            var key = (posting.Account, amount.Currency);
            balances[key] = balances.GetValueOrDefault(key) + amount.MinorUnits;
            if (posting.Assertion is { } assertion)
            {
                Verify(posting.Account, assertion, balances, problems);
            }
        }
    }

    private static void Verify(
        string account, HledgerAssertion assertion, Dictionary<(string Account, Currency Currency), Int128> balances, ProblemLog problems)
    {
        var expected = assertion.Balance;
        var held = balances
            .Where(pair => pair.Key.Account == account
                || (assertion.IsInclusive && pair.Key.Account.StartsWith(account + ":", StringComparison.Ordinal)))
            .GroupBy(pair => pair.Key.Currency)
            .Select(group => (Currency: group.Key, Sum: group.Aggregate((Int128)0, (sum, pair) => sum + pair.Value)))
            .Where(pair => pair.Sum != 0 || pair.Currency == expected.Currency)
            .Where(pair => assertion.IsTotal || pair.Currency == expected.Currency)
            .ToList();
        var sumOfExpected = held.Where(pair => pair.Currency == expected.Currency).Select(pair => pair.Sum).FirstOrDefault();
        if (sumOfExpected != expected.MinorUnits || held.Exists(pair => pair.Currency != expected.Currency))
        {
            var found = held.Count == 0
                ? Money.Zero(expected.Currency).ToString()
                : string.Join(" and ", held.Select(pair => new Money(checked((long)pair.Sum), pair.Currency)));
            problems.Add(assertion.Place, HledgerComplaints.AssertionFails, found, Cells.Shown(account), expected.ToString());
        }
    }
}
