using TrustFund.Storage;

namespace TrustFund.Interchange;

/// <summary>
/// A journal of hledger on its way in: the common subset, everything outside of which is refused with
/// its place. Balance assertions refer to days as hledger means them, so the journal is held as a whole.
/// </summary>
public sealed class HledgerJournal : IIncomingBooks
{
    private HledgerJournal(HledgerReader reader)
    {
        (MasterData, Entries) = (reader.MasterData, reader.Entries);
        (Problems, Fingerprint, RowsRead, BytesRead) = (reader.Problems, reader.Fingerprint, reader.Lines, reader.Bytes);
    }

    /// <inheritdoc/>
    public MasterData MasterData { get; }

    /// <inheritdoc/>
    public IEnumerable<JournalEntry> Entries { get; }

    /// <inheritdoc/>
    public IReadOnlyList<ReadingProblem> Problems { get; }

    /// <inheritdoc/>
    public Sha256Hash Fingerprint { get; }

    /// <inheritdoc/>
    public long RowsRead { get; }

    /// <inheritdoc/>
    public long BytesRead { get; }

    /// <inheritdoc/>
    public long Length => BytesRead;

    /// <summary>Reads a journal.</summary>
    /// <param name="path">The file.</param>
    /// <param name="known">The accounts, funds and donors of the books it goes into: they need not be declared again.</param>
    /// <exception cref="IOException">Reading failed in the middle of the file.</exception>
    public static HledgerJournal Read(string path, MasterData known) => new(HledgerReader.Read(path, known));
}
