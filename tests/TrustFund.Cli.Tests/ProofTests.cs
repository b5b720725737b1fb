using System.Text.Json.Nodes;

namespace TrustFund.Cli.Tests;

/// <summary>One donor's entries shown to somebody who holds no more than a checkpoint.</summary>
public sealed class ProofTests : IAsyncLifetime
{
    private SampleFolder _folder = null!;

    private string Checkpoint => _folder["2016.checkpoint"];

    public async Task InitializeAsync()
    {
        _folder = await SampleFolder.CreateAsync();
        await Tool.RunAsync("audit", _folder["books.db"], "--write-checkpoint", Checkpoint);
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_donors_entries_are_proved_and_verified_without_the_books()
    {
        var entries = await Tool.RunAsync("entries", "--books", _folder["books.db"], "--donor", "CAN");
        var proof = await Tool.RunAsync("prove", _folder["books.db"], "--donor", "CAN");

        var verified = await Tool.RunAsync("verify", _folder.Write("canada.proof", proof.Output), "--checkpoint", Checkpoint);

        var count = JsonNode.Parse(proof.Output)!["proofs"]!.AsArray().Count;
        entries.Output.Should().Contain($"{count} entries;");
        verified.Output.Should().Contain("CAN").And.EndWith($"PROVEN  {count} entries are of the 99 of the checkpoint.\n").And.NotContain("PER");
        (proof.Exit, verified.Exit).Should().Be((0, 0));
    }

    [Theory]
    [InlineData("sequence")]
    [InlineData("recorded")]
    [InlineData("previous")]
    [InlineData("path")]
    public async Task A_proof_with_anything_changed_is_no_proof(string member)
    {
        var document = JsonNode.Parse((await Tool.RunAsync("prove", _folder["books.db"], "--donor", "CAN")).Output)!;
        var first = document["proofs"]![0]!;
        first[member] = member switch
        {
            "sequence" => first["sequence"]!.GetValue<long>() + 1,
            "recorded" => "2017-03-31T12:00:01Z",
            "previous" => new string('0', 64),
            _ => new JsonArray(),
        };

        var verified = await Tool.RunAsync("verify", _folder.Write("changed.proof", document.ToJsonString()), "--checkpoint", Checkpoint);

        verified.Exit.Should().Be(1);
        verified.Output.Should().MatchRegex("X Entry [^ ]+ \\(number \\d+\\) is not of the books: its contents do not lead to their root\\.\nNOT PROVEN\n$");
    }

    [Fact]
    public async Task A_proof_of_other_books_is_told_apart()
    {
        var proof = await Tool.RunAsync("prove", _folder["books.db"], "--donor", "CAN");
        var kept = (await File.ReadAllTextAsync(Checkpoint)).Replace("\"entries\": 99", "\"entries\": 98", StringComparison.Ordinal);

        var verified = await Tool.RunAsync("verify", _folder.Write("canada.proof", proof.Output), "--checkpoint", _folder.Write("other.checkpoint", kept));

        verified.Exit.Should().Be(1);
        verified.Output.Should().Contain("X The proof is of 99 entries with the root ").And.Contain("; the checkpoint is of 98 with ").And.EndWith("NOT PROVEN\n");
    }

    [Fact]
    public async Task What_cannot_be_proved_or_read_is_told()
    {
        var nobody = await Tool.RunAsync("prove", _folder["books.db"], "--donor", "XXX");
        var csv = await Tool.RunAsync("prove", _folder.Path, "--donor", "CAN");
        var unreadable = await Tool.RunAsync("verify", _folder["annex.txt"], "--checkpoint", Checkpoint);

        (nobody.Exit, nobody.Error).Should().Be((2, "The books have no donor 'XXX'.\n"));
        (csv.Exit, csv.Error).Should().Be((2, "CSV books have no chain that could prove anything. Import them into an SQLite file first.\n"));
        unreadable.Exit.Should().Be(3);
        unreadable.Error.Should().Be($"The file '{_folder["annex.txt"]}' cannot be read: It is no proof of the format trustfund.proof/1: from line 1, column 1 on it is no JSON.\n");
    }

    [Theory]
    [InlineData("\"proofs\": [", "", "from line 6, column 5 on it is no JSON.")]
    [InlineData("\"proofs\"", "\"profs\"", "a member is missing, or of another kind.")]
    [InlineData("\"recorded\": \"2", "\"recorded\": \"x", "an entry of the number 17 as it stands there was never posted.")]
    [InlineData("\"contents\": \"", "\"contents\": \"?", "an entry of the number 17 as it stands there was never posted.")]
    public async Task A_proof_that_was_damaged_is_told_in_plain_words(string old, string replacement, string message)
    {
        var proof = (await Tool.RunAsync("prove", _folder["books.db"], "--donor", "CAN")).Output;
        var damaged = _folder.Write("damaged.proof", proof.Replace(old, replacement, StringComparison.Ordinal));

        var result = await Tool.RunAsync("verify", damaged, "--checkpoint", Checkpoint);

        (result.Exit, result.Error).Should().Be((3, $"The file '{damaged}' cannot be read: It is no proof of the format trustfund.proof/1: {message}\n"));
    }
}
