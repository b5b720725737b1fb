namespace TrustFund.Practice;

/// <summary>One check of the closing checklist, and what came of it.</summary>
/// <param name="Code">Its name, the same for ever: <c>suspense-balance</c>.</param>
/// <param name="Severity">What a finding of it means.</param>
/// <param name="Title">What it holds, in words: "suspense accounts are nil".</param>
/// <param name="Findings">What it found.</param>
/// <param name="NotTested">Why it could not be carried out; null where it was.</param>
public sealed record ChecklistItem(
    string Code, FindingSeverity Severity, string Title, IReadOnlyList<ChecklistFinding> Findings, string? NotTested);
