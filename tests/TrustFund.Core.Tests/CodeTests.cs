namespace TrustFund.Tests;

public sealed class CodeTests
{
    [Theory]
    [InlineData("", "it is empty")]
    [InlineData(" x", "white space stands at an end")]
    [InlineData("x\u00A0", "white space stands at an end")]
    [InlineData("a\tb", "it holds a control character")]
    [InlineData("e\u0301", "it is not in Unicode's composed form (NFC)")]
    public void A_text_that_is_no_code_is_refused_with_the_reason(string text, string fault) =>
        new Action(() => _ = new Code<Account>(text)).Should().Throw<FormatException>().WithMessage($"*is no code: {fault}.");

    // Apart, since an attribute cannot hold such a text.
    [Fact]
    public void Half_a_character_is_no_code() =>
        Code<Account>.Fault("\uD800x").Should().Be("it holds half a character (an unpaired surrogate)");

    [Fact]
    public void A_code_has_64_characters_at_most()
    {
        Code<Fund>.Fault(new string('x', 64)).Should().BeNull();
        Code<Fund>.Fault(new string('x', 65)).Should().Be("it is longer than 64 characters");
    }

    [Fact]
    public void Codes_are_ordered_by_character_and_not_by_culture() =>
        new Code<Account>[] { "b", "ä", "a", "B" }.Order().Select(code => code.Text).Should().Equal("B", "a", "b", "ä");
}
