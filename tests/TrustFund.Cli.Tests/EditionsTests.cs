using Microsoft.Data.Sqlite;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Tests;

/// <summary>Statements registered as published: kept, given back, and proved by two claims kept apart.</summary>
public sealed class EditionsTests : IAsyncLifetime
{
    private SampleFolder _folder = null!;

    private string Books => _folder["books.db"];

    public async Task InitializeAsync() => _folder = await SampleFolder.CreateAsync();

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_registered_statement_is_listed_with_all_that_was_declared_and_both_claims_are_proved()
    {
        var registered = await RegisterAsync();

        var listed = await Tool.RunAsync("editions", Books, "--verify");

        registered.Exit.Should().Be(0, registered.Error);
        listed.Exit.Should().Be(0);
        Golden.ShouldEqual("editions.txt", registered.Output + "\n" + listed.Output);
    }

    [Fact]
    public async Task Books_without_editions_say_what_to_do()
    {
        (await Tool.RunAsync("editions", Books)).Output.Should().EndWith(
            "No statement is registered. Next: trustfund register BOOKS DOCUMENT --symbol SYMBOL --date DATE --status STATUS --year YYYY\n");
        (await Tool.RunAsync("editions", Books, "--symbol", "A/1")).Error.Should().Be("There is no edition 'A/1': the books have none. Register one: trustfund register.\n");
        (await Tool.RunAsync("views", Books, "--year", "2016")).Error.Should().Be(
            "No statement of UNLIREC for 2016 is registered. Next: trustfund register BOOKS DOCUMENT --symbol SYMBOL --date DATE --status STATUS --fund UNLIREC --year 2016\n");
        (await Tool.RunAsync("views", Books)).Error.Should().Be("Name the edition by --symbol, or the accounting year by --year.\n");
    }

    [Theory]
    [InlineData("source", "annex.txt")]
    [InlineData("template", null)]
    public async Task A_file_of_an_edition_is_given_back_byte_for_byte(string role, string? file)
    {
        await RegisterAsync();

        var shown = await Tool.RunAsync("editions", Books, "--symbol", "A/72/99", "--show", role);
        var written = await Tool.RunAsync("editions", Books, "--symbol", "A/72/99 (en)", "--show", role, "--to", _folder["copy"]);
        var again = await Tool.RunAsync("editions", Books, "--symbol", "A/72/99", "--show", role, "--to", _folder["copy"]);

        var expected = file is null ? TemplateFile.BuiltInBytes("un-trust-fund-status") : File.ReadAllBytes(_folder[file]);
        File.ReadAllBytes(_folder["copy"]).Should().Equal(expected);
        shown.Output.Should().Be(System.Text.Encoding.UTF8.GetString(expected));
        written.Exit.Should().Be(0);
        (again.Exit, again.Error).Should().Be((2, $"The file '{_folder["copy"]}' is there already; it was left as it is. Name another.\n"));
    }

    [Fact]
    public async Task The_statement_that_the_books_gave_is_given_back_as_text_and_as_json()
    {
        var (text, json) = (await Tool.RunAsync("statement", "--books", Books, "--year", "2016"), await Tool.RunAsync("statement", "--books", Books, "--year", "2016", "--format", "json"));
        await RegisterAsync();

        (await Tool.RunAsync("editions", Books, "--symbol", "A/72/99", "--show", "statement")).Output.Should().Be(text.Output);
        (await Tool.RunAsync("editions", Books, "--symbol", "A/72/99", "--show", "statement", "--format", "json")).Output.Should().Be(json.Output);
    }

    [Fact]
    public async Task A_document_that_is_no_text_is_kept_and_given_back_to_a_file_only()
    {
        File.WriteAllBytes(_folder["annex.pdf"], [0x25, 0x50, 0x44, 0x46, 0xFF, 0x00]);

        var registered = await RegisterAsync(document: "annex.pdf");
        var shown = await Tool.RunAsync("editions", Books, "--symbol", "A/72/99", "--show", "source");

        registered.Exit.Should().Be(0, registered.Error);
        registered.Output.Should().EndWith("No figure of the document could be held against the books: its bytes are kept, and the statement that the books give.\n");
        (shown.Exit, shown.Error).Should().Be((2, "annex.pdf is no text: write it to a file by --to FILE.\n"));
    }

