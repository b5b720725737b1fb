using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Reading;

/// <summary>Captions of one year's document as the next prints them.</summary>
public sealed class CaptionTextTests
{
    [Theory]
    [InlineData("2016–2017", 2, "2018–2019")]
    [InlineData("2016/17", 1, "2017/18")]
    [InlineData("1998-99", 1, "1999-00")]
    [InlineData("FY17", 2, "FY19")]
    [InlineData("FY99", 1, "FY00")]
    [InlineData("As at 2016-12-31", 1, "As at 2017-12-31")]
    [InlineData("2016-12", 1, "2017-12")]
    public void A_name_so_many_years_on(string name, int years, string later) => CaptionText.YearsOn(name, years).Should().Be(later);

    [Theory]
    [InlineData("1998-99", 1999)]
    [InlineData("1999-00", 2000)]
    [InlineData("2016-12-31", 2016)]
    [InlineData("2016/17", 2017)]
    [InlineData("FY98", 1998)]
    [InlineData("Travel", 0)]
    public void The_latest_year(string text, int year) => CaptionText.LatestYear(text).Should().Be(year);

    [Theory]
    [InlineData("contribution", "contributions", true)]
    [InlineData("total +", "total", true)]
    [InlineData("rent", "renta", true)]
    [InlineData("rent", "rentb", false)]
    [InlineData("rent", "rent 2", false)]
    [InlineData("phase i", "phase ii", false)]
    [InlineData("phase vii", "phase viii", false)]
    [InlineData("fund a", "fund aa", false)]
    [InlineData("fund a", "fund as", false)]
    public void The_same_but_for_a_mark(string one, string other, bool isAlike) =>
        CaptionText.IsAlikeButForMark(one, other, new HashSet<string> { "a", "i" }).Should().Be(isAlike);
}
