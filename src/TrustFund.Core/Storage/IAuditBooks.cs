namespace TrustFund.Storage;

/// <summary>Finds what was changed behind the books' back.</summary>
public interface IAuditBooks
{
    /// <summary>Checks the chain, every entry's balance, what entries refer to, and the store's own structure.</summary>
    /// <param name="cancellation">Cancels the audit.</param>
    /// <exception cref="BooksException">The store failed.</exception>
    ValueTask<AuditReport> AuditAsync(CancellationToken cancellation = default);
}
