namespace TrustFund.Interchange;

/// <summary>An extract by the lines of a statement.</summary>
/// <param name="Mapped">The rows that have a line, in the order of the extract.</param>
/// <param name="Unmapped">The accounts that have none, each once for a fund, with its balance over all donors; where there is any, the lines are not complete.</param>
public sealed record MappedBalances(IReadOnlyList<MappedBalance> Mapped, IReadOnlyList<ExtractRow> Unmapped)
{
    /// <summary>The balance of each line, in the order in which the extract comes to them.</summary>
    public IReadOnlyList<LineBalance> ByLine() => Sum(row => (row.Line, null));

    /// <summary>The balance of each line and donor, in the order in which the extract comes to them.</summary>
    public IReadOnlyList<LineBalance> ByLineAndDonor() => Sum(row => (row.Line, row.Row.Donor));

    private IReadOnlyList<LineBalance> Sum(Func<MappedBalance, (string Line, string? Donor)> key) =>
        [.. Mapped.GroupBy(key).Select(group => new LineBalance(
            group.Key.Line, group.Key.Donor, group.Sum(row => row.Row.Balance)))];
}
