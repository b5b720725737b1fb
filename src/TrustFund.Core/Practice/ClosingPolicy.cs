using System.Globalization;
using NodaTime;

namespace TrustFund.Practice;

/// <summary>
/// What a fund's close is held against: data of the books, each with a default that is a beginning and
/// no rule of anybody's. See <see cref="PolicySettings"/> for the keys.
/// </summary>
public sealed record ClosingPolicy
{
    private const string None = "none";

    private static readonly string[] Names =
        ["suspense-accounts", "interfund-accounts", "interfund-transfer-accounts", "open-item-accounts", "contra-accounts", "cash-accounts", "stale-after-days", "dormant-after-days", "approval"];

    /// <summary>The policy where the books state none.</summary>
    public static ClosingPolicy Default { get; } = new();

    /// <summary><c>suspense-accounts</c>: accounts that must be nil at a close.</summary>
    public IReadOnlyList<Code<Account>> SuspenseAccounts { get; private init; } = [StandardChart.Suspense.Code];

    /// <summary><c>interfund-accounts</c>: due to and due from other funds, nil over all funds together.</summary>
    public IReadOnlyList<Code<Account>> InterFundAccounts { get; private init; } = [StandardChart.DueFromOtherFunds.Code, StandardChart.DueToOtherFunds.Code];

    /// <summary><c>interfund-transfer-accounts</c>: revenue and expense by which funds hand money to one another, eliminated where funds stand side by side.</summary>
    public IReadOnlyList<Code<Account>> InterFundTransferAccounts { get; private init; } =
        [StandardChart.TransfersFromOtherFunds.Code, StandardChart.TransfersToOtherFunds.Code];

    /// <summary><c>open-item-accounts</c>: receivables and advances, whose items have an age.</summary>
    public IReadOnlyList<Code<Account>> OpenItemAccounts { get; private init; } = [StandardChart.ContributionsReceivable.Code, StandardChart.Advances.Code];

    /// <summary>
    /// <c>contra-accounts</c>, each <c>CONTRA</c> or <c>CONTRA:ACCOUNT</c>: accounts that normally stand on the other side than their
    /// type does, and the account they are set against.
    /// </summary>
    public IReadOnlyList<ContraAccount> ContraAccounts { get; private init; } =
    [
        new(StandardChart.AllowanceForDoubtfulReceivables.Code, StandardChart.ContributionsReceivable.Code),
        new(StandardChart.AccumulatedDepreciation.Code, StandardChart.PropertyPlantAndEquipment.Code),
        new(StandardChart.AccumulatedAmortization.Code, StandardChart.IntangibleAssets.Code),
        new(StandardChart.RefundsToDonors.Code, null),
    ];

    /// <summary><c>cash-accounts</c>: what a fund that is closed may still hold, to be disposed of.</summary>
    public IReadOnlyList<Code<Account>> CashAccounts { get; private init; } = [StandardChart.CashAtBank.Code, StandardChart.CashPool.Code];

    /// <summary><c>stale-after-days</c>: after how many days an open item is stale.</summary>
    public int StaleAfterDays { get; private init; } = 365;

    /// <summary><c>dormant-after-days</c>: after how many days without movement a balance or a fund is dormant.</summary>
    public int DormantAfterDays { get; private init; } = 365;

    /// <summary><c>approval</c>: <c>none</c>, <c>stated</c> or <c>different</c>.</summary>
    public ApprovalRule Approval { get; private init; } = ApprovalRule.None;

    /// <summary>Settings in effect that cannot be followed; the defaults stand for them.</summary>
    public IReadOnlyList<PolicyFault> Faults { get; private init; } = [];

    /// <summary>Keys of settings that begin with <c>policy.</c> and name no policy.</summary>
    public IReadOnlyList<string> UnknownKeys { get; private init; } = [];

    /// <summary>The policy in effect for a fund on a day.</summary>
    /// <param name="settings">The settings of the books.</param>
    /// <param name="fund">The fund.</param>
    /// <param name="on">The day: the end of the period to be closed, the date of an entry.</param>
    public static ClosingPolicy Of(IReadOnlyDictionary<string, string> settings, Code<Fund> fund, LocalDate on)
    {
        var faults = new List<PolicyFault>();
        TValue Read<TValue>(string name, TValue otherwise, string expected, Func<string, (bool IsRead, TValue Value)> read)
        {
            if (!PolicySettings.TryFind(settings, name, fund, on, out var setting))
            {
                return otherwise;
            }

            var (isRead, value) = read(setting.Value.Trim());
            if (!isRead)
            {
                faults.Add(new PolicyFault(setting.Key, setting.Value, expected));
            }

            return isRead ? value : otherwise;
        }

        IReadOnlyList<Code<Account>> Accounts(string name, IReadOnlyList<Code<Account>> otherwise) =>
            Read(name, otherwise, "codes of accounts with blanks between them, or none", text => List(text, ReadCode));
        int Days(string name, int otherwise) => Read(name, otherwise, "a number of days", text =>
            (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days), days));

        return new ClosingPolicy
        {
            SuspenseAccounts = Accounts("suspense-accounts", Default.SuspenseAccounts),
            InterFundAccounts = Accounts("interfund-accounts", Default.InterFundAccounts),
            InterFundTransferAccounts = Accounts("interfund-transfer-accounts", Default.InterFundTransferAccounts),
            OpenItemAccounts = Accounts("open-item-accounts", Default.OpenItemAccounts),
            ContraAccounts = Read("contra-accounts", Default.ContraAccounts, "codes of accounts, or pairs such as 12090:12010, with blanks between them, or none", text => List(text, ReadContra)),
            CashAccounts = Accounts("cash-accounts", Default.CashAccounts),
            StaleAfterDays = Days("stale-after-days", Default.StaleAfterDays),
            DormantAfterDays = Days("dormant-after-days", Default.DormantAfterDays),
            Approval = Read("approval", Default.Approval, "none, stated or different", ReadApproval),
            Faults = faults,
            UnknownKeys = [.. PolicySettings.Unknown(settings, Names)],
        };
    }

    private static (bool IsRead, IReadOnlyList<TItem> Items) List<TItem>(string text, Func<string, (bool IsRead, TItem Item)> read)
    {
        var items = (text == None ? "" : text).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(read).ToList();
        return (text.Length > 0 && items.TrueForAll(item => item.IsRead), [.. items.Select(item => item.Item)]);
    }

    private static (bool IsRead, Code<Account> Code) ReadCode(string text) =>
        Code<Account>.Fault(text) is null ? (true, new Code<Account>(text)) : (false, default);

    private static (bool IsRead, ContraAccount Pair) ReadContra(string text)
    {
        var parts = text.Split(':');
        return parts.Length > 2 || Array.Exists(parts, part => Code<Account>.Fault(part) is not null)
            ? (false, null!)
            : (true, new ContraAccount(parts[0], parts.Length == 2 ? new Code<Account>(parts[1]) : default(Code<Account>?)));
    }

    private static (bool IsRead, ApprovalRule Rule) ReadApproval(string text) => text switch
    {
        None => (true, ApprovalRule.None),
        "stated" => (true, ApprovalRule.Stated),
        "different" => (true, ApprovalRule.Different),
        _ => (false, ApprovalRule.None),
    };
}
