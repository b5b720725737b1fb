using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Core.Tests;

public class MasterDataRulesTests
{
    [Fact]
    public void What_differs_is_named_member_by_member()
    {
        var registered = new MasterData(
            new ChartOfAccounts([new Account("3000", "Fund balance", AccountType.NetAssets)]),
            [new Fund("PEACE", "Trust Fund for Peace", Currency.Usd, established: new LocalDate(2014, 3, 1), authority: "Decision 2014/7")], [new Donor("NOR", "Norway")],
            new Dictionary<string, string> { ["title"] = "Books" });
        var added = new MasterData(
            new ChartOfAccounts([new Account("3000", "Fund balance", AccountType.Liability)]),
            [new Fund("PEACE", "Trust Fund for Peace", Currency.Eur)], [new Donor("NOR", "Kingdom of Norway")], new Dictionary<string, string> { ["title"] = "Other books" });

        MasterDataRules.Merge(registered, added).Refusals.Select(refusal => refusal.Text).Should().Equal(
            "The account 3000 is registered already with other contents: its type is net assets, not liability.",
            "The fund PEACE is registered already with other contents: its currency is USD, not EUR; its first day is 2014-03-01, not none; its authority is Decision 2014/7, not none.",
            "The donor NOR is registered already with other contents: its name is Norway, not Kingdom of Norway.",
            "The setting title is registered already with other contents: its value is Books, not Other books.");
    }
}
