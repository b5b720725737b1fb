using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Leaves out what does not hold where an amount may stand in another column than it was read in: in a table of several
/// columns, a line whose empty cells were lost does not show which columns its amounts are of.
/// </summary>
internal static class UncertainPlaces
{
    private const int SeveralColumns = 3;

    /// <summary>The findings without sums of such amounts that do not hold.</summary>
    internal static Findings Without(Findings findings, PublishedStatement document)
    {
        var adrift = document.Tables.Where(table => table.Columns.Count >= SeveralColumns).SelectMany(table => table.Lines)
            .Where(line => line.IsAdrift).SelectMany(line => line.Figures).ToHashSet();
        return adrift.Count == 0 ? findings : new Findings(
            [.. findings.Beliefs.Select(belief => belief with { Sums = [.. belief.Sums.Where(IsTold)] }).Where(belief => belief.Sums.Count > 0)],
            [.. findings.Wanted.Where(IsTold)]);

        bool IsTold(BelievedSum sum) => Findings.Holds(sum) != false || !(adrift.Contains(sum.Target) || sum.Terms.Any(term => adrift.Contains(term.Figure)));
    }
}
