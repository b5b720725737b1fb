namespace TrustFund.Cli.Tests;

/// <summary>The error catalogue of documents: each message as the user sees it.</summary>
public sealed class DocumentErrorTests
{
    [Theory]
    [InlineData("99rr69")]
    [InlineData("#REF!")]
    public async Task An_unreadable_cell_is_named_with_its_place_and_the_rest_is_reported(string cell)
    {
        using var folder = await SampleFolder.CreateAsync();
        folder.Replace("annex.txt", "32 545", cell);

        var result = await Tool.RunAsync("reconcile", folder["annex.txt"], "--books", folder["books.db"]);

        result.Exit.Should().Be(3);
        result.Error.Should().Be(
            $"annex.txt, line 10, column 20: found '{cell}'; expected an amount. Correct the cell of 'Investment revenue' in the document, or ask its author what it should say.\n");
        result.Output.Should().Contain("Voluntary contributions ^a").And.MatchRegex($@"Investment revenue +{cell} +32 545 +U");
    }

    [Theory]
    [InlineData("Some prose about 2016.\nAnd no table at all.\n", "line 1, column 1: found no figure; expected lines with a caption and an amount.")]
    [InlineData("", "line 1, column 1: found an empty file; expected a statement as text.")]
    [InlineData("a\0b\t12\n", "line 1, column 2: found a byte that no text holds (NUL); expected a statement as text.")]
    public async Task A_document_that_holds_no_statement_is_unreadable(string text, string message)
    {
        using var folder = await SampleFolder.CreateAsync();
        var path = folder.Write("other.txt", text);

        var reconciled = await Tool.RunAsync("reconcile", path, "--books", folder["books.db"]);
        var checkedAlone = await Tool.RunAsync("check", path);

        reconciled.Exit.Should().Be(3);
        reconciled.Error.Should().StartWith($"other.txt, {message}");
        checkedAlone.Exit.Should().Be(3);
        checkedAlone.Error.Should().Be(reconciled.Error);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_told()
    {
        using var folder = await SampleFolder.CreateAsync();
        File.WriteAllBytes(folder["latin.txt"], [.. "Total\t12\nAm"u8, 0xE9, .. "lie\t3\n"u8]);

        var result = await Tool.RunAsync("check", folder["latin.txt"]);

        result.Exit.Should().Be(3);
        result.Error.Should().StartWith("latin.txt, line 2, column 3: found bytes that are not UTF-8; expected text in UTF-8.");
    }

    [Fact]
    public async Task A_folder_of_one_document_is_one_document()
    {
        using var sample = await SampleFolder.CreateAsync();
        using var folder = SampleFolder.Empty();
        File.Copy(sample["annex.txt"], folder["annex.txt"]);

        var result = await Tool.RunAsync("check", folder.Path);

        result.Output.Should().Contain("\n1 document: ");
    }

    [Theory]
    [InlineData("trial-balance", "--books")]
    [InlineData("audit")]
    [InlineData("close", "--year", "2016")]
    [InlineData("backup")]
    [InlineData("import")]
    public async Task An_empty_file_is_no_database_and_no_books(string command, params string[] options)
    {
        using var folder = SampleFolder.Empty();
        File.WriteAllText(folder["books.txt"], "");
        string[] more = command switch { "backup" => [folder["copy.db"]], "import" => [folder.Path], _ => [] };

        var result = await Tool.RunAsync([command, .. options.Where(option => option == "--books"), folder["books.txt"], .. more, .. options.Where(option => option != "--books")]);

        (result.Exit, result.Error).Should().Be((4, $"The file books.txt is empty: it holds no books. Remove it, and make books: trustfund init {folder["books.txt"]}\n"));
    }

    [Fact]
    public async Task Two_statements_in_one_document_are_told()
    {
        using var folder = await SampleFolder.CreateAsync();
        var annex = File.ReadAllText(folder["annex.txt"]);
        var path = folder.Write("two.txt", annex + "\n" + annex);

        var result = await Tool.RunAsync("reconcile", path, "--books", folder["books.db"]);

        result.Exit.Should().Be(3);
        result.Error.Should().Be("two.txt, line 28, column 1: found a second statement of the same lines; expected one statement. Put each statement into a file of its own.\n");
    }

    [Fact]
    public async Task Many_statements_in_one_document_are_told_once_and_the_first_is_judged_by_itself()
    {
        using var folder = await SampleFolder.CreateAsync();
        var annex = File.ReadAllText(folder["annex.txt"]);
        var path = folder.Write("five.txt", string.Join('\n', Enumerable.Repeat(annex, 5)));

        var result = await Tool.RunAsync("check", path, "--template", "un-trust-fund-status");

        result.Exit.Should().Be(3);
        result.Error.Should().Be("five.txt, line 28, column 1: found four more statements of the same lines (lines 28, 49, 70 ...); expected one statement. Put each statement into a file of its own.\n");
        result.Output.Should().NotContain("does not foot").And.NotContain("is there a second time").And.Contain("NOT FULLY TESTED   16 figures tested;");
    }

    [Fact]
    public async Task Where_no_template_is_named_several_statements_are_each_tested_by_what_they_show()
    {
        using var folder = await SampleFolder.CreateAsync();
        var annex = File.ReadAllText(folder["annex.txt"]);

        var result = await Tool.RunAsync("check", folder.Write("two.txt", annex + "\n" + annex));

        (result.Exit, result.Error).Should().Be((0, ""));
        result.Output.Should().Contain("FOOTS WITHIN ROUNDING   32 figures tested; 16 relations exact, 2 rounding; all tested");
    }

    [Theory]
    [InlineData("", "NOT READ   No amount was read, so that nothing could be tested.")]
    [InlineData("This is a letter.\nNo amount stands in it.\n", "NOT READ   No amount was read, so that nothing could be tested.")]
    [InlineData("Grants\t12z3\n", "NOT READ   No amount was read, so that nothing could be tested.")]
    [InlineData("Grants\t123\n", "NOT TESTED   No relation and no books reach any figure.")]
    public async Task Where_nothing_could_be_read_that_is_the_verdict(string text, string verdict)
    {
        using var folder = SampleFolder.Empty();

        var result = await Tool.RunAsync("check", folder.Write("document.txt", text));

        result.Output.Should().Contain($"\n{verdict}\n");
    }

    [Fact]
    public async Task A_statement_that_the_template_knows_nothing_of_cannot_be_tested()
    {
        using var folder = await SampleFolder.CreateAsync();
        var path = folder.Write("other.txt", "Grants\t12\nLoans\t30\nSum\t42\n");

        var result = await Tool.RunAsync("check", path);

        result.Exit.Should().Be(5);
        result.Output.Should().Contain("NOT TESTED   No relation and no books reach any figure.");
    }

    [Fact]
    public async Task A_line_of_ten_megabytes_is_told_and_not_kept()
    {
        using var folder = await SampleFolder.CreateAsync();
        var path = folder.Write("long.txt", new string('7', 10_000_000));

        var result = await Tool.RunAsync("check", path);

        result.Exit.Should().Be(3);
        result.Error.Should().Contain("found a line of 10000000 characters; expected lines of at most 20000.");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_wrong_usage()
    {
        using var folder = await SampleFolder.CreateAsync();

        var result = await Tool.RunAsync("reconcile", folder["nowhere.txt"], "--books", folder["books.db"]);

        result.Exit.Should().Be(2);
        result.Error.Should().Be($"There is no file '{folder["nowhere.txt"]}'.\n");
    }

    [Fact]
    public async Task A_figure_that_no_line_of_the_template_declares_is_not_tested_and_said_so()
    {
        using var folder = await SampleFolder.CreateAsync();
        folder.Replace("annex.txt", "Total revenue\t", "Gains on exchange\t–\nTotal revenue\t");

        var lenient = await Tool.RunAsync("reconcile", folder["annex.txt"], "--books", folder["books.db"]);
        var strict = await Tool.RunAsync("reconcile", folder["annex.txt"], "--books", folder["books.db"], "--strict");

        lenient.Exit.Should().Be(0);
        lenient.Output.Should().Contain("1 figure not tested").And.Contain("Gains on exchange (line 12, column 1) is not in the template");
        strict.Exit.Should().Be(1);
    }

    [Fact]
    public async Task A_line_that_is_printed_twice_is_added_twice()
    {
        using var folder = await SampleFolder.CreateAsync();
        folder.Replace("annex.txt", "Investment revenue\t32 545\n", "Investment revenue\t32 545\nInvestment revenue\t32 545\n");

        var result = await Tool.RunAsync("check", folder["annex.txt"]);

        result.Exit.Should().Be(1);
        result.Output.Should().Contain("Investment revenue is printed twice").And.Contain("Investment revenue (line 11, column 1) is there a second time.");
    }

    [Fact]
    public async Task A_line_left_out_that_the_books_have_is_an_exception()
    {
        using var folder = await SampleFolder.CreateAsync();
        folder.Replace("annex.txt", "Investment revenue\t32 545\n", "");

        var result = await Tool.RunAsync("reconcile", folder["annex.txt"], "--books", folder["books.db"]);

        result.Exit.Should().Be(1);
        result.Output.Should().Contain("Investment revenue: not printed; per books 32 545.");
    }
}
