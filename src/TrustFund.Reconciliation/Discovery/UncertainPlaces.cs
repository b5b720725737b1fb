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
        var alone = document.Tables.Where(table => table.Columns.Count > 1).SelectMany(table => table.Lines).Where(line => line is { IsAdrift: true, Figures.Count: 1 }).Select(line => line.Figures[0]).ToList();
        return adrift.Count + alone.Count == 0 ? findings : new Findings(
            [.. findings.Beliefs.Select(Told).Where(belief => belief.Sums.Count > 0)],
            [.. findings.Wanted.Where(IsTold)]);

        // Of as many amounts, the sum in another column has to show that the lines belong to the total.
        Belief Told(Belief belief)
        {
            var shown = belief.IsDelimited || belief.Sums.Any(sum => Findings.Holds(sum) == true);
            return belief with { Sums = [.. belief.Sums.Where(sum => IsTold(sum) || (shown && AreEven(sum)))] };
        }

        bool IsTold(BelievedSum sum) => Findings.Holds(sum) != false || !(adrift.ContainsKey(sum.Target) || sum.Terms.Any(term => adrift.ContainsKey(term.Figure)) || alone.Exists(figure => Lacks(sum, figure)));

        // The one amount of a line among those added up, read in another column, is all that the sum lacks.
        bool Lacks(BelievedSum sum, PublishedFigure figure) => figure.Column != sum.Target.Column && figure.Amount is not (null or 0)
            && figure.Place.Line < sum.Target.Place.Line && sum.Terms.Any(term => term.Figure.Place.Line < figure.Place.Line)
            && Findings.ResidualOf(sum) + figure.Amount == 0;

        bool AreEven(BelievedSum sum) => adrift.TryGetValue(sum.Target, out var count) && sum.Terms.All(term => adrift.GetValueOrDefault(term.Figure) == count);
    }
}
