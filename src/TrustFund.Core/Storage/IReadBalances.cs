namespace TrustFund.Storage;

/// <summary>Gives balances.</summary>
public interface IReadBalances
{
    /// <summary>The trial balance at a cutoff, equal to the one added up from its entries.</summary>
    /// <param name="cutoff">The books that are meant.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="BooksException">The store failed.</exception>
    /// <exception cref="UnbalancedTrialBalanceException">The books were changed from outside: see <see cref="IAuditBooks"/>.</exception>
    ValueTask<TrialBalance> ReadTrialBalanceAsync(LedgerCutoff cutoff, CancellationToken cancellation = default);
}
