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
    private Queue<JournalEntry> _next = new();

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _books = SqliteBooks.Create(Path.Combine(_folder.FullName, "books.db"), _clock);
        await _books.ImportAsync(Generated.MasterData, Generated.Entries(10_000)).ConfigureAwait(false);
        _next = new Queue<JournalEntry>(Generated.Entries(1_000_000).Skip(10_000));
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        await _books.DisposeAsync().ConfigureAwait(false);
        _folder.Delete(recursive: true);
    }

    [Benchmark(Description = "post one entry, durable")]
    public async Task PostOneAsync() => await _books.AppendAsync(_next.Dequeue()).ConfigureAwait(false);

    [Benchmark(Description = "post 100 entries in one batch, durable", OperationsPerInvoke = 100)]
    public async Task PostBatchAsync() =>
        await _books.AppendAsync([.. Enumerable.Range(0, 100).Select(_ => _next.Dequeue())]).ConfigureAwait(false);

    [Benchmark(Description = "trial balance by account and fund at a date")]
    public async Task<TrialBalance> TrialBalanceByFundAsync() =>
        await _books.ReadTrialBalanceByFundAsync(LedgerCutoff.At(new LocalDate(2023, 6, 30))).ConfigureAwait(false);

    [Benchmark(Description = "trial balance at a date")]
    public async Task<TrialBalance> TrialBalanceAsync() =>
        await _books.ReadTrialBalanceAsync(LedgerCutoff.At(new LocalDate(2023, 6, 30))).ConfigureAwait(false);

    [Benchmark(Description = "audit")]
    public async Task<AuditReport> AuditAsync() => await _books.AuditAsync().ConfigureAwait(false);
}
