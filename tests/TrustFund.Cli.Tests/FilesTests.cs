using System.Collections.Concurrent;

namespace TrustFund.Cli.Tests;

/// <summary>Files that are written whole or not at all.</summary>
public sealed class FilesTests
{
    [Fact]
    public void Of_many_who_write_one_new_file_at_once_one_does_and_the_others_are_told()
    {
        for (var round = 0; round < 20; round++)
        {
            using var folder = SampleFolder.Empty();
            var refused = new ConcurrentBag<string>();
            var written = new ConcurrentBag<byte>();

            Parallel.For(0, 16, writer =>
            {
                try
                {
                    Files.WriteNew(folder["new"], [.. Enumerable.Repeat((byte)writer, 5000)]);
                    written.Add((byte)writer);
                }
                catch (CommandException exception)
                {
                    exception.Code.Should().Be(ExitCode.Usage);
                    refused.Add(exception.Message);
                }
            });

            var winner = written.Should().ContainSingle().Subject;
            File.ReadAllBytes(folder["new"]).Should().HaveCount(5000).And.OnlyContain(content => content == winner);
            refused.Should().HaveCount(15).And.OnlyContain(message => message.EndsWith("it was left as it is. Name another.", StringComparison.Ordinal));
            Directory.EnumerateFiles(folder.Path).Should().ContainSingle("nothing that was begun stays");
        }
    }
}
