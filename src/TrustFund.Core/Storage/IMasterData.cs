namespace TrustFund.Storage;

/// <summary>Keeps what entries refer to.</summary>
public interface IMasterData
{
    /// <summary>
    /// Adds accounts, funds, donors and settings. What is there already with the same contents stays;
    /// all of it is added or, where one is refused, none.
    /// </summary>
    /// <param name="masterData">What to add.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>The codes or keys that are there with other contents; empty where all was added.</returns>
    /// <exception cref="BooksException">The store failed; nothing was added.</exception>
    ValueTask<IReadOnlyList<Refusal>> RegisterAsync(MasterData masterData, CancellationToken cancellation = default);

    /// <summary>All that is registered.</summary>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="BooksException">The store failed.</exception>
    ValueTask<MasterData> ReadMasterDataAsync(CancellationToken cancellation = default);

    /// <summary>What was registered when an event happened.</summary>
    /// <param name="number">The number of the event; what it registered itself is taken in.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="BooksException">The store failed.</exception>
    ValueTask<MasterData> ReadMasterDataAsync(long number, CancellationToken cancellation = default);
}
