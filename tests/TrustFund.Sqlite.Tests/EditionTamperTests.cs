using Dapper;
using Microsoft.Data.Sqlite;
using TrustFund.Storage;
using static TrustFund.Sqlite.Tests.Books;

namespace TrustFund.Sqlite.Tests;

/// <summary>Registered statements cannot be changed, and where the file was changed past everything, the audit tells.</summary>
public sealed class EditionTamperTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trustfund ");

    private string File => Path.Combine(_folder.FullName, "books.db");

    public async Task InitializeAsync()
    {
        await using var books = SqliteBooks.Create(File, new FakeClock());
        await books.ImportAsync(Registered, [Entry("E1", 1), Entry("E2", 2)]);
        var (registration, contents) = EditionsSpecification.Statement(await books.ReadHeadAsync());
        await books.RegisterAsync(registration, contents);
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("UPDATE edition SET status = 5", "A registered statement cannot be changed: register a corrigendum.")]
    [InlineData("DELETE FROM edition", "A registered statement cannot be deleted.")]
    [InlineData("UPDATE edition_file SET bytes = x'00'", "A file of a registered statement cannot be changed.")]
    [InlineData("DELETE FROM edition_file", "A file of a registered statement cannot be deleted.")]
    [InlineData("REPLACE INTO edition SELECT * FROM edition", "A statement of this symbol and language is registered.")]
    [InlineData("REPLACE INTO edition SELECT 3, symbol, language, date, 5, authorized_on, authorized_by, corrects, through, sequence, head, after_closing, as_restated, template, file_count FROM edition", "A statement of this symbol and language is registered.")]
    [InlineData("REPLACE INTO edition_file SELECT * FROM edition_file", "A file of a registered statement cannot be replaced.")]
    [InlineData("INSERT INTO edition_file SELECT event, role, 'x', format, sha256, bytes FROM edition_file WHERE role = 1", "A file cannot be added to a statement that is registered.")]
    [InlineData("INSERT INTO edition SELECT 1, 'x', language, date, status, authorized_on, authorized_by, NULL, through, sequence, head, after_closing, as_restated, template, file_count FROM edition", "A statement cannot be added to an event that is recorded.")]
    [InlineData("INSERT INTO edition SELECT 3, 'x', language, date, status, authorized_on, authorized_by, 1, through, sequence, head, after_closing, as_restated, template, file_count FROM edition", "A corrigendum names a statement that is registered.")]
    [InlineData("INSERT INTO edition SELECT 3, 'x', language, date, status, authorized_on, authorized_by, NULL, through, 1, head, after_closing, as_restated, template, file_count FROM edition", "A statement names an entry that is posted, and its hash.")]
    [InlineData("INSERT INTO event SELECT 3, kind, after, fund, period_start, period_end, reason, prepared_by, approved_by, authority, item_count, recorded_seconds, recorded_nanoseconds, hash FROM event WHERE kind = 5", "A statement, and nothing else, is registered by an event of its kind.")]
    [InlineData("BEGIN; INSERT INTO edition SELECT 3, 'x', language, date, status, authorized_on, authorized_by, NULL, through, sequence, head, after_closing, as_restated, template, 1 FROM edition; INSERT INTO event SELECT 3, kind, after, fund, period_start, period_end, reason, prepared_by, approved_by, authority, item_count, recorded_seconds, recorded_nanoseconds, hash FROM event WHERE kind = 5; COMMIT", "A registered statement has the files that it counts.")]
    public async Task The_plain_shell_is_refused(string sql, string message)
    {
        var (exit, error) = await Forced.ShellAsync(File, sql);

        exit.Should().NotBe(0);
        error.Should().Contain(message);
        await using var books = SqliteBooks.Open(File, new FakeClock(), readOnly: true);
        (await books.AuditAsync()).Findings.Should().BeEmpty();
    }

    [Fact]
    [Trait("Culture", "alike")]
    public async Task Every_value_of_an_edition_and_its_files_changed_behind_our_back_is_found()
    {
        using var columns = new SqliteConnection($"Data Source={File};Pooling=False");
        columns.Open();
        var places = columns.Query<(string Table, string Column, string Type)>(
            "SELECT m.name, c.name, c.type FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c WHERE m.name IN ('edition', 'edition_file')").ToList();
        places.Should().HaveCount(21);

        foreach (var (table, column, type) in places)
        {
            var path = Path.Combine(_folder.FullName, $"{table}-{column}.db");
            System.IO.File.Copy(File, path);
            await Forced.ExecuteAsync(path, $"UPDATE {table} SET {column} = {Changed(column, type)} WHERE {(table == "edition" ? "event = 2" : "event = 2 AND role = 1")}");

            await using var books = SqliteBooks.Open(path, new FakeClock(), readOnly: true);

            (await books.AuditAsync()).IsIntact.Should().BeFalse($"{table}.{column} was changed");
        }
    }

    [Fact]
    public async Task A_changed_byte_is_told_with_its_file_and_edition()
    {
        await Forced.ExecuteAsync(File, "UPDATE edition_file SET bytes = CAST('As misprinted' AS BLOB) WHERE role = 1");

        await using var books = SqliteBooks.Open(File, new FakeClock(), readOnly: true);
        var report = await books.AuditAsync();

        report.Findings.Should().ContainSingle().Which.Should().Be(new AuditFinding("edition", null, null,
            $"The file annex.txt of the edition A/72/99 (en) has the SHA-256 {Sha256Hash.Of("As misprinted"u8)}; when it was registered it was {Sha256Hash.Of("As printed"u8)}. Its bytes were changed since."));
    }

    [Fact]
    public async Task An_edition_that_could_never_have_been_registered_is_told_as_damage()
    {
        await Forced.ExecuteAsync(File, "UPDATE edition SET language = 'English' WHERE event = 2");

        await using var books = SqliteBooks.Open(File, new FakeClock(), readOnly: true);
        var read = async () => await books.ReadEditionsAsync();

        (await read.Should().ThrowAsync<BooksException>()).WithMessage(
            "The events of the books are not ones that could have been recorded: The edition A/72/99 has the language 'English', which is not written as ISO 639 writes it (en, fr). Run an audit: the file was changed from outside.");
    }

    private static string Changed(string column, string type) => column switch
    {
        "date" or "authorized_on" or "through" => "'1999-01-01'",
        "corrects" => "1",
        "event" => "77",
        _ when type == "BLOB" => "randomblob(32)",
        _ when type == "INTEGER" => $"{column} + 1",
        _ => $"coalesce({column}, '') || 'x'",
    };
}
