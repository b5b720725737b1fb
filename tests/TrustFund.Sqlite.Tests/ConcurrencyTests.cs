using Microsoft.Data.Sqlite;
using NodaTime;
using TrustFund.Storage;
using static TrustFund.Sqlite.Tests.Books;

namespace TrustFund.Sqlite.Tests;

/// <summary>Several processes and threads on one file.</summary>
public sealed class ConcurrencyTests : IAsyncLifetime
{
    private static readonly LedgerCutoff Cutoff = LedgerCutoff.At(new LocalDate(2016, 12, 31));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trustfund ");

    private string File => Path.Combine(_folder.FullName, "books.db");

    public async Task InitializeAsync()
    {
        await using var books = SqliteBooks.Create(File, new FakeClock());
        await books.RegisterAsync(Registered);
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    [Trait("Culture", "alike")]
    public async Task Four_processes_post_5000_entries_each_to_one_chain_and_posting_them_again_adds_nothing()
    {
        string[] prefixes = ["A", "B", "C", "D"];

        for (var round = 1; round <= 2; round++)
        {
            var posters = prefixes.Select(prefix => new Poster("post", File, prefix, 5000)).ToList();
            foreach (var (poster, prefix) in posters.Zip(prefixes))
            {
                poster.Rest().Should().Equal(Enumerable.Range(1, 5000).Select(number => $"{prefix}-{number}"), poster.Error());
                poster.Dispose();
            }

            await using var books = SqliteBooks.Open(File, new FakeClock());
            (await books.AuditAsync()).Should().BeEquivalentTo(new { Entries = 20_000, IsIntact = true });
            (await books.ReadTrialBalanceAsync(Cutoff)).Sum(Lima, row => row.Account == Cash)
                .Should().Be(Money.Usd(4 * (5000 * 5001 / 2)));
        }
    }

    [Fact]
    public async Task Threads_that_post_at_the_same_time_lose_nothing_and_share_one_chain()
    {
        await using var books = SqliteBooks.Open(File, new FakeClock());

        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(thread => Task.Run(async () =>
        {
            var posted = new List<AppendResult>();
            for (var number = 1; number <= 100; number++)
            {
                posted.Add(await books.AppendAsync(Entry($"T{thread}-{number}", number)));
            }

            return posted;
        })));

        results.SelectMany(posted => posted).Should().OnlyContain(result => result.Posted == 1 && result.IsKept);
        results.SelectMany(posted => posted).Select(result => result.Head.Sequence).Should().OnlyHaveUniqueItems();
        (await books.AuditAsync()).Should().BeEquivalentTo(new { Entries = 1600, IsIntact = true });
    }

    [Fact]
    public async Task A_race_for_one_id_gives_one_entry_and_others_of_that_id_are_told_so()
    {
        await using var one = SqliteBooks.Open(File, new FakeClock());
        await using var other = SqliteBooks.Open(File, new FakeClock());

        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(caller => Task.Run(async () =>
            await (caller % 2 == 0 ? one : other).AppendAsync(Entry("RACE", 1 + (caller % 4 / 2))))));

        results.Count(result => result.Posted == 1).Should().Be(1);
        results.Count(result => result.AlreadyPosted == 1).Should().Be(19);
        results.Where(result => result.IsRefused).Should().HaveCount(20)
            .And.OnlyContain(result => result.Refusals.Single().Reason == RefusalReason.ConflictingEntry);
        (await one.ReadHeadAsync()).Sequence.Should().Be(1);
    }

    [Fact]
    public async Task An_entry_refused_keeps_none_of_those_out_that_share_its_commit()
    {
        await using var books = SqliteBooks.Open(File, new FakeClock());

        var results = await Task.WhenAll(Enumerable.Range(1, 60).Select(number => Task.Run(async () =>
            await books.AppendAsync(Entry($"E{number}", 1, donor: number % 3 == 0 ? new Donor("XXX", "Nobody") : null)))));

        results.Count(result => result.IsRefused).Should().Be(20);
        (await books.AuditAsync()).Should().BeEquivalentTo(new { Entries = 40, IsIntact = true });
    }

    [Fact]
    public async Task A_reader_does_not_wait_for_a_writer_of_another_process()
    {
        await using var books = SqliteBooks.Open(File, new FakeClock());
        await books.AppendAsync(Entry("E1", 1));
        using var other = new SqliteConnection($"Data Source={File};Pooling=False");
        other.Open();
        using var writing = other.BeginTransaction(deferred: false);

        await using var reading = SqliteBooks.Open(File, new FakeClock(), readOnly: true, busySeconds: 0, maxPages: null);

        (await reading.ReadTrialBalanceAsync(Cutoff)).Rows.Should().HaveCount(2);
        (await reading.AuditAsync()).IsIntact.Should().BeTrue();
        (await books.AllAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_reader_does_not_wait_for_a_writer_of_its_own_process_and_sees_the_books_before_it()
    {
        await using var books = SqliteBooks.Open(File, new FakeClock());
        await books.AppendAsync(Entry("E1", 1));
        var seen = new List<long>();
        IEnumerable<JournalEntry> Entries()
        {
            for (var number = 2; number <= 50; number++)
            {
                seen.Add(Task.Run(async () => (await books.ReadHeadAsync()).Sequence).GetAwaiter().GetResult());
                yield return Entry($"E{number}", number);
            }
        }

        await books.ImportAsync(MasterData.Empty, Entries());

        seen.Should().HaveCount(49).And.OnlyContain(sequence => sequence == 1);
        (await books.ReadHeadAsync()).Sequence.Should().Be(50);
    }
}
