using System.Globalization;
using TrustFund.Sqlite;
using TrustFund.Sqlite.Tests;

// A process that posts, for tests that kill it or run several of them:
//   post FILE PREFIX COUNT   posts one entry after another, and says each id when it is acknowledged
//   batch FILE PREFIX COUNT  posts batches of 20, and says the last id of each when it is acknowledged
//   import FILE PREFIX COUNT imports all of them, and says each hundredth that is read, then "done"
var (file, prefix, count) = (args[1], args[2], int.Parse(args[3], CultureInfo.InvariantCulture));
var entries = Enumerable.Range(1, count).Select(number => Books.Entry($"{prefix}-{number}", number));
await using var books = SqliteBooks.Open(file, new FakeClock());

void Say(string what)
{
    Console.Out.WriteLine(what);
    Console.Out.Flush();
}

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
