using System.Collections.Concurrent;
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
    [Trait("Culture", "alike")]
    public void Slips_planted_in_real_statements_are_flagged_and_what_was_printed_before_is_indicated()
    {
        var outcomes = new ConcurrentBag<PlantedOutcome>();

        Parallel.ForEach(Case.WithRelations, name => Plant(Case.Load(name), outcomes));

        if (IsWhole)
        {
            foreach (var missed in outcomes.Where(outcome => outcome.Rank is null or > 1).OrderBy(outcome => outcome.Kind + outcome.Case, StringComparer.Ordinal))
            {
                output.WriteLine(missed.ToString());
            }

            Golden.ShouldEqual("planted-slips.txt", $"Seed {Seed}\n\n" + PlantedOutcome.Table(outcomes.GroupBy(outcome => outcome.Kind), "kind of slip")
                + "\n" + PlantedOutcome.Table(outcomes.GroupBy(outcome => outcome.Case), "statement"));
        }

        foreach (var kind in outcomes.GroupBy(outcome => outcome.Kind).Append(outcomes.GroupBy(_ => "all").Single()))
        {
            Missed([.. kind], outcome => outcome.IsFlagged).Should().BeLessThanOrEqualTo(Allowed(kind.Count(), 99), $"{kind.Key}: flagged");
            Missed([.. kind], outcome => outcome.Rank == 1).Should().BeLessThanOrEqualTo(Allowed(kind.Count(), 90), $"{kind.Key}: indicated first");
            Missed([.. kind], outcome => outcome.Rank <= 3).Should().BeLessThanOrEqualTo(Allowed(kind.Count(), 97), $"{kind.Key}: among the first three");
        }
    }

    private static int Missed(List<PlantedOutcome> outcomes, Predicate<PlantedOutcome> isHit) => outcomes.Count - outcomes.FindAll(isHit).Count;

    // One in a small sample is no share.
    private static int Allowed(int planted, int percent) => Math.Max(IsWhole ? 0 : 1, planted * (100 - percent) / 100);

    private static void Plant(Case statement, ConcurrentBag<PlantedOutcome> outcomes)
    {
        var sound = statement.Check();
        var planter = new SlipPlanter(statement.Text, sound, new Random(Seed));
        foreach (var (number, slip) in planter.Figures.SelectMany(planter.SlipsOf).Index())
        {
            if (IsWhole || number % Sampled == 0)
            {
                outcomes.Add(PlantedOutcome.Of(statement, sound, slip));
            }
        }
    }
}
