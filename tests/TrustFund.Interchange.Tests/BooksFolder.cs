using System.Text;

namespace TrustFund.Interchange.Tests;

/// <summary>A folder of CSV books that are right, for tests to spoil.</summary>
internal sealed class BooksFolder : IDisposable
{
    internal const string JournalHeader = "entry,date,kind,description,reference,account,fund,donor,debit,credit,currency";

    internal string Path { get; } = Directory.CreateTempSubdirectory("trustfund ").FullName;

    internal BooksFolder()
    {
        Write("accounts.csv", "code,name,type,opened,closed\n1000,Cash,asset,,\n3000,Accumulated surplus,net assets,,\n4000,Contributions,revenue,2000-01-01,\n");
        Write("funds.csv", "code,name,currency\nLIMA,Lima fund,USD\nLOME,Lome fund,EUR\n");
        Write("donors.csv", "code,name\nCAN,Canada\n");
        Write("books.csv", "key,value\ntitle,Test books\nillustrative,yes\n");
        Journal("E1,2016-03-14,ordinary,Contribution,CON-1,1000,LIMA,CAN,12.50,,USD", "E1,2016-03-14,ordinary,Contribution,CON-1,4000,LIMA,CAN,,12.50,USD");
    }

    internal void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    internal void Write(string file, byte[] bytes) => File.WriteAllBytes(System.IO.Path.Combine(Path, file), bytes);

    internal void Journal(params string[] rows) => Write("journal.csv", JournalHeader + "\n" + string.Concat(rows.Select(row => row + "\n")));

    internal void JournalWith(string columns, params string[] rows) =>
        Write("journal.csv", $"{JournalHeader},{columns}\n" + string.Concat(rows.Select(row => row + "\n")));

    internal CsvBooksReading Read() => CsvBooks.Read(Path);

    internal static string Text(ReadingProblem problem) => new StringBuilder()
        .Append(problem.Source).Append(':').Append(problem.Place.Line).Append(':').Append(problem.Place.Column)
        .Append(": ").Append(problem.Found).Append(" | ").Append(problem.Expected).Append(" | ").Append(problem.Remedy).ToString();

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
