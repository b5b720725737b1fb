using TrustFund.Practice;
using TrustFund.Storage;

namespace TrustFund.Cli;

/// <summary>What closing and reopening have in common: what is refused beforehand, the event, the closing entries.</summary>
internal static class PeriodRules
{
    /// <exception cref="CommandException">The event is refused by the states of periods.</exception>
    internal static void RefuseFault(PeriodStates states, BooksEvent change, MasterData masterData)
    {
        if (states.Fault(change, change.After, masterData) is { } fault)
        {
            throw new CommandException(ExitCode.Differences, fault.Reason == RefusalReason.PeriodClosed
                ? $"{fault.Text} To change it, reopen it: trustfund reopen BOOKS --fund {change.Fund} --period {change.Period} --reason TEXT"
                : fault.Text, "Nothing was written.");
        }
    }

    /// <exception cref="CommandException">An accepted code is no warning of the checklist.</exception>
    internal static void RefuseUnknownCodes(ClosingChecklist checklist, IEnumerable<string> accepted)
    {
        var warnings = checklist.Items.Where(item => item.Severity == FindingSeverity.Warning).Select(item => item.Code).ToList();
        foreach (var code in accepted.Where(code => !warnings.Contains(code)))
        {
            throw new CommandException(ExitCode.Usage, checklist.Items.Any(item => item.Code == code)
                ? $"{code} blocks the close and cannot be accepted."
                : $"The checklist has no warning '{code}'; it has {string.Join(", ", warnings)}.");
        }
    }

    /// <summary>The warnings that were found and accepted, as the event keeps them; null where there are none.</summary>
    internal static string? Accepted(ClosingChecklist checklist, IReadOnlyDictionary<string, string> accepted)
    {
        var lines = checklist.Warnings.Where(item => accepted.ContainsKey(item.Code)).Select(item => $"{item.Code}: {accepted[item.Code]}").ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    /// <exception cref="CommandException">A text cannot be kept.</exception>
    internal static BooksEvent Event(BooksEventKind kind, JournalHead head, FundPeriod period, string? reason, EntryDetails names) =>
        Event(kind, head, period.Fund, reason, names) with { Period = period.Days };

    /// <exception cref="CommandException">A text cannot be kept.</exception>
    internal static BooksEvent Event(BooksEventKind kind, JournalHead head, Fund fund, string? reason, EntryDetails names)
    {
        var change = new BooksEvent(kind, head, MasterData.Empty)
        {
            Fund = fund.Code,
            Reason = reason,
            PreparedBy = names.PreparedBy,
            ApprovedBy = names.ApprovedBy,
            Authority = names.Authority,
        };
        try
        {
            change.RequireTexts();
            return change;
        }
        catch (ArgumentException exception)
        {
            throw new CommandException(ExitCode.Usage, $"{exception.Message} Nothing was written.");
        }
    }

    /// <summary>The closing entries of a year; none for a month, or where there is nothing to close.</summary>
    internal static async Task<IReadOnlyList<JournalEntry>> ClosingEntriesAsync(
        OpenedBooks opened, FundPeriod period, TrialBalance balances, Account? into, EntryDetails names, CancellationToken cancellation)
    {
        if (!period.IsYear || into is null)
        {
            return [];
        }

        var number = (await ClosingEntriesOfAsync(opened, period, cancellation).ConfigureAwait(false)).Count + 1;
        return ClosingEntries.Of(balances, period.Fund, period.Days, into, ClosingEntries.IdOf(period.Fund, period.Days, number), names) is { } entry
            ? [entry]
            : [];
    }

    /// <summary>The entries that take back the closing entries of a year that stand.</summary>
    internal static async Task<IReadOnlyList<JournalEntry>> ReopeningEntriesAsync(
        OpenedBooks opened, FundPeriod period, string reason, EntryDetails names, CancellationToken cancellation)
    {
        if (!period.IsYear)
        {
            return [];
        }

        var posted = await ClosingEntriesOfAsync(opened, period, cancellation).ConfigureAwait(false);
        return [.. ClosingEntries.Live(posted, period.Fund, period.Days).Select((entry, index) => ClosingEntries.Reopening(
            entry, ClosingEntries.IdOf(period.Fund, period.Days, posted.Count + 1 + index), $"Reopened: {reason}", names))];
    }

    private static async Task<IReadOnlyList<JournalEntry>> ClosingEntriesOfAsync(OpenedBooks opened, FundPeriod period, CancellationToken cancellation) =>
        await opened.Books.ReadEntriesAsync(new EntrySelection { Fund = period.Fund.Code, Kind = EntryKind.Closing, From = period.Days.End, Through = period.Days.End }, cancellation)
            .Select(posted => posted.Entry)
            .ToListAsync(cancellation).ConfigureAwait(false);
}
