using CsCheck;
using NodaTime;

namespace TrustFund.Tests;

public sealed class ReportingPeriodTests
{
    [Theory]
    [InlineData("2016", "2016-01-01", "2016-12-31")]
    [InlineData("2016-02", "2016-02-01", "2016-02-29")]
    [InlineData("2015-07-01..2016-06-30", "2015-07-01", "2016-06-30")]
    [InlineData("9999", "9999-01-01", "9999-12-31")]
    public void A_period_is_read_from_its_year_month_or_days(string text, string start, string end)
    {
        var period = ReportingPeriod.Parse(text);

        (Iso(period.Start), Iso(period.End), period.ToString()).Should().Be((start, end, text));
    }

    [Fact]
    public void What_is_written_reads_back() => Gen.Select(Gen.Int[0, 20_000], Gen.Int[0, 2_000]).Sample((start, days) =>
    {
        var period = new ReportingPeriod(new LocalDate(1980, 1, 1).PlusDays(start), new LocalDate(1980, 1, 1).PlusDays(start + days));
        return ReportingPeriod.Parse(period.ToString()) == period;
    });

    [Theory]
    [InlineData(""), InlineData("16"), InlineData("2016-13"), InlineData("2016-01-01"), InlineData("2016-02-01..2016-01-01"), InlineData("a..b..c")]
    public void Anything_else_is_no_period(string text) =>
        new Action(() => ReportingPeriod.Parse(text)).Should().Throw<FormatException>()
            .WithMessage($"'{text}' is no period: write 2016, 2016-06 or 2015-07-01..2016-06-30.");

    private static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);
}
