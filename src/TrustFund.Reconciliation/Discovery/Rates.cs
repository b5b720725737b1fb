using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// What is believed of columns that are others at one rate: the lines that hold, each column tied once where several say the same;
/// and of the lines that depart those with a figure that is taken to be wrong.
/// </summary>
internal static class Rates
{
    private const int MostNamed = 3;

    /// <summary>Finds what is believed of the columns of a table.</summary>
    /// <param name="sheet">The table.</param>
    /// <param name="beliefs">What else is believed: it tells which lines are right as they are.</param>
    internal static IEnumerable<Belief> Find(Sheet sheet, IReadOnlyList<Belief> beliefs)
    {
        var known = beliefs.Where(belief => belief.Kind == RelationKind.Share).SelectMany(belief => belief.Sums).SelectMany(sum => sum.Terms, (sum, term) => (sum.Target, term.Figure)).ToHashSet();
        var ties = ProportionalColumns.Find(sheet, known).Select(column => new RateTie(sheet, column)).ToList();
        var slips = RateSlips.In(sheet, ties, beliefs);
        var tied = Enumerable.Range(0, sheet.Columns).ToArray();
        foreach (var tie in ties)
        {
            var isTied = tied[tie.Column.Target] == tied[tie.Column.Of];
            var apart = tie.Departing.Where(row => !slips.Tells(tie, row)).ToList();
            List<BelievedSum> sums = [.. (isTied ? [] : tie.Holding).Concat(tie.Departing.Except(apart)).Select(tie.Sum)];
            Join(tied, tie.Column);
            if (sums.Count > 0)
            {
                yield return new Belief(RelationKind.Rate, Strength.Strong, $"{sheet.NameOf(tie.Column.Target)} is {sheet.NameOf(tie.Column.Of)} {RateText.Of(tie.Column.Rate)} in {Lines(tie)}{Apart(apart)}", sums)
                {
                    Order = isTied ? 0 : tie.Column.Order,
                    Held = tie.Holding.Count,
                    RoundedTo = tie.Step,
                    AsPrinted = tie.Column.AsPrinted,
                };
            }
        }
    }

    private static void Join(int[] tied, ProportionalColumn column)
    {
        var (one, other) = (tied[column.Target], tied[column.Of]);
        for (var at = 0; at < tied.Length; at++)
        {
            tied[at] = tied[at] == one ? other : tied[at];
        }
    }

    private static string Lines(RateTie tie) => FormattableString.Invariant($"{tie.Holding.Count} of {tie.Holding.Count + tie.Departing.Count} lines");

    private static string Apart(List<SheetRow> apart) => apart.Count == 0 ? ""
        : $", not in {string.Join(", ", apart.Take(MostNamed).Select(row => $"'{row.Caption}'"))}{(apart.Count > MostNamed ? FormattableString.Invariant($" and {apart.Count - MostNamed} more") : "")}";
}
