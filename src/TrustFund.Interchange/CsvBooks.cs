using System.Security.Cryptography;
using System.Text;
using TrustFund.Storage;

namespace TrustFund.Interchange;

/// <summary>
/// Reads books kept as a folder of CSV files: <c>accounts.csv</c>, <c>funds.csv</c>, <c>journal.csv</c>
/// and, where there are any, <c>donors.csv</c> and <c>books.csv</c>. Every problem is reported, none
/// throws.
/// </summary>
public static class CsvBooks
{
    private static readonly string[] FileNames = ["accounts.csv", "books.csv", "donors.csv", "funds.csv", "journal.csv"];

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">Its path.</param>
    public static CsvBooksReading Read(string folder)
    {
        var problems = new List<ReadingProblem>();
        string PathOf(string name) => Path.Combine(folder, name);
        if (!Directory.Exists(folder))
        {
            problems.Add(new ReadingProblem(folder, new TextPlace(1, 1), "no such folder", "a folder of CSV books", "Name the folder that holds journal.csv."));
            return new CsvBooksReading(MasterData.Empty, [], default, problems);
        }

        var masterData = new MasterDataReader(problems);
        var accounts = masterData.Accounts(PathOf("accounts.csv"));
        var funds = masterData.Funds(PathOf("funds.csv"));
        var donors = File.Exists(PathOf("donors.csv")) ? masterData.Donors(PathOf("donors.csv")) : [];
        var settings = File.Exists(PathOf("books.csv")) ? masterData.Settings(PathOf("books.csv")) : [];
        var all = new MasterData(new ChartOfAccounts(accounts), funds, donors, settings);
        var entries = new JournalReader(all, problems).Read(PathOf("journal.csv")).ToList();
        return new CsvBooksReading(all, entries, Fingerprint(folder), problems);
    }

    // Of each file its name, a line feed and the hash of its bytes.
    private static Sha256Hash Fingerprint(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in FileNames.Where(name => File.Exists(Path.Combine(folder, name))))
        {
            try
            {
                using var file = File.OpenRead(Path.Combine(folder, name));
                hash.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
                hash.AppendData(SHA256.HashData(file));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // A file that cannot be opened is a problem already, and then the fingerprint counts for nothing.
                return default;
            }
        }

        return new Sha256Hash(hash.GetHashAndReset());
    }
}
