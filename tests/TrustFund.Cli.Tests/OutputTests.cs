using NodaTime;

namespace TrustFund.Cli.Tests;

/// <summary>What happens where a report, a message or a file cannot be written, and where a folder cannot be read.</summary>
public sealed class OutputTests
{
    [Theory]
    [InlineData("check")]
    [InlineData("--help")]
    [InlineData("json")]
    public async Task A_report_that_cannot_be_written_is_told_in_a_sentence(string what)
    {
        using var folder = SampleFolder.Empty();
        var document = folder.Write("a.txt", "A\t1\nB\t2\nTotal\t3\n");
        string[] arguments = what switch { "check" => ["check", document], "json" => ["check", document, "--format", "json"], _ => [what] };
        using var full = new FullDisk();
        using var error = new StringWriter { NewLine = "\n" };

        var exit = await CommandLine.RunAsync(arguments, new Terminal(full, error, new Tool.StandingClock(Instant.MinValue), isInteractive: false));

        (exit, error.ToString()).Should().Be((4, "What was asked for could not be read or written whole: No space left on device\n"));
    }

    [Fact]
    public async Task Where_no_message_can_be_written_the_exit_code_still_tells()
    {
        using var output = new StringWriter();
        using var full = new FullDisk();

        var exit = await CommandLine.RunAsync(["check", "nowhere.txt"], new Terminal(output, full, new Tool.StandingClock(Instant.MinValue), isInteractive: false));

        exit.Should().Be(2);
    }

    [Fact]
    public async Task Relations_are_saved_whole_or_not_at_all()
    {
        using var folder = SampleFolder.Empty();
        var document = folder.Write("a.txt", "A\t1\nB\t2\nC\t4\nTotal\t7\n");
        Directory.CreateDirectory(folder["is-a-folder"]);

        var nowhere = await Tool.RunAsync("check", document, "--save-relations", folder["none/r.json"]);
        var taken = await Tool.RunAsync("check", document, "--save-relations", folder["is-a-folder"], "--overwrite");

        (nowhere.Exit, nowhere.Error).Should().Be((2, $"There is no folder '{folder["none"]}' to write '{folder["none/r.json"]}' into. Make it first, or name another.\n"));
        (taken.Exit, taken.Error).Should().Match<(int Exit, string Error)>(told => told.Exit == 4 && told.Error.StartsWith($"The file '{folder["is-a-folder"]}' cannot be written: "));
        Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Should().BeEquivalentTo("a.txt", "is-a-folder");
    }

    [Fact]
    public async Task A_link_stays_a_link_and_what_is_empty_is_written_into()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = SampleFolder.Empty();
        var document = folder.Write("a.txt", "A\t1\nB\t2\nC\t4\nTotal\t7\n");
        File.CreateSymbolicLink(folder["link.json"], folder.Write("r.json", "{}"));
        File.SetUnixFileMode(folder.Write("empty.json", ""), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite);

        var linked = await Tool.RunAsync("check", document, "--save-relations", folder["link.json"], "--overwrite");
        var filled = await Tool.RunAsync("check", document, "--save-relations", folder["empty.json"], "--overwrite");

        (linked.Exit, filled.Exit).Should().Be((0, 0), linked.Error + filled.Error);
        File.ReadAllText(folder["r.json"]).Should().Contain("\"relations\"");
        new FileInfo(folder["link.json"]).LinkTarget.Should().Be(folder["r.json"]);
        File.ReadAllBytes(folder["empty.json"]).Should().Equal(File.ReadAllBytes(folder["r.json"]));
        File.GetUnixFileMode(folder["empty.json"]).Should().HaveFlag(UnixFileMode.GroupWrite, "a device that another file took the place of would be lost");
        Directory.GetFiles(folder.Path).Select(Path.GetFileName).Should().BeEquivalentTo("a.txt", "r.json", "link.json", "empty.json");
    }

    [Fact]
    public async Task A_document_is_read_once_so_that_it_may_come_through_a_pipe()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = await SampleFolder.CreateAsync();
        using var made = System.Diagnostics.Process.Start("mkfifo", [folder["pipe"]]);
        await made.WaitForExitAsync();
        var writing = Task.Run(() => File.WriteAllBytes(folder["pipe"], File.ReadAllBytes(folder["annex.txt"])));

        var result = await Tool.RunAsync("check", folder["pipe"]);

        await writing;
        result.Exit.Should().Be(0, result.Error);
        result.Output.Should().Contain("FOOTS WITHIN ROUNDING   16 figures tested");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_read_is_named()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            return;
        }

        using var folder = SampleFolder.Empty();
        var closed = Directory.CreateDirectory(folder["closed"], UnixFileMode.None).FullName;

        var result = await Tool.RunAsync("check", closed);

        File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        result.Exit.Should().Be(3);
        result.Error.Should().StartWith($"The folder '{closed}' cannot be read: ");
    }

    private sealed class FullDisk : StringWriter
    {
        public override void Write(char value) => throw new IOException("No space left on device");

        public override void Write(string? value) => throw new IOException("No space left on device");

        public override void Write(char[] buffer, int index, int count) => throw new IOException("No space left on device");

        public override void Write(ReadOnlySpan<char> buffer) => throw new IOException("No space left on device");

        public override void WriteLine(string? value) => throw new IOException("No space left on device");
    }
}
