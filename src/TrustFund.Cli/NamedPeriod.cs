namespace TrustFund.Cli;

/// <summary>What <c>--year</c> or <c>--period</c> says.</summary>
/// <param name="Days">The days, where a year starts on 1 January.</param>
/// <param name="IsYear">Whether a bare year was written: 2016 is the accounting year that ends in 2016, days written out are those days.</param>
internal readonly record struct NamedPeriod(ReportingPeriod Days, bool IsYear)
{
    /// <summary>As it was written: days that are a calendar year stay days.</summary>
    public override string ToString() => !IsYear && Days == ReportingPeriod.CalendarYear(Days.End.Year)
        ? FormattableString.Invariant($"{Days.Start:uuuu-MM-dd}..{Days.End:uuuu-MM-dd}")
        : Days.ToString();

    /// <summary>Reads what <see cref="ReportingPeriod.TryParse"/> reads; null where it is no period of years that have a year before and after them.</summary>
    internal static NamedPeriod? Parse(string text) =>
        ReportingPeriod.TryParse(text, out var days) && AccountingYear.Has(days.Start) && AccountingYear.Has(days.End)
            ? new NamedPeriod(days, text.Length == "2016".Length)
            : null;
}
