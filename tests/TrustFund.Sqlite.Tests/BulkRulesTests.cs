using Dapper;
using Microsoft.Data.Sqlite;
using TrustFund.Storage;
using static TrustFund.Sqlite.Tests.Books;

namespace TrustFund.Sqlite.Tests;

/// <summary>
/// A bulk import runs with the triggers off. Whatever they would have refused row by row is refused
/// set-wise before its commit: here rows are slipped in while an import runs, past all checks of code.
/// </summary>
public sealed class BulkRulesTests : IAsyncLifetime
{
    private const string Head = "INSERT INTO entry (sequence, id, date, kind, description, posting_count, detail_count, recorded_seconds, recorded_nanoseconds, hash) VALUES ";
    private const string Event = "INSERT INTO event (number, kind, after, fund, period_start, period_end, item_count, recorded_seconds, recorded_nanoseconds, hash) VALUES ";
    private const string Postings = "INSERT INTO posting (sequence, line, account, fund, amount) VALUES (3, 1, 1, 1, 5), (3, 2, 2, 1, -5); ";

    private readonly SqliteBooks _books = SqliteBooks.InMemory(new FakeClock());

    public async Task InitializeAsync() => await _books.ImportAsync(Registered, [Entry("E1", 1), Entry("E2", 2)]);

    public async Task DisposeAsync() => await _books.DisposeAsync();

    [Theory]
    [InlineData(Postings + Head + "(3, 'E3', '2016-01-01', 2, 'x', 3, 0, 9999999999, 0, zeroblob(32))", "An entry has the postings that it counts.")]
    [InlineData("INSERT INTO posting (sequence, line, account, fund, amount) VALUES (2, 3, 1, 1, 5)", "An entry has the postings that it counts.")]
    [InlineData("INSERT INTO posting (sequence, line, account, fund, amount) VALUES (9, 1, 1, 1, 5)", "An entry has the postings that it counts.")]
    [InlineData("INSERT INTO voucher (sequence, line, name) VALUES (2, 1, 'x')", "An entry has the details and vouchers that it counts.")]
    [InlineData("INSERT INTO voucher (sequence, line, name) VALUES (9, 1, 'x')", "An entry has the details and vouchers that it counts.")]
    [InlineData("INSERT INTO entry_detail (sequence, reference) VALUES (2, 'x')", "An entry has the details and vouchers that it counts.")]
    [InlineData("INSERT INTO posting_detail (sequence, line, project) VALUES (2, 1, 'x')", "An entry has the details and vouchers that it counts.")]
    [InlineData("INSERT INTO posting (sequence, line, account, fund, amount) VALUES (3, 1, 1, 1, 5), (3, 2, 2, 1, -4); " + Head + "(3, 'E3', '2016-01-01', 2, 'x', 2, 0, 9999999999, 0, zeroblob(32))", "An entry balances in each fund.")]
    [InlineData("INSERT INTO posting (sequence, line, account, fund, amount) VALUES (3, 1, 1, 1, 5), (3, 2, 2, 2, -5); " + Head + "(3, 'E3', '2016-01-01', 2, 'x', 2, 0, 9999999999, 0, zeroblob(32))", "An entry balances in each fund.")]
    [InlineData("INSERT INTO posting (sequence, line, account, fund, amount) VALUES (3, 1, 99, 1, 5), (3, 2, 2, 1, -5); " + Head + "(3, 'E3', '2016-01-01', 2, 'x', 2, 0, 9999999999, 0, zeroblob(32))", "A posting names an account that there is none of.")]
    [InlineData("INSERT INTO posting (sequence, line, account, fund, amount) VALUES (3, 1, 1, 99, 5), (3, 2, 2, 99, -5); " + Head + "(3, 'E3', '2016-01-01', 2, 'x', 2, 0, 9999999999, 0, zeroblob(32))", "A posting names a fund that there is none of.")]
    [InlineData("INSERT INTO posting (sequence, line, account, fund, amount, donor) VALUES (3, 1, 1, 1, 5, 99), (3, 2, 2, 1, -5, 1); " + Head + "(3, 'E3', '2016-01-01', 2, 'x', 2, 0, 9999999999, 0, zeroblob(32))", "A posting names a donor that there is none of.")]
    [InlineData("INSERT INTO posting (sequence, line, account, fund, amount) VALUES (3, 1, 1, 1, 0), (3, 2, 2, 1, 0); " + Head + "(3, 'E3', '2016-01-01', 2, 'x', 2, 0, 9999999999, 0, zeroblob(32))", "A posting without an amount has a transaction amount.")]
    [InlineData(Postings + Head + "(3, 'E3', '2016-01-01', 2, 'x', 2, 0, 0, 0, zeroblob(32))", "An entry is not recorded before the one before it.")]
    [InlineData("INSERT INTO posting (sequence, line, account, fund, amount) VALUES (7, 1, 1, 1, 5), (7, 2, 2, 1, -5); " + Head + "(7, 'E7', '2016-01-01', 2, 'x', 2, 0, 9999999999, 0, zeroblob(32))", "Entries are numbered without a gap.")]
    [InlineData(Postings + Head + "(3, 'E3', '2016-01-01', 4, 'x', 2, 0, 9999999999, 0, zeroblob(32))", "A reversal names the entry that it reverses; of others only a closing entry may.")]
    [InlineData(Postings + "INSERT INTO entry_detail (sequence, reverses) VALUES (3, 'E1'); " + Head + "(3, 'E3', '2016-01-01', 2, 'x', 2, 1, 9999999999, 0, zeroblob(32))", "A reversal names the entry that it reverses; of others only a closing entry may.")]
    [InlineData(Postings + "INSERT INTO entry_detail (sequence, reverses) VALUES (3, 'E9'); " + Head + "(3, 'E3', '2016-01-01', 4, 'x', 2, 1, 9999999999, 0, zeroblob(32))", "A reversal names an entry that is posted.")]
    [InlineData(Postings + Head + "(3, 'E3', '2016-01-01', 5, 'x', 2, 0, 9999999999, 0, zeroblob(32))", "A restatement, and nothing else, names the period that it restates.")]
    [InlineData(Postings + "INSERT INTO entry_detail (sequence, reverses) VALUES (3, 'E1'); " + Head + "(3, 'E3', '2016-03-14', 6, 'x', 2, 1, 9999999999, 0, zeroblob(32))", "A closing entry, and nothing else, is reversed by a closing entry, of its day.")]
    [InlineData(Event + "(2, 2, 2, 'LIMA', '2016-01-01', '2016-12-31', 0, 9999999999, 0, zeroblob(32)); " + Postings + Head + "(3, 'E3', '2016-12-31', 2, 'x', 2, 0, 9999999999, 0, zeroblob(32))", "A closed period takes no entries: reopen it.")]
    [InlineData(Event + "(2, 4, 2, 'LIMA', '2016-01-01', '2016-12-31', 0, 9999999999, 0, zeroblob(32)); " + Postings + Head + "(3, 'E3', '2016-12-31', 2, 'x', 2, 0, 9999999999, 0, zeroblob(32))", "A period that is closing takes only adjusting, reversal and closing entries.")]
    [InlineData(Event + "(2, 6, 2, 'LIMA', NULL, NULL, 0, 9999999999, 0, zeroblob(32)); " + Postings + Head + "(3, 'E3', '2030-12-31', 2, 'x', 2, 0, 9999999999, 0, zeroblob(32))", "A closed fund takes no entries.")]
    public async Task What_a_trigger_refuses_a_bulk_import_refuses_before_its_commit(string sql, string rule)
    {
        var import = () => _books.AddWithoutTriggers(from: 1, session => session.Connection.Execute(sql));

        import.Should().Throw<BooksException>()
            .WithMessage($"The books in memory refuse what should have been accepted: {rule} Run an audit: the file was changed from outside.");
        (await _books.AuditAsync()).Should().BeEquivalentTo(new { Entries = 2, IsIntact = true });
    }

