using System.Globalization;
using System.Text;
using TrustFund.Reconciliation.Diagnosis;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Diagnosis;

/// <summary>What became of a slip that was planted: whether it is flagged, and at which rank the original amount is indicated.</summary>
internal sealed record PlantedOutcome(string Case, string Kind, string Figure, bool IsFlagged, int? Rank, string Told)
{
    /// <summary>Checks a statement with a slip in it.</summary>
    internal static PlantedOutcome Of(Case statement, ReconciliationReport sound, PlantedSlip slip)
    {
        var report = statement.Check(slip.Text);
        return new PlantedOutcome(statement.Name, slip.Kind, string.Join(" / ", slip.Changed), HasNewException(report, sound), RankOf(report, sound, slip),
            string.Join(" || ", report.Diagnosis.Differences.Select(difference => difference.Hypotheses.FirstOrDefault()?.Text)));
    }

    private static bool HasNewException(ReconciliationReport report, ReconciliationReport sound) =>
        Exceptions(report).Except(Exceptions(sound)).Any();

    private static IEnumerable<string> Exceptions(ReconciliationReport report) => report.Discrepancies.Select(discrepancy => discrepancy.Text)
        .Concat(report.Queries.Select(report.TextOf))
        .Concat(report.Problems.Select(problem => problem.Found));

    // The worst rank, over the differences that the slip made, of the hypothesis that gives back what was printed;
    // of equals, which the report calls equal, there may be no more than it tells.
    private static int? RankOf(ReconciliationReport report, ReconciliationReport sound, PlantedSlip slip)
    {
        const int told = 3;
        // A line left out has no place of its own.
        bool IsLost(Repair repair) => slip.Lost.Any(figure => figure.Column == repair.Figure.Column && (slip.Kind == "line left out" || figure.Place.Line == repair.Figure.Place.Line));
        bool GivesBack(Hypothesis hypothesis) => hypothesis.Repairs.Where(repair => !IsLost(repair)).ToList() is var repairs
            && repairs.Count == slip.Changed.Count && slip.Kind switch
            {
                // The line printed twice goes, once; the line left out comes back, as near as the totals let it.
                "line printed twice" => repairs.Zip(slip.Changed).All(pair => pair.First.Amount == 0 && pair.First.Figure.Caption == pair.Second.Caption && pair.First.Figure.Column == pair.Second.Column),
                "line left out" => repairs.Zip(slip.Changed).All(pair => Math.Abs(pair.First.Amount - pair.Second.Amount!.Value) <= 2 && pair.First.Figure.Column == pair.Second.Column),
                _ => repairs.TrueForAll(repair => slip.Changed.Any(figure => figure.Place.Line == repair.Figure.Place.Line && figure.Column == repair.Figure.Column
                    && Math.Abs(figure.Amount!.Value - repair.Amount) <= OutAlready(sound, figure))),
            };
        int? Rank(DiagnosedDifference difference) => difference.Hypotheses.Take(told).Any(GivesBack) ? difference.Hypotheses.First(GivesBack).Rank
            : difference.Hypotheses.Any(GivesBack) ? told + 1 : null;
        var failing = sound.Diagnosis.Differences.Select(Key).ToHashSet();
        var ranks = report.Diagnosis.Differences.Where(difference => !failing.Contains(Key(difference))).Select(Rank).ToList();
        return ranks.Count == 0 || ranks.Contains(null) ? null : ranks.Max();
    }

    // Where rounding had a sum out by 1 before, nobody can tell a line of it to the unit.
    private static decimal OutAlready(ReconciliationReport sound, PublishedFigure figure) => sound.Proof.Findings
        .Where(finding => finding.Verdict == Verdict.Rounding && (finding.Relation.Target == figure || finding.Relation.Terms.Any(term => term.Figure == figure)))
        .Select(finding => Math.Abs(finding.Residual)).DefaultIfEmpty().Max();

    // Names of relations are numbers, which a slip moves: what ties which places is the same before and after.
    private static string Key(DiagnosedDifference difference) =>
        string.Join(';', (difference.Conflict?.Relations ?? [difference.Relation!]).Select(relation => string.Join(',',
            relation.Terms.Select(term => term.Figure).Append(relation.Target).Select(figure => FormattableString.Invariant($"{figure.Caption}.{figure.Column}")))));

    /// <summary>Shares by group, in a table.</summary>
    internal static string Table(IEnumerable<IGrouping<string, PlantedOutcome>> groups, string heading)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{heading,-52}{"planted",8}{"flagged",9}{"first",8}{"in three",10}\n");
        var all = groups.OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, Outcomes: group.ToList())).ToList();
        foreach (var (key, outcomes) in all.Append(("all", [.. all.SelectMany(group => group.Outcomes)])))
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{key,-52}{outcomes.Count,8}{Share(outcomes, outcome => outcome.IsFlagged),9:F1}{Share(outcomes, outcome => outcome.Rank == 1),8:F1}{Share(outcomes, outcome => outcome.Rank <= 3),10:F1}\n");
        }

        return text.ToString();
    }

    private static decimal Share(List<PlantedOutcome> outcomes, Predicate<PlantedOutcome> isHit) =>
        Math.Round(100m * outcomes.FindAll(isHit).Count / Math.Max(1, outcomes.Count), 1, MidpointRounding.AwayFromZero);
}
