using NodaTime;
using NodaTime.Text;

namespace TrustFund;

/// <summary>
/// The days a statement covers, both ends included. Equal by its days. The default value is unset, and
/// every use of it throws.
/// </summary>
public readonly record struct ReportingPeriod
{
    private readonly LocalDate? _start;
    private readonly LocalDate? _end;

    /// <summary>Creates a period.</summary>
    /// <param name="start">Its first day.</param>
    /// <param name="end">Its last day.</param>
    /// <exception cref="ArgumentException">It ends before it starts.</exception>
    public ReportingPeriod(LocalDate start, LocalDate end)
    {
        if (end < start)
        {
            throw new ArgumentException($"The period from {Iso(start)} to {Iso(end)} ends before it starts.");
        }

        (_start, _end) = (start, end);
    }

    /// <summary>Its first day.</summary>
    /// <exception cref="InvalidOperationException">The value is unset.</exception>
    public LocalDate Start => _start ?? throw new InvalidOperationException("The period is not set.");

    /// <summary>Its last day.</summary>
    /// <exception cref="InvalidOperationException">The value is unset.</exception>
    public LocalDate End => _end ?? throw new InvalidOperationException("The period is not set.");

    /// <summary>The calendar year.</summary>
    /// <param name="year">The year, 1 to 9999.</param>
    public static ReportingPeriod CalendarYear(int year) => new(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));

    /// <summary>Reads <c>2016</c>, <c>2016-06</c> or <c>2015-07-01..2016-06-30</c>, both days included.</summary>
    /// <exception cref="FormatException">Anything else.</exception>
    public static ReportingPeriod Parse(string text) =>
        TryParse(text, out var period)
            ? period
            : throw new FormatException($"'{text}' is no period: write 2016, 2016-06 or 2015-07-01..2016-06-30.");

    /// <summary>Reads a period as <see cref="Parse"/> does; false where it is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="period">The period; unset where there is none.</param>
    public static bool TryParse(string? text, out ReportingPeriod period)
    {
        period = default;
        var parts = (text ?? "").Split("..");
        if (parts.Length > 2)
        {
            return false;
        }

        if (parts.Length == 2)
        {
            var start = LocalDatePattern.Iso.Parse(parts[0]);
            var end = LocalDatePattern.Iso.Parse(parts[1]);
            if (!start.Success || !end.Success || end.Value < start.Value)
            {
                return false;
            }

            period = new ReportingPeriod(start.Value, end.Value);
            return true;
        }

        var month = LocalDatePattern.Iso.Parse(parts[0] + "-01");
        var year = LocalDatePattern.Iso.Parse(parts[0] + "-01-01");
        var first = year.Success ? year : month;
        if (!first.Success)
        {
            return false;
        }

        period = year.Success
            ? CalendarYear(first.Value.Year)
            : new ReportingPeriod(first.Value, first.Value.With(DateAdjusters.EndOfMonth));
        return true;
    }

    /// <summary>Whether a day belongs to the period.</summary>
    public bool Contains(LocalDate date) => date >= Start && date <= End;

    /// <summary><c>2016</c>, <c>2016-06</c> or <c>2015-07-01..2016-06-30</c>: what <see cref="Parse"/> reads.</summary>
    public override string ToString()
    {
        if (Start.Day == 1 && End == Start.With(DateAdjusters.EndOfMonth))
        {
            return Iso(Start)[..7];
        }

        return this == CalendarYear(Start.Year)
            ? Iso(Start)[..4]
            : $"{Iso(Start)}..{Iso(End)}";
    }

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
