namespace TrustFund.Storage;

/// <summary>Makes books again from what was taken out of them.</summary>
public interface IRestoreBooks
{
    /// <summary>
    /// Fills empty books with a journal and the events beside it as other books held them: the same numbers,
    /// recorded instants and hashes, and so the same head. Each hash is recomputed, and every entry and event
    /// meets the rules it met when it was recorded; what does not fit is refused.
    /// </summary>
    /// <param name="masterData">What the entries refer to.</param>
    /// <param name="journal">The journal from its first entry, streamed: read once, and not held.</param>
    /// <param name="events">
    /// The events in the order of their numbers, those that registered the master data among them. Null for none: the
    /// master data is then registered now, and every period is open.
    /// </param>
    /// <param name="keep">As for <see cref="IAppendEntries.ImportAsync"/>.</param>
    /// <param name="cancellation">Cancels before the commit; nothing is then added.</param>
    /// <exception cref="BooksException">The store failed; nothing was added.</exception>
    ValueTask<AppendResult> RestoreAsync(
        MasterData masterData, IEnumerable<PostedEntry> journal, IReadOnlyList<RestoredEvent>? events = null, Func<bool>? keep = null,
        CancellationToken cancellation = default);
}
