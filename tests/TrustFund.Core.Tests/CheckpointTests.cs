using TrustFund.Storage;

namespace TrustFund.Tests;

public sealed class CheckpointTests
{
    private static readonly Checkpoint Kept = new(
        new JournalHead(99, Sha256Hash.Of("head"u8)), new JournalHead(1, Sha256Hash.Of("events"u8)), Sha256Hash.Of("root"u8));

    [Fact]
    public void A_checkpoint_reads_back_from_its_document() => Checkpoint.Parse(Kept.ToJson()).Should().Be(Kept);

    [Fact]
    public void Its_document_is_the_same_on_every_machine() => Kept.ToJson().Should().Be(
        $"{{\n  \"format\": \"trustfund.checkpoint/1\",\n  \"entries\": 99,\n  \"head\": \"{Kept.Head.Hash}\",\n  \"events\": 1,\n  \"eventsHead\": \"{Kept.Events.Hash}\",\n  \"root\": \"{Kept.Root}\"\n}}\n");

    [Theory]
    [InlineData("", "It is no checkpoint of the format trustfund.checkpoint/1: from line 1, column 1 on it is no JSON.")]
    [InlineData("{\n  \"format\": 'x'\n}", "It is no checkpoint of the format trustfund.checkpoint/1: from line 2, column 13 on it is no JSON.")]
    [InlineData("[]", "It is no checkpoint of the format trustfund.checkpoint/1: a member is missing, or of another kind.")]
    [InlineData("{}", "It is no checkpoint of the format trustfund.checkpoint/1: a member is missing, or of another kind.")]
    [InlineData("{\"format\": \"trustfund.checkpoint/1\", \"entries\": 1.5}", "The member entries is 1.5, which is no whole number.")]
    [InlineData("{\"format\": \"x\"}", "The format is not trustfund.checkpoint/1.")]
    [InlineData("{\"format\": \"trustfund.checkpoint/1\", \"entries\": 1, \"head\": \"xyz\"}", "'xyz' is not a SHA-256 hash of 64 hexadecimal digits.")]
    public void Anything_else_is_told_apart(string json, string message)
    {
        var parse = () => Checkpoint.Parse(json);

        parse.Should().Throw<FormatException>().WithMessage(message);
    }
}
