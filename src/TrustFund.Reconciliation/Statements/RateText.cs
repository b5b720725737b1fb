namespace TrustFund.Reconciliation.Statements;

/// <summary>Rates as text for people: one that is very small is said by what it divides by.</summary>
internal static class RateText
{
    private const decimal LeastShown = 0.001m;
    private const int Decimals = 4;

    /// <summary>Whether a rate is said by what it divides by.</summary>
    internal static bool IsDivisor(decimal rate) => Math.Abs(rate) < LeastShown;

    /// <summary>What an amount is multiplied or divided by: <c>times 0.13</c>, <c>over 4 750 000</c>.</summary>
    internal static string Of(decimal rate) => IsDivisor(rate) ? $"over {Divisor(rate)}" : $"times {AmountText.Of(rate)}";

    /// <summary>An amount at a rate, not negative: <c>0.13 × 500</c>, <c>500 / 4 750 000</c>; the amount alone where the rate is 1.</summary>
    internal static string Of(decimal rate, string amount) => rate == 1 ? amount
        : IsDivisor(rate) ? $"{amount} / {Divisor(rate)}"
        : $"{AmountText.Of(rate)} × {amount}";

    private static string Divisor(decimal rate) => AmountText.Of(decimal.Round(1 / rate, Decimals, MidpointRounding.AwayFromZero));
}
