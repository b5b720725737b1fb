using Dapper;
using Microsoft.Data.Sqlite;
using TrustFund.Storage;
using static TrustFund.Sqlite.Tests.Books;

namespace TrustFund.Sqlite.Tests;

/// <summary>Disks that are full or cannot be written to, damaged files, interrupted work: the books are as they were.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private const string FullDisk = "There is no room left to write to the books books.db. Nothing was written; make room and try again.";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trustfund ");

    private string File => Path.Combine(_folder.FullName, "books.db");

    public async Task InitializeAsync() => await MakeAsync(File);

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [SmallDiskFact]
    public async Task A_real_disk_that_is_full_refuses_an_import_and_a_post_and_takes_them_once_there_is_room()
    {
        var disk = _folder.CreateSubdirectory("disk").FullName;
        SmallDiskFactAttribute.TryMount(disk).Should().BeTrue();
        try
        {
            var file = Path.Combine(disk, "books.db");
            await MakeAsync(file);
            var ballast = Path.Combine(disk, "ballast");
            await System.IO.File.WriteAllBytesAsync(ballast, new byte[256 * 1024]);
            await using var books = SqliteBooks.Open(file, new FakeClock());
            await Failing(async () => await books.ImportAsync(MasterData.Empty, Many(20_000))).WithMessage(FullDisk);
            var refused = await Failing(async () =>
            {
                for (var number = 2; ; number++)
                {
                    await books.AppendAsync(Entry($"E{number}", 1));
                }
            });
            refused.Which.Failure.Should().Be(BooksFailure.Full);

            System.IO.File.Delete(ballast);

            var head = await books.ReadHeadAsync();
            (await books.AuditAsync()).Should().BeEquivalentTo(new { Entries = head.Sequence, IsIntact = true });
            (await books.AppendAsync(Entry("AFTER", 1))).Posted.Should().Be(1);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            SmallDiskFactAttribute.Unmount(disk);
        }
    }

    [SmallDiskFact]
    public async Task Books_on_a_medium_that_cannot_be_written_to_are_read_and_audited_and_refuse_to_be_opened_for_writing()
    {
        var disk = _folder.CreateSubdirectory("disc #1").FullName;
        SmallDiskFactAttribute.TryMount(disk).Should().BeTrue();
        try
        {
            var file = Path.Combine(disk, "books.db");
            await MakeAsync(file);
            SmallDiskFactAttribute.MakeReadOnly(disk);

            await using (var books = SqliteBooks.Open(file, new FakeClock(), readOnly: true))
            {
                (await books.AuditAsync()).Should().BeEquivalentTo(new { Entries = 1, IsIntact = true });
                (await books.AllAsync()).Should().ContainSingle();
            }

            var open = () => SqliteBooks.Open(file, new FakeClock());
            open.Should().Throw<BooksException>().Which.Failure.Should().BeOneOf(BooksFailure.ReadOnly, BooksFailure.InputOutput);
        }
        finally
        {
            SmallDiskFactAttribute.Unmount(disk);
        }
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    [Trait("Culture", "alike")]
    public async Task A_disk_that_fills_up_at_any_page_leaves_the_books_as_they_were(bool inBulk)
    {
        for (var pages = 42; pages < 60; pages += 3)
        {
            await using (var books = SqliteBooks.Open(File, new FakeClock(), readOnly: false, busySeconds: 1, maxPages: pages))
            {
                var fill = Failing(async () =>
                {
                    for (var number = 1; ; number++)
                    {
                        _ = inBulk
                            ? await books.ImportAsync(MasterData.Empty, Many(5000))
                            : await books.AppendAsync(Entry($"P{pages}-{number}", 1));
                    }
                });
                await fill.WithMessage(FullDisk);
            }

            await using var again = SqliteBooks.Open(File, new FakeClock());
            (await again.AuditAsync()).Findings.Should().BeEmpty();
        }
    }

    [Fact]
    public async Task A_page_damaged_anywhere_is_told_or_found_and_never_read_as_something_else()
    {
        var whole = await System.IO.File.ReadAllBytesAsync(File);
        for (var page = 0; page < whole.Length / 4096; page++)
        {
            var damaged = (byte[])whole.Clone();
            damaged.AsSpan(page * 4096, 4096).Fill(0x5A);
            var file = Path.Combine(_folder.FullName, FormattableString.Invariant($"page-{page}.db"));
            await System.IO.File.WriteAllBytesAsync(file, damaged);

            (await Told(file)).Should().BeTrue($"page {page} was damaged");
        }
    }

    [Fact]
    public async Task A_file_cut_short_anywhere_is_told_or_found()
    {
        var whole = await System.IO.File.ReadAllBytesAsync(File);
        for (var length = 1; length < whole.Length; length += 4096)
        {
            var file = Path.Combine(_folder.FullName, FormattableString.Invariant($"cut-{length}.db"));
            await System.IO.File.WriteAllBytesAsync(file, whole[..length]);

            (await Told(file)).Should().BeTrue($"the file was cut to {length} bytes");
        }
    }

    [Fact]
    public async Task A_log_that_cannot_be_made_is_told()
    {
        Directory.CreateDirectory(File + "-wal");

        var open = async () =>
        {
            await using var books = SqliteBooks.Open(File, new FakeClock());
            await books.AppendAsync(Entry("E2", 2));
        };

        (await open.Should().ThrowAsync<BooksException>()).Which.Failure.Should().Be(BooksFailure.InputOutput);
        Directory.Delete(File + "-wal");
        await using var again = SqliteBooks.Open(File, new FakeClock());
        (await again.AuditAsync()).Should().BeEquivalentTo(new { Entries = 1, IsIntact = true });
    }

    [Fact]
    public async Task An_import_whose_reading_fails_adds_nothing()
    {
        await using var books = SqliteBooks.Open(File, new FakeClock());
        IEnumerable<JournalEntry> Entries()
        {
            foreach (var entry in Many(5000))
            {
                yield return entry;
            }

            throw new IOException("The disk was pulled out.");
        }

        var import = async () => await books.ImportAsync(
            new MasterData(new ChartOfAccounts([]), [], [new Donor("NEW", "New donor")]), Entries());

        await import.Should().ThrowAsync<IOException>().WithMessage("The disk was pulled out.");
        (await books.ReadMasterDataAsync()).FindDonor("NEW").Should().BeNull();
        (await books.AuditAsync()).Should().BeEquivalentTo(new { Entries = 1, IsIntact = true });
        (await books.AppendAsync(Entry("E2", 2))).Posted.Should().Be(1);
    }

    [Fact]
    public async Task A_migration_that_fails_half_way_leaves_the_books_as_they_were()
    {
        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            using var session = new Session(connection, "books.db");
            Migrations.Script broken = new(2, "0002_broken", "CREATE TABLE half (x); CREATE TABLE half (x);", new string('0', 64));

            var migrate = () => Migrations.Apply(session, [.. Migrations.Scripts, broken]);

            migrate.Should().Throw<SqliteException>().Which.Message.Should().Contain("table half already exists");
            connection.ExecuteScalar<long>("PRAGMA user_version").Should().Be(1);
        }

        await using var books = SqliteBooks.Open(File, new FakeClock());
        (await books.AuditAsync()).Should().BeEquivalentTo(new { Entries = 1, IsIntact = true });
    }

    [Fact]
    public void A_file_whose_making_was_interrupted_holds_no_books()
    {
        var file = Path.Combine(_folder.FullName, "empty.db");
        System.IO.File.WriteAllBytes(file, []);

        var open = () => SqliteBooks.Open(file, new FakeClock());

        open.Should().Throw<BooksException>().WithMessage("The file empty.db is a database, but holds no books of this program.");
    }

    [Fact]
    public async Task A_copy_is_one_state_of_books_that_are_being_posted_to()
    {
        await using var books = SqliteBooks.Open(File, new FakeClock());
        using var stop = new CancellationTokenSource();
        var posting = Task.Run(async () =>
        {
            for (var number = 2; !stop.IsCancellationRequested; number++)
            {
                await books.AppendAsync(Entry($"E{number}", number));
            }
        });

        var reports = new List<AuditReport>();
        foreach (var (isCompact, number) in new[] { false, true, false, true }.Select((isCompact, index) => (isCompact, index)))
        {
            reports.Add(await books.BackUpAsync(Path.Combine(_folder.FullName, $"copy {number}.db"), isCompact));
        }

        await stop.CancelAsync();
        await posting;
        reports.Should().OnlyContain(report => report.IsIntact && report.Entries > 0);
        var journal = await books.AllAsync();
        reports.Should().OnlyContain(report => journal[(int)report.Head.Sequence - 1].Hash == report.Head.Hash);
    }

    private static async Task MakeAsync(string file)
    {
        await using var books = SqliteBooks.Create(file, new FakeClock());
        await books.ImportAsync(Registered, [FullEntry("E1")]);
    }

    private static IEnumerable<JournalEntry> Many(int count) => Enumerable.Range(1, count).Select(number => Entry($"M{number}", number));

    private static Task<FluentAssertions.Specialized.ExceptionAssertions<BooksException>> Failing(Func<Task> work) =>
        work.Should().ThrowAsync<BooksException>();

    // Whether opening, reading or auditing the file says that something is wrong with it.
    private static async Task<bool> Told(string file)
    {
        try
        {
            await using var books = SqliteBooks.Open(file, new FakeClock(), readOnly: true);
            return !(await books.AuditAsync()).IsIntact;
        }
        catch (BooksException exception)
        {
            return exception.Failure is BooksFailure.Corrupt or BooksFailure.NotBooks or BooksFailure.InputOutput;
        }
    }
}
