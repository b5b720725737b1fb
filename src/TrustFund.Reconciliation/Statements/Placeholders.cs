using NodaTime.Text;

namespace TrustFund.Reconciliation.Statements;

/// <summary>Fills the placeholders of captions, titles and headings.</summary>
internal static class Placeholders
{
    /// <summary>The names of the placeholders that stand for something of the period or fund.</summary>
    internal static readonly string[] Names = ["{start}", "{end}", "{year}", "{fund}"];

    internal static string Fill(string text, Fund fund, ReportingPeriod period, HouseStyle style)
    {
        var days = LocalDatePattern.CreateWithInvariantCulture(style.DatePattern);
        return text
            .Replace("{start}", days.Format(period.Start), StringComparison.Ordinal)
            .Replace("{end}", days.Format(period.End), StringComparison.Ordinal)
            .Replace("{year}", YearText(period), StringComparison.Ordinal)
            .Replace("{fund}", fund.Name, StringComparison.Ordinal);
    }

    // The year of a period that spans two is the one it ends in, with the one before: 2015/16.
    private static string YearText(ReportingPeriod period) => period.Start.Year == period.End.Year
        ? FormattableString.Invariant($"{period.End.Year}")
        : FormattableString.Invariant($"{period.Start.Year}/{period.End.Year % 100:00}");
}
