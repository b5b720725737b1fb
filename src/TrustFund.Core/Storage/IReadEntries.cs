using NodaTime;

namespace TrustFund.Storage;

/// <summary>Reads the journal.</summary>
public interface IReadEntries
{
    /// <summary>The selected entries in order of their sequence, streamed.</summary>
    /// <param name="selection">Which entries.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="BooksException">The store failed, or an entry read back is not one that could have been posted.</exception>
    IAsyncEnumerable<PostedEntry> ReadEntriesAsync(EntrySelection selection, CancellationToken cancellation = default);

    /// <summary>The entry of an id; null where there is none.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="BooksException">The store failed.</exception>
    ValueTask<PostedEntry?> FindEntryAsync(Code<JournalEntry> id, CancellationToken cancellation = default);

    /// <summary>The end of the journal.</summary>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="BooksException">The store failed.</exception>
    ValueTask<JournalHead> ReadHeadAsync(CancellationToken cancellation = default);

    /// <summary>The end of the journal as it was recorded at an instant.</summary>
    /// <param name="knownAt">The last recorded instant taken in.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="BooksException">The store failed.</exception>
    ValueTask<JournalHead> ReadHeadAsync(Instant knownAt, CancellationToken cancellation = default);

    /// <summary>The end of the journal as it was after an entry.</summary>
    /// <param name="sequence">The sequence number of the last entry taken in; where there are fewer, the end as it is now.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="BooksException">The store failed.</exception>
    ValueTask<JournalHead> ReadHeadAsync(long sequence, CancellationToken cancellation = default);
}
