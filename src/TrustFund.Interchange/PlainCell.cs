using System.Runtime.CompilerServices;

namespace TrustFund.Interchange;

/// <summary>Cells in the form that nearly all of a journal has, read from bytes; any other is left to who reads more closely.</summary>
internal static class PlainCell
{
    // So many digits of as many postings as an entry can have add up within 64 bits.
    private const int MaxDigits = 13;

    /// <summary>An amount in minor units; -1 for anything else.</summary>
    /// <param name="text">Digits with or without a point.</param>
    /// <param name="minorDigits">How many decimals the currency has.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static long MinorUnits(ReadOnlySpan<byte> text, int minorDigits)
    {
        if (text.Length is 0 or > MaxDigits + 1)
        {
            return -1;
        }

        var (number, decimals) = (0L, -1);
        foreach (var letter in text)
        {
            if (letter is >= (byte)'0' and <= (byte)'9')
            {
                number = (number * 10) + (letter - '0');
                decimals += decimals < 0 ? 0 : 1;
            }
            else if (letter == '.' && decimals < 0 && text[0] != '.')
            {
                decimals = 0;
            }
            else
            {
                return -1;
            }
        }

        var whole = decimals < 0 ? text.Length : text.Length - 1 - decimals;
        if (decimals == 0 || decimals > minorDigits || whole + minorDigits > MaxDigits)
        {
            return -1;
        }

        for (var digits = Math.Max(decimals, 0); digits < minorDigits; digits++)
        {
            number *= 10;
        }

        return number;
    }

    /// <summary>A date as <c>2016-12-31</c>; -1 for anything else.</summary>
    /// <returns>Year, month and day as one number that is ordered as days are, see <see cref="PostingLog"/>.</returns>
    internal static long Day(ReadOnlySpan<byte> text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
        {
            return -1;
        }

        var (year, month, day) = (Digits(text[..4]), Digits(text.Slice(5, 2)), Digits(text[8..]));
        return year > 0 && month is > 0 and <= 12 && day > 0 && day <= NodaTime.CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? PostingLog.DayOf(year, month, day)
            : -1;
    }

    /// <summary>Whether a cell is empty or a code.</summary>
    internal static bool IsCodeOrEmpty(ReadOnlySpan<byte> text) => text.Length == 0 || IsCode(text);

    /// <summary>Whether a cell of printable ASCII is a code as it stands.</summary>
    internal static bool IsCode(ReadOnlySpan<byte> text) =>
        text.Length is > 0 and <= 64 && text[0] is not ((byte)' ' or (byte)'\'') && text[^1] != ' ';

    /// <summary>Whether a cell of printable ASCII says something, and just what stands there.</summary>
    internal static bool IsText(ReadOnlySpan<byte> text) => text.Length > 0 && text[0] is not ((byte)' ' or (byte)'\'');

    /// <summary>The kind of an entry that names no other entry and no other period; null for anything else.</summary>
    internal static EntryKind? Kind(ReadOnlySpan<byte> text) =>
        text.Length == 0 || text.SequenceEqual("ordinary"u8) ? EntryKind.Ordinary
        : text.SequenceEqual("adjusting"u8) ? EntryKind.Adjusting
        : text.SequenceEqual("closing"u8) ? EntryKind.Closing
        : text.SequenceEqual("opening"u8) ? EntryKind.Opening
        : null;

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var letter in text)
        {
            if (letter is < (byte)'0' or > (byte)'9')
            {
                return -1;
            }

            number = (number * 10) + (letter - '0');
        }

        return number;
    }
}
