namespace TrustFund.Tests;

public sealed class BookTextTests
{
    [Theory]
    [InlineData("", BookTextFault.None)]
    [InlineData("Späte Rechnung 😀", BookTextFault.None)]
    [InlineData("a\tb", BookTextFault.ControlCharacter)]
    [InlineData("a\u0085", BookTextFault.ControlCharacter)]
    [InlineData("a\ud83d", BookTextFault.HalfCharacter)]
    [InlineData("\ud83da", BookTextFault.HalfCharacter)]
    [InlineData("\ude00\ud83d", BookTextFault.HalfCharacter)]
    [InlineData("e\u0301", BookTextFault.NotComposed)]
    [InlineData("e\u0301\n", BookTextFault.ControlCharacter)]
    [InlineData("\ud83d\n", BookTextFault.HalfCharacter)]
    public void What_keeps_a_text_out_of_the_books_is_told(string text, BookTextFault fault) =>
        BookText.FaultOf(text).Should().Be(fault);
}
