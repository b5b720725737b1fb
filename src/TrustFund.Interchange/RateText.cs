using System.Globalization;

namespace TrustFund.Interchange;

/// <summary>How a rate is written: one way for one number, without zeros at its end.</summary>
internal static class RateText
{
    internal static string Of(decimal rate) => rate.ToString("0.############################", CultureInfo.InvariantCulture);
}
