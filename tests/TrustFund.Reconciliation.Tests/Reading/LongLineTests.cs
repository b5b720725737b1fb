using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Reading;

/// <summary>Lines made to be slow are read like any others: a pattern that gives up would throw.</summary>
public sealed class LongLineTests
{
    [Theory]
    [InlineData("1 "), InlineData("1,234 "), InlineData("a "), InlineData("(("), InlineData("$1,"), InlineData("^a "), InlineData("– "), InlineData("* *")]
    [InlineData("| "), InlineData("  \t"), InlineData("1 234 567 890 "), InlineData("x1"), InlineData(". A"), InlineData("and the ;"), InlineData("123")]
    [Trait("Culture", "alike")]
    public void A_line_of_nearly_twenty_thousand_characters_is_read(string part)
    {
        var line = string.Concat(Enumerable.Repeat(part, 19_900 / part.Length));
        var text = $"Total\t12\n{line}\n^a {line}\n";

        var read = Document.Read(text);
        var narrative = NarrativeReader.Read(System.Text.Encoding.UTF8.GetBytes("1. " + line), "x", new ReadingOptions());

        read.Tables.Should().NotBeEmpty();
        narrative.Paragraphs.Should().NotBeEmpty();
    }
}
