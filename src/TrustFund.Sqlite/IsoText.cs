using NodaTime;
using NodaTime.Text;

namespace TrustFund.Sqlite;

/// <summary>Dates as the tables hold them: ISO 8601 text, which orders as dates do.</summary>
internal static class IsoText
{
    internal static string? Of(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;
}
