using System.Text;
using CsCheck;

namespace TrustFund.Interchange.Tests;

public sealed class Utf8TextTests
{
    private static readonly Gen<string> Texts = Gen.OneOfConst("a", "\n", "\r", "\r\n", "é", "漢", "😀", "\uFFFF", "text").Array[0, 40].Select(string.Concat);

    [Fact]
    public void A_text_is_decoded_and_hashed_alike_however_it_comes_in_pieces() =>
        Gen.Select(Texts, Gen.Bool, Gen.Int[4, 16], Gen.Int[1, 7], Gen.Int[1, 9]).Sample((text, hasMark, buffer, piece, asked) =>
        {
            byte[] bytes = [.. hasMark ? Encoding.UTF8.Preamble : default, .. Encoding.UTF8.GetBytes(text)];
            using var reader = new Utf8Text(new Trickle(bytes, piece), buffer);
            var read = new StringBuilder();
            var chars = new char[asked];
            int count;
            while ((count = reader.Read(chars, 0, asked)) > 0)
            {
                read.Append(chars, 0, count);
            }

            read.ToString().Should().Be(text);
            reader.Hash().Should().Be(Sha256Hash.Of(bytes));
        }, iter: 2000);

    [Fact]
    public void What_comes_before_bytes_that_are_no_text_is_given_out_and_their_line_told() =>
        Gen.Select(Texts, Gen.OneOfConst(new byte[] { 0xFF }, [0xC3, 0x28], [0xED, 0xA0, 0x80], [0x00], [0xC3]), Gen.Int[4, 16], Gen.Int[1, 7]).Sample((text, bad, buffer, piece) =>
        {
            byte[] bytes = [.. Encoding.UTF8.GetBytes(text), .. bad];
            using var reader = new Utf8Text(new Trickle(bytes, piece), buffer);
            var read = new StringBuilder();

            var thrown = Assert.Throws<UnreadableTextException>(() =>
            {
                var one = new char[3];
                int count;
                while ((count = reader.Read(one, 0, one.Length)) > 0)
                {
                    read.Append(one, 0, count);
                }
            });

            read.ToString().Should().Be(text);
            thrown.Line.Should().Be(1 + text.ReplaceLineEndings("\n").Count(character => character == '\n'));
            reader.Hash().Should().Be(Sha256Hash.Of(bytes));
        }, iter: 2000);

    // A stream that gives a few bytes at a time, as a network drive does.
    private sealed class Trickle(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));
    }
}
