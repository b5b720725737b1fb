using System.Globalization;
using TrustFund.Storage;
using Xunit.Abstractions;
using static TrustFund.Sqlite.Tests.Books;

namespace TrustFund.Sqlite.Tests;

/// <summary>
/// A posting process killed at random instants. TRUSTFUND_KILLS says how often (20 where it says nothing),
/// TRUSTFUND_SEED repeats a run.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trustfund ");
    private readonly Random _random = new(Seed(output));

    private static int Kills => Setting("TRUSTFUND_KILLS") ?? 20;

    private string File => Path.Combine(_folder.FullName, "books.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [Trait("Culture", "alike")]
    [InlineData("post", 1)]
    [InlineData("batch", 20)]
    public async Task Whatever_was_acknowledged_is_there_after_a_kill_and_nothing_is_there_by_half(string what, int size)
    {
        await MakeAsync();
        var acknowledged = new List<string>();
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var poster = new Poster(what, File, $"K{kill}", 1_000_000);
            for (var heard = _random.Next(60); heard > 0; heard--)
            {
                acknowledged.Add(poster.Next()!);
            }

            Thread.SpinWait(_random.Next(200_000));
            acknowledged.AddRange(poster.Kill());

            await using var books = SqliteBooks.Open(File, new FakeClock());
            var report = await books.AuditAsync();
            report.Findings.Should().BeEmpty($"kill {kill} left the books whole");
            (report.Entries % size).Should().Be(0, "a batch is there as a whole or not at all");
        }

        await using var after = SqliteBooks.Open(File, new FakeClock());
        var ids = (await after.AllAsync()).Select(posted => posted.Entry.Id.Text).ToHashSet(StringComparer.Ordinal);
        acknowledged.Should().HaveCountGreaterThan(Kills).And.OnlyContain(id => ids.Contains(id));
        ids.Count.Should().BeLessThanOrEqualTo((acknowledged.Count + Kills) * size, "at most one commit a process was not heard of");
    }

    [Fact]
    [Trait("Culture", "alike")]
    public async Task An_import_killed_before_its_commit_has_not_been()
    {
        await MakeAsync();
        for (var kill = 1; kill <= Math.Max(3, Kills / 5); kill++)
        {
            using var importer = new Poster("import", File, "I", 12_000);
            for (var heard = _random.Next(1, 115); heard > 0; heard--)
            {
                importer.Next();
            }

            importer.Kill().Should().NotContain("done");
            await using var books = SqliteBooks.Open(File, new FakeClock());
            (await books.AuditAsync()).Should().BeEquivalentTo(new { Entries = 0, IsIntact = true });
        }

        using var last = new Poster("import", File, "I", 12_000);
        last.Rest().Should().EndWith("done");
        await using var after = SqliteBooks.Open(File, new FakeClock());
        (await after.AuditAsync()).Should().BeEquivalentTo(new { Entries = 12_000, IsIntact = true });
    }

    [Fact]
    [Trait("Culture", "alike")]
    public async Task A_close_killed_leaves_its_entries_and_its_event_or_neither()
    {
        await MakeAsync();
        for (var kill = 1; kill <= Math.Max(3, Kills / 4); kill++)
        {
            using var closer = new Poster("close", File, $"K{kill}", 1_000_000);
            for (var heard = _random.Next(20); heard > 0; heard--)
            {
                closer.Next().Should().StartWith("K");
            }

            Thread.SpinWait(_random.Next(200_000));
            closer.Kill();

            await using var books = SqliteBooks.Open(File, new FakeClock());
            var (entries, events) = (await books.AllAsync(), await books.ReadEventsAsync());
            events.Count(posted => posted.Event.Kind == BooksEventKind.PeriodClosed).Should().Be(entries.Count(posted => posted.Entry.Reverses is null));
            events.Count(posted => posted.Event.Kind == BooksEventKind.PeriodReopened).Should().Be(entries.Count(posted => posted.Entry.Reverses is not null));
            (await books.AuditAsync()).Findings.Should().BeEmpty($"kill {kill} left the books whole");
        }

        await using var after = SqliteBooks.Open(File, new FakeClock());
        (await after.ReadEventsAsync()).Should().Contain(posted => posted.Event.Kind == BooksEventKind.PeriodReopened);
    }

    private async Task MakeAsync()
    {
        await using var books = SqliteBooks.Create(File, new FakeClock());
        await books.RegisterAsync(Registered);
    }

    private static int Seed(ITestOutputHelper output)
    {
        var seed = Setting("TRUSTFUND_SEED") ?? Environment.TickCount;
        output.WriteLine($"TRUSTFUND_SEED={seed}");
        return seed;
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;
}
