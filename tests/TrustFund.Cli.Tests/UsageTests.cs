using System.Text.RegularExpressions;
using NodaTime;

namespace TrustFund.Cli.Tests;

/// <summary>What a call that cannot be right is told, and what help says.</summary>
public sealed partial class UsageTests
{
    [Theory]
    [InlineData("chek a b", "There is no command 'chek'. Did you mean check?")]
    [InlineData("recocnile a", "There is no command 'recocnile'. Did you mean reconcile?")]
    [InlineData("help", "There is no command 'help'. Did you mean --help?")]
    [InlineData("version", "There is no command 'version'. Did you mean --version?")]
    [InlineData("qqqqqq", "There is no command 'qqqqqq'.")]
    [InlineData("--hepl", "There is no option '--hepl'. Did you mean --help?")]
    [InlineData("check x --relation y", "There is no option '--relation' for check. Did you mean --relations?")]
    [InlineData("check x --widht 60", "There is no option '--widht' for check. Did you mean --width?")]
    [InlineData("check x --qqqqqq", "There is no option '--qqqqqq' for check.")]
    [InlineData("trial-balance --books x --yaer 2016", "There is no option '--yaer' for trial-balance. Did you mean --year?")]
    [InlineData("trial-balance --books x --before-closing --after-closing", "--before-closing and --after-closing exclude each other: name one of them.")]
    [InlineData("statement --books x --year 2016 --period 2016-06", "--year and --period exclude each other: name one of them.")]
    [InlineData("entries --books x --entry a --account 1", "--entry and --account exclude each other: name one of them.")]
    [InlineData("entries --books x --from 2017-01-02 --through 2017-01-01", "--from is after --through: there is no day between them.")]
    [InlineData("check x --overwrite", "--overwrite goes with --save-relations only.")]
    [InlineData("close-fund x --fund L --date 2017-01-01", "Option '--authority' is required.")]
    [InlineData("check x --width 39", "--width is a number of characters, 40 or more, not '39'.")]
    [InlineData("check x --width", "--width needs a value: --width CHARACTERS.")]
    [InlineData("check x --width 80 --width 90", "--width is said more than once: say it once.")]
    [InlineData("check x -f json", "There is no option '-f' for check. Did you mean --format?")]
    [InlineData("check x -q", "There is no option '-q' for check. Did you mean --queries?")]
    [InlineData("check x -z", "There is no option '-z' for check.")]
    [InlineData("check", "check needs DOCUMENT.")]
    [InlineData("import x", "import needs FOLDER-or-FILE.")]
    [InlineData("help check", "There is no command 'help'. Did you mean --help?")]
    [InlineData("statement x --books y", "statement takes no 'x'. Name the books by --books.")]
    [InlineData("periods x y", "periods takes no 'y'.")]
    [InlineData("statement --books x --year 2016 --spaces wide", "--spaces is template, plain, no-break or thin, not 'wide'.")]
    [InlineData("register x y --symbol A --date 2017-01-01 --status finall", "--status is draft, provisional, certified, audited or final, not 'finall'.")]
    [InlineData("editions x --show all", "--show is source, template, statement or figures, not 'all'.")]
    [InlineData("diff x --from #1 --by donor", "--by is account,fund or account,fund,donor, not 'donor'.")]
    [InlineData("statement --books x --year 0001", "--year is a period such as 2016, 2016-06 or 2015-07-01..2016-06-30, not '0001'.")]
    [InlineData("statement --books x --year 9999", "--year is a period such as 2016, 2016-06 or 2015-07-01..2016-06-30, not '9999'.")]
    [InlineData("statement --books x --period 0001-12-31..2016-06-30", "--period is a period such as 2016, 2016-06 or 2015-07-01..2016-06-30, not '0001-12-31..2016-06-30'.")]
    [InlineData("close-fund x --fund L --authority D --date 9999-12-31", "--date is a date such as 2016-12-31, not '9999-12-31'.")]
    public async Task A_call_is_told_in_one_sentence_what_is_wrong(string line, string message)
    {
        var result = await Tool.RunAsync(line.Split(' '));

        result.Exit.Should().Be(2);
        result.Error.Split('\n').Should().HaveElementAt(0, message);
        result.Error.Should().MatchRegex("(?m)^See: trustfund .*--help$");
        result.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task All_that_a_call_lacks_is_told_at_once()
    {
        var result = await Tool.RunAsync("register", "--status", "finall");

        result.Error.Should().Be(
            """
            register needs BOOKS.
            register needs DOCUMENT.
            Option '--symbol' is required.
            Option '--date' is required.
            --status is draft, provisional, certified, audited or final, not 'finall'.
            See: trustfund register --help

            """);
    }

    [Fact]
    public async Task A_call_of_no_command_lists_them()
    {
        var result = await Tool.RunAsync();

        result.Exit.Should().Be(2);
        result.Error.Should().StartWith("Name a command.\nCommands: sample, check, reconcile, ").And.EndWith("See: trustfund --help\n");
    }

    [Fact]
    public async Task A_document_may_have_the_name_of_an_option()
    {
        using var folder = SampleFolder.Empty();
        var path = folder.Write("--odd.txt", "A\t1\nB\t2\n");

        (await Tool.RunAsync("check", path)).Exit.Should().Be(5);
    }

    [Theory]
    [InlineData("--relations", "x.json")]
    [InlineData("--narrative", "x.txt")]
    [InlineData("--prior", "x.txt")]
    [InlineData("--save-relations", "x.json")]
    [InlineData("--same")]
    [InlineData("--list-relations")]
    public async Task What_is_of_one_document_does_not_go_with_a_folder(params string[] option)
    {
        using var folder = SampleFolder.Empty();
        folder.Write("a.txt", "A\t1\n");

        var result = await Tool.RunAsync(["check", folder.Path, .. option]);

        (result.Exit, result.Error).Should().Be((2,
            $"The statements of a folder are checked each by itself, with the file NAME.relations.json beside each: leave {option[0]} out, or name the documents.\n"));
    }

    [Fact]
    public async Task The_help_of_check_says_what_a_query_is_and_how_wide_a_table_gets()
    {
        var help = string.Join(' ', (await Tool.RunAsync("check", "--help")).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        help.Should().Contain("Draft a query for each cause, with all its exceptions in it (text only).");
        help.Should().Contain("Tables of a document without a template take all of it, all else 100 at the most.");
    }

    [Fact]
    public void Every_option_that_takes_a_value_names_it()
    {
        using var nowhere = new StringWriter();
        var terminal = new Terminal(nowhere, nowhere, new Tool.StandingClock(Instant.MinValue), isInteractive: false);

        var unnamed = CommandLine.Commands.Select(command => command.Create(terminal))
            .SelectMany(command => command.Options, (command, option) => (command.Name, Option: option))
            .Where(pair => pair.Option.ValueType != typeof(bool) && pair.Option is not System.CommandLine.Help.HelpOption && string.IsNullOrEmpty(pair.Option.HelpName))
            .Select(pair => $"{pair.Name} {pair.Option.Name}");

        unnamed.Should().BeEmpty();
    }

    [Fact]
    public async Task Help_tells_the_exit_codes_and_what_must_be_named()
    {
        var root = Words((await Tool.RunAsync("--help")).Output);
        var closeFund = Words((await Tool.RunAsync("close-fund", "--help")).Output);
        var check = Words((await Tool.RunAsync("check", "--help")).Output);

        root.Should().Contain("Exit codes: 0 done, and all that was tested agrees or is within ordinary rounding; 1 differences, or refused by the books' rules; 2 wrong usage, or a path that is not there; 3 unreadable input; 4 the store failed; 5 nothing could be tested.");
        closeFund.Should().Contain("--authority <TEXT> (REQUIRED)");
        check.Should().Contain("--width <CHARACTERS>").And.NotContain("[default: Text]");
    }

    private static string Words(string text) => WhiteSpace().Replace(text, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
