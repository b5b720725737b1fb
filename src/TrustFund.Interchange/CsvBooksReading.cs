using TrustFund.Storage;

namespace TrustFund.Interchange;

/// <summary>What came of reading a folder of CSV books.</summary>
/// <param name="MasterData">Accounts, funds, donors and settings, as far as they could be read.</param>
/// <param name="Entries">The entries that could be read, in the order of the file.</param>
/// <param name="Fingerprint">The hash over the names and hashes of the files, in the order of their names.</param>
/// <param name="Problems">Everything that could not be read, in the order of the files; where there is any, import nothing.</param>
public sealed record CsvBooksReading(
    MasterData MasterData, IReadOnlyList<JournalEntry> Entries, Sha256Hash Fingerprint, IReadOnlyList<ReadingProblem> Problems);
