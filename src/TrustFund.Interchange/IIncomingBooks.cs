using TrustFund.Storage;

namespace TrustFund.Interchange;

/// <summary>
/// Books on their way in: master data, and a journal that is read once, as a stream, and not held.
/// Whatever the files hold becomes entries or problems, never an exception; a disk that fails while it
/// is read does throw.
/// </summary>
public interface IIncomingBooks
{
    /// <summary>Accounts, funds, donors and settings, as far as they could be read.</summary>
    MasterData MasterData { get; }

    /// <summary>The entries that can be read, in the order of the file.</summary>
    /// <exception cref="IOException">Reading failed in the middle of a file.</exception>
    IEnumerable<JournalEntry> Entries { get; }

    /// <summary>
    /// Everything that could not be read, in the order of the files; complete once the journal was read to
    /// its end, and where there is any, import nothing. Of each file the first 1000 problems are kept and the
    /// others counted: how many there are is the last one told.
    /// </summary>
    IReadOnlyList<ReadingProblem> Problems { get; }

    /// <summary>The hash over what was read; known once the journal was read to its end.</summary>
    Sha256Hash Fingerprint { get; }

    /// <summary>How many rows or lines of the journal were read so far.</summary>
    long RowsRead { get; }

    /// <summary>How many bytes of the journal were read so far.</summary>
    long BytesRead { get; }

    /// <summary>How many bytes the journal has; 0 where that is not known.</summary>
    long Length { get; }
}
