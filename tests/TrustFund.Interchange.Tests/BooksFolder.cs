using System.Text;

namespace TrustFund.Interchange.Tests;

/// <summary>A folder of CSV books that are right, for tests to spoil.</summary>
internal sealed class BooksFolder : IDisposable
{
    internal const string JournalHeader = "entry,date,kind,description,reference,account,fund,donor,debit,credit,currency";

    private readonly Dictionary<string, byte[]> _spoilt = [];

    internal BooksFolder()
    {
        Write("accounts.csv", "code,name,type,opened,closed\n1000,Cash,asset,,\n3000,Accumulated surplus,net assets,,\n4000,Contributions,revenue,2000-01-01,\n");
        Write("funds.csv", "code,name,currency,established,closed\nLIMA,Lima fund,USD,,\nLOME,Lome fund,EUR,,\nRIGA,Riga fund,USD,1995-01-01,2005-12-31\n");
        Write("donors.csv", "code,name\nCAN,Canada\n");
        Write("books.csv", "key,value\ntitle,Test books\nillustrative,yes\n");
        Journal("E1,2016-03-14,ordinary,Contribution,CON-1,1000,LIMA,CAN,12.50,,USD", "E1,2016-03-14,ordinary,Contribution,CON-1,4000,LIMA,CAN,,12.50,USD");
        _spoilt.Clear();
    }

    internal string Path { get; } = Directory.CreateTempSubdirectory("trustfund ").FullName;

    /// <summary>What was written after the books were right.</summary>
    internal IReadOnlyDictionary<string, byte[]> Spoilt => _spoilt;

    internal string this[string file] => System.IO.Path.Combine(Path, file);

    internal string Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    internal string Write(string file, byte[] bytes)
    {
        _spoilt[file] = bytes;
        File.WriteAllBytes(this[file], bytes);
        return this[file];
    }

    internal void Journal(params string[] rows) => Write("journal.csv", JournalHeader + "\n" + Lines(rows));

    internal void JournalWith(string columns, params string[] rows) => Write("journal.csv", $"{JournalHeader},{columns}\n" + Lines(rows));

    internal CsvBooksReading Read() => CsvBooks.Read(Path);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>A problem as the console shows it.</summary>
    internal static string Text(ReadingProblem problem) =>
        $"{problem.Source}, {problem.Place}: found {problem.Found}; expected {problem.Expected}. {problem.Remedy}";

    private static string Lines(string[] rows) => string.Concat(rows.Select(row => row + "\n"));
}
