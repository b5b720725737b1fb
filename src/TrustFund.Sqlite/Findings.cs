using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>Collects what an audit finds: the first of each check, and how many more there are.</summary>
internal sealed class Findings
{
    /// <summary>How many findings of one check are told.</summary>
    internal const int Most = 20;

    private readonly Dictionary<string, List<AuditFinding>> _byCheck = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _untold = new(StringComparer.Ordinal);

    internal void Add(string check, long? sequence, string? entry, string text)
    {
        if (!_byCheck.TryGetValue(check, out var findings))
        {
            _byCheck.Add(check, findings = []);
        }

        if (findings.Count < Most)
        {
            findings.Add(new AuditFinding(check, sequence, entry, text));
        }
        else
        {
            _untold[check] = _untold.GetValueOrDefault(check) + 1;
        }
    }

    /// <summary>Takes over what was found of other checks.</summary>
    internal void Add(Findings others)
    {
        foreach (var (check, findings) in others._byCheck)
        {
            _byCheck.Add(check, findings);
        }

        foreach (var (check, count) in others._untold)
        {
            _untold.Add(check, count);
        }
    }

    /// <summary>What concerns no entry first, then the first entry concerned; what is not told last.</summary>
    internal IReadOnlyList<AuditFinding> InOrder() =>
    [
        .. _byCheck.Values.SelectMany(findings => findings).OrderBy(finding => finding.Sequence ?? 0),
        .. _untold.Select(pair => new AuditFinding(pair.Key, null, null, FormattableString.Invariant($"{pair.Value} more findings of this check are not listed."))),
    ];
}
