namespace TrustFund.Storage;

/// <summary>Adds entries at the end of the journal, the only way to change it.</summary>
public interface IAppendEntries
{
    /// <summary>
    /// Adds entries in their order, all of them or, where one is refused, none. An entry whose id is
    /// there already with the same contents is not added again. What is acknowledged is durable.
    /// </summary>
    /// <param name="entries">The entries; read once, so a long journal can be streamed.</param>
    /// <param name="cancellation">Cancels before the commit; nothing is then added.</param>
    /// <returns>What was added, or every refusal.</returns>
    /// <exception cref="BooksException">The store failed; nothing was added.</exception>
    ValueTask<AppendResult> AppendAsync(IEnumerable<JournalEntry> entries, CancellationToken cancellation = default);

    /// <summary>
    /// Registers master data and adds entries as one: both or, where anything is refused, neither.
    /// </summary>
    /// <param name="masterData">What the entries refer to, as far as it is not there yet.</param>
    /// <param name="entries">The entries; read once.</param>
    /// <param name="cancellation">Cancels before the commit; nothing is then added.</param>
    /// <exception cref="BooksException">The store failed; nothing was added.</exception>
    ValueTask<AppendResult> ImportAsync(
        MasterData masterData, IEnumerable<JournalEntry> entries, CancellationToken cancellation = default);
}
