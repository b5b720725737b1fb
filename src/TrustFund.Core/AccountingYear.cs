using NodaTime;
using NodaTime.Text;

namespace TrustFund;

/// <summary>
/// On which day accounting years start. A year is named by the calendar year in which it ends: of years
/// that start on 1 July, 2016 is July 2015 to June 2016. Equal by its day.
/// </summary>
public sealed record AccountingYear
{
    // No leap year: what is a day of it is a day of every year.
    private const int AnyYear = 2001;

    private const int FirstYear = 2;
    private const int LastYear = 9998;

    private AccountingYear(LocalDate start) => (StartMonth, StartDay) = (start.Month, start.Day);

    /// <summary>Years that start on 1 January.</summary>
    public static AccountingYear Calendar { get; } = new(new LocalDate(AnyYear, 1, 1));

    /// <summary>The month in which a year starts, 1 to 12.</summary>
    public int StartMonth { get; }

    /// <summary>The day of that month on which it starts.</summary>
    public int StartDay { get; }

    /// <summary>Reads a day of the year, as <c>07-01</c>.</summary>
    /// <exception cref="FormatException">Anything else, and 02-29, which most years do not have.</exception>
    public static AccountingYear Parse(string text) =>
        LocalDatePattern.Iso.Parse(FormattableString.Invariant($"{AnyYear}-{text}")) is { Success: true, Value: var start }
            ? new AccountingYear(start)
            : throw new FormatException($"'{text}' is no day on which years start: write month and day, as 07-01.");

    /// <summary>Whether a day is in the calendar years 2 to 9997: the accounting year of each, also where it ends in the next, can be made.</summary>
    public static bool Has(LocalDate date) => date.Year is >= FirstYear and < LastYear;

    /// <summary>The year that ends in a calendar year.</summary>
    /// <param name="year">The calendar year, 2 to 9998.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another year.</exception>
    public ReportingPeriod Of(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        var start = StartOf(year);
        return new ReportingPeriod(start, StartOf(year + 1).PlusDays(-1));
    }

    /// <summary>The year to which a day belongs: the calendar year in which it ends.</summary>
    public int YearOf(LocalDate date) => date < StartOf(date.Year + 1) ? date.Year : date.Year + 1;

    /// <summary>The twelve months of a year, in their order; each starts on the day of the month on which the year does, or the last of a shorter month.</summary>
    /// <param name="year">The calendar year in which it ends.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Of"/>.</exception>
    public IReadOnlyList<ReportingPeriod> MonthsOf(int year)
    {
        var start = Of(year).Start;
        return [.. Enumerable.Range(0, 12).Select(month =>
            new ReportingPeriod(start.PlusMonths(month), start.PlusMonths(month + 1).PlusDays(-1)))];
    }

    /// <summary>The day, as <see cref="Parse"/> reads it.</summary>
    public override string ToString() => FormattableString.Invariant($"{StartMonth:00}-{StartDay:00}");

    // A year that starts on 1 January ends in the same calendar year, any other in the next.
    private LocalDate StartOf(int year) =>
        new(StartMonth == 1 && StartDay == 1 ? year : year - 1, StartMonth, StartDay);
}
