using NodaTime;

namespace TrustFund.Cli;

/// <summary>A year or month of a fund, as its books are closed by.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Days">Its days.</param>
/// <param name="Year">The accounting year that it is, or is a month of.</param>
internal sealed record FundPeriod(Fund Fund, ReportingPeriod Days, ReportingPeriod Year)
{
    /// <summary>Whether it is a year: its close posts closing entries.</summary>
    internal bool IsYear => Days == Year;

    /// <summary>In words: the year 2016, the month 2016-06.</summary>
    internal string Text => $"the {(IsYear ? "year" : "month")} {Days}";

    /// <summary>The option that names it: <c>--fund UNLIREC --period 2016</c>.</summary>
    internal string Option => $"--fund {Fund.Code} --period {Days}";

    /// <summary>The period that a command line names.</summary>
    /// <param name="opened">The books.</param>
    /// <param name="fundCode">The fund's code; null for the only fund.</param>
    /// <param name="named">What <c>--year</c> or <c>--period</c> says: 2016 is the accounting year that ends in 2016, days written out are those days.</param>
    /// <exception cref="CommandException">No such fund; no period, or one that is neither a year nor a month of the fund.</exception>
    internal static FundPeriod Of(OpenedBooks opened, string? fundCode, NamedPeriod? named)
    {
        var fund = opened.Fund(fundCode);
        var years = opened.YearOf(fund);
        if (named is not { Days: var days, IsYear: var isYear })
        {
            throw new CommandException(ExitCode.Usage, "Name the period: --year 2016, or --period 2016-06 for a month.");
        }

        var year = years.Of(isYear ? days.End.Year : years.YearOf(days.End));
        return isYear || days == year ? new FundPeriod(fund, year, year)
            : years.MonthsOf(years.YearOf(days.End)).Contains(days) ? new FundPeriod(fund, days, year)
            : throw new CommandException(ExitCode.Usage, $"{named} is neither a year nor a month of fund {fund.Code}, whose year is {year}.");
    }

    /// <summary>The accounting year of a fund that a day is in.</summary>
    internal static FundPeriod YearOf(OpenedBooks opened, Fund fund, LocalDate day)
    {
        var years = opened.YearOf(fund);
        var year = years.Of(years.YearOf(day));
        return new FundPeriod(fund, year, year);
    }

    /// <exception cref="CommandException">It is the last month of its year: entries of the year's close could not be posted to it.</exception>
    internal void RefuseLastMonth()
    {
        if (!IsYear && Days.End == Year.End)
        {
            throw new CommandException(ExitCode.Usage,
                $"The month {Days} is the last of its year and closes with it: trustfund close BOOKS --fund {Fund.Code} --period {Year}. To stop ordinary entries before that, add --soft.");
        }
    }
}
