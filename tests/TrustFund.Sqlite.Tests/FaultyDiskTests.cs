using TrustFund.Storage;
using static TrustFund.Sqlite.Tests.Books;

namespace TrustFund.Sqlite.Tests;

/// <summary>A disk that fails at any read, write or sync: a clear error, the books as they were, and no harm done.</summary>
public sealed class FaultyDiskTests : IAsyncLifetime
{
    private const int Before = 4090;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trustfund faulty ");
    private byte[] _whole = [];

    public async Task InitializeAsync()
    {
        var file = Path.Combine(_folder.FullName, "whole.db");
        await using (var books = SqliteBooks.Create(file, new FakeClock()))
        {
            await books.ImportAsync(Registered, Many("B", Before));
        }

        _whole = await File.ReadAllBytesAsync(file);
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [FaultyDiskTheory, Trait("Culture", "alike")]
    [InlineData("Read", 1)]
    [InlineData("Read", 40)]
    [InlineData("Write", 1)]
    [InlineData("Write", 40)]
    [InlineData("Sync", 1)]
    [InlineData("Sync", 40)]
    [InlineData("Write", 3000)]
    public async Task Whatever_fails_is_told_and_leaves_all_of_a_batch_or_nothing(string call, int count)
    {
        using var disk = new FaultyDisk(_folder.FullName);
        var failures = 0;
        for (var from = 1; ; from += 1 + (from / 2))
        {
            var file = Path.Combine(_folder.FullName, $"books {from}.db");
            await File.WriteAllBytesAsync(file, _whole);

            var (isPosted, hasFailed) = await PostAsync(disk, file, Enum.Parse<FaultyDisk.Call>(call), from, count);

            await using var books = SqliteBooks.Open(file, new FakeClock());
            var report = await books.AuditAsync();
            report.Findings.Should().BeEmpty();
            report.Entries.Should().BeOneOf(isPosted ? [Before + count] : [Before, Before + count]);
            (await books.AppendAsync(Many("N", count))).Should().BeEquivalentTo(new { IsRefused = false, IsKept = true });
            (await books.ReadHeadAsync()).Sequence.Should().Be(Before + count);
            failures += isPosted ? 0 : 1;
            if (!hasFailed)
            {
                break;
            }
        }

        failures.Should().BePositive("the disk failed at least once");
    }

    // Whether the entries were acknowledged, and whether the disk failed at all.
    private static async Task<(bool IsPosted, bool HasFailed)> PostAsync(FaultyDisk disk, string file, FaultyDisk.Call call, int from, int count)
    {
        await using var books = SqliteBooks.Open(file, new FakeClock());
        disk.Fail(call, from);
        try
        {
            (await books.AppendAsync(Many("N", count))).Posted.Should().Be(count);
            return (true, disk.HasFailed);
        }
        catch (BooksException exception)
        {
            exception.Failure.Should().Be(BooksFailure.InputOutput);
            exception.Message.Should().Match($"The books {Path.GetFileName(file)} could not be read or written: *disk I/O error*");
            disk.HasFailed.Should().BeTrue();
            return (false, true);
        }
        finally
        {
            disk.Heal();
        }
    }

    private static IEnumerable<JournalEntry> Many(string prefix, int count) =>
        Enumerable.Range(1, count).Select(number => Entry($"{prefix}{number}", number)).ToList();
}
