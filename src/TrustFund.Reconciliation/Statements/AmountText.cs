using System.Globalization;

namespace TrustFund.Reconciliation.Statements;

/// <summary>Amounts and counts as text for people.</summary>
public static class AmountText
{
    private static readonly string[] Numbers =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>An amount of a published statement: spaces between groups, parentheses for negatives, an en dash for nil.</summary>
    /// <param name="amount">The amount in printed units.</param>
    /// <param name="leastDecimals">How many decimals it has at the least, 0 to 28: 7.10 among cents.</param>
    public static string Of(decimal amount, int leastDecimals = 0)
    {
        if (amount == 0)
        {
            return "–";
        }

        var digits = FigureFormat.Grouped(Math.Abs(amount), Math.Max(leastDecimals, Scale(amount)), " ", ".");
        return amount > 0 ? digits : $"({digits})";
    }

    /// <summary>The amount of a figure with the decimals it is printed with; a zero that is printed is no dash.</summary>
    /// <param name="figure">A figure that states an amount.</param>
    internal static string Of(PublishedFigure figure) => figure is { Amount: 0, State: FigureState.Amount }
        ? FigureFormat.Grouped(0, figure.Amount.Value.Scale, " ", ".")
        : Of(figure.Amount!.Value, figure.Amount.Value.Scale);

    /// <summary>A count in words up to twelve, in digits above: <c>six</c>, <c>13</c>.</summary>
    /// <param name="count">The count, not negative.</param>
    public static string Count(int count) =>
        count < Numbers.Length ? Numbers[count] : count.ToString(CultureInfo.InvariantCulture);

    /// <summary>A count or other words as a sentence begins with them.</summary>
    /// <param name="text">The words.</param>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>By how much one thing differs from another, in words: <c>90 less</c>, <c>1 more</c>.</summary>
    /// <param name="difference">The one less the other.</param>
    /// <param name="leastDecimals">How many decimals it has at the least.</param>
    public static string MoreOrLess(decimal difference, int leastDecimals = 0) =>
        $"{Of(Math.Abs(difference), leastDecimals)} {(difference > 0 ? "more" : "less")}";

    private static int Scale(decimal amount) => (amount / 1.0000000000000000000000000000m).Scale;
}
