namespace TrustFund.Storage;

/// <summary>Finds what was changed behind the books' back, and gives what is kept outside to find it by.</summary>
public interface IAuditBooks
{
    /// <summary>
    /// Checks the chain, every entry's balance, what entries refer to, the balances kept of them, and the
    /// store's own structure.
    /// </summary>
    /// <param name="checkpoints">States of these books that were kept outside them, to be held against what they hold now.</param>
    /// <param name="cancellation">Cancels the audit.</param>
    /// <exception cref="BooksException">The store failed.</exception>
    ValueTask<AuditReport> AuditAsync(IReadOnlyList<Checkpoint> checkpoints, CancellationToken cancellation = default);

    /// <summary>The state of the books, to be kept outside them.</summary>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="BooksException">The store failed.</exception>
    ValueTask<Checkpoint> ReadCheckpointAsync(CancellationToken cancellation = default);

    /// <summary>Shows selected entries to be of the journal as it is, without the others.</summary>
    /// <param name="selection">Which entries.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="BooksException">The store failed.</exception>
    ValueTask<IReadOnlyList<InclusionProof>> ProveAsync(EntrySelection selection, CancellationToken cancellation = default);
}