    [Theory]
    [InlineData(Postings + Head + "(3, 'E1', '2016-01-01', 2, 'x', 2, 0, 9999999999, 0, zeroblob(32))", "UNIQUE constraint failed: entry.id")]
    [InlineData("INSERT INTO posting (sequence, line, account, fund, amount) VALUES (2, 1, 1, 1, 5)", "UNIQUE constraint failed: posting.sequence, posting.line")]
    [InlineData("INSERT INTO entry_detail (sequence, reverses) VALUES (3, 'E1'), (4, 'E1')", "UNIQUE constraint failed: entry_detail.reverses")]
    [InlineData(Postings + Head + "(3, 'E3', 'today', 2, 'x', 2, 0, 9999999999, 0, zeroblob(32))", "CHECK constraint failed: date")]
    public void What_the_tables_keep_by_themselves_needs_no_trigger(string sql, string rule)
    {
        var import = () => _books.AddWithoutTriggers(from: 1, session => session.Connection.Execute(sql));

        import.Should().Throw<BooksException>().Which.Message.Should().Contain(rule);
    }

    [Fact]
    public async Task After_a_bulk_import_the_triggers_are_on_again()
    {
        var import = () => _books.AddWithoutTriggers(from: 2, session => session.Connection.Execute("SELECT 1"));
        var update = async () => await Task.FromResult(_books.Execute("UPDATE entry SET description = 'x'"));

        import.Should().NotThrow();

        (await update.Should().ThrowAsync<BooksException>()).Which.InnerException.Should().BeOfType<SqliteException>()
            .Which.Message.Should().Contain("A posted entry cannot be changed");
    }
}
