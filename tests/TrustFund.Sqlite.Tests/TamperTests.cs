using Dapper;
using Microsoft.Data.Sqlite;
using TrustFund.Storage;
using static TrustFund.Sqlite.Tests.Books;

namespace TrustFund.Sqlite.Tests;

/// <summary>What the database refuses by itself, and what the audit finds where it was not asked.</summary>
public sealed class TamperTests : IAsyncLifetime
{
    private const string Event = "INSERT INTO event (number, kind, after, fund, period_start, period_end, item_count, recorded_seconds, recorded_nanoseconds, hash) VALUES ";
    private const string Entry5 = "INSERT INTO posting (sequence, line, account, fund, amount) VALUES (5, 1, 1, 1, 5), (5, 2, 2, 1, -5); INSERT INTO entry (sequence, id, date, kind, description, posting_count, detail_count, recorded_seconds, recorded_nanoseconds, hash) VALUES ";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trustfund ");

    private string File => Path.Combine(_folder.FullName, "books.db");

    public async Task InitializeAsync()
    {
        await using var books = SqliteBooks.Create(File, new FakeClock());
        await books.ImportAsync(Registered, [Entry("E1", 1), FullEntry("E2"), Entry("E3", 3), Entry("E3", 3).Reversal("E4", new NodaTime.LocalDate(2016, 5, 1), "Wrong")]);
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("UPDATE entry SET description = 'x' WHERE sequence = 1", "A posted entry cannot be changed: reverse it and post a new one.")]
    [InlineData("DELETE FROM entry WHERE sequence = 4", "A posted entry cannot be deleted: reverse it.")]
    [InlineData("UPDATE posting SET amount = amount + 1", "A posting cannot be changed: reverse its entry and post a new one.")]
    [InlineData("DELETE FROM posting WHERE sequence = 1", "A posting cannot be deleted: reverse its entry.")]
    [InlineData("UPDATE voucher SET name = 'x'", "A voucher cannot be changed.")]
    [InlineData("DELETE FROM voucher", "A voucher cannot be deleted.")]
    [InlineData("UPDATE account SET name = 'x'", "An account cannot be changed.")]
    [InlineData("DELETE FROM account", "An account cannot be deleted.")]
    [InlineData("UPDATE fund SET name = 'x'", "A fund cannot be changed.")]
    [InlineData("DELETE FROM fund", "A fund cannot be deleted.")]
    [InlineData("UPDATE donor SET name = 'x'", "A donor cannot be changed.")]
    [InlineData("DELETE FROM donor", "A donor cannot be deleted.")]
    [InlineData("UPDATE setting SET value = 'no'", "A setting of the books cannot be changed.")]
    [InlineData("DELETE FROM setting", "A setting of the books cannot be deleted.")]
    [InlineData("UPDATE migration SET name = 'x'", "The list of migrations cannot be changed.")]
    [InlineData("DELETE FROM migration", "The list of migrations cannot be changed.")]
    [InlineData("REPLACE INTO entry SELECT * FROM entry WHERE sequence = 4", "An entry of this id is posted.")]
    [InlineData("REPLACE INTO posting SELECT * FROM posting WHERE sequence = 1", "A posting cannot be added to an entry that is posted.")]
    [InlineData("REPLACE INTO voucher SELECT * FROM voucher", "A voucher cannot be added to an entry that is posted.")]
    [InlineData("UPDATE entry_detail SET reference = 'x'", "The details of an entry cannot be changed: reverse it and post a new one.")]
    [InlineData("DELETE FROM entry_detail", "The details of an entry cannot be deleted: reverse it.")]
    [InlineData("UPDATE posting_detail SET rate = '2'", "The details of a posting cannot be changed: reverse its entry and post a new one.")]
    [InlineData("DELETE FROM posting_detail", "The details of a posting cannot be deleted: reverse its entry.")]
    [InlineData("UPDATE event SET reason = 'x'", "An event of the books cannot be changed.")]
    [InlineData("DELETE FROM event", "An event of the books cannot be deleted.")]
    [InlineData("REPLACE INTO entry_detail SELECT * FROM entry_detail", "The details of an entry cannot be added to an entry that is posted.")]
    [InlineData("REPLACE INTO posting_detail SELECT * FROM posting_detail", "The details of a posting cannot be added to an entry that is posted.")]
    [InlineData("REPLACE INTO event SELECT * FROM event", "Events are numbered without a gap.")]
    [InlineData("REPLACE INTO account SELECT id, code, 'x', type, opened, closed, 2 FROM account", "An account cannot be replaced.")]
    [InlineData("REPLACE INTO fund SELECT id, code, 'x', currency, established, closed, authority, 2 FROM fund", "A fund cannot be replaced.")]
    [InlineData("REPLACE INTO donor SELECT id, code, 'x', 2 FROM donor", "A donor cannot be replaced.")]
    [InlineData("REPLACE INTO setting VALUES ('illustrative', 'no', 2)", "A setting of the books cannot be replaced.")]
    [InlineData("REPLACE INTO migration SELECT number, 'x', sha256 FROM migration", "A migration cannot be replaced.")]
    [InlineData("INSERT INTO account (code, name, type, event) VALUES ('X', 'X', 1, 1)", "An account cannot be added to a registration that is recorded.")]
    [InlineData("INSERT INTO fund (code, name, currency, event) VALUES ('X', 'X', 'USD', 1)", "A fund cannot be added to a registration that is recorded.")]
    [InlineData("INSERT INTO donor (code, name, event) VALUES ('X', 'X', 1)", "A donor cannot be added to a registration that is recorded.")]
    [InlineData("INSERT INTO setting VALUES ('x', 'x', 1)", "A setting of the books cannot be added to a registration that is recorded.")]
    [InlineData("INSERT INTO event (number, kind, after, item_count, recorded_seconds, recorded_nanoseconds, hash) VALUES (2, 1, 4, 1, 9999999999, 0, zeroblob(32))", "An event registers what it counts.")]
    [InlineData("INSERT INTO event (number, kind, after, item_count, recorded_seconds, recorded_nanoseconds, hash) VALUES (2, 1, 3, 1, 9999999999, 0, zeroblob(32))", "An event comes after the last entry.")]
    [InlineData("INSERT INTO event (number, kind, after, item_count, recorded_seconds, recorded_nanoseconds, hash) VALUES (2, 1, 4, 1, 0, 0, zeroblob(32))", "An event is not recorded before the one before it.")]
    [InlineData("INSERT INTO posting SELECT 1, 9, account, fund, amount, donor FROM posting WHERE sequence = 1 AND line = 1", "A posting cannot be added to an entry that is posted.")]
    [InlineData("BEGIN; INSERT INTO posting (sequence, line, account, fund, amount) VALUES (5, 1, 1, 1, 5), (5, 2, 2, 1, -4); INSERT INTO entry (sequence, id, date, kind, description, posting_count, detail_count, recorded_seconds, recorded_nanoseconds, hash) VALUES (5, 'E5', '2016-01-01', 2, 'x', 2, 0, 9999999999, 0, zeroblob(32)); COMMIT", "An entry balances in each fund.")]
    [InlineData("INSERT INTO entry (sequence, id, date, kind, description, posting_count, detail_count, recorded_seconds, recorded_nanoseconds, hash) VALUES (5, 'E5', '2016-01-01', 2, 'x', 2, 0, 9999999999, 0, zeroblob(32))", "An entry has the postings that it counts.")]
    [InlineData("BEGIN; INSERT INTO posting (sequence, line, account, fund, amount) VALUES (5, 1, 1, 1, 5), (5, 2, 2, 1, -5); INSERT INTO entry (sequence, id, date, kind, description, posting_count, detail_count, recorded_seconds, recorded_nanoseconds, hash) VALUES (5, 'E5', '2016-01-01', 2, 'x', 2, 1, 9999999999, 0, zeroblob(32)); COMMIT", "An entry has the details and vouchers that it counts.")]
    [InlineData("BEGIN; INSERT INTO posting (sequence, line, account, fund, amount) VALUES (5, 1, 1, 1, 5), (5, 2, 2, 1, -5); INSERT INTO entry (sequence, id, date, kind, description, posting_count, detail_count, recorded_seconds, recorded_nanoseconds, hash) VALUES (5, 'E5', '2016-01-01', 4, 'x', 2, 0, 9999999999, 0, zeroblob(32)); COMMIT", "A reversal names the entry that it reverses; of others only a closing entry may.")]
    [InlineData("BEGIN; INSERT INTO entry_detail (sequence, reverses) VALUES (5, 'E9'); INSERT INTO posting (sequence, line, account, fund, amount) VALUES (5, 1, 1, 1, 5), (5, 2, 2, 1, -5); INSERT INTO entry (sequence, id, date, kind, description, posting_count, detail_count, recorded_seconds, recorded_nanoseconds, hash) VALUES (5, 'E5', '2016-01-01', 4, 'x', 2, 1, 9999999999, 0, zeroblob(32)); COMMIT", "A reversal names an entry that is posted.")]
    [InlineData("INSERT INTO entry_detail (sequence, reverses) VALUES (5, 'E3')", "An entry is reversed once.")]
    [InlineData("BEGIN; INSERT INTO posting (sequence, line, account, fund, amount) VALUES (5, 1, 1, 1, 5), (5, 2, 2, 1, -5); INSERT INTO entry (sequence, id, date, kind, description, posting_count, detail_count, recorded_seconds, recorded_nanoseconds, hash) VALUES (5, 'E5', '2016-01-01', 5, 'x', 2, 0, 9999999999, 0, zeroblob(32)); COMMIT", "A restatement, and nothing else, names the period that it restates.")]
    [InlineData("INSERT INTO entry (sequence, id, date, kind, description, posting_count, detail_count, recorded_seconds, recorded_nanoseconds, hash) VALUES (7, 'E5', '2016-01-01', 2, 'x', 2, 0, 9999999999, 0, zeroblob(32))", "Entries are numbered without a gap.")]
    [InlineData("INSERT INTO entry (sequence, id, date, kind, description, posting_count, detail_count, recorded_seconds, recorded_nanoseconds, hash) VALUES (5, 'E5', '2016-01-01', 2, 'x', 2, 0, 0, 0, zeroblob(32))", "An entry is not recorded before the one before it.")]
    [InlineData("INSERT INTO posting (sequence, line, account, fund, amount) VALUES (5, 1, 99, 1, 5)", "A posting names an account that there is none of.")]
    [InlineData("INSERT INTO posting (sequence, line, account, fund, amount) VALUES (5, 1, 1, 99, 5)", "A posting names a fund that there is none of.")]
    [InlineData("INSERT INTO posting (sequence, line, account, fund, amount, donor) VALUES (5, 1, 1, 1, 5, 99)", "A posting names a donor that there is none of.")]
    [InlineData("INSERT INTO posting (sequence, line, account, fund, amount) VALUES (5, 1, 1, 1, 0)", "A posting without an amount has a transaction amount.")]
    [InlineData("INSERT INTO rollup (through, balance_count) VALUES (4096, 1)", "A rollup covers the 4,096 entries after the one before it.")]
    [InlineData("BEGIN; INSERT INTO entry_detail (sequence, reverses) VALUES (5, 'E1'); " + Entry5 + "(5, 'E5', '2016-03-14', 6, 'x', 2, 1, 9999999999, 0, zeroblob(32)); COMMIT", "A closing entry, and nothing else, is reversed by a closing entry, of its day.")]
    [InlineData("BEGIN; " + Event + "(2, 2, 4, 'LIMA', '2016-01-01', '2016-12-31', 0, 9999999999, 0, zeroblob(32)); " + Entry5 + "(5, 'E5', '2016-12-31', 2, 'x', 2, 0, 9999999999, 0, zeroblob(32)); COMMIT", "A closed period takes no entries: reopen it.")]
    [InlineData("BEGIN; " + Event + "(2, 2, 4, 'LIMA', '2016-01-01', '2016-12-31', 0, 9999999999, 0, zeroblob(32)); " + Entry5 + "(5, 'E5', '1999-01-01', 6, 'x', 2, 0, 9999999999, 0, zeroblob(32)); COMMIT", "A closed period takes no entries: reopen it.")]
    [InlineData("BEGIN; " + Event + "(2, 4, 4, 'LIMA', '2016-01-01', '2016-12-31', 0, 9999999999, 0, zeroblob(32)); " + Entry5 + "(5, 'E5', '2016-12-31', 2, 'x', 2, 0, 9999999999, 0, zeroblob(32)); COMMIT", "A period that is closing takes only adjusting, reversal and closing entries.")]
    [InlineData("BEGIN; " + Event + "(2, 6, 4, 'LIMA', NULL, NULL, 0, 9999999999, 0, zeroblob(32)); " + Entry5 + "(5, 'E5', '2030-12-31', 2, 'x', 2, 0, 9999999999, 0, zeroblob(32)); COMMIT", "A closed fund takes no entries.")]
    [InlineData(Event + "(2, 2, 4, 'LYON', '2016-01-01', '2016-12-31', 0, 9999999999, 0, zeroblob(32))", "An event names a fund that there is none of.")]
    [InlineData(Event + "(2, 7, 4, NULL, NULL, NULL, 0, 9999999999, 0, zeroblob(32))", "CHECK constraint failed: kind BETWEEN 1 AND 6")]
    public async Task The_plain_shell_is_refused(string sql, string message)
    {
        var (exit, error) = await ShellAsync(sql);

        exit.Should().NotBe(0);
        error.Should().Contain(message);
        await using var books = SqliteBooks.Open(File, new FakeClock(), readOnly: true);
        (await books.AuditAsync()).Findings.Should().BeEmpty();
    }

