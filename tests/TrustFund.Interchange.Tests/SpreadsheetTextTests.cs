using CsCheck;

namespace TrustFund.Interchange.Tests;

public sealed class SpreadsheetTextTests
{
    private const string Dangerous = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String,
        Gen.OneOfConst("'", "''", "=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "a", "1", " ", "\"", ",", "SUM(A1)").Array[0, 6].Select(string.Concat));

    [Fact]
    public void What_is_defused_can_be_undone() =>
        Texts.Sample(text => SpreadsheetText.Undo(SpreadsheetText.Defuse(text)).ToString() == text, iter: 20_000);

    [Fact]
    public void A_defused_text_begins_with_nothing_that_starts_a_formula() =>
        Texts.Sample(text => SpreadsheetText.Defuse(text) is var cell && (cell.Length == 0 || !Dangerous.Contains(cell[0], StringComparison.Ordinal)), iter: 20_000);

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@A1", "'@A1")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData("'=1", "''=1")]
    [InlineData("''=1", "'''=1")]
    [InlineData("'s-Hertogenbosch", "'s-Hertogenbosch")]
    [InlineData("'", "'")]
    [InlineData("A=B", "A=B")]
    [InlineData("", "")]
    public void Texts_are_defused_by_rule(string text, string cell)
    {
        SpreadsheetText.Defuse(text).Should().Be(cell);
        SpreadsheetText.Undo(cell).ToString().Should().Be(text);
    }

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"yes\"", "\"say \"\"yes\"\"\"")]
    [InlineData("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\"")]
    [InlineData(null, "")]
    public void A_cell_is_quoted_where_it_must_be(string? text, string cell) => SpreadsheetText.Cell(text).Should().Be(cell);
}
