using System.Security.Cryptography;
using System.Text;
using TrustFund.Storage;

namespace TrustFund.Interchange;

/// <summary>
/// Reads books kept as a folder of CSV files: <c>accounts.csv</c>, <c>funds.csv</c>, <c>journal.csv</c>
/// and, where there are any, <c>donors.csv</c> and <c>books.csv</c>. Whatever the files hold becomes
/// entries or problems, never an exception; a disk that fails while it is read does throw.
/// </summary>
public static class CsvBooks
{
    /// <summary>Reads a folder.</summary>
    /// <param name="folder">Its path.</param>
    /// <returns>All that could be read, and every problem: one at fault is reported once, and what follows from it alone is not.</returns>
    /// <exception cref="IOException">Reading failed in the middle of a file.</exception>
    public static CsvBooksReading Read(string folder)
    {
        var problems = new List<ReadingProblem>();
        if (!Directory.Exists(folder))
        {
            var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
            problems.Add(FileComplaints.NoFolder.At(name, new TextPlace(1, 1)));
            return new CsvBooksReading(MasterData.Empty, [], default, problems);
        }

        CsvTable Table(string name) => new(Path.Combine(folder, name), problems);
        bool IsThere(string name) => Path.Exists(Path.Combine(folder, name));
        var (accountsFile, fundsFile, donorsFile) = (Table("accounts.csv"), Table("funds.csv"), Table("donors.csv"));
        var (settingsFile, journalFile) = (Table("books.csv"), Table("journal.csv"));

        var accounts = MasterDataReader.Accounts(accountsFile);
        var funds = MasterDataReader.Funds(fundsFile);
        var donors = IsThere(donorsFile.Source) ? MasterDataReader.Donors(donorsFile) : new Register<Donor>(donorsFile.Source);
        var settings = IsThere(settingsFile.Source) ? MasterDataReader.Settings(settingsFile) : [];
        var masterData = new MasterData(new ChartOfAccounts(accounts.Items), funds.Items, donors.Items, settings);
        var assembler = new EntryAssembler(accounts, funds, donors, problems);
        var entries = JournalReader.Read(journalFile, assembler).ToList();

        CsvTable[] files = [accountsFile, fundsFile, donorsFile, settingsFile, journalFile];
        return new CsvBooksReading(masterData, entries.AsReadOnly(), Fingerprint(files), InOrder(problems, files));
    }

    // An entry's problems are found together; a person reads the file from the top.
    private static IReadOnlyList<ReadingProblem> InOrder(IReadOnlyList<ReadingProblem> problems, IReadOnlyList<CsvTable> files) =>
        [.. files.SelectMany(file => problems
            .Where(problem => problem.Source == file.Source)
            .OrderBy(problem => problem.Place.Line)
            .ThenBy(problem => problem.Place.Column))];

    // Of each file, in the order of the names, its name, a line feed and the hash of its bytes.
    private static Sha256Hash Fingerprint(IEnumerable<CsvTable> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(file => file.Source, StringComparer.Ordinal))
        {
            if (file.Hash is { } ofFile)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(file.Source + "\n"));
                hash.AppendData(ofFile.ToByteArray());
            }
        }

        return new Sha256Hash(hash.GetHashAndReset());
    }
}