    [Fact]
    [Trait("Culture", "alike")]
    public async Task Every_value_of_every_table_changed_behind_our_back_is_found()
    {
        using var columns = new SqliteConnection($"Data Source={File};Pooling=False");
        columns.Open();
        var places = columns.Query<(string Table, string Column, string Type)>(
            """
            SELECT m.name, c.name, c.type FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
            WHERE m.type = 'table' AND m.name NOT IN ('rollup', 'balance', 'edition', 'edition_file')
            """).ToList();
        places.Should().HaveCount(81);

        foreach (var (table, column, type) in places)
        {
            var path = Path.Combine(_folder.FullName, $"{table}-{column}.db");
            System.IO.File.Copy(File, path);
            await Forced.ExecuteAsync(path, $"UPDATE {table} SET {column} = {Changed(table, column, type)} WHERE {Row(table)}");

            await using var books = SqliteBooks.Open(path, new FakeClock(), readOnly: true);
            var report = await books.AuditAsync();

            report.IsIntact.Should().BeFalse($"{table}.{column} was changed");
            if (table is "entry" or "entry_detail" or "posting" or "posting_detail" or "voucher" && column is not "sequence")
            {
                report.Findings.First(finding => finding.Sequence is not null).Sequence.Should().Be(2, $"{table}.{column} is of entry 2");
            }
        }
    }

