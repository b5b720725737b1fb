using System.Text.RegularExpressions;

namespace TrustFund.Cli.Tests;

/// <summary>Checkpoints, seals, backups and restored books.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private SampleFolder _folder = null!;

    private string Books => _folder["books.db"];

    public async Task InitializeAsync() => _folder = await SampleFolder.CreateAsync();

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task Books_backed_up_and_restored_have_the_same_fingerprint(bool isCompact)
    {
        var (backup, restored) = (_folder["backup.db"], _folder["restored.db"]);

        var made = await Tool.RunAsync(["backup", Books, backup, .. isCompact ? new[] { "--compact" } : []]);
        var back = await Tool.RunAsync("restore", backup, restored);

        made.Output.Should().MatchRegex($"^Copied the books to {Regex.Escape(backup)}: 99 entries, intact; fingerprint of the books [0-9a-f]{{64}}\n$");
        back.Output.Should().Be(made.Output.Replace("Copied", "Restored", StringComparison.Ordinal).Replace(backup, restored, StringComparison.Ordinal));
        (await Tool.RunAsync("audit", restored)).Output.Should().Be((await Tool.RunAsync("audit", Books)).Output.Replace("books.db", "restored.db", StringComparison.Ordinal));
        new[] { made.Exit, back.Exit }.Should().AllBeEquivalentTo(0);
    }

    [Fact]
    public async Task A_backup_is_never_written_over_and_never_made_of_nothing()
    {
        var over = await Tool.RunAsync("backup", Books, _folder["annex.txt"]);
        var nothing = await Tool.RunAsync("restore", _folder["none.db"], _folder["new.db"]);

        (over.Exit, over.Error).Should().Be((2, "There is a file annex.txt already; it was left as it is. Name another.\n"));
        (nothing.Exit, nothing.Error).Should().Be((2, $"There are no books {_folder["none.db"]}.\n"));
        File.Exists(_folder["new.db"]).Should().BeFalse();
    }

    [Fact]
    public async Task A_backup_that_cannot_be_made_leaves_no_file()
    {
        var path = _folder["nowhere/backup.db"];

        var result = await Tool.RunAsync("backup", Books, path);

        result.Exit.Should().Be(4);
        result.Error.Should().Be("The books backup.db cannot be opened. Check that the folder is there and may be written to.\n");
    }

    [Fact]
    public async Task A_checkpoint_is_written_once_and_held_against_the_books()
    {
        var file = _folder["2016.checkpoint"];

        var written = await Tool.RunAsync("audit", Books, "--write-checkpoint", file);
        var again = await Tool.RunAsync("audit", Books, "--write-checkpoint", file);
        var held = await Tool.RunAsync("audit", Books, "--checkpoint", file);

        (written.Exit, written.Error).Should().Be((0, $"Wrote a checkpoint to {file}. Keep it where nobody who can write to the books can write.\n"));
        (again.Exit, again.Error).Should().Be((2, $"There is a file '{file}' already; a checkpoint is never written over. Name another.\n"));
        (held.Exit, held.Output).Should().Be((0, written.Output));
    }

    [Fact]
    public async Task Books_made_anew_do_not_fit_the_checkpoint_of_the_old()
    {
        var (file, other) = (_folder["2016.checkpoint"], _folder["other.db"]);
        await Tool.RunAsync("audit", Books, "--write-checkpoint", file);
        await Tool.RunAsync("init", other);

        var held = await Tool.RunAsync("audit", other, "--checkpoint", file);

        held.Exit.Should().Be(1);
        held.Output.Should().Contain("X checkpoint: The checkpoint was taken at 99 entries, which the books do not have any more.\nNOT INTACT");
    }

    [Fact]
    public async Task A_checkpoint_that_is_none_is_unreadable()
    {
        var result = await Tool.RunAsync("audit", Books, "--checkpoint", _folder["annex.txt"]);

        (result.Exit, result.Error).Should().Be((3, $"The checkpoint '{_folder["annex.txt"]}' cannot be read: It is no checkpoint of the format trustfund.checkpoint/1: from line 1, column 1 on it is no JSON.\n"));
    }

    [Fact]
    public async Task A_statement_carries_a_seal_of_the_books_it_was_made_from()
    {
        var plain = await Tool.RunAsync("statement", "--books", Books, "--year", "2016");
        var sealedStatement = await Tool.RunAsync("statement", "--books", Books, "--year", "2016", "--seal");
        var earlier = await Tool.RunAsync("statement", "--books", Books, "--year", "2016", "--seal", "--known-at", "2000-01-01T00:00:00Z");
        var csv = await Tool.RunAsync("statement", "--books", _folder.Path, "--year", "2016", "--seal");
        var audit = await Tool.RunAsync("audit", Books);

        var head = Regex.Match(audit.Output, "[0-9a-f]{64}").Value;
        sealedStatement.Output.Should().Be($"{plain.Output}Seal of the books: 99-{head[..4]}-{head[4..8]}-{head[8..12]}-{head[12..16]}\n");
        earlier.Output.Should().EndWith("Seal of the books: 0-0000-0000-0000-0000\n");
        (csv.Exit, csv.Error).Should().Be((2, "CSV books have no chain to take a seal of. Import them into an SQLite file first.\n"));
    }
}
