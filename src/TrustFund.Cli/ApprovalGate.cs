using NodaTime;
using TrustFund.Practice;

namespace TrustFund.Cli;

/// <summary>
/// Holds the names on what is about to be written against the policy of each fund it touches. What
/// was recorded elsewhere before, as a restore brings it back, does not pass here.
/// </summary>
internal sealed class ApprovalGate(IReadOnlyDictionary<string, string> settings)
{
    private readonly bool _isAsked = settings.Keys.Any(key => key.StartsWith("policy.approval", StringComparison.Ordinal));
    private readonly Dictionary<(Code<Fund>, LocalDate), ClosingPolicy> _policies = [];
    private readonly List<string> _faults = [];

    /// <summary>What was let through and should not be, a sentence each.</summary>
    internal IReadOnlyList<string> Faults => _faults;

    /// <summary>The same entries; what is wrong with their names is collected.</summary>
    internal IEnumerable<JournalEntry> Watch(IEnumerable<JournalEntry> entries) => _isAsked ? Watched(entries) : entries;

    /// <summary>What the policy of a fund finds wrong with names; null where nothing.</summary>
    internal string? Fault(string subject, Code<Fund> fund, LocalDate on, EntryDetails names)
    {
        if (!_policies.TryGetValue((fund, on), out var policy))
        {
            _policies.Add((fund, on), policy = ClosingPolicy.Of(settings, fund, on));
        }

        return policy.Faults.FirstOrDefault(fault => fault.Key.StartsWith("policy.approval", StringComparison.Ordinal)) is { } unreadable
            ? $"{subject} cannot be held against policy: the setting {unreadable.Key} says '{unreadable.Found}'; expected {unreadable.Expected}."
            : Approval.Fault(policy.Approval, names.PreparedBy, names.ApprovedBy) is { } fault
                ? $"{subject} {fault}. Fund {fund} asks for {(policy.Approval == ApprovalRule.Different ? "two persons" : "both names")} (policy.approval)."
                : null;
    }

    /// <exception cref="CommandException">The policy of a fund finds something wrong.</exception>
    internal void Require(string subject, Code<Fund> fund, LocalDate on, EntryDetails names)
    {
        if (Fault(subject, fund, on, names) is { } fault)
        {
            throw new CommandException(ExitCode.Differences, $"{fault} Name them by --by and --approved-by. Nothing was written.");
        }
    }

    private IEnumerable<JournalEntry> Watched(IEnumerable<JournalEntry> entries)
    {
        foreach (var entry in entries)
        {
            var names = new EntryDetails { PreparedBy = entry.PreparedBy, ApprovedBy = entry.ApprovedBy };
            _faults.AddRange(entry.Postings.Select(posting => posting.Fund.Code).Distinct()
                .Select(fund => Fault($"Entry {entry.Id}", fund, entry.Date, names)).OfType<string>());
            yield return entry;
        }
    }
}