    [Theory]
    [InlineData("DELETE FROM entry WHERE sequence = 4", 4L)]
    [InlineData("DELETE FROM posting WHERE sequence = 3 AND line = 2", 3L)]
    [InlineData("DELETE FROM voucher", 2L)]
    [InlineData("UPDATE entry SET sequence = 5 WHERE sequence = 4", 4L)]
    [InlineData("UPDATE posting SET amount = amount * 2 WHERE sequence = 3", 3L)]
    [InlineData("INSERT INTO posting SELECT 9, line, account, fund, amount, donor FROM posting WHERE sequence = 1", 9L)]
    public async Task Rows_deleted_inserted_or_moved_are_found_at_the_first_entry_concerned(string sql, long first)
    {
        await Forced.ExecuteAsync(File, sql);

        await using var books = SqliteBooks.Open(File, new FakeClock(), readOnly: true);
        var report = await books.AuditAsync();

        report.Findings.First(finding => finding.Sequence is not null).Sequence.Should().Be(first);
    }

    [Theory]
    [InlineData("DROP TRIGGER entry_no_update", "trigger entry_no_update is missing.")]
    [InlineData("CREATE TABLE notes (text TEXT)", "table notes does not belong to the books.")]
    [InlineData("DROP TRIGGER entry_checks; CREATE TRIGGER entry_checks BEFORE INSERT ON entry BEGIN SELECT 1; END", "The definition of trigger entry_checks was changed.")]
    public async Task A_structure_that_is_not_ours_is_found(string sql, string text)
    {
        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            connection.Execute(sql);
        }

