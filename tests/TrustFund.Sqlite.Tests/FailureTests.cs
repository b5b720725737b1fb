using Dapper;
using Microsoft.Data.Sqlite;
using TrustFund.Storage;
using static TrustFund.Sqlite.Tests.Books;

namespace TrustFund.Sqlite.Tests;

/// <summary>The error catalogue of the store: each failure ends in one clear exception.</summary>
public sealed class FailureTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trustfund ");

    private string File => Path.Combine(_folder.FullName, "books.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Books_that_are_not_there()
    {
        Opening(File).Should().Be((BooksFailure.Missing, $"There are no books {File}."));
    }

    [Fact]
    public async Task Books_where_there_is_a_file_already()
    {
        await MakeAsync();

        var create = () => SqliteBooks.Create(File, new FakeClock());

        create.Should().Throw<BooksException>().WithMessage("There is a file books.db already; it was left as it is. Name another.")
            .Which.Failure.Should().Be(BooksFailure.Exists);
    }

    [Fact]
    public void A_file_that_is_no_database()
    {
        System.IO.File.WriteAllText(File, new string('x', 5000));

        Opening(File).Should().Be((BooksFailure.NotBooks, "The file books.db is not an SQLite database."));
    }

    [Fact]
    public void A_database_that_holds_no_books()
    {
        Run("CREATE TABLE t (x)");

        Opening(File).Should().Be((BooksFailure.NotBooks, "The file books.db is a database, but holds no books of this program."));
    }

    [Fact]
    public async Task Books_of_a_newer_version()
    {
        await MakeAsync();
        Run("PRAGMA user_version = 99");

        Opening(File).Should().Be((BooksFailure.NewerSchema,
            "The books books.db were written by a newer version of this program (schema 99, known up to 1). Use that version."));
    }

    [Fact]
    public async Task Books_that_another_program_keeps_locked()
    {
        await MakeAsync();
        using var other = new SqliteConnection($"Data Source={File};Pooling=False");
        other.Open();
        using var transaction = other.BeginTransaction(deferred: false);
        await using var books = SqliteBooks.Open(File, new FakeClock(), readOnly: false, busySeconds: 1, maxPages: null);

        var append = async () => await books.AppendAsync([Entry("E2", 2)]);

        (await append.Should().ThrowAsync<BooksException>()).Which.Message
            .Should().Be("The books books.db are locked by another program, and stayed so while this one waited. Wait until it has finished, then try again.");
    }

    [Fact]
    public async Task Books_opened_to_read_only_are_not_written_to()
    {
        await MakeAsync();
        await using var books = SqliteBooks.Open(File, new FakeClock(), readOnly: true);

        var append = async () => await books.AppendAsync([Entry("E2", 2)]);

        (await append.Should().ThrowAsync<BooksException>()).Which.Failure.Should().Be(BooksFailure.ReadOnly);
    }

    [Fact]
    public async Task A_disk_that_is_full_leaves_the_books_as_they_were()
    {
        await MakeAsync();
        await using (var books = SqliteBooks.Open(File, new FakeClock(), readOnly: false, busySeconds: 1, maxPages: 40))
        {
            var append = async () => await books.AppendAsync(Enumerable.Range(2, 5000).Select(number => Entry($"E{number}", number)));

            (await append.Should().ThrowAsync<BooksException>()).Which.Message
                .Should().Be("There is no room left to write to the books books.db. Nothing was written; make room and try again.");
        }

        await using var again = SqliteBooks.Open(File, new FakeClock());
        (await again.AuditAsync()).Should().BeEquivalentTo(new { Entries = 1, IsIntact = true });
    }

    [Fact]
    public async Task A_truncated_file_is_damaged()
    {
        await MakeAsync();
        using (var stream = System.IO.File.OpenWrite(File))
        {
            stream.SetLength(stream.Length / 2);
        }

        var read = async () =>
        {
            await using var books = SqliteBooks.Open(File, new FakeClock(), readOnly: true);
            var report = await books.AuditAsync();
            if (!report.IsIntact)
            {
                throw new BooksException(BooksFailure.Corrupt, report.Findings[0].Text);
            }
        };

        (await read.Should().ThrowAsync<BooksException>()).Which.Failure.Should().Be(BooksFailure.Corrupt);
    }

    [Fact]
    public async Task The_first_migration_makes_the_tables_and_records_itself_with_its_hash()
    {
        await MakeAsync();
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();

        connection.ExecuteScalar<long>("PRAGMA user_version").Should().Be(1);
        connection.Query<string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
            .Should().Equal(
                "account", "balance", "donor", "edition", "edition_file", "entry", "entry_detail", "event", "fund", "migration", "posting", "posting_detail", "rollup", "setting", "voucher");
        connection.QuerySingle<string>("SELECT name FROM migration").Should().Be("0001_ledger");
        connection.ExecuteScalar<string>("PRAGMA journal_mode").Should().Be("wal");
        connection.Query<long>("SELECT strict FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").Should().OnlyContain(strict => strict == 1);
    }

    private async Task MakeAsync()
    {
        await using var books = SqliteBooks.Create(File, new FakeClock());
        await books.ImportAsync(Registered, [Entry("E1", 1)]);
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }

    private static (BooksFailure Failure, string Message) Opening(string path)
    {
        try
        {
            SqliteBooks.Open(path, new FakeClock(), readOnly: true).DisposeAsync().AsTask().Wait();
        }
        catch (BooksException exception)
        {
            return (exception.Failure, exception.Message);
        }

        throw new InvalidOperationException("It opened.");
    }
}
