namespace TrustFund.Cli.Tests;

public sealed class CommandTests
{
    [Theory]
    [InlineData("statement --books x --year twothousand", "--year is a period such as 2016, 2016-06 or 2015-07-01..2016-06-30, not 'twothousand'.")]
    [InlineData("trial-balance --books x --through 2016-02-30", "--through is a date such as 2016-12-31, not '2016-02-30'.")]
    [InlineData("audit x --format yaml", "--format is text, json or csv, not 'yaml'.")]
    [InlineData("reconcile", "reconcile needs DOCUMENT.")]
    public async Task A_call_that_cannot_be_understood_is_wrong_usage(string line, string message)
    {
        var result = await Tool.RunAsync(line.Split(' '));

        result.Exit.Should().Be(2);
        result.Error.Should().StartWith(message).And.Contain("--help");
        result.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task A_reversal_does_not_stand_before_the_entry_that_it_takes_back()
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync("reverse", folder["books.db"], "2016-0090", "--date", "2016-11-29", "--reason", "Posted twice");

        (result.Exit, result.Output, result.Error).Should().Be((1, "",
            "A reversal dated 2016-11-29 would stand before the entry that it takes back, 2016-0090 of 2016-11-30: date it on that day or later. Nothing was posted.\n"));
    }

    [Fact]
    public async Task An_unknown_command_is_wrong_usage()
    {
        var result = await Tool.RunAsync("reconcil");

        result.Exit.Should().Be(2);
        result.Error.Should().Contain("reconcil");
    }

    [Theory]
    [InlineData("sample"), InlineData("check"), InlineData("reconcile"), InlineData("statement"), InlineData("trial-balance")]
    [InlineData("reverse"), InlineData("close"), InlineData("reopen"), InlineData("periods"), InlineData("close-fund")]
    [InlineData("entries"), InlineData("init"), InlineData("import"), InlineData("export"), InlineData("audit"), InlineData("backup"), InlineData("restore"), InlineData("prove"), InlineData("verify"), InlineData("diff"), InlineData("register"), InlineData("editions"), InlineData("views")]
    public async Task Help_shows_an_example(string command)
    {
        var result = await Tool.RunAsync(command, "--help");

        result.Exit.Should().Be(0);
        result.Output.Should().Contain($"Example: trustfund {command}");
    }

    [Fact]
    public async Task Books_are_made_filled_and_audited()
    {
        using var folder = await SampleFolder.CreateAsync();
        var books = folder["own.db"];

        var init = await Tool.RunAsync("init", books);
        var dryRun = await Tool.RunAsync("import", books, folder.Path, "--dry-run");
        var import = await Tool.RunAsync("import", books, folder.Path);
        var again = await Tool.RunAsync("import", books, folder.Path);
        var audit = await Tool.RunAsync("audit", books);

        init.Output.Should().Be($"Made empty books in {books}. Next: trustfund import {books} FOLDER\n");
        dryRun.Output.Should().StartWith("99 entries can be imported; nothing was imported (--dry-run).\n");
        import.Output.Should().StartWith("Imported 99 entries; fingerprint of the books ");
        again.Output.Should().StartWith("Imported 0 entries, 99 were there already; fingerprint of the books ");
        audit.Output.Should().StartWith("Audit of own.db: 99 entries, fingerprint of the books ").And.Contain("** ILLUSTRATIVE **\nINTACT");
        new[] { init.Exit, dryRun.Exit, import.Exit, again.Exit, audit.Exit }.Should().AllBeEquivalentTo(0);
    }

    [Fact]
    public async Task Books_are_not_made_over_a_file()
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync("init", folder["books.db"]);

