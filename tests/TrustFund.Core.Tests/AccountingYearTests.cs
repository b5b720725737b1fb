using NodaTime;

namespace TrustFund.Tests;

/// <summary>Which days have an accounting year that can be made.</summary>
public sealed class AccountingYearTests
{
    [Theory]
    [InlineData(2, 1, 1), InlineData(2016, 6, 30), InlineData(2016, 7, 1), InlineData(9997, 12, 31)]
    public void Each_day_that_is_let_in_lies_in_its_accounting_year(int year, int month, int day)
    {
        var date = new LocalDate(year, month, day);
        AccountingYear.Has(date).Should().BeTrue();

        foreach (var start in new[] { AccountingYear.Calendar, AccountingYear.Parse("07-01"), AccountingYear.Parse("12-31") })
        {
            var made = start.Of(start.YearOf(date));

            (made.Start <= date && date <= made.End).Should().BeTrue();
        }
    }

    [Theory]
    [InlineData(1, 12, 31), InlineData(9998, 1, 1), InlineData(9999, 12, 31)]
    public void A_day_whose_accounting_year_the_calendar_may_not_hold_is_not_let_in(int year, int month, int day) =>
        AccountingYear.Has(new LocalDate(year, month, day)).Should().BeFalse();
}
