using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using TrustFund.Reconciliation.Diagnosis;
using TrustFund.Reconciliation.Tests.Diagnosis;
using Xunit.Abstractions;

namespace TrustFund.Reconciliation.Tests;

/// <summary>
/// Slips of every kind, planted one at a time in real statements: is the statement flagged, and is what the figure
/// said before indicated?
/// </summary>
public class PlantedSlipTests(ITestOutputHelper output)
{
    private const int Seed = 20161231;

    // All of them take minutes; one in so many is enough to see that nothing was lost.
    private const int Sampled = 9;

    private static bool IsWhole => Environment.GetEnvironmentVariable("TRUSTFUND_SLIPS") == "all";

    [Fact]
    public void Slips_planted_in_real_statements_are_flagged_and_what_was_printed_before_is_indicated()
    {
        var outcomes = new ConcurrentBag<Outcome>();

        Parallel.ForEach(Case.WithRelations, name => Plant(Case.Load(name), outcomes));

        if (IsWhole)
        {
            foreach (var missed in outcomes.Where(outcome => outcome.Rank is null or > 1).OrderBy(outcome => outcome.Kind + outcome.Case, StringComparer.Ordinal))
            {
                output.WriteLine(missed.ToString());
            }

            Golden.ShouldEqual("planted-slips.txt", $"Seed {Seed}\n\n" + Table(outcomes.GroupBy(outcome => outcome.Kind), "kind of slip")
                + "\n" + Table(outcomes.GroupBy(outcome => outcome.Case), "statement"));
        }

        foreach (var kind in outcomes.GroupBy(outcome => outcome.Kind).Append(outcomes.GroupBy(_ => "all").Single()))
        {
            Missed([.. kind], outcome => outcome.IsFlagged).Should().BeLessThanOrEqualTo(Allowed(kind.Count(), 99), $"{kind.Key}: flagged");
            Missed([.. kind], outcome => outcome.Rank == 1).Should().BeLessThanOrEqualTo(Allowed(kind.Count(), 90), $"{kind.Key}: indicated first");
            Missed([.. kind], outcome => outcome.Rank <= 3).Should().BeLessThanOrEqualTo(Allowed(kind.Count(), 97), $"{kind.Key}: among the first three");
        }
    }

    private static int Missed(List<Outcome> outcomes, Predicate<Outcome> isHit) => outcomes.Count - outcomes.FindAll(isHit).Count;

    // One in a small sample is no share.
    private static int Allowed(int planted, int percent) => Math.Max(IsWhole ? 0 : 1, planted * (100 - percent) / 100);

    private static void Plant(Case statement, ConcurrentBag<Outcome> outcomes)
    {
        var sound = statement.Check();
        var planter = new SlipPlanter(statement.Text, sound, new Random(Seed));
        foreach (var (number, slip) in planter.Figures.SelectMany(planter.SlipsOf).Index())
        {
            if (IsWhole || number % Sampled == 0)
            {
                var report = statement.Check(slip.Text);
                outcomes.Add(new Outcome(statement.Name, slip.Kind, string.Join(" / ", slip.Changed), IsFlagged(report, sound), RankOf(report, sound, slip),
                    string.Join(" || ", report.Diagnosis.Differences.Select(difference => difference.Hypotheses.FirstOrDefault()?.Text))));
            }
        }
    }

    private static bool IsFlagged(ReconciliationReport report, ReconciliationReport sound) =>
        Exceptions(report).Except(Exceptions(sound)).Any();

    private static IEnumerable<string> Exceptions(ReconciliationReport report) => report.Discrepancies.Select(discrepancy => discrepancy.Text)
        .Concat(report.Queries.Select(report.TextOf))
        .Concat(report.Problems.Select(problem => problem.Found));

    // The worst rank, over the differences that the slip made, of the hypothesis that gives back what was printed;
    // of equals, which the report calls equal, there may be no more than it tells.
    private static int? RankOf(ReconciliationReport report, ReconciliationReport sound, PlantedSlip slip)
    {
        const int told = 3;
        bool GivesBack(Hypothesis hypothesis) => hypothesis.Repairs.Count == slip.Changed.Count && slip.Kind switch
        {
            // The line printed twice goes, once; the line left out comes back, as near as the totals let it.
            "line printed twice" => hypothesis.Repairs.Zip(slip.Changed).All(pair => pair.First.Amount == 0 && pair.First.Figure.Caption == pair.Second.Caption && pair.First.Figure.Column == pair.Second.Column),
            "line left out" => hypothesis.Repairs.Zip(slip.Changed).All(pair => Math.Abs(pair.First.Amount - pair.Second.Amount!.Value) <= 2 && pair.First.Figure.Column == pair.Second.Column),
            _ => hypothesis.Repairs.All(repair => slip.Changed.Any(figure => figure.Place.Line == repair.Figure.Place.Line && figure.Column == repair.Figure.Column && figure.Amount == repair.Amount)),
        };
        int? Rank(DiagnosedDifference difference) => difference.Hypotheses.Take(told).Any(GivesBack) ? difference.Hypotheses.First(GivesBack).Rank
            : difference.Hypotheses.Any(GivesBack) ? told + 1 : null;
        var failing = sound.Diagnosis.Differences.Select(difference => difference.Relation?.Id).ToHashSet();
        var ranks = report.Diagnosis.Differences.Where(difference => !failing.Contains(difference.Relation?.Id)).Select(Rank).ToList();
        return ranks.Count == 0 || ranks.Contains(null) ? null : ranks.Max();
    }

    private static string Table(IEnumerable<IGrouping<string, Outcome>> groups, string heading)
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

    private static decimal Share(List<Outcome> outcomes, Predicate<Outcome> isHit) =>
        Math.Round(100m * outcomes.FindAll(isHit).Count / outcomes.Count, 1, MidpointRounding.AwayFromZero);

    private sealed record Outcome(string Case, string Kind, string Figure, bool IsFlagged, int? Rank, string Told);
}
