namespace TrustFund.Storage;

/// <summary>Keeps statements as they were published, with the bytes of their files.</summary>
public interface IKeepEditions
{
    /// <summary>
    /// Registers a statement, in one transaction. One that is registered already, with the same document and
    /// the same particulars, is not registered again.
    /// </summary>
    /// <param name="registration">The event, with its edition.</param>
    /// <param name="contents">The files of the edition with their bytes, all of them.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="ArgumentException">The event has no edition, or the contents are not its files.</exception>
    /// <exception cref="BooksException">The store failed; nothing was registered.</exception>
    ValueTask<EditionResult> RegisterAsync(
        BooksEvent registration, IReadOnlyList<EditionContents> contents, CancellationToken cancellation = default);

    /// <summary>The events that registered statements, in their order.</summary>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="BooksException">The store failed.</exception>
    ValueTask<IReadOnlyList<PostedEvent>> ReadEditionsAsync(CancellationToken cancellation = default);

    /// <summary>The bytes of a file as they are kept now; whether they are those registered, its hash tells.</summary>
    /// <param name="number">The number of the event that registered the edition.</param>
    /// <param name="file">One of its files.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <returns>The bytes; null where there is no such file.</returns>
    /// <exception cref="BooksException">The store failed.</exception>
    ValueTask<byte[]?> ReadEditionFileAsync(long number, EditionFile file, CancellationToken cancellation = default);
}
