using System.Globalization;
using TrustFund;
using TrustFund.Sqlite;
using TrustFund.Sqlite.Tests;
using TrustFund.Storage;

// A process that posts, for tests that kill it or run several of them:
//   post FILE PREFIX COUNT   posts one entry after another, and says each id when it is acknowledged
//   batch FILE PREFIX COUNT  posts batches of 20, and says the last id of each when it is acknowledged
//   close FILE PREFIX COUNT  closes a year and opens it again, and says the closing entry of each when it is acknowledged
//   import FILE PREFIX COUNT imports all of them, and says each hundredth that is read, then "done"
var (file, prefix, count) = (args[1], args[2], int.Parse(args[3], CultureInfo.InvariantCulture));
var entries = Enumerable.Range(1, count).Select(number => Books.Entry($"{prefix}-{number}", number));
await using var books = SqliteBooks.Open(file, new FakeClock());

void Say(string what)
{
    Console.Out.WriteLine(what);
    Console.Out.Flush();
}

async Task ChangeAsync(BooksEventKind kind, JournalEntry entry)
{
    var result = await books.RecordAsync(
        new BooksEvent(kind, await books.ReadHeadAsync(), MasterData.Empty) { Fund = Books.Lima.Code, Period = ReportingPeriod.CalendarYear(2016), Reason = "Because" }, [entry]);
    Say(result.IsRefused ? result.Refusals[0].Text : entry.Id.Text);
}

Task ReopenAsync(JournalEntry close) => ChangeAsync(BooksEventKind.PeriodReopened, new JournalEntry(
    $"{close.Id}-R", close.Date, EntryKind.Closing, "Opened again", close.Postings.Select(posting => posting.Negated()), new EntryDetails { Reverses = close.Id }));

switch (args[0])
{
    case "post":
        foreach (var entry in entries)
        {
            var result = await books.AppendAsync(entry);
            Say(result.IsRefused ? result.Refusals[0].Text : entry.Id.Text);
        }

        break;
    case "batch":
        foreach (var batch in entries.Chunk(20))
        {
            await books.AppendAsync(batch);
            Say(batch[^1].Id.Text);
        }

        break;
    case "close":
        // One killed before it left the year closed.
        if ((await books.ReadEventsAsync())[^1].Event.Kind == BooksEventKind.PeriodClosed)
        {
            await ReopenAsync((await books.AllAsync())[^1].Entry);
        }

        foreach (var entry in entries)
        {
            var close = Books.Entry(entry.Id.Text, 1, ReportingPeriod.CalendarYear(2016).End, kind: EntryKind.Closing);
            await ChangeAsync(BooksEventKind.PeriodClosed, close);
            await ReopenAsync(close);
        }

        break;
    case "import":
        await books.ImportAsync(Books.Registered, entries.Select((entry, index) =>
        {
            if (index % 100 == 0)
            {
                Say(entry.Id.Text);
            }

            return entry;
        }));
        Say("done");
        break;
}
