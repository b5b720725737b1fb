using System.Globalization;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Diagnosis;

/// <summary>The amounts that a slip of the pen, the keyboard or the spreadsheet may have turned into a printed one.</summary>
internal static class PrintedSlips
{
    private const int MostDigits = 17;
    private static readonly int[] Slips = [1, 2, -1, -2];
    private static readonly int[] Scales = [3, 6, -3, -6];

    /// <summary>The possible originals of a printed amount, each with its kind and how many amounts the kind leaves open.</summary>
    /// <param name="figure">The figure as printed.</param>
    /// <param name="place">The unit of the last digit that its column is printed to.</param>
    internal static IEnumerable<(decimal Original, SlipKind Kind, int Choices)> OriginalsOf(PublishedFigure figure, decimal place)
    {
        if (figure.Amount is not { } printed || printed == 0)
        {
            yield break;
        }

        yield return (-printed, SlipKind.Sign, 1);
        foreach (var (original, kind, choices) in Magnitudes(Math.Abs(printed), place))
        {
            yield return (printed < 0 ? -original : original, kind, choices);
        }
    }

    /// <summary>What would have led from an amount to another; null where nothing known does.</summary>
    internal static SlipKind? Between(PublishedFigure printed, decimal original, decimal place)
    {
        foreach (var (candidate, kind, _) in OriginalsOf(printed, place))
        {
            if (candidate == original)
            {
                return kind;
            }
        }

        return IsRounded(printed.Amount, original, place) ? SlipKind.Scale : null;
    }

    /// <summary>Whether a printed amount is another one rounded to thousands or millions: 3 915 for 3 915 300.</summary>
    internal static bool IsRounded(decimal? printed, decimal original, decimal place)
    {
        if (printed is not { } amount)
        {
            return false;
        }

        var last = Math.Min(place, new decimal(1, 0, 0, false, amount.Scale));
        return Math.Abs(amount) >= 10 * last
            && Scales.Any(power => power < 0 && decimal.Round(Shifted(original, power) / last, MidpointRounding.AwayFromZero) * last == amount);
    }

    private static IEnumerable<(decimal Original, SlipKind Kind, int Choices)> Magnitudes(decimal size, decimal place)
    {
        foreach (var power in size > decimal.MaxValue / 1_000_000_000_000_000 ? [] : Slips.Concat(Scales))
        {
            // No figure was ever printed finer than its place; thousands were rounded to it.
            var original = Shifted(size, power);
            var atPlace = decimal.Round(original / place, MidpointRounding.AwayFromZero) * place;
            if (Math.Abs(power) >= Scales[0])
            {
                if (atPlace >= 10 * place)
                {
                    yield return (atPlace, SlipKind.Scale, 4);
                }
            }
            else if (original == atPlace)
            {
                yield return (original, SlipKind.DecimalSlip, 4);
            }
        }

        // The digits as printed: those beyond the place as well, in a figure that has too many.
        place = Math.Min(place, new decimal(1, 0, 0, false, Math.Min((byte)8, size.Scale)));
        var digits = (size / place).ToString("0", CultureInfo.InvariantCulture);
        if (digits.Length > MostDigits)
        {
            yield break;
        }

        for (var at = 0; at + 1 < digits.Length; at++)
        {
            if (digits[at] != digits[at + 1] && (at > 0 || digits[1] != '0'))
            {
                yield return (Amount(digits[..at] + digits[at + 1] + digits[at] + digits[(at + 2)..], place), SlipKind.Transposition, digits.Length - 1);
            }
        }

        for (var at = 0; at < digits.Length; at++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                if (digit != digits[at])
                {
                    yield return (Amount(digits[..at] + digit + digits[(at + 1)..], place), SlipKind.Digit, 9 * digits.Length);
                }
            }
        }

        for (var at = 0; at < digits.Length && digits.Length > 1 && digits.Trim('0').Length > 1; at++)
        {
            yield return (Amount(digits.Remove(at, 1), place), SlipKind.AddedDigit, digits.Length);
        }

        for (var at = 0; at <= digits.Length; at++)
        {
            for (var digit = at == 0 ? '1' : '0'; digit <= '9'; digit++)
            {
                yield return (Amount(digits.Insert(at, digit.ToString()), place), SlipKind.DroppedDigit, 10 * digits.Length);
            }
        }
    }

    private static decimal Shifted(decimal size, int power)
    {
        for (; power > 0; power--)
        {
            size *= 10;
        }

        for (; power < 0; power++)
        {
            size /= 10;
        }

        return size;
    }

    private static decimal Amount(string digits, decimal place) => decimal.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) * place;
}
