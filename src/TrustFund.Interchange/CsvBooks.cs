using TrustFund.Storage;

namespace TrustFund.Interchange;

/// <summary>
/// Reads books kept as a folder of CSV files: <c>accounts.csv</c>, <c>funds.csv</c>, <c>journal.csv</c>
/// and, where there are any, <c>donors.csv</c> and <c>books.csv</c>. Whatever the files hold becomes
/// entries or problems, never an exception; a disk that fails while it is read does throw.
/// </summary>
public static class CsvBooks
{
    /// <summary>Opens a folder: master data is read, the journal is read as a stream.</summary>
    /// <param name="folder">Its path.</param>
    /// <exception cref="IOException">Reading failed in the middle of a file.</exception>
    public static IncomingCsvBooks Open(string folder) => new(folder);

    /// <summary>Reads a folder as a whole.</summary>
    /// <param name="folder">Its path.</param>
    /// <returns>All that could be read, and every problem: one at fault is reported once, and what follows from it alone is not.</returns>
    /// <exception cref="IOException">Reading failed in the middle of a file.</exception>
    public static CsvBooksReading Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
            return new CsvBooksReading(MasterData.Empty, [], default, [FileComplaints.NoFolder.At(name, new TextPlace(1, 1))]);
        }

        var books = Open(folder);
        var entries = books.Entries.ToList();
        return new CsvBooksReading(books.MasterData, entries.AsReadOnly(), books.Fingerprint, books.Problems);
    }
}
