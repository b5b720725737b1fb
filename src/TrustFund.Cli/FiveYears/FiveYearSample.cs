using NodaTime;
using TrustFund.Sqlite;

namespace TrustFund.Cli.FiveYears;

/// <summary>
/// The sample of five years: three funds, thirty donors, made by this tool from a seed, the same to the byte on every
/// machine. Illustrative: nothing in it happened.
/// </summary>
internal static class FiveYearSample
{
    internal const string Name = "trust-fund-five-years";

    /// <summary>Makes books and published statements in a folder.</summary>
    /// <returns>The end of the journal.</returns>
    internal static async Task<Storage.JournalHead> MakeAsync(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var clock = new StoryClock { Now = FiveYearJournal.InstantOf(new LocalDate(FiveYearNouns.FirstYear, 1, 1)) };
        var path = Path.Combine(folder, "books.db");
        await using var books = SqliteBooks.Create(path, clock);
        FiveYearStory.Require(await books.RegisterAsync(FiveYearNouns.MasterData, cancellation).ConfigureAwait(false));
        await using var opened = await OpenedBooks.OfAsync(path, books, cancellation).ConfigureAwait(false);
        var journal = new Queue<DatedEntry>(FiveYearJournal.Draw());
        foreach (var (day, act) in new FiveYearStory(opened, clock, folder).Steps().OrderBy(step => step.Day))
        {
            var instant = FiveYearJournal.InstantOf(day);
            FiveYearStory.Require((await books.ImportAsync(Storage.MasterData.Empty, Before(instant), cancellation: cancellation).ConfigureAwait(false)).Refusals);
            clock.Now = instant;
            await act(cancellation).ConfigureAwait(false);
        }

        return await books.ReadHeadAsync(cancellation).ConfigureAwait(false);

        // The clock tells of each entry when it is recorded.
        IEnumerable<JournalEntry> Before(Instant instant)
        {
            while (journal.TryPeek(out var next) && next.Recorded < instant)
            {
                clock.Now = next.Recorded;
                yield return journal.Dequeue().Entry;
            }
        }
    }
}