    [Fact]
    public async Task The_same_document_again_is_one_edition_and_another_is_refused()
    {
        await RegisterAsync();

        var again = await RegisterAsync();
        var other = await RegisterAsync(document: "narrative.txt");
        var draft = await RegisterAsync(status: "draft");

        (again.Exit, again.Output).Should().Be((0, "A/72/99 (en) is registered already, with the same document and particulars (event 2); nothing was added.\n"));
        other.Exit.Should().Be(1);
        other.Error.Should().Contain("is registered already (event 2) with another document").And.Contain("A corrigendum is an edition of its own");
        draft.Exit.Should().Be(1);
        draft.Error.Should().Contain("with the same document and other particulars");
    }

    [Fact]
    public async Task A_corrigendum_names_what_it_corrects()
    {
        await RegisterAsync();
        _folder.Replace("annex.txt", "2 223 439", "2 223 349");

        var corrected = await RegisterAsync(symbol: "A/72/99/Corr.1", more: ["--corrects", "A/72/99", "--reason", "Total revenue misprinted"]);
        var nothing = await RegisterAsync(symbol: "A/72/99/Corr.2", more: ["--corrects", "A/1"]);

        corrected.Output.Should().EndWith("The document is not in accord with these books: 1 exception. See: trustfund reconcile annex.txt --known-at \"A/72/99/Corr.1\" --books BOOKS\n");
        (nothing.Exit, nothing.Error).Should().Be((2, "There is no edition 'A/1'; the books have A/72/99 (en), A/72/99/Corr.1 (en).\n"));
        (await Tool.RunAsync("editions", Books, "--symbol", "A/72/99/Corr.1")).Output.Should().Contain("  corrects A/72/99 (en): Total revenue misprinted\n");
    }

    [Fact]
    public async Task Editions_of_one_symbol_are_told_apart_by_their_language()
    {
        await RegisterAsync();
        await RegisterAsync(more: ["--language", "fr"]);

        var several = await Tool.RunAsync("editions", Books, "--symbol", "A/72/99", "--show", "source");
        var one = await Tool.RunAsync("editions", Books, "--symbol", "A/72/99 (fr)");
        var none = await Tool.RunAsync("editions", Books, "--show", "source");

        (several.Exit, several.Error).Should().Be((2, "There are several: name one of 'A/72/99 (en)', 'A/72/99 (fr)'.\n"));
        one.Output.Should().Contain("A/72/99 (fr)").And.NotContain("(en)");
        none.Error.Should().Be("Name the edition whose file to show by --symbol.\n");
    }

    [Fact]
    public async Task A_symbol_stands_for_the_entries_that_its_edition_was_made_from()
    {
        await RegisterAsync(more: ["--known-at", "#95"]);
        await RegisterAsync(more: ["--known-at", "#90", "--language", "fr"]);

        var statement = await Tool.RunAsync("statement", "--books", Books, "--year", "2016", "--known-at", "A/72/99 (en)", "--format", "csv");
        var diff = await Tool.RunAsync("diff", Books, "--from", "A/72/99 (fr)", "--to", "A/72/99 (en)");
        var several = await Tool.RunAsync("diff", Books, "--from", "A/72/99");

        statement.Output.Should().Contain("total-revenue,Total revenue,2214739,2214739.06,");
        diff.Output.Should().Contain("Before: as recorded through entry 90,").And.Contain("After:  as recorded through entry 95,");
        (several.Exit, several.Error).Should().Be((2,
            "The editions A/72/99 (en), A/72/99 (fr) were made from different entries: name one with its language, such as 'A/72/99 (en)'.\n"));
    }

