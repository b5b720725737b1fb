using System.Globalization;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// A sum that would hold but for one slip of the pen is no chance meeting of amounts either: there are few slips, and
/// many amounts. So much of it speaks for the sum, and for a slip in it.
/// </summary>
internal static class NearMiss
{
    // Digits that might be others, left out or added, and neighbours that might have changed places, for each digit.
    private const int SlipsOfDigit = 20;
    private const int SlipsOfLine = 3;
    private const int FewestDigits = 3;
    private const decimal CostOfSign = 0.5m;

    // What was rounded is one slip away but for so many steps.
    private const int MostRounding = 2;
    private const decimal LargestWhole = 1_000_000_000_000_000_000m;

    /// <summary>How surprising it would be, in digits, for a sum that does not hold to be one slip away from holding; 0 where it is not.</summary>
    /// <param name="terms">Its terms, with their signs.</param>
    /// <param name="target">What it should come to.</param>
    /// <param name="step">The step by which amounts are apart.</param>
    internal static decimal DigitsOf(IReadOnlyList<decimal> terms, decimal target, decimal step)
    {
        var residual = terms.Sum() - target;
        var largest = Math.Max(Math.Abs(target), terms.Max(Math.Abs));
        var range = Digits.Of(largest / step * 2);
        for (var rounding = 0; rounding <= Math.Min(MostRounding, (terms.Count + 1) / 2); rounding++)
        {
            if (IsSlipFrom(terms, target, residual - (rounding * step), step) || IsSlipFrom(terms, target, residual + (rounding * step), step))
            {
                return Math.Max(0, range - Digits.Of(SlipsOfDigit * (range + 1) * (terms.Count + 1) * ((2 * rounding) + 1)));
            }
        }

        return terms.Any(term => term != 0 && (Math.Abs(term) == Math.Abs(residual) || 2 * term == residual))
            ? Math.Max(0, range - Digits.Of(SlipsOfLine * (terms.Count + 1)))
            : 0;
    }

    /// <summary>How free the choice of an amount is, in digits, that one slip of the pen may have turned into a printed one; null where none does.</summary>
    internal static decimal? CostOf(decimal printed, decimal original, decimal step) => !IsSlip(printed, original, step) ? null
        : printed == -original || Text(printed, step).TrimEnd('0') == Text(original, step).TrimEnd('0') ? CostOfSign
        : Digits.Of(SlipsOfDigit * Text(printed, step).Length);

    private static bool IsSlipFrom(IReadOnlyList<decimal> terms, decimal target, decimal residual, decimal step) =>
        IsSlip(target, target + residual, step) || terms.Any(term => IsSlip(term, term - residual, step));

    // Signs, neighbouring digits, one digit, a digit more or less, or a power of ten apart; a sign and a digit are two slips.
    private static bool IsSlip(decimal printed, decimal original, decimal step)
    {
        if (printed == 0 || original == 0 || Math.Abs(printed) / step > LargestWhole || Math.Abs(original) / step > LargestWhole || original % step != 0)
        {
            return false;
        }

        var (one, other) = (Text(printed, step), Text(original, step));
        return Math.Max(one.Length, other.Length) >= FewestDigits
            && (printed == -original || (printed > 0 == original > 0 && (AreClose(one, other) || (one.TrimEnd('0') is { Length: > 1 } digits && digits == other.TrimEnd('0')))));
    }

    private static bool AreClose(string one, string other)
    {
        if (one.Length == other.Length)
        {
            var differing = Enumerable.Range(0, one.Length).Where(at => one[at] != other[at]).ToList();
            return differing.Count == 1 || (differing is [var first, var second] && second == first + 1 && one[first] == other[second] && one[second] == other[first]);
        }

        var (longer, shorter) = one.Length > other.Length ? (one, other) : (other, one);
        return longer.Length == shorter.Length + 1 && Enumerable.Range(0, longer.Length).Any(at => longer.Remove(at, 1) == shorter);
    }

    private static string Text(decimal amount, decimal step) => (Math.Abs(amount) / step).ToString("0", CultureInfo.InvariantCulture);
}
