using CsCheck;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using TrustFund.Storage;
using static TrustFund.Sqlite.Tests.Books;

namespace TrustFund.Sqlite.Tests;

/// <summary>Balances rolled up: equal to the entries at every cutoff, protected, and proved by the audit.</summary>
public sealed class RollupTests : IAsyncLifetime
{
    private static readonly EntryKind[] Kinds = [EntryKind.Ordinary, EntryKind.Adjusting, EntryKind.Closing, EntryKind.Restatement];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trustfund ");
    private readonly FakeClock _clock = new();

    private string File => Path.Combine(_folder.FullName, "books.db");

    public async Task InitializeAsync()
    {
        await using var books = SqliteBooks.Create(File, _clock);
        await books.ImportAsync(Registered, Some(9000).Take(6000));
        foreach (var entries in Some(9000).Skip(6000).Chunk(7))
        {
            _clock.Now += Duration.FromMilliseconds(1);
            await books.AppendAsync(entries);
        }
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task At_every_cutoff_the_balances_are_those_of_the_entries()
    {
        await using var books = SqliteBooks.Open(File, _clock, readOnly: true);
        var journal = await books.AllAsync();
        journal.Should().HaveCount(9000);

        await Gen.Select(Gen.Int[-5, 800], Gen.Bool, Gen.Bool, Gen.Int[0, 9000], Gen.Bool, Gen.Int[0, 400]).SampleAsync(async (day, before, restated, known, bySequence, days) =>
        {
            var cutoff = new LedgerCutoff(
                new LocalDate(2015, 1, 1).PlusDays(day), bySequence || known == 0 ? null : journal[known - 1].Recorded,
                before ? ClosingView.BeforeClosing : ClosingView.AfterClosing, restated)
            {
                Sequence = bySequence ? known : null,
                PeriodStart = known % 2 == 0 ? new LocalDate(2015, 1, 1).PlusDays(day - days) : null,
            };
            var expected = TrialBalance.From(cutoff, journal);
            var from = cutoff.Through.PlusDays(-days);

            return (await books.ReadMovementsAsync(from, cutoff, byDonor: true)).SequenceEqual(Moved(journal, from, cutoff, byDonor: true))
                && (await books.ReadMovementsAsync(from, cutoff, byDonor: false)).SequenceEqual(Moved(journal, from, cutoff, byDonor: false))
                && (await books.ReadTrialBalanceAsync(cutoff)).Rows.SequenceEqual(expected.Rows)
                && (await books.ReadTrialBalanceByFundAsync(cutoff)).Rows.SequenceEqual(expected.WithoutDonors().Rows);
        }, iter: 60, threads: 1);
        (await books.ReadLastDateAsync()).Should().Be(journal.Where(posted => posted.Entry.Nature != RestatementNature.Reclassification).Max(posted => posted.Entry.Date));
        (await books.AuditAsync()).Findings.Should().BeEmpty();
    }

    [Fact]
    public void There_is_one_rollup_for_every_4096_entries()
    {
        using var connection = Connect();

        connection.Query<long>("SELECT through FROM rollup ORDER BY through").Should().Equal(4096, 8192);
    }

    [Theory]
    [InlineData("UPDATE rollup SET balance_count = 1", "Balances cannot be changed.")]
    [InlineData("DELETE FROM rollup", "Balances cannot be deleted.")]
    [InlineData("UPDATE balance SET class = 2", "Balances cannot be changed.")]
    [InlineData("DELETE FROM balance", "Balances cannot be deleted.")]
    [InlineData("REPLACE INTO balance SELECT * FROM balance", "Balances cannot be added to a rollup that is made.")]
    [InlineData("INSERT INTO balance VALUES (12288, '2016-01', 1, x'00', x'00'), (12288, '2016-01', 1, x'00', x'00')", "Balances cannot be replaced.")]
    [InlineData("REPLACE INTO rollup VALUES (8192, 1)", "A rollup covers the 4,096 entries after the one before it.")]
    [InlineData("INSERT INTO rollup VALUES (12288, 1)", "A rollup covers the 4,096 entries after the one before it.")]
    public void Balances_are_protected_as_entries_are(string sql, string message)
    {
        using var connection = Connect();

        var change = () => connection.Execute(sql);

        change.Should().Throw<SqliteException>().Which.Message.Should().Contain(message);
    }

    [Theory]
    [InlineData("UPDATE balance SET through = 4097 WHERE rowid = 1")]
    [InlineData("UPDATE balance SET month = '2031-01' WHERE rowid = 1")]
    [InlineData("UPDATE balance SET class = 4 WHERE rowid = 1 AND month = '2015-01'")]
    [InlineData("UPDATE balance SET by_fund = by_donor WHERE rowid = 1")]
    [InlineData("UPDATE balance SET by_donor = by_fund WHERE rowid = 1")]
    [InlineData("UPDATE rollup SET balance_count = balance_count + 1 WHERE through = 4096")]
    [InlineData("UPDATE rollup SET through = 4095 WHERE through = 4096")]
    [InlineData("DELETE FROM balance WHERE rowid = 2")]
    [InlineData("DELETE FROM rollup WHERE through = 8192; DELETE FROM balance WHERE through = 8192")]
    [InlineData("INSERT INTO balance VALUES (99, '2016-01', 1, x'00', x'00')")]
    public async Task Balances_changed_behind_our_back_are_found(string sql)
    {
        using (var connection = Connect())
        {
            var triggers = connection.Query<(string Name, string Sql)>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").ToList();
            connection.Execute(string.Concat(triggers.Select(trigger => $"DROP TRIGGER {trigger.Name};")));
            connection.Execute(sql).Should().BePositive();
            connection.Execute(string.Concat(triggers.Select(trigger => trigger.Sql + ";")));
        }

        await using var books = SqliteBooks.Open(File, _clock, readOnly: true);
        var report = await books.AuditAsync();

        report.Findings.Should().NotBeEmpty().And.OnlyContain(finding => finding.Check == "balances");
    }

    [Fact]
    public async Task Balances_that_cannot_be_read_are_told_as_damage()
    {
        using (var connection = Connect())
        {
            connection.Execute("DROP TRIGGER balance_no_update; UPDATE balance SET by_fund = x'FFFFFFFF' WHERE rowid = 1");
        }

        await using var books = SqliteBooks.Open(File, _clock, readOnly: true);
        var read = async () => await books.ReadTrialBalanceByFundAsync(LedgerCutoff.At(new LocalDate(2020, 1, 1)));

        (await read.Should().ThrowAsync<BooksException>()).WithMessage(
            "The balances rolled up in the books cannot be read. Run an audit: the file was changed from outside.")
            .Which.Failure.Should().Be(BooksFailure.Corrupt);
    }

    [Fact]
    public async Task Amounts_at_the_limit_are_rolled_up_exactly()
    {
        await using var books = SqliteBooks.InMemory(_clock);
        var most = new Money(long.MaxValue, Currency.Usd).Amount;
        await books.ImportAsync(Registered, Enumerable.Range(1, 4096).Select(number => Entry($"E{number}", number % 2 == 0 ? most : -most)));

        var balance = await books.ReadTrialBalanceAsync(LedgerCutoff.At(new LocalDate(2020, 1, 1)));

        balance.Rows.Should().HaveCount(2).And.OnlyContain(row => row.Balance.IsZero);
        (await books.AuditAsync()).Findings.Should().BeEmpty();
    }

    // Dates, kinds, natures, funds and donors in no order, so that every rollup has many months and classes.
    private static IEnumerable<JournalEntry> Some(int count) => Enumerable.Range(1, count).Select(number =>
    {
        var kind = Kinds[number * 7 % 11 % 4];
        var (date, fund) = (new LocalDate(2015, 1, 1).PlusDays(number * 331 % 760), number % 3 == 0 ? Lome : Lima);
        var (id, amount, donor) = ($"E{number}", (number * 7919 % 100_003) + 1, (number % 5) switch { 0 => null, 1 or 2 => Canada, _ => Peru });
        return kind != EntryKind.Restatement ? Entry(id, amount, date, fund, donor, kind)
            : number % 2 == 0 ? Entry(id, amount, date, fund, donor, kind, Restating(RestatementNature.Error))
            : new JournalEntry(id, date, kind, "Moved",
                [new Posting(Contributions, fund, Money.Of(amount, fund.Currency), donor), new Posting(Surplus, fund, Money.Of(-amount, fund.Currency))],
                Restating(RestatementNature.Reclassification));
    });

    private static EntryDetails Restating(RestatementNature nature) => new() { Restates = ReportingPeriod.CalendarYear(2015), Nature = nature };

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }
}