        await using var books = SqliteBooks.Open(File, new FakeClock(), readOnly: true);
        var report = await books.AuditAsync();

        report.Findings.Should().Contain(finding => finding.Check == "schema" && finding.Text == text);
    }

    [Theory]
    [InlineData("UPDATE fund SET currency = 'XXX' WHERE id = 1", "'XXX' is not a currency code of ISO 4217.")]
    [InlineData("UPDATE account SET type = 9 WHERE id = 1", "Account 1000 has no type. (Parameter 'type')")]
    [InlineData("UPDATE account SET opened = '2016-02-31' WHERE id = 1", "*2016-02-31*")]
    public async Task Master_data_that_could_never_have_been_registered_is_told_and_found(string sql, string cause)
    {
        await Forced.ExecuteAsync(File, sql);

        await using var books = SqliteBooks.Open(File, new FakeClock(), readOnly: true);
        var read = async () => await books.ReadMasterDataAsync();
        var report = await books.AuditAsync();

        (await read.Should().ThrowAsync<BooksException>()).WithMessage($"The accounts, funds or donors of the books are not ones that could have been registered: {cause} Run an audit: the file was changed from outside.");
        report.Findings.Should().Contain(finding => finding.Check == "reference");
    }

    [Theory]
    [InlineData("2, 2, 4, 'LIMA', '2016-01-01', '2016-12-31'", "It posts to fund LIMA, whose period 2016 event 2 had closed before it was recorded: it was put in past the books' rules.")]
    [InlineData("2, 4, 4, 'LIMA', '2016-01-01', '2016-12-31'", "It posts to fund LIMA, whose period 2016 event 2 had begun to close before it was recorded: it was put in past the books' rules.")]
    [InlineData("2, 6, 4, 'LIMA', NULL, NULL", "It posts to fund LIMA, which event 2 had closed before it was recorded: it was put in past the books' rules.")]
    public async Task An_entry_slipped_into_what_was_closed_is_named(string change, string text)
    {
        await Forced.ExecuteAsync(File, Event + $"({change}, 0, 9999999999, 0, zeroblob(32)); " + Entry5 + "(5, 'E5', '2016-12-31', 2, 'x', 2, 0, 9999999999, 0, zeroblob(32))");

        await using var books = SqliteBooks.Open(File, new FakeClock(), readOnly: true);
        var report = await books.AuditAsync();

        report.Findings.Where(finding => finding.Check == "period").Should().Equal(new AuditFinding("period", 5, "E5", text));
    }

    // A posting without an entry counts for nothing, and nothing can be posted on top of it.
    [Fact]
    public async Task A_posting_slipped_in_beyond_the_last_entry_counts_for_nothing_and_is_found()
    {
        await ShellAsync("INSERT INTO posting (sequence, line, account, fund, amount) VALUES (5, 1, 1, 1, 5)");

        await using var books = SqliteBooks.Open(File, new FakeClock());
        var report = await books.AuditAsync();
        var append = async () => await books.AppendAsync([Entry("E5", 5)]);

        report.Findings.Single().Text.Should().Be("A row of the table posting for number 5 belongs to nothing: it was put in from outside and counts for nothing.");
        (await books.ReadTrialBalanceAsync(LedgerCutoff.At(new NodaTime.LocalDate(2020, 1, 1)))).Sum(Lima, row => row.Account == Cash).Should().Be(Money.Usd(107.25m));
        (await append.Should().ThrowAsync<BooksException>()).Which.Message.Should().Contain("Run an audit: the file was changed from outside.");
    }

    private static string Row(string table) => table switch
    {
        "entry" or "entry_detail" => "sequence = 2",
        "posting" or "posting_detail" or "voucher" => "sequence = 2 AND line = 1",
        "setting" => "key = 'title'",
        "event" or "migration" => "number = 1",
        _ => "id = 1",
    };

    private static string Changed(string table, string column, string type) => (table, column) switch
    {
        (_, "date" or "document_date" or "period_start" or "restates_start" or "due_date" or "opened" or "established") => "'1999-01-01'",
        (_, "period_end" or "restates_end" or "closed") => "'2031-01-01'",
        (_, "hash") or ("voucher", "sha256") => "randomblob(32)",
        ("entry_detail", "reverses") => "'E1'",
        (_, "currency" or "transaction_currency") => "'GBP'",
        ("posting_detail", "rate") => "'1.0626'",
        ("posting", "donor") => "2",
        ("event", "after") => "3",
        ("event", "fund" or "reason" or "prepared_by" or "approved_by" or "authority") => "'x'",
        ("migration", "sha256") => "replace(sha256, substr(sha256, 1, 1), 'z')",
        (_, "sequence" or "line" or "id" or "number" or "event") when type == "INTEGER" => "77",
        _ when type == "INTEGER" => $"{column} + 1",
        _ => $"coalesce({column}, '') || 'x'",
    };

    private Task<(int Exit, string Error)> ShellAsync(string sql) => Forced.ShellAsync(File, sql);
}
