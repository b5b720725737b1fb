namespace TrustFund.Tests;

public sealed class BookTextTests
{
    [Theory]
    [InlineData("", BookTextFault.None)]
    [InlineData("Späte Rechnung 😀", BookTextFault.None)]
    [InlineData("a\tb", BookTextFault.ControlCharacter)]
    [InlineData("a\u0085", BookTextFault.ControlCharacter)]
    [InlineData("e\u0301", BookTextFault.NotComposed)]
    [InlineData("a\ufffe", BookTextFault.NotComposed)]
    [InlineData("e\u0301\n", BookTextFault.ControlCharacter)]
    public void What_keeps_a_text_out_of_the_books_is_told(string text, BookTextFault fault) =>
        BookText.FaultOf(text).Should().Be(fault);

    [Fact]
    public void Half_a_character_is_told_wherever_it_stands() =>
        new[] { "a\ud83d", "\ud83da", "\ude00\ud83d", "\ud83d\n", "\ud83d\ude00\ud83d" }
            .Should().OnlyContain(text => BookText.FaultOf(text) == BookTextFault.HalfCharacter);
}