    [Theory]
    [InlineData("UPDATE edition_file SET bytes = CAST(replace(CAST(bytes AS TEXT), '2 223 439', '2 223 349') AS BLOB) WHERE role = 1", "X THE BYTES WERE CHANGED\n      annex.txt has the SHA-256 ", "proven: the figures derive")]
    [InlineData("UPDATE posting SET amount = amount + CASE line WHEN 1 THEN 100 ELSE -100 END WHERE sequence = 99", "proven: the bytes are unchanged", "X THE FIGURES DO NOT DERIVE FROM THE ENTRIES THEN RECORDED\n      statement.json made again is not what is kept: line ")]
    [InlineData("UPDATE entry SET hash = zeroblob(32) WHERE sequence = 99", "proven: the bytes are unchanged", "The entries are not those then recorded.")]
    [InlineData("UPDATE edition_file SET bytes = x'00' WHERE role = 2", "un-trust-fund-status.json has the SHA-256 ", "The template un-trust-fund-status.json as it is kept cannot be read.")]
    public async Task Each_claim_fails_by_itself(string sql, string first, string second)
    {
        await RegisterAsync();
        Force(sql);

        var result = await Tool.RunAsync("editions", Books, "--verify");

        result.Exit.Should().Be(1);
        result.Output.Should().Contain(first).And.Contain(second).And.EndWith("NOT PROVEN  1 of 1 edition.\n");
    }

    [Fact]
    public async Task Bytes_that_are_not_those_registered_are_not_given_back()
    {
        await RegisterAsync();
        Force("UPDATE edition_file SET bytes = x'00' WHERE role = 1");

        var shown = await Tool.RunAsync("editions", Books, "--symbol", "A/72/99", "--show", "source");

        (shown.Exit, shown.Error).Should().Be((1, "The bytes of annex.txt are not those registered. See: trustfund editions BOOKS --symbol \"A/72/99 (en)\" --verify\n"));
    }

    [Theory]
    [InlineData("--status final", "Option '--date' is required.")]
    [InlineData("--status final --date 2017-06-30", "Name the accounting year of the statement by --year, or another period by --period.\n")]
    [InlineData("--status final --date 2017-06-30 --year 2016 --language English", "The edition A/72/99 has the language 'English', which is not written as ISO 639 writes it (en, fr).\n")]
    [InlineData("--status final --date 2017-06-30 --year 2016 --known-at nowhere", "'nowhere' is no instant (2017-03-31T12:00:00Z), no entry (#1234), and the symbol of no edition that is registered.\n")]
    public async Task What_cannot_be_registered_is_told(string arguments, string message)
    {
        var result = await Tool.RunAsync(["register", Books, _folder["annex.txt"], "--symbol", "A/72/99", .. arguments.Split(' ')]);

        result.Exit.Should().Be(2);
        result.Error.Should().StartWith(message);
    }

    [Fact]
    public async Task A_folder_of_csv_books_keeps_no_editions()
    {
        var result = await Tool.RunAsync("register", _folder.Path, _folder["annex.txt"], "--symbol", "A/72/99", "--date", "2017-06-30", "--status", "final", "--year", "2016");
        var blank = await Tool.RunAsync("register", Books, _folder["annex.txt"], "--symbol", " ", "--date", "2017-06-30", "--status", "final", "--year", "2016");
        var nowhere = await Tool.RunAsync("register", _folder["none.db"], _folder["annex.txt"], "--symbol", "A/72/99", "--date", "2017-06-30", "--status", "final", "--year", "2016");

        (result.Exit, result.Error).Should().Be((2,
            $"'{_folder.Path}' is a folder of CSV books, which are read only. Import them into an SQLite file first: trustfund init, trustfund import.\n"));
        blank.Error.Should().Be("' ' is no symbol: white space stands at an end.\n");
        nowhere.Error.Should().Be($"There are no books '{_folder["none.db"]}'. Make them first: trustfund init {_folder["none.db"]}\n");
    }

    private Task<Tool.Result> RegisterAsync(string document = "annex.txt", string symbol = "A/72/99", string status = "certified", string[]? more = null) => Tool.RunAsync(
    [
        "register", Books, _folder[document], "--symbol", symbol, "--date", "2017-06-30", "--status", status, "--year", "2016", "--authorized-on", "2017-06-28",
        "--authorized-by", "Controller", "--by", "Accounts Section", "--approved-by", "Chief, Accounts Section", "--authority", "Rule 106.1", .. more ?? [],
    ]);

    private void Force(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Books};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "DROP TRIGGER edition_file_no_update; DROP TRIGGER posting_no_update; DROP TRIGGER entry_no_update; " + sql;
        command.ExecuteNonQuery().Should().BePositive();
    }
}
