using BenchmarkDotNet.Attributes;
using NodaTime;
using TrustFund.Sqlite;
using TrustFund.Storage;

namespace TrustFund.Benchmarks;

/// <summary>The store on 10,000 entries: adding, balances, audit.</summary>
[MemoryDiagnoser]
public class StoreBenchmarks
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trustfund ");
    private readonly IClock _clock = new CountingClock();
    private SqliteBooks _books = null!;
    private int _next;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _books = SqliteBooks.Create(Path.Combine(_folder.FullName, "books.db"), _clock);
        await _books.ImportAsync(Generated.MasterData, Generated.Entries(10_000)).ConfigureAwait(false);
        _next = 10_001;
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        await _books.DisposeAsync().ConfigureAwait(false);
        _folder.Delete(recursive: true);
    }

    [Benchmark(Description = "post one entry, durable")]
    public async Task PostOneAsync() => await _books.AppendAsync(Generated.Entries(1, _next++)).ConfigureAwait(false);

    [Benchmark(Description = "post 100 entries in one batch, durable", OperationsPerInvoke = 100)]
    public async Task PostBatchAsync()
    {
        await _books.AppendAsync(Generated.Entries(100, _next)).ConfigureAwait(false);
        _next += 100;
    }

    [Benchmark(Description = "trial balance at a date")]
    public async Task<TrialBalance> TrialBalanceAsync() =>
        await _books.ReadTrialBalanceAsync(LedgerCutoff.At(new LocalDate(2023, 6, 30))).ConfigureAwait(false);

    [Benchmark(Description = "audit")]
    public async Task<AuditReport> AuditAsync() => await _books.AuditAsync().ConfigureAwait(false);

    /// <summary>A second passes with every look.</summary>
    private sealed class CountingClock : IClock
    {
        private Instant _now = Instant.FromUtc(2025, 1, 1, 0, 0);

        public Instant GetCurrentInstant() => _now += Duration.FromSeconds(1);
    }
}
