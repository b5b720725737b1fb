using NodaTime;

namespace TrustFund.Storage;

/// <summary>
/// Dates as ten characters of ISO 8601 (2016-12-31), to and from their bytes: what is hashed and what a
/// store keeps. The same text as NodaTime's pattern, without making a string, for loops over millions.
/// </summary>
public static class IsoDate
{
    /// <summary>How many bytes a date has.</summary>
    public const int Length = 10;

    /// <summary>Writes a date.</summary>
    /// <param name="date">The date.</param>
    /// <param name="destination">Room for ten bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">A date before the year 1.</exception>
    public static void Write(LocalDate date, Span<byte> destination)
    {
        var (year, month, day) = date;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(year, nameof(date));
        destination[9] = Digit(day % 10);
        destination[8] = Digit(day / 10);
        destination[7] = (byte)'-';
        destination[6] = Digit(month % 10);
        destination[5] = Digit(month / 10);
        destination[4] = (byte)'-';
        destination[3] = Digit(year % 10);
        destination[2] = Digit(year / 10 % 10);
        destination[1] = Digit(year / 100 % 10);
        destination[0] = Digit(year / 1000);
    }

    /// <summary>Reads a date.</summary>
    /// <param name="text">Its bytes.</param>
    /// <exception cref="FormatException">Anything but ten bytes of a date that there is.</exception>
    public static LocalDate Read(ReadOnlySpan<byte> text)
    {
        if (text.Length == Length && text[4] == '-' && text[7] == '-'
            && Number(text[..4]) is var year and > 0 && Number(text[5..7]) is var month and > 0 and <= 12
            && Number(text[8..]) is var day and > 0 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return new LocalDate(year, month, day);
        }

        throw new FormatException($"'{System.Text.Encoding.UTF8.GetString(text)}' is not a date such as 2016-12-31.");
    }

    private static byte Digit(int value) => (byte)('0' + value);

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return -1;
            }

            number = (number * 10) + digit - '0';
        }

        return number;
    }
}
