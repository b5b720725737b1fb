namespace TrustFund.Practice;

/// <summary>
/// "Can I close?": the checks that a fund's period meets before it is closed, each with what it found.
/// That an entry does not balance cannot be, so nothing here looks for it.
/// </summary>
public sealed class ClosingChecklist
{
    private ClosingChecklist(ClosingFacts facts, IReadOnlyList<ChecklistItem> items) => (Facts, Items) = (facts, items);

    /// <summary>What it was answered from.</summary>
    public ClosingFacts Facts { get; }

    /// <summary>Every check, in the order in which they are made: those that block first.</summary>
    public IReadOnlyList<ChecklistItem> Items { get; }

    /// <summary>The checks that found what blocks the close.</summary>
    public IEnumerable<ChecklistItem> Blockers => Found(FindingSeverity.Blocker);

    /// <summary>The checks that found what has to be accepted.</summary>
    public IEnumerable<ChecklistItem> Warnings => Found(FindingSeverity.Warning);

    /// <summary>Goes through the checklist.</summary>
    /// <param name="facts">The facts.</param>
    public static ClosingChecklist Of(ClosingFacts facts) => new(facts,
        [.. BooksChecks.Of(facts), .. BalanceChecks.Of(facts), .. JournalChecks.Of(facts)]);

    /// <summary>The warnings that are not accepted.</summary>
    /// <param name="accepted">The codes of those that are.</param>
    public IEnumerable<ChecklistItem> Unaccepted(IReadOnlyCollection<string> accepted) =>
        Warnings.Where(item => !accepted.Contains(item.Code));

    private IEnumerable<ChecklistItem> Found(FindingSeverity severity) =>
        Items.Where(item => item.Severity == severity && item.Findings.Count > 0);
}