        result.Exit.Should().Be(2);
        result.Error.Should().Be("There is a file books.db already; it was left as it is. Name another.\n");
    }

    [Fact]
    public async Task A_changed_entry_conflicts_and_nothing_of_the_import_is_written()
    {
        using var folder = await SampleFolder.CreateAsync();
        folder.Replace("journal.csv", "Contribution of Guyana collected", "Contribution of Guyana cashed");
        var before = (await Tool.RunAsync("audit", folder["books.db"])).Output;

        var result = await Tool.RunAsync("import", folder["books.db"], folder.Path);

        result.Exit.Should().Be(1);
        result.Error.Should().Contain("is in the books already with other contents. Give this one an id of its own, or reverse the one posted.")
            .And.EndWith("1 refusal; nothing was imported.\n");
        (await Tool.RunAsync("audit", folder["books.db"])).Output.Should().Be(before);
    }

    [Fact]
    public async Task Bad_rows_are_all_told_at_once_and_nothing_is_imported()
    {
        using var folder = await SampleFolder.CreateAsync();
        var journal = folder.Replace("journal.csv", "1030.97", "1030.975");
        File.WriteAllText(journal, File.ReadAllText(journal).Replace("2016-03-14", "14/03/2016", StringComparison.Ordinal));
        var before = (await Tool.RunAsync("audit", folder["books.db"])).Output;

        var result = await Tool.RunAsync("import", folder["books.db"], folder.Path);

        result.Exit.Should().Be(3);
        result.Error.Should().Contain("found '1030.975'; expected at most 2 decimals in USD.")
            .And.Contain("found '14/03/2016'; expected a date as 2016-12-31.")
            .And.Contain("journal.csv, line ").And.EndWith("problems; nothing was imported.\n");
        (await Tool.RunAsync("audit", folder["books.db"])).Output.Should().Be(before);
    }

    [Theory]
    [InlineData("trial-balance --books {0} --fund NOPE", "The books have no fund 'NOPE'; they have UNLIREC.")]
    [InlineData("trial-balance --books {0} --by colour", "--by takes account, fund and donor joined by commas, not 'colour'.")]
    [InlineData("entries --books {0} --account 99999", "The books have no account '99999'.")]
    [InlineData("entries --books {0} --donor XYZ", "The books have no donor 'XYZ'.")]
    [InlineData("statement --books {0} --year 2016 --template none", "There is no template 'none': neither a file nor one that ships (changes-in-net-assets, financial-performance, financial-performance-by-fund, financial-position, financial-position-by-fund, un-trust-fund-status, un-trust-fund-status-comparative).")]
    public async Task A_name_that_the_books_do_not_know_is_told(string line, string message)
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync([.. line.Split(' ').Select(word => word.Replace("{0}", folder["books.db"], StringComparison.Ordinal))]);

        result.Exit.Should().Be(2);
        result.Error.Should().Be(message + "\n");
    }

    [Theory]
    [InlineData("entries.txt", "entries --books {0} --donor GUY")]
    [InlineData("trial-balance.txt", "trial-balance --books {0} --through 2016-12-31")]
    [InlineData("trial-balance-movements.txt", "trial-balance --books {0} --year 2016 --movements")]
    [InlineData("statement.txt", "statement --books {0} --year 2016")]
    public async Task Screens_are_as_approved(string golden, string line)
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync([.. line.Split(' ').Select(word => word.Replace("{0}", folder["books.db"], StringComparison.Ordinal))]);

        result.Exit.Should().Be(0, result.Error);
        Golden.ShouldEqual(golden, result.Output);
    }

    [Fact]
    public async Task Entries_are_counted_for_each_currency()
    {
        using var folder = SampleFolder.Empty();
        folder.Write("accounts.csv", "code,name,type\n1000,Cash,asset\n4000,Contributions,revenue\n");
        folder.Write("funds.csv", "code,name,currency\nA,Dollar fund,USD\nB,Euro fund,EUR\n");
        folder.Write("donors.csv", "code,name\nNOR,Norway\n");
        folder.Write("journal.csv", "entry,date,kind,description,reference,account,fund,donor,debit,credit,currency\n"
            + "1,2023-01-02,,One,,1000,A,NOR,1.00,,USD\n1,2023-01-02,,One,,4000,A,NOR,,1.00,USD\n"
            + "2,2023-01-03,,Two,,1000,A,NOR,2.00,,USD\n2,2023-01-03,,Two,,4000,A,NOR,,2.00,USD\n"
            + "3,2023-01-04,,Three,,1000,B,NOR,70.00,,EUR\n3,2023-01-04,,Three,,4000,B,NOR,,70.00,EUR\n");

        var result = await Tool.RunAsync("entries", "--books", folder.Path, "--donor", "NOR");

        result.Output.Should().Contain("\n2 entries; postings selected: debits 3.00, credits 3.00, net – USD\n")
            .And.Contain("\n1 entry; postings selected: debits 70.00, credits 70.00, net – EUR\n");
    }

    [Fact]
    public async Task An_import_tells_settings_that_it_registers_and_a_date_to_come()
    {
        using var folder = await SampleFolder.CreateAsync();
        File.AppendAllText(folder["books.csv"], "closing-account.UNLIREC,31010\n");
        folder.Replace("journal.csv", "2016-03-14", "2061-03-14");

        var dryRun = await Tool.RunAsync("import", await EmptyBooksAsync(folder), folder.Path, "--dry-run");
        var import = await Tool.RunAsync("import", folder["own.db"], folder.Path);
        var again = await Tool.RunAsync("import", folder["own.db"], folder.Path);

        dryRun.Output.Should().Contain("\n  setting closing-account.UNLIREC = 31010\n");
        import.Output.Should().Contain("\n  setting registered: closing-account.UNLIREC = 31010\n")
            .And.Contain("\n  the last is dated after today, 2017-03-31: is the date right?\n");
        again.Output.Should().NotContain("setting");
    }

    [Fact]
    public async Task A_document_older_than_what_it_states_is_not_registered()
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync("register", folder["books.db"], folder["annex.txt"], "--symbol", "A/1", "--date", "2016-12-31", "--status", "certified", "--year", "2016");

        (result.Exit, result.Error).Should().Be((2, "A document of 2016-12-31 cannot state a period that ends on 2016-12-31: correct --date, or --year.\n"));
    }

    [Fact]
    public async Task A_checkpoint_of_other_books_is_no_proof_of_tampering()
    {
        using var folder = await SampleFolder.CreateAsync();
        await Tool.RunAsync("audit", folder["books.db"], "--write-checkpoint", folder["own.checkpoint"]);
        folder.Replace("journal.csv", "1030.97", "1040.97");
        var other = await EmptyBooksAsync(folder);
        (await Tool.RunAsync("import", other, folder.Path)).Exit.Should().Be(0);

        var result = await Tool.RunAsync("audit", other, "--checkpoint", folder["own.checkpoint"]);

        result.Exit.Should().Be(1);
        result.Output.Should().Contain("This entry was changed since, or one before it; or the checkpoint is of other books.")
            .And.EndWith("NOT INTACT  The books fit together, and are not those of the checkpoint: name the checkpoint of these books; if it is, restore a backup and compare.\n");
    }

    private static async Task<string> EmptyBooksAsync(SampleFolder folder)
    {
        (await Tool.RunAsync("init", folder["own.db"])).Exit.Should().Be(0);
        return folder["own.db"];
    }

    [Fact]
    public async Task A_file_that_is_no_database_ends_in_a_store_failure()
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync("audit", folder["annex.txt"]);

        result.Exit.Should().Be(4);
        result.Error.Should().Be("The file annex.txt is not an SQLite database.\n");
    }
}
