using NodaTime;
using TrustFund.Practice;

namespace TrustFund.Tests;

public sealed class ClosingPolicyTests
{
    private static readonly LocalDate YearEnd = new(2016, 12, 31);

    [Theory]
    [InlineData("policy.stale-after-days", "90", 90)]
    [InlineData("policy.stale-after-days@LIMA", "60", 60)]
    [InlineData("policy.stale-after-days.2016-12-31", "30", 30)]
    [InlineData("policy.stale-after-days.2017-01-01", "30", 365)]
    [InlineData("policy.stale-after-days.2016-01-01@LIMA", "45", 45)]
    [InlineData("policy.stale-after-days.2016-01-01@LOME", "45", 365)]
    public void A_setting_counts_from_its_day_and_for_its_fund(string key, string value, int days) =>
        Of((key, value)).StaleAfterDays.Should().Be(days);

    [Fact]
    public void A_fund_s_own_setting_goes_before_that_of_all_and_the_latest_before_earlier_ones()
    {
        Of(("policy.stale-after-days", "1"), ("policy.stale-after-days.2015-01-01", "2"), ("policy.stale-after-days.2016-01-01", "3")).StaleAfterDays.Should().Be(3);
        Of(("policy.stale-after-days@LIMA", "4"), ("policy.stale-after-days.2016-01-01", "3")).StaleAfterDays.Should().Be(4);
    }

    [Fact]
    public void Accounts_and_the_rule_of_approval_are_read()
    {
        var policy = Of(("policy.suspense-accounts", "1900, 2900"), ("policy.interfund-accounts", "none"), ("policy.contra-accounts", "1290:1200 1590"), ("policy.approval", "different"));

        policy.SuspenseAccounts.Select(code => code.Text).Should().Equal("1900", "2900");
        policy.InterFundAccounts.Should().BeEmpty();
        policy.ContraAccounts.Should().Equal(new ContraAccount("1290", "1200"), new ContraAccount("1590", null));
        policy.Approval.Should().Be(ApprovalRule.Different);
        policy.Faults.Should().BeEmpty();
    }

    [Theory]
    [InlineData("policy.stale-after-days", "soon", "a number of days")]
    [InlineData("policy.dormant-after-days", "-1", "a number of days")]
    [InlineData("policy.approval", "maybe", "none, stated or different")]
    [InlineData("policy.suspense-accounts", "", "codes of accounts with blanks between them, or none")]
    [InlineData("policy.contra-accounts", "1:2:3", "codes of accounts, or pairs such as 12090:12010, with blanks between them, or none")]
    public void A_setting_that_cannot_be_followed_is_a_fault_and_the_default_stands(string key, string value, string expected)
    {
        var policy = Of((key, value));

        policy.Faults.Should().Equal(new PolicyFault(key, value, expected));
        policy.Should().BeEquivalentTo(ClosingPolicy.Default, options => options.Excluding(one => one.Faults));
    }

    [Fact]
    public void A_name_that_is_no_policy_is_told()
    {
        Of(("policy.stale-after-dyas", "1"), ("policy.approval.2016-01-01@LIMA", "none"), ("policy.approval.soon", "none"), ("title", "x"))
            .UnknownKeys.Should().Equal("policy.approval.soon", "policy.stale-after-dyas");
    }

    [Theory]
    [InlineData(ApprovalRule.None, null, null, null)]
    [InlineData(ApprovalRule.Stated, "Accounts", "Accounts", null)]
    [InlineData(ApprovalRule.Stated, null, null, "names neither who prepared nor who approved it")]
    [InlineData(ApprovalRule.Stated, null, "Controller", "does not name who prepared it")]
    [InlineData(ApprovalRule.Stated, "Accounts", null, "does not name who approved it")]
    [InlineData(ApprovalRule.Different, "Accounts", "Controller", null)]
    [InlineData(ApprovalRule.Different, "Accounts  Section", "accounts section", "was prepared and approved by one person, Accounts  Section")]
    public void Names_are_held_against_the_rule(ApprovalRule rule, string? preparedBy, string? approvedBy, string? fault) =>
        Approval.Fault(rule, preparedBy, approvedBy).Should().Be(fault);

    private static ClosingPolicy Of(params (string Key, string Value)[] settings) =>
        ClosingPolicy.Of(settings.ToDictionary(setting => setting.Key, setting => setting.Value), "LIMA", YearEnd);
}
