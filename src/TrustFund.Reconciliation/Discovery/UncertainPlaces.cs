using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Leaves out what does not hold where an amount may stand in another column than it was read in: in a table of several
/// columns, a line whose empty cells were lost does not show which columns its amounts are of. A total has an amount wherever
/// one of its lines has: where all have as many, they are of the same columns, whichever these are.
/// </summary>
internal static class UncertainPlaces
{
    private const int SeveralColumns = 3;

    /// <summary>The findings without sums of such amounts that do not hold.</summary>
    internal static Findings Without(Findings findings, PublishedStatement document)
    {
        var adrift = document.Tables.Where(table => table.Columns.Count >= SeveralColumns)
            .SelectMany(table => table.Lines.Where(line => line.IsAdrift && line.Figures.Count < table.Columns.Count)).SelectMany(line => line.Figures.Select(figure => (figure, line.Figures.Count))).ToDictionary();
        return adrift.Count == 0 ? findings : new Findings(
            [.. findings.Beliefs.Select(Told).Where(belief => belief.Sums.Count > 0)],
            [.. findings.Wanted.Where(IsTold)]);

        // Of as many amounts, the sum in another column has to show that the lines belong to the total.
        Belief Told(Belief belief)
        {
            var shown = belief.IsDelimited || belief.Sums.Any(sum => Findings.Holds(sum) == true);
            return belief with { Sums = [.. belief.Sums.Where(sum => IsTold(sum) || (shown && AreEven(sum)))] };
        }

        bool IsTold(BelievedSum sum) => Findings.Holds(sum) != false || !(adrift.ContainsKey(sum.Target) || sum.Terms.Any(term => adrift.ContainsKey(term.Figure)));

        bool AreEven(BelievedSum sum) => adrift.TryGetValue(sum.Target, out var count) && sum.Terms.All(term => adrift.GetValueOrDefault(term.Figure) == count);
    }
}
