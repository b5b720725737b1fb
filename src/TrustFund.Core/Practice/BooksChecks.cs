namespace TrustFund.Practice;

/// <summary>The checks of what a close rests on: intact books, years before, an account for the result, policy that can be followed.</summary>
internal static class BooksChecks
{
    internal static IEnumerable<ChecklistItem> Of(ClosingFacts facts)
    {
        yield return Blocker("integrity-broken", "the books are intact", facts.IntegrityFaults.Select(fault => new ChecklistFinding(
            fault, "Run 'trustfund audit', restore a backup, and compare.")));
        yield return Blocker("policy-unreadable", "policy can be followed", facts.Policy.Faults.Select(fault => new ChecklistFinding(
            $"The setting {fault.Key} says '{fault.Found}'; expected {fault.Expected}.",
            $"Register a setting of that name that takes effect on a later day: {fault.Key.Split('@')[0]}.DATE.")));
        if (facts.Year is { } year)
        {
            yield return Blocker("prior-year-open", "the years before are closed", year.OpenBefore.Select(period => new ChecklistFinding(
                $"The year {period} of fund {facts.Fund.Code} holds entries and is not closed.",
                $"Close it first: trustfund close BOOKS --fund {facts.Fund.Code} --period {period}")));
            yield return Blocker("no-closing-account", "an account takes the result",
                year.ClosingAccount.Fault is { } fault ? [new ChecklistFinding(fault, Remedy(facts.Fund, year.ClosingAccount.Setting))] : []);
            yield return Blocker("account-not-open", "what is to be closed is open on the last day", NotOpen(facts, year));
        }

        else
        {
            yield return Blocker("prior-period-open", "the months before are closed", facts.OpenMonthsBefore.Select(period => new ChecklistFinding(
                $"The month {period} of fund {facts.Fund.Code} holds entries and is not closed.",
                $"Close it first: trustfund close BOOKS --fund {facts.Fund.Code} --period {period}")));
        }

        yield return new ChecklistItem("policy-unknown", FindingSeverity.Warning, "settings of policy have names that are known",
            [.. facts.Policy.UnknownKeys.Select(key => new ChecklistFinding($"The setting {key} names no policy that is followed.", "Look for a slip in its name; see the README for the names."))], null);
    }

    private static string Remedy(Fund fund, string? setting) => setting == $"closing-account.{fund.Code}"
        ? "A setting that is registered does not change: register an account of that code as net assets (accounts.csv), or make the books anew from a corrected books.csv."
        : $"Add the line closing-account.{fund.Code},CODE with the code of one to the books.csv of a folder of these books, and import it: trustfund import BOOKS FOLDER";

    private static IEnumerable<ChecklistFinding> NotOpen(ClosingFacts facts, YearFacts year)
    {
        var accounts = ClosingEntries.OpenRows(facts.Balances, facts.Fund).Select(row => row.Account)
            .Concat(year.ClosingAccount.Account is { } into ? [into] : []).Distinct().Where(account => !account.IsOpenOn(facts.Period.End));
        foreach (var account in accounts)
        {
            yield return new ChecklistFinding(FormattableString.Invariant(
                $"Account {account} is not open on {facts.Period.End:uuuu-MM-dd}, so no closing entry can be posted to it."),
                "Move its balance to an account that is open, by an adjusting entry.", account);
        }

        if (!facts.Fund.IsOpenOn(facts.Period.End))
        {
            yield return new ChecklistFinding(FormattableString.Invariant(
                $"Fund {facts.Fund.Code} is not open on {facts.Period.End:uuuu-MM-dd}, so no closing entry can be posted to it."),
                "A fund's last day is told by closing it (trustfund close-fund), not by its registration.");
        }
    }

    private static ChecklistItem Blocker(string code, string title, IEnumerable<ChecklistFinding> findings) =>
        new(code, FindingSeverity.Blocker, title, [.. findings], null);
}
