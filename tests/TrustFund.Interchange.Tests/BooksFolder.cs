using System.Text;

namespace TrustFund.Interchange.Tests;

/// <summary>A folder of CSV books that are right, for tests to spoil.</summary>
internal sealed class BooksFolder : IDisposable
{
    internal const string JournalHeader = "entry,date,kind,description,reference,account,fund,donor,debit,credit,currency";

    internal const string Hash = "00000000000000000000000000000000000000000000000000000000000000aa";

    internal const string EventsHeader = "number,kind,after,after_hash,fund,period,reason,prepared_by,approved_by,authority,recorded,hash\n";

    internal const string Registration = $"1,registration,0,{Hash},,,,,,,2017-01-01T00:00:00Z,{Hash}";

    internal const string Statement = $"3,statement-registered,1,{Hash},LIMA,2016,,,,,2017-01-03T00:00:00Z,{Hash}";

    internal const string EditionsHeader = "event,symbol,language,date,status,authorized_on,authorized_by,corrects,through,sequence,head,closing,restated,template\n";

    internal const string Edition = $"3,A/72/99,en,2017-06-30,final,,,,2016-12-31,1,{Hash},before,no,status v1";

    internal static readonly string[] Registered =
    [
        "1,account,1000", "1,account,3000", "1,account,4000", "1,fund,LIMA", "1,fund,LOME", "1,fund,RIGA", "1,donor,CAN", "1,setting,title",
        "1,setting,illustrative",
    ];

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

    /// <summary>Adds events that are right: a registration, a close, and an edition with its file.</summary>
    internal BooksFolder WithEvents()
    {
        Write("events.csv", EventsHeader + Lines([Registration, $"2,period-closed,1,{Hash},LIMA,2016,,,,,2017-01-02T00:00:00Z,{Hash}", Statement]));
        Write("registered.csv", "event,noun,code\n" + Lines(Registered));
        Write("editions.csv", EditionsHeader + Edition + "\n");
        Write("edition-files.csv", $"event,role,name,format,sha256\n3,source,annex.txt,text,{Sha256Hash.Of("As printed"u8)}\n");
        Directory.CreateDirectory(this["editions"]);
        File.WriteAllText(System.IO.Path.Combine(this["editions"], Sha256Hash.Of("As printed"u8).ToString()), "As printed");
        _spoilt.Clear();
        return this;
    }

    internal CsvBooksReading Read() => CsvBooks.Read(Path);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>A problem as the console shows it.</summary>
    internal static string Text(ReadingProblem problem) =>
        $"{problem.Source}, {problem.Place}: found {problem.Found}; expected {problem.Expected}. {problem.Remedy}";

    internal static string Lines(params string[] rows) => string.Concat(rows.Select(row => row + "\n"));
}
