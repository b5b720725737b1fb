using System.Globalization;

namespace TrustFund.Cli.Rendering;

/// <summary>Amounts as reports print them.</summary>
internal static class Amounts
{
    /// <summary>For machines: a decimal point, no separators, no needless zeros: <c>-0.004</c>.</summary>
    internal static string Plain(decimal amount) =>
        amount.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>For people: spaces between groups, parentheses for negatives, an en dash for nil.</summary>
    internal static string Grouped(decimal amount, int decimals)
    {
        if (amount == 0)
        {
            return "–";
        }

        var format = new NumberFormatInfo { NumberGroupSeparator = " ", NumberDecimalSeparator = ".", NumberGroupSizes = [3] };
        var digits = Math.Abs(amount).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), format);
        return amount > 0 ? digits : $"({digits})";
    }

    /// <summary>For people: an amount of money with its minor digits.</summary>
    internal static string Grouped(Money amount) => Grouped(amount.Amount, amount.Currency.MinorDigits);

    /// <summary>The decimals an exact amount needs.</summary>
    internal static int Decimals(decimal amount) => (amount / 1.0000000000000000000000000000m).Scale;
}
