using static TrustFund.Interchange.Tests.BooksFolder;
using static TrustFund.Interchange.Tests.ErrorCase;

namespace TrustFund.Interchange.Tests;

/// <summary>Every fault that reading the events of an export can tell.</summary>
internal static class EventErrors
{
    private const string Tail = $"LIMA,2016,,,,,2017-01-02T00:00:00Z,{Hash}";

    internal static IEnumerable<ErrorCase> Cases { get; } =
    [
        OfEvents("an event left out", Registration, Statement),
        OfEvents("events that begin again", Registration, $"2,period-closed,1,{Hash},{Tail}", Registration, $"2,period-closed,1,{Hash},{Tail}", Statement),
        OfEvents("an event of the highest number there is, and one after it", Registration, $"9223372036854775807,period-closed,1,{Hash},{Tail}", Statement),
        OfEvents("a reason before the first event", $"0,,,,,,Because,,,,,", Registration),
        OfEvents("a reopening whose reason is of blank lines", Registration, $"2,period-reopened,1,{Hash},{Tail}", "2,,,,,, ,,,,,", Statement),
        Events("a text with a backslash that stands for nothing, and no word of whether one does", folder => folder.Write("events.csv", EventsHeader.Replace("hash\n", "hash,escaped\n", StringComparison.Ordinal)
            + Lines(Registration + ",", $"2,period-closed,1,{Hash},LIMA,2016,C:\\temp,,,,2017-01-02T00:00:00Z,{Hash},yes", "2,,,,,,more,,,,,,perhaps", Statement + ","))),
        OfEvents("an event of another kind, after an entry that is none", Registration, $"2,closed,one,{Hash},{Tail}", Statement),
        OfEvents("an event without hash and instant", Registration, "2,period-closed,1,abc,LIMA,2016,,,,,yesterday,", Statement),
        OfEvents("an event that names no fund or period, and one that names them", $"1,registration,0,{Hash},LIMA,2016,,,,,2017-01-01T00:00:00Z,{Hash}", $"2,period-reopened,1,{Hash},,,,,,,2017-01-02T00:00:00Z,{Hash}", Statement),
        Events("something registered twice, by no event, and what there is none of", folder =>
            folder.Write("registered.csv", "event,noun,code\n" + Lines([.. BooksFolder.Registered, "1,account,1000", "7,account,3000", "1,account,9999", "1,budget,1"]))),
        Events("something that no event registers", folder => folder.Write("registered.csv", "event,noun,code\n" + Lines([.. BooksFolder.Registered[1..]]))),
        Events("an edition left out", folder => folder.Write("editions.csv", EditionsHeader)),
        Events("an edition twice", folder => folder.Write("editions.csv", EditionsHeader + Lines(Edition, Edition))),
        Events("an edition of an event that is a close", folder => folder.Write("editions.csv", EditionsHeader + Lines(Edition, "2" + Edition[1..]))),
        Events("an edition in no language", folder => folder.Write("editions.csv", EditionsHeader + Lines(Edition.Replace(",en,", ",English,", StringComparison.Ordinal)))),
        Events("a file of an edition that is missing", folder => File.Delete(Path.Combine(folder["editions"], Sha256Hash.Of("As printed"u8).ToString()))),
        Events("a file of an edition that was changed", folder => File.WriteAllText(Path.Combine(folder["editions"], Sha256Hash.Of("As printed"u8).ToString()), "As altered")),
    ];

    private static ErrorCase OfEvents(string name, params string[] rows) =>
        Events(name, folder => folder.Write("events.csv", EventsHeader + Lines(rows)));
}
