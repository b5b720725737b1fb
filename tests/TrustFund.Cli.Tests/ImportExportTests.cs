using NodaTime;
using Spectre.Console.Testing;
using TrustFund.Cli.Rendering;

namespace TrustFund.Cli.Tests;

public sealed class ImportExportTests
{
    [Fact]
    public async Task What_came_in_is_said()
    {
        using var folder = await SampleFolder.CreateAsync();
        await Tool.RunAsync("init", folder["own.db"]);

        var import = await Tool.RunAsync("import", folder["own.db"], folder.Path);

        import.Error.Should().BeEmpty();
        Golden.ShouldEqual("import.txt", import.Output.Replace(Fingerprint(import.Output), "(fingerprint)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dry_run_says_what_the_books_would_refuse_and_writes_nothing()
    {
        using var folder = await SampleFolder.CreateAsync();
        folder.Replace("journal.csv", "Contribution of Guyana collected", "Contribution of Guyana cashed");
        await Tool.RunAsync("init", folder["own.db"]);

        var refused = await Tool.RunAsync("import", folder["books.db"], folder.Path, "--dry-run");
        var good = await Tool.RunAsync("import", folder["own.db"], folder.Path, "--dry-run");
        var audit = await Tool.RunAsync("audit", folder["own.db"]);

        refused.Exit.Should().Be(1);
        refused.Error.Should().EndWith("1 refusal; nothing was imported.\n");
        good.Exit.Should().Be(0);
        audit.Output.Should().Contain(": 0 entries");
    }

    [Theory]
    [InlineData("0001-12-31")]
    [InlineData("9998-01-01")]
    public async Task An_entry_whose_accounting_year_the_calendar_does_not_hold_is_refused(string date)
    {
        using var folder = await SampleFolder.CreateAsync();
        folder.Replace("journal.csv", "2016-0001,2016-01-", $"2016-0001,{date[..8]}");
        await Tool.RunAsync("init", folder["own.db"]);

        var result = await Tool.RunAsync("import", folder["own.db"], folder.Path);

        result.Exit.Should().Be(3);
        result.Error.Should().MatchRegex($"^journal.csv, line \\d+, column 2: found '{date[..8]}\\d\\d'; expected a posting date of the years 2 to 9997. Correct the year: no accounting year can be made around this one.\n");
    }

    [Fact]
    public async Task Of_twenty_thousand_errors_the_first_are_told_and_the_others_counted()
    {
        using var folder = await SampleFolder.CreateAsync();
        var row = "E1,2016-03-14,,x,,99999,UNLIREC,,1,,USD\n";
        folder.Write("journal.csv", "entry,date,kind,description,reference,account,fund,donor,debit,credit,currency\n" + string.Concat(Enumerable.Repeat(row, 20_000)));

        var result = await Tool.RunAsync("import", folder["books.db"], folder.Path);

        result.Exit.Should().Be(3);
        result.Error.Should().Contain("journal.csv, line 2, column ").And.Contain("found 19000 more problems; expected a file of this kind. Correct those told before first, and read the file again.\n");
        result.Error.Split('\n').Should().HaveCount(1003);
    }

    [Theory]
    [InlineData("import {0}/own.db {0}/nowhere", "There is no folder '{0}/nowhere' of CSV books, and no journal of that name.")]
    [InlineData("import {0}/nowhere.db {0}", "There are no books '{0}/nowhere.db'. Make them first: trustfund init {0}/nowhere.db")]
    [InlineData("import {0}/new.db {0}/annex.txt --restore", "'{0}/annex.txt' is no folder: books are restored from an export to csv.")]
    [InlineData("export {0}/books.db {0} --to csv", "{0} is there already and not empty; it was left as it is. Name a folder that is not there yet.")]
    [InlineData("export {0}/nowhere.db {0}/out --to csv", "There are no books '{0}/nowhere.db': neither an SQLite file nor a folder of CSV books.")]
    [InlineData("export {0}/books.db {0}/out --to excel", "--to is csv, hledger or beancount, not 'excel'.")]
    public async Task Wrong_usage_is_told(string line, string message)
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync([.. line.Split(' ').Select(word => word.Replace("{0}", folder.Path, StringComparison.Ordinal))]);

        result.Exit.Should().Be(2);
        result.Error.Should().StartWith(message.Replace("{0}", folder.Path, StringComparison.Ordinal));
        Directory.Exists(folder["out"]).Should().BeFalse();
        File.Exists(folder["new.db"]).Should().BeFalse();
    }

    [Fact]
    public async Task Books_are_exported_restored_and_exported_again_to_the_byte()
    {
        using var folder = await SampleFolder.CreateAsync();

        var export = await Tool.RunAsync("export", folder["books.db"], folder["first"], "--to", "csv");
        var restore = await Tool.RunAsync("import", folder["new.db"], folder["first"], "--restore");
        var again = await Tool.RunAsync("export", folder["new.db"], folder["second"], "--to", "csv");
        var audit = await Tool.RunAsync("audit", folder["new.db"]);

        export.Output.Should().StartWith($"Exported 99 entries to {folder["first"]}; fingerprint of the books ").And.EndWith(" ** ILLUSTRATIVE **\n");
        var fingerprint = Fingerprint(export.Output);
        restore.Output.Should().StartWith($"Restored 99 entries; fingerprint of the books {fingerprint}\n");
        audit.Output.Should().Contain(fingerprint).And.Contain("INTACT");
        again.Exit.Should().Be(0);
        Contents(folder["second"]).Should().Equal(Contents(folder["first"]));
    }

    [Fact]
    public async Task An_export_imported_without_restoring_is_recorded_anew()
    {
        using var folder = await SampleFolder.CreateAsync();
        await Tool.RunAsync("export", folder["books.db"], folder["first"], "--to", "csv");
        await Tool.RunAsync("init", folder["new.db"]);

        var import = await Tool.RunAsync("import", folder["new.db"], folder["first"]);

        import.Output.Should().StartWith("Imported 99 entries; fingerprint of the books ");
    }

    [Fact]
    public async Task Books_are_not_restored_from_an_export_that_was_changed()
    {
        using var folder = await SampleFolder.CreateAsync();
        await Tool.RunAsync("export", folder["books.db"], folder["first"], "--to", "csv");
        var journal = Path.Combine(folder["first"], "journal.csv");
        File.WriteAllText(journal, File.ReadAllText(journal).Replace("Contribution of Guyana collected", "Contribution of Guyana cashed", StringComparison.Ordinal));

        var changed = await Tool.RunAsync("import", folder["new.db"], folder["first"], "--restore");
        var notEmpty = await Tool.RunAsync("import", folder["books.db"], folder["first"], "--restore");

        changed.Exit.Should().Be(1);
        changed.Error.Should().Contain("its contents and the entry before it give ").And.EndWith("1 refusal; nothing was imported.\n");
        File.Exists(folder["new.db"]).Should().BeFalse("what was not restored is not left behind");
        notEmpty.Exit.Should().Be(1);
        notEmpty.Error.Should().Contain("A journal is restored into empty books; these hold 99 entries. Make new ones.");
    }

    [Fact]
    public async Task A_journal_of_hledger_is_exported_and_imported_to_the_same_entries()
    {
        using var folder = await SampleFolder.CreateAsync();
        var export = await Tool.RunAsync("export", folder["books.db"], folder["ledger"], "--to", "hledger");

        var again = await Tool.RunAsync("import", folder["books.db"], Path.Combine(folder["ledger"], "books.journal"));

        export.Exit.Should().Be(0, export.Error);
        again.Error.Should().BeEmpty();
        again.Output.Should().StartWith("Imported 0 entries, 99 were there already; fingerprint of the books ");
        Golden.ShouldEqual("books.journal", Beginning(folder["ledger"], "books.journal"));
    }

    [Fact]
    public async Task Books_are_exported_to_beancount()
    {
        using var folder = await SampleFolder.CreateAsync();

        var export = await Tool.RunAsync("export", folder["books.db"], folder["ledger"], "--to", "beancount");

        export.Exit.Should().Be(0, export.Error);
        Golden.ShouldEqual("books.beancount", Beginning(folder["ledger"], "books.beancount"));
    }

    [Fact]
    public async Task CSV_books_are_exported_as_well()
    {
        using var folder = await SampleFolder.CreateAsync();

        var export = await Tool.RunAsync("export", folder.Path, folder["out"], "--to", "csv");

        export.Exit.Should().Be(0, export.Error);
        File.ReadLines(Path.Combine(folder["out"], "journal.csv")).First().Should().EndWith(",restates,nature,judgement,reverses");
    }

    [Fact]
    public async Task Texts_that_a_spreadsheet_would_run_are_defused_in_reports_and_numbers_stay_numbers()
    {
        using var folder = await SampleFolder.CreateAsync();
        folder.Replace("accounts.csv", "Cash at bank", "=Cash at bank");
        await Tool.RunAsync("init", folder["own.db"]);
        await Tool.RunAsync("import", folder["own.db"], folder.Path);

        var report = await Tool.RunAsync("trial-balance", "--books", folder["own.db"], "--year", "2016", "--format", "csv");

        report.Output.Should().Contain(",'=Cash at bank,");
        Csv.Row("-1.50", "-1", "+1", "=1", "-x", null).Should().Be("-1.50,-1,'+1,'=1,'-x,\n");
    }

    [Fact]
    public async Task Progress_is_shown_on_a_terminal_and_nothing_of_it_is_left()
    {
        var console = new TestConsole().Interactive();
        var clock = new SteppingClock();

        await ProgressBar.RunAsync(console, clock, "rows", 100, progress =>
        {
            _ = progress.Counted(Enumerable.Range(0, 3000), () => (2048, 50)).Count();
            return Task.Delay(TimeSpan.FromMilliseconds(300));
        });

        console.Output.Should().Contain("2,048 rows, 1,024 a second");
    }

    [Theory]
    [InlineData(1_234_567, 2, "1,234,567 rows, 617,283 a second")]
    [InlineData(1, 0, "1 rows, 1,000 a second")]
    public void The_rate_is_in_whole_items_a_second(long count, int seconds, string text) =>
        ProgressBar.Description(count, "rows", Duration.FromSeconds(seconds)).Should().Be(text);

    private static string Fingerprint(string output) => output[(output.IndexOf("books ", output.IndexOf("fingerprint", StringComparison.Ordinal), StringComparison.Ordinal) + 6)..].Split(' ', '\n')[0];

    private static string Beginning(string folder, string file) => string.Join('\n', File.ReadLines(Path.Combine(folder, file)).Take(70)) + "\n";

    private static IEnumerable<(string, string)> Contents(string folder) =>
        Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllText(path)));

    // Each look at it is a second later.
    private sealed class SteppingClock : IClock
    {
        private int _seconds;

        public Instant GetCurrentInstant() => Instant.FromUnixTimeSeconds(_seconds++);
    }
}
