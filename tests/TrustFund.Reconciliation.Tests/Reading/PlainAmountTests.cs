using CsCheck;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Reading;

/// <summary>The quick way reads what the pattern reads, or leaves the cell to it.</summary>
public class PlainAmountTests
{
    [Fact]
    public void The_quick_way_reads_as_the_pattern_does() => Gen.String[Gen.Char["0123456789,,..()-"], 0, 12].Sample(
        cell => PlainAmount.Parse(cell) is not { } quick
            // A blank at the end sends the same cell by the pattern.
            || (PrintedAmount.Read(cell + " ") is var slow && (slow.State, slow.Amount, slow.Decimals, slow.Printed) == (quick.State, quick.Amount, quick.Decimals, quick.Printed)),
        iter: 20_000);

    [Theory]
    [InlineData("1,234", 1234), InlineData("(1,234.50)", -1234.50), InlineData("-12", -12), InlineData("0", 0)]
    public void Common_forms_are_read(string cell, decimal amount) => PlainAmount.Parse(cell)!.Value.Amount.Should().Be(amount);

    [Theory]
    [InlineData(",123,456"), InlineData("12,34"), InlineData("1,2345"), InlineData("1."), InlineData(""), InlineData("1 234"), InlineData("--1")]
    public void Other_forms_are_left_to_the_pattern(string cell) => PlainAmount.Parse(cell).Should().BeNull();

    [Theory]
    [InlineData("1,234", true), InlineData("12,345", true), InlineData("123,456", true), InlineData("000,000", true)]
    [InlineData("1234,567", false), InlineData(",123", false), InlineData("1,23", false), InlineData("1,2345", false)]
    [InlineData("1.234", false), InlineData("1,234,567", false), InlineData("(1,234)", false), InlineData("", false)]
    public void One_group_of_thousands_is_told_from_other_forms(string cell, bool isOne) => PlainAmount.IsOneGroup(cell).Should().Be(isOne);

    [Fact]
    public void One_group_is_an_amount_by_either_decimal_mark() => Gen.Select(Gen.Int[0, 999], Gen.Int[0, 999]).Sample(
        (thousands, units) => FormattableString.Invariant($"{thousands},{units:000}") is var cell && PlainAmount.IsOneGroup(cell)
            && PrintedAmount.Read(cell, DecimalMark.Point).State == FigureState.Amount
            && PrintedAmount.Read(cell, DecimalMark.Comma).State == FigureState.Amount,
        iter: 2_000);
}
