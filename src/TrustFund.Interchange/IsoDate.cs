using NodaTime;
using NodaTime.Text;

namespace TrustFund.Interchange;

/// <summary>Dates of ISO 8601. The common form is read by hand: a pattern allocates for every date of a long file.</summary>
internal static class IsoDate
{
    internal static bool TryRead(ReadOnlySpan<char> text, out LocalDate date)
    {
        if (text.Length == 10 && text[4] == '-' && text[7] == '-'
            && Digits(text[..4]) is var year and > 0 && Digits(text[5..7]) is var month and > 0 and <= 12
            && Digits(text[8..]) is var day and > 0 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            date = new LocalDate(year, month, day);
            return true;
        }

        // A sign before the year is ISO 8601 too, but no books are kept before the year 1.
        var isRead = LocalDatePattern.Iso.Parse(text.ToString()).TryGetValue(default, out date) && date.Year > 0;
        date = isRead ? date : default;
        return isRead;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var number = 0;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character))
            {
                return -1;
            }

            number = (number * 10) + (character - '0');
        }

        return number;
    }
}
