using System.Globalization;
using CsCheck;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Reading;

public sealed class PrintedAmountTests
{
    [Theory]
    [InlineData("3 915 300", "3915300")]
    [InlineData("3\u00A0915\u00A0300", "3915300")]
    [InlineData("3\u2009915\u2009300", "3915300")]
    [InlineData("3\u202F915\u202F300", "3915300")]
    [InlineData("3,915,300", "3915300")]
    [InlineData("3'915'300", "3915300")]
    [InlineData("39,15,300", "3915300")]
    [InlineData("(1,05,22,318.4)", "-10522318.4")]
    [InlineData("₹ 2,00,000", "200000")]
    [InlineData("Rs. 2,00,000.50", "200000.50")]
    [InlineData("3915300", "3915300")]
    [InlineData("(141 913)", "-141913")]
    [InlineData("-141,913", "-141913")]
    [InlineData("−141 913", "-141913")]
    [InlineData("–141 913", "-141913")]
    [InlineData("141,913-", "-141913")]
    [InlineData("141,913 CR", "-141913")]
    [InlineData("141,913CR", "-141913")]
    [InlineData("141,913 Dr", "141913")]
    [InlineData("$1,304,208", "1304208")]
    [InlineData("\\$1,304,208", "1304208")]
    [InlineData("US$ 12", "12")]
    [InlineData("($12)", "-12")]
    [InlineData("12.50 USD", "12.50")]
    [InlineData("EUR 1,234.5", "1234.5")]
    [InlineData("2 190 894 ^a", "2190894")]
    [InlineData("2 190 894^a", "2190894")]
    [InlineData("2 190 894ᵃ", "2190894")]
    [InlineData("12*", "12")]
    [InlineData("7,030.72 c", "7030.72")]
    [InlineData("(84.87) d", "-84.87")]
    [InlineData("23,456[teh]", "23456")]
    [InlineData("(23,456[b])", "-23456")]
    [InlineData("0", "0")]
    [InlineData("(0)", "0")]
    [InlineData("-0", "0")]
    [InlineData("0.004", "0.004")]
    public void An_amount_is_read_in_every_way_it_is_printed(string cell, string amount)
    {
        var read = PrintedAmount.Read(cell);

        (read.State, read.Amount?.ToString(CultureInfo.InvariantCulture)).Should().Be((FigureState.Amount, amount));
    }

    [Theory]
    [InlineData("$-", FigureState.Nil), InlineData("$ -", FigureState.Nil), InlineData("US$ –", FigureState.Nil), InlineData("- €", FigureState.Nil)]
    [InlineData("–", FigureState.Nil), InlineData("-", FigureState.Nil), InlineData("--", FigureState.Nil), InlineData("—", FigureState.Nil)]
    [InlineData("..", FigureState.Unavailable), InlineData("…", FigureState.Unavailable), InlineData("n/a", FigureState.Unavailable)]
    [InlineData("", FigureState.Blank), InlineData("  ", FigureState.Blank)]
    [InlineData("99rr69", FigureState.Unreadable), InlineData("#REF!", FigureState.Unreadable), InlineData("1,23,4", FigureState.Unreadable)]
    [InlineData("12.34.56", FigureState.Unreadable), InlineData("3 915 30", FigureState.Unreadable), InlineData("(12", FigureState.Unreadable)]
    [InlineData("(-12)", FigureState.Unreadable), InlineData("1 234,567", FigureState.Unreadable), InlineData("1234567890123456", FigureState.Unreadable)]
    public void A_dash_a_blank_two_dots_and_rubbish_are_four_different_states(string cell, FigureState state) =>
        PrintedAmount.Read(cell).State.Should().Be(state);

    [Fact]
    public void What_is_printed_in_any_style_reads_back() =>
        Gen.Select(Gen.Long[-999_999_999_999, 999_999_999_999], Gen.Int[0, 4], Gen.OneOfConst(" ", ",", "'", "\u00A0", "\u202F", ""), Gen.Bool)
            .Sample((digits, decimals, thousands, parentheses) =>
            {
                var amount = new decimal(Math.Abs(digits)) / Enumerable.Repeat(10m, decimals).Aggregate(1m, (product, ten) => product * ten);
                amount = decimal.Round(amount, decimals, MidpointRounding.ToZero);
                var text = FigureFormat.Grouped(amount, decimals, thousands, ".");
                text = digits < 0 && amount != 0 ? (parentheses ? $"({text})" : $"-{text}") : text;
                return PrintedAmount.Read(text) is { State: FigureState.Amount } read
                    && read.Amount == (digits < 0 ? -amount : amount) && read.Decimals == decimals;
            });

    [Fact]
    public void No_text_makes_it_throw() => Gen.String.Sample(text => PrintedAmount.Read(text).Printed is not null);
}
