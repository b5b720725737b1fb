using System.Globalization;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>A month, counted from the year 0; ordered.</summary>
internal readonly record struct Month(int Number) : IComparable<Month>
{
    internal static (Month Month, int Day) Of(NodaTime.LocalDate date) => (new Month((date.Year * 12) + date.Month - 1), date.Day);

    internal static (Month Month, int Day) Of(ReadOnlySpan<byte> isoDate) => Of(IsoDate.Read(isoDate));

    /// <summary>From what the tables hold: 2016-12.</summary>
    /// <exception cref="FormatException">Anything else.</exception>
    internal static Month Read(ReadOnlySpan<byte> text) => Of(IsoDate.Read([.. text, .. "-01"u8])).Month;

    /// <summary>A day of the month.</summary>
    internal NodaTime.LocalDate On(int day) => new(Number / 12, (Number % 12) + 1, day);

    public int CompareTo(Month other) => Number.CompareTo(other.Number);

    /// <summary>As the tables hold it: 2016-12.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Number / 12:0000}-{(Number % 12) + 1:00}");
}
