using System.Text;
using TrustFund.Cli.Rendering;

namespace TrustFund.Cli.Tests;

/// <summary>Text handed on in pieces is the text.</summary>
[Trait("Culture", "alike")]
public sealed class Utf8TextTests
{
    [Fact]
    public void Characters_of_every_length_survive_wherever_a_piece_ends()
    {
        var written = string.Concat(Enumerable.Repeat("aé–𝄞", 40_000));
        var read = new StringWriter();
        var text = new Utf8Text(read);

        foreach (var part in Encoding.UTF8.GetBytes(written).Chunk(7_001))
        {
            part.CopyTo(text.GetSpan(part.Length));
            text.Advance(part.Length);
        }

        text.Flush();

        read.ToString().Should().Be(written);
    }

    [Fact]
    public void Json_longer_than_a_piece_is_written_whole()
    {
        var values = Enumerable.Range(0, 20_000).Select(number => $"n° {number}").ToList();

        var json = Json.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteArray("values", values, writer.WriteStringValue);
            writer.WriteEndObject();
        });

        System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("values").EnumerateArray().Select(value => value.GetString())
            .Should().Equal(values);
    }
}
