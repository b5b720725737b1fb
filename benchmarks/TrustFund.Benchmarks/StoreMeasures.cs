using System.Diagnostics;
using System.Globalization;
using NodaTime;
using TrustFund.Sqlite;
using TrustFund.Storage;

namespace TrustFund.Benchmarks;

/// <summary>Measures the store in this process and prints one line for each figure: what, number, unit.</summary>
internal static class StoreMeasures
{
    private const int Batched = 50_000;

    private static readonly CountingClock Clock = new();

    internal static async Task ImportAsync(int count, string path)
    {
        File.Delete(path);
        var watch = Stopwatch.StartNew();
        var generated = Generated.Entries(count).Sum(entry => entry.Postings.Count);
        Print("generating alone", Milliseconds(watch), "ms");
        await using (var books = SqliteBooks.Create(path, Clock))
        {
            watch.Restart();
            await books.ImportAsync(Generated.MasterData, Generated.Entries(count)).ConfigureAwait(false);
            Print("import, generating included", Milliseconds(watch), "ms");
        }

        Print("postings", generated, "");
        Print("file", new FileInfo(path).Length / 1000, "kB");
        Print("peak memory", Process.GetCurrentProcess().PeakWorkingSet64 / 1048576, "MiB");
    }

    internal static async Task PostAsync(string path, int count)
    {
        await using var books = SqliteBooks.Open(path, Clock);
        var head = (await books.ReadHeadAsync().ConfigureAwait(false)).Sequence;
        var entries = Renumbered(count, head).ToList();
        var times = new List<long>();
        foreach (var entry in entries)
        {
            var from = Stopwatch.GetTimestamp();
            await books.AppendAsync(entry).ConfigureAwait(false);
            times.Add(Stopwatch.GetTimestamp() - from);
        }

        Percentiles("post one entry, durable", times);
        await BatchesAsync(books, "batches of 100, durable, from the first on", Renumbered(Batched, head + count)).ConfigureAwait(false);
        await BatchesAsync(books, "batches of 100, durable, once compiled", Renumbered(Batched, head + count + Batched)).ConfigureAwait(false);
        await SharedAsync(books, head + count + (2 * Batched)).ConfigureAwait(false);
    }

    internal static async Task ReadAsync(string path)
    {
        await using var books = SqliteBooks.Open(path, Clock, readOnly: true);
        var middle = await books.ReadHeadAsync().ConfigureAwait(false);
        var days = Enumerable.Range(0, 60).Select(month => new LocalDate(2020, 1, 17).PlusMonths(month)).ToList();
        var known = Instant.FromUtc(2025, 1, 1, 0, 0) + Duration.FromSeconds(middle.Sequence / 2);
        await TimesAsync("trial balance at any date", days, day => books.ReadTrialBalanceByFundAsync(LedgerCutoff.At(day))).ConfigureAwait(false);
        await TimesAsync("trial balance at any date, as known earlier", days, day => books.ReadTrialBalanceByFundAsync(LedgerCutoff.At(day) with { KnownAt = known })).ConfigureAwait(false);
        await TimesAsync("trial balance by donor", days, day => books.ReadTrialBalanceAsync(LedgerCutoff.At(day))).ConfigureAwait(false);
        await TimesAsync("trial balance by donor, as known earlier", days, day => books.ReadTrialBalanceAsync(LedgerCutoff.At(day) with { KnownAt = known })).ConfigureAwait(false);
        var watch = Stopwatch.StartNew();
        var report = await books.AuditAsync().ConfigureAwait(false);
        Print($"audit ({(report.IsIntact ? "intact" : report.Findings[0].Text)})", Milliseconds(watch), "ms");
        Print("peak memory", Process.GetCurrentProcess().PeakWorkingSet64 / 1048576, "MiB");
    }

    private static async Task BatchesAsync(SqliteBooks books, string what, IEnumerable<JournalEntry> entries)
    {
        var batches = entries.Chunk(100).ToList();
        var watch = Stopwatch.StartNew();
        foreach (var batch in batches)
        {
            await books.AppendAsync(batch).ConfigureAwait(false);
        }

        Print(what, Batched * 1000L / Milliseconds(watch), "entries/s");
    }

    private static async Task SharedAsync(SqliteBooks books, long after)
    {
        const int Callers = 16;
        var queues = Renumbered(Callers * 500, after).Chunk(500).ToList();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(queues.Select(queue => Task.Factory.StartNew(
            () =>
            {
                foreach (var entry in queue)
                {
                    books.AppendAsync(entry).AsTask().GetAwaiter().GetResult();
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))).ConfigureAwait(false);
        Print($"single entries of {Callers} callers, durable", Callers * 500 * 1000L / Milliseconds(watch), "entries/s");
    }

    private static IEnumerable<JournalEntry> Renumbered(int count, long after) => Generated.Entries(count)
        .Select((entry, index) => new JournalEntry(FormattableString.Invariant($"P{after + index + 1}"), entry.Date, entry.Kind, entry.Description, entry.Postings));

    private static async Task TimesAsync<TResult>(string what, List<LocalDate> days, Func<LocalDate, ValueTask<TResult>> read)
    {
        var times = new List<long>();
        foreach (var day in days.Concat(days))
        {
            var from = Stopwatch.GetTimestamp();
            await read(day).ConfigureAwait(false);
            times.Add(Stopwatch.GetTimestamp() - from);
        }

        Percentiles(what, times[days.Count..]);
    }

    private static void Percentiles(string what, List<long> ticks)
    {
        ticks.Sort();
        Print($"{what}, p50", ticks[ticks.Count / 2] * 1_000_000 / Stopwatch.Frequency, "us");
        Print($"{what}, p99", ticks[ticks.Count * 99 / 100] * 1_000_000 / Stopwatch.Frequency, "us");
    }

    private static long Milliseconds(Stopwatch watch) => Math.Max(1, watch.ElapsedTicks * 1000 / Stopwatch.Frequency);

    private static void Print(string what, long number, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {number} {unit}"));
}
