using TrustFund.Reconciliation.Discovery;
using TrustFund.Reconciliation.Proof;

namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>A table of a month beside one of the year to date, of which the month may be the first.</summary>
public sealed class FirstPeriodsTests
{
    [Theory]
    [InlineData("For the month ended January 31, 2021", "Year to date", true)]
    [InlineData("Changes 2021-01-01 - 2021-02-01", "Year to date, ending 2021-02-01", true)]
    [InlineData("Changes 2020-07-01 - 2020-07-31", "Year to date 2020-07-01 to 2020-07-31", true)]
    [InlineData("For the month ended February 28, 2021", "Year to date", false)]
    [InlineData("Changes 2021-02-01 - 2021-03-01", "Year to date, ending 2021-03-01", false)]
    [InlineData("Changes 2021-01-01 - 2021-04-01", "Year to date, ending 2021-03-01", false)]
    public void The_year_to_date_is_its_first_month(string month, string year, bool isFirst)
    {
        var report = Check(month, year, "900.00");

        report.Verdict.Should().Be(isFirst ? Verdict.Inconsistent : Verdict.Exact);
        report.Proof.Findings.Where(finding => finding.Verdict == Verdict.Inconsistent).Select(finding => finding.Relation.Target.Caption)
            .Should().Equal(isFirst ? ["Gifts", "Total income"] : []);
        report.Proof.Findings.Select(finding => finding.Relation.Because).Contains("the year to date is its first month, so 'Gifts' is the same in both").Should().Be(isFirst);
    }

    [Fact]
    public void A_year_that_began_before_its_first_month_says_something_else() =>
        Check("January 2021", "Fiscal year to date", "900.00", others: 7).Verdict.Should().Be(Verdict.Exact);

    private static ReconciliationReport Check(string month, string year, string gifts, int others = 1)
    {
        string Of(decimal amount) => FormattableString.Invariant($"{amount * others:0.00}");
        var given = decimal.Parse(gifts, System.Globalization.CultureInfo.InvariantCulture);
        var document = Document.Read($"""
            {month}

            Subscriptions          412.15
            Interest                23.40
            Gifts                  815.05
            Total income         1,250.60

            Rent                   310.00
            Printing                58.17
            Postage                 12.83
            Total expenses         381.00

            {year}

            Subscriptions          {Of(412.15m)}
            Interest               {Of(23.40m)}
            Gifts                  {gifts}
            Total income           {FormattableString.Invariant($"{((412.15m + 23.40m) * others) + given}")}

            Rent                   {Of(310.00m)}
            Printing               {Of(58.17m)}
            Postage                {Of(12.83m)}
            Total expenses         {Of(381.00m)}
            """);
        return Reconciler.Check(new ReconcilerInput { Document = document, Relations = [RelationDiscovery.Discover(document)] });
    }
}
