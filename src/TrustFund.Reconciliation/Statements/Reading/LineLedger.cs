namespace TrustFund.Reconciliation.Statements;

/// <summary>What each line of a document was taken for; blank until the reader says.</summary>
internal sealed class LineLedger(IReadOnlyList<string> lines)
{
    private readonly LineRole[] _roles = new LineRole[lines.Count];

    internal IReadOnlyList<LineRole> Roles => _roles;

    internal void Set(int number, LineRole role) => _roles[number - 1] = role;

    /// <summary>Says what the lines of a row are. A line that holds several rows is of figures if one of them is.</summary>
    internal void Set(TextRow row, LineRole role)
    {
        for (var number = row.FirstLine ?? row.Number; number <= row.Number; number++)
        {
            if (_roles[number - 1] != LineRole.Figures && !string.IsNullOrWhiteSpace(lines[number - 1]))
            {
                _roles[number - 1] = role;
            }
        }
    }
}
