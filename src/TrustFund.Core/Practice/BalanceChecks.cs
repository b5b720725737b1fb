namespace TrustFund.Practice;

/// <summary>The checks of balances at the end of the period.</summary>
internal static class BalanceChecks
{
    internal static IEnumerable<ChecklistItem> Of(ClosingFacts facts)
    {
        yield return Item(facts, "suspense-balance", FindingSeverity.Blocker, "suspense accounts are nil", facts.Policy.SuspenseAccounts, "suspense-accounts", Suspense);
        yield return Item(facts, "inter-fund-balance", FindingSeverity.Blocker, "due to and due from other funds are nil over all funds", facts.Policy.InterFundAccounts, "interfund-accounts", InterFund);
        yield return new ChecklistItem("unusual-sign", FindingSeverity.Warning, "balances stand on their usual side", [.. UnusualSign(facts)], null);
        yield return Item(facts, "contra-not-set-against", FindingSeverity.Warning, "allowances do not exceed what they are set against",
            [.. facts.Policy.ContraAccounts.Where(contra => contra.Against is not null).Select(contra => contra.Account)], "contra-accounts", ContraExceeds);
    }

    private static ChecklistItem Item(
        ClosingFacts facts, string code, FindingSeverity severity, string title,
        IReadOnlyList<Code<Account>> accounts, string policy, Func<ClosingFacts, IEnumerable<ChecklistFinding>> check) =>
        new(code, severity, title, [.. check(facts)], NotTested(facts, accounts, policy));

    /// <summary>Why accounts that a policy names cannot be tested: the chart has none of them.</summary>
    internal static string? NotTested(ClosingFacts facts, IReadOnlyList<Code<Account>> accounts, string policy) =>
        accounts.Any(code => facts.Chart.TryFind(code, out _)) ? null
        : accounts.Count == 0 ? $"policy.{policy} names no account"
        : $"the chart has no account {string.Join(", ", accounts)}; policy.{policy} can name others";

    private static IEnumerable<ChecklistFinding> Suspense(ClosingFacts facts) => ByAccount(facts)
        .Where(row => facts.Policy.SuspenseAccounts.Contains(row.Account.Code) && !row.Balance.IsZero)
        .Select(row => new ChecklistFinding(
            $"Suspense account {row.Account} holds {Side(row.Balance)}.",
            "Find where it belongs, and post it there.", row.Account, null, row.Balance));

    // What one fund owes another claims: over all funds of a currency nothing is left.
    private static IEnumerable<ChecklistFinding> InterFund(ClosingFacts facts) => facts.Balances.Rows
        .Where(row => facts.Policy.InterFundAccounts.Contains(row.Account.Code))
        .GroupBy(row => row.Fund.Currency)
        .Select(group => (Sum: Sum(group, group.Key), Funds: group.GroupBy(row => row.Fund.Code)
            .Select(fund => (Code: fund.Key, Sum: Sum(fund, group.Key))).Where(fund => !fund.Sum.IsZero).ToList()))
        .Where(group => !group.Sum.IsZero)
        .Select(group => new ChecklistFinding(
            $"Due to and due from other funds leave {Side(group.Sum)} over all funds: {string.Join(", ", group.Funds.Select(fund => $"fund {fund.Code} {Side(fund.Sum)}"))}.",
            "Post the side that is missing, or correct the one that is wrong.", null, null, group.Sum));

    private static IEnumerable<ChecklistFinding> UnusualSign(ClosingFacts facts)
    {
        var contra = facts.Policy.ContraAccounts.Select(pair => pair.Account).ToHashSet();
        var free = facts.Policy.SuspenseAccounts.ToHashSet();
        var rows = ByAccount(facts).Where(row => !facts.Policy.OpenItemAccounts.Contains(row.Account.Code))
            .Concat(facts.Balances.Rows.Where(row => row.Fund.Code == facts.Fund.Code && facts.Policy.OpenItemAccounts.Contains(row.Account.Code)))
            .OrderBy(row => row.Account.Code).ThenBy(row => row.Donor?.Code.Text, StringComparer.Ordinal);
        foreach (var row in rows.Where(row => !row.Balance.IsZero && !free.Contains(row.Account.Code)))
        {
            var usual = contra.Contains(row.Account.Code) ? Opposite(row.Account.NormalSide) : row.Account.NormalSide;
            if ((row.Balance.MinorUnits > 0 ? TrustFund.Side.Debit : TrustFund.Side.Credit) != usual)
            {
                yield return new ChecklistFinding(
                    $"Account {row.Account}{(row.Donor is { } donor ? $" stands for {donor}" : " stands")} at {Side(row.Balance)}; usual is a {(usual == TrustFund.Side.Debit ? "debit" : "credit")}.",
                    "See what was posted (trustfund entries), and reclassify or explain it.", row.Account, row.Donor, row.Balance);
            }
        }
    }

    private static IEnumerable<ChecklistFinding> ContraExceeds(ClosingFacts facts)
    {
        var balances = ByAccount(facts).ToDictionary(row => row.Account.Code);
        foreach (var (contra, against) in facts.Policy.ContraAccounts)
        {
            if (against is null || !balances.TryGetValue(contra, out var allowance) || allowance.Balance.IsZero)
            {
                continue;
            }

            var covered = balances.TryGetValue(against.Value, out var row) ? row.Balance : Money.Zero(facts.Fund.Currency);
            if ((Int128)allowance.Balance.MinorUnits * (covered + allowance.Balance).MinorUnits > 0)
            {
                yield return new ChecklistFinding(
                    $"Account {allowance.Account} stands at {Side(allowance.Balance)}, more than account {against.Value} at {Side(covered)} that it is set against.",
                    "Write off what is provided for, under an authority, or take the excess back.", allowance.Account, null, allowance.Balance);
            }
        }
    }

    private static IEnumerable<TrialBalanceRow> ByAccount(ClosingFacts facts) => facts.Balances.Rows
        .Where(row => row.Fund.Code == facts.Fund.Code)
        .GroupBy(row => row.Account)
        .Select(group => new TrialBalanceRow(group.Key, facts.Fund, null, Sum(group, facts.Fund.Currency)));

    private static Money Sum(IEnumerable<TrialBalanceRow> rows, Currency currency) =>
        rows.Aggregate(Money.Zero(currency), (sum, row) => sum + row.Balance);

    private static Side Opposite(Side side) => side == TrustFund.Side.Debit ? TrustFund.Side.Credit : TrustFund.Side.Debit;

    private static string Side(Money balance) => balance.IsZero ? "nil"
        : balance.MinorUnits > 0 ? $"{MoneyText.Grouped(balance)} debit" : $"{MoneyText.Grouped(-balance)} credit";
}
