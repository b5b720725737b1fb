using NodaTime;

namespace TrustFund.Practice;

/// <summary>The checks of the journal: ages, movements, names.</summary>
internal static class JournalChecks
{
    internal static IEnumerable<ChecklistItem> Of(ClosingFacts facts)
    {
        yield return new ChecklistItem("stale-item", FindingSeverity.Warning, Invariant($"open items are no older than {facts.Policy.StaleAfterDays} days"),
            [.. Stale(facts)], BalanceChecks.NotTested(facts, facts.Policy.OpenItemAccounts, "open-item-accounts"));
        yield return Warning("dormant-account", Invariant($"balances of assets and liabilities moved within {facts.Policy.DormantAfterDays} days"), DormantAccounts(facts));
        yield return Warning("dormant-fund", Invariant($"the fund was used within {facts.Policy.DormantAfterDays} days"), DormantFund(facts));
        yield return Warning("opening", "opening balances were taken on once, before anything else", Opening(facts));
        yield return new ChecklistItem("unapproved-entry", FindingSeverity.Warning, "entries name who prepared and who approved them",
            [.. Unapproved(facts)], facts.Policy.Approval == ApprovalRule.None ? $"policy.approval asks for no names in fund {facts.Fund.Code}" : null);
    }

    private static IEnumerable<ChecklistFinding> Stale(ClosingFacts facts) =>
        from item in facts.History.OpenItems
        let age = Days(item.Since, facts.Period.End)
        where age > facts.Policy.StaleAfterDays
        select new ChecklistFinding(Invariant(
            $"{item.Account}{Of(item)}: {MoneyText.Grouped(item.Amount)} open since {item.Since:uuuu-MM-dd}, {age} days (entry {item.Entry})."),
            "Collect it, provide for it (an allowance), or write it off under an authority.", item.Account, item.Donor, item.Amount);

    private static string Of(OpenItem item) =>
        (item.Donor is { } donor ? $" of {donor.Name}" : item.Counterparty is { } party ? $" of {party.Code}" : "")
        + (item.Agreement is { } agreement ? $" under {agreement.Code}" : "");

    private static IEnumerable<ChecklistFinding> DormantAccounts(ClosingFacts facts) =>
        from row in facts.Balances.Rows
        where row.Fund.Code == facts.Fund.Code && row.Account.Type is AccountType.Asset or AccountType.Liability
        group row.Balance by row.Account into account
        let balance = account.Aggregate((sum, amount) => sum + amount)
        let last = LastMoved(facts, account.Key)
        where !balance.IsZero && last is not null && Days(last.Value, facts.Period.End) > facts.Policy.DormantAfterDays
        select new ChecklistFinding(Invariant(
            $"Account {account.Key} stands at {MoneyText.Grouped(balance)} and has not moved since {last.Value:uuuu-MM-dd}."),
            "Confirm that it is still owned or owed, and say by whom it was confirmed; or clear it.", account.Key, null, balance);

    // What is written down year by year does not lie idle, though it is its allowance alone that moves.
    private static LocalDate? LastMoved(ClosingFacts facts, Account account) => facts.Policy.ContraAccounts
        .Where(contra => contra.Against == account.Code).Select(contra => contra.Account).Append(account.Code)
        .Max(facts.History.LastMoved);

    private static IEnumerable<ChecklistFinding> DormantFund(ClosingFacts facts)
    {
        var last = facts.History.Days.Concat(facts.History.OpeningDays).DefaultIfEmpty(facts.Period.End).Max();
        if (Days(last, facts.Period.End) > facts.Policy.DormantAfterDays)
        {
            yield return new ChecklistFinding(Invariant($"Fund {facts.Fund.Code} was last posted to on {last:uuuu-MM-dd}."),
                "Ask whether it still serves its purpose; if not, close it: trustfund close-fund.");
        }
    }

    private static IEnumerable<ChecklistFinding> Opening(ClosingFacts facts)
    {
        var (opening, days) = (facts.History.OpeningDays, facts.History.Days);
        if (opening.Count == 0 && facts.Fund.Established is null && days.Count > 0)
        {
            yield return new ChecklistFinding(Invariant(
                $"Fund {facts.Fund.Code} has no opening entry, and the day on which it was established is not stated; its first entry is dated {days.Min():uuuu-MM-dd}."),
                "Take its opening balances on, or accept that it began with none.");
        }

        if (opening.Count > 1 || (opening.Count > 0 && days.Count > 0 && opening.Max() >= days.Min()))
        {
            yield return new ChecklistFinding(Invariant(
                $"Opening entries of fund {facts.Fund.Code} are dated {string.Join(", ", opening.Select(day => Invariant($"{day:uuuu-MM-dd}")))}; its first other entry {(days.Count > 0 ? Invariant($"{days.Min():uuuu-MM-dd}") : "is not there")}."),
                "Opening balances are taken on once, the day before the first period; later openings follow from the books. Reverse what is too much.");
        }
    }

    private static IEnumerable<ChecklistFinding> Unapproved(ClosingFacts facts) => facts.History.Misapproved
        .Select(entry => new ChecklistFinding(
            Invariant($"Entry {entry.Id} of {entry.Date:uuuu-MM-dd} {Approval.Fault(facts.Policy.Approval, entry.PreparedBy, entry.ApprovedBy)}."),
            "See that somebody entitled approves it in writing, or reverse it and post it again with its names."));

    private static ChecklistItem Warning(string code, string title, IEnumerable<ChecklistFinding> findings) =>
        new(code, FindingSeverity.Warning, title, [.. findings], null);

    private static int Days(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
