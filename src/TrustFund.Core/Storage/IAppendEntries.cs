namespace TrustFund.Storage;

/// <summary>
/// Adds entries at the end of the journal, the only way to change it. All of a call is added or, where
/// one entry is refused, none, and every refusal is told. An entry whose id is there already with the
/// same contents is not added again. What is acknowledged is durable.
/// </summary>
public interface IAppendEntries
{
    /// <summary>Adds one entry. Callers that post at the same time may share one commit.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellation">Cancels before the commit; nothing is then added.</param>
    /// <exception cref="BooksException">The store failed; nothing was added.</exception>
    ValueTask<AppendResult> AppendAsync(JournalEntry entry, CancellationToken cancellation = default);

    /// <summary>Adds a batch of entries in their order.</summary>
    /// <param name="entries">The entries; read once.</param>
    /// <param name="cancellation">Cancels before the commit; nothing is then added.</param>
    /// <exception cref="BooksException">The store failed; nothing was added.</exception>
    ValueTask<AppendResult> AppendAsync(IEnumerable<JournalEntry> entries, CancellationToken cancellation = default);

    /// <summary>
    /// Registers master data and adds a whole journal, of any length, in one durable transaction: both
    /// or neither.
    /// </summary>
    /// <param name="masterData">What the entries refer to, as far as it is not there yet.</param>
    /// <param name="entries">The entries, streamed: read once, and not held. Reading them must not use these books.</param>
    /// <param name="keep">
    /// Asked once, after the last entry was read: whether to keep what was added. Where it says no,
    /// nothing is added, and the result tells what would have been: for what was found wrong while the
    /// entries were read, and for trying out. Null for yes.
    /// </param>
    /// <param name="cancellation">Cancels before the commit; nothing is then added.</param>
    /// <exception cref="BooksException">The store failed; nothing was added.</exception>
    ValueTask<AppendResult> ImportAsync(
        MasterData masterData, IEnumerable<JournalEntry> entries, Func<bool>? keep = null, CancellationToken cancellation = default);
}
