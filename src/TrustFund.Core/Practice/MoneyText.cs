using System.Globalization;

namespace TrustFund.Practice;

/// <summary>Amounts in sentences for people.</summary>
internal static class MoneyText
{
    /// <summary>All minor digits, spaces between groups of three, and the code: <c>640 000.00 USD</c>.</summary>
    internal static string Grouped(Money amount)
    {
        var format = new NumberFormatInfo { NumberGroupSeparator = " ", NumberDecimalSeparator = ".", NumberGroupSizes = [3], NegativeSign = "-" };
        return $"{amount.Amount.ToString("N" + amount.Currency.MinorDigits.ToString(CultureInfo.InvariantCulture), format)} {amount.Currency.Code}";
    }
}
