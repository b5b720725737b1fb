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
        List<PublishedFigure> alone = [.. document.Tables.Where(table => table.Columns.Count > 1).SelectMany(table => table.Lines)
            .Where(line => line is { IsAdrift: true, Figures: [{ Amount: not (null or 0) }] }).Select(line => line.Figures[0])];
        var (byAmount, widest) = (new AmountIndex(alone), alone.MaxBy(figure => figure.Width));
        var astray = new Lazy<HashSet<PublishedFigure>>(() => [.. findings.Beliefs.SelectMany(belief => belief.Sums).Concat(findings.Wanted).Where(sum => Findings.Holds(sum) == false).SelectMany(LackedBy)]);
        return adrift.Count + alone.Count == 0 ? findings : new Findings(
            [.. findings.Beliefs.Select(Told).Where(belief => belief.Sums.Count > 0)],
            [.. findings.Wanted.Where(IsTold)]);

        // Of as many amounts, the sum in another column has to show that the lines belong to the total.
        Belief Told(Belief belief)
        {
            var shown = belief.IsDelimited || belief.Sums.Any(sum => Findings.Holds(sum) == true);
            return belief with { Sums = [.. belief.Sums.Where(sum => IsTold(sum) || (shown && AreEven(sum)))] };
        }

        bool IsTold(BelievedSum sum) => Findings.Holds(sum) != false || !(adrift.ContainsKey(sum.Target) || sum.Terms.Any(term => adrift.ContainsKey(term.Figure)) || LacksOne(sum) || CountsAstray(sum));

        bool LacksOne(BelievedSum sum) => LackedBy(sum).Any();

        // It counts one where it was read, of which another sum shows that it stands elsewhere.
        bool CountsAstray(BelievedSum sum) => sum.Terms.Any(term => astray.Value.Contains(term.Figure) && Findings.Holds(Without(sum, term.Figure)) == true);

        // The one amount of a line among those added up, read in another column, is all that the sum lacks.
        IEnumerable<PublishedFigure> LackedBy(BelievedSum sum)
        {
            if (widest is null || Findings.ResidualOf(sum) is not { } residual)
            {
                return [];
            }

            var bound = Findings.BoundOf(With(sum, widest));
            return byAmount.Between(-residual - bound, bound - residual).Where(figure => figure.Column != sum.Target.Column && IsAmong(sum, figure) && Findings.Holds(With(sum, figure)) == true);
        }

        bool AreEven(BelievedSum sum) => adrift.TryGetValue(sum.Target, out var count) && sum.Terms.All(term => adrift.GetValueOrDefault(term.Figure) == count);
    }

    private static bool IsAmong(BelievedSum sum, PublishedFigure figure) =>
        figure.Place.Line < sum.Target.Place.Line && sum.Terms.Any(term => term.Figure.Place.Line < figure.Place.Line);

    private static BelievedSum Without(BelievedSum sum, PublishedFigure figure) => sum with { Terms = [.. sum.Terms.Where(term => term.Figure != figure)] };

    private static BelievedSum With(BelievedSum sum, PublishedFigure figure) => sum with { Terms = [.. sum.Terms, (figure, 1)] };
}
