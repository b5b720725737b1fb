using System.Collections.Concurrent;
using TrustFund.Reconciliation.Tests.Diagnosis;
using Xunit.Abstractions;

namespace TrustFund.Reconciliation.Tests;

/// <summary>
/// Slips planted in all real statements, and judged by what is discovered in the statement with the slip in it: a
/// relation that a slip breaks must still be believed.
/// </summary>
public sealed class DiscoveredSlipTests(ITestOutputHelper output)
{
    private const int Seed = 20161231;

    // Every statement has its share: all of them would take hours.
    private const int FiguresOfEach = 30;

    private static string? Asked => Environment.GetEnvironmentVariable("TRUSTFUND_SLIPS");

    private static bool IsWhole => Asked == "all";

    [Fact]
    [Trait("Culture", "alike")]
    public void Slips_are_flagged_by_relations_that_were_discovered_with_the_slip_in_place()
    {
        var outcomes = new ConcurrentBag<PlantedOutcome>();

        Parallel.ForEach(Cases.Names, name => Plant(Case.Discovered(name), outcomes, IsWhole ? FiguresOfEach : 1));

        var halves = outcomes.GroupBy(outcome => IsDevelopedOn(outcome.Case) ? "half developed on" : "other half").OrderBy(half => half.Key, StringComparer.Ordinal);
        if (IsWhole)
        {
            WriteMissed(outcomes);
            Golden.ShouldEqual("planted-slips-discovered.txt", $"Seed {Seed}, {FiguresOfEach} figures of each statement\n\n"
                + string.Concat(halves.Select(half => half.Key + "\n" + PlantedOutcome.Table(half.GroupBy(outcome => outcome.Kind), "kind of slip") + "\n"))
                + PlantedOutcome.Table(outcomes.GroupBy(outcome => outcome.Case), "statement"));
        }

        Missed(outcomes, outcome => outcome.IsFlagged).Should().BeLessThanOrEqualTo(IsWhole ? 2 : 4, "flagged");
        Missed(outcomes, outcome => outcome.Rank == 1).Should().BeLessThanOrEqualTo(IsWhole ? 5 : 8, "indicated first");
        Missed(outcomes, outcome => outcome.Rank <= 3).Should().BeLessThanOrEqualTo(IsWhole ? 4 : 7, "among the first three");
    }

    // In a hundred; a figure of each statement is a small sample, and the smallest statements lose most.
    private static decimal Missed(ConcurrentBag<PlantedOutcome> outcomes, Func<PlantedOutcome, bool> isHit) => 100m * outcomes.Count(outcome => !isHit(outcome)) / outcomes.Count;

    /// <summary>
    /// All slips of the statements asked for: <c>TRUSTFUND_SLIPS</c> names a folder of statements, or some of the cases,
    /// with commas between. It prints what was missed and the table; there is nothing to hold them against.
    /// </summary>
    [Fact]
    [Trait("Culture", "alike")]
    public void Slips_of_the_statements_asked_for_are_told()
    {
        var statements = Asked is null or "" or "all" ? []
            : Directory.Exists(Asked) ? Directory.EnumerateFiles(Asked, "*.txt").Order(StringComparer.Ordinal).Select(path => Case.Made(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))).ToList()
            : Asked.Split(',').Select(Case.Discovered).ToList();
        var outcomes = new ConcurrentBag<PlantedOutcome>();

        Parallel.ForEach(statements, statement => Plant(statement, outcomes, FiguresOfEach));

        WriteMissed(outcomes);
        output.WriteLine(PlantedOutcome.Table(outcomes.GroupBy(outcome => outcome.Kind), "kind of slip"));
        output.WriteLine(PlantedOutcome.Table(outcomes.GroupBy(outcome => outcome.Case), "statement"));
        outcomes.Select(outcome => outcome.Case).Should().BeSubsetOf(statements.Select(statement => statement.Name));
    }

    /// <summary>Every other statement by name: the one half was looked at when discovery was made.</summary>
    private static bool IsDevelopedOn(string name) => Cases.Names.Index().Single(pair => pair.Item == name).Index % 2 == 0;

    private void WriteMissed(ConcurrentBag<PlantedOutcome> outcomes)
    {
        foreach (var missed in outcomes.Where(outcome => !outcome.IsFlagged || outcome.Rank is null or > 1).OrderBy(outcome => outcome.IsFlagged + outcome.Case + outcome.Kind, StringComparer.Ordinal))
        {
            output.WriteLine(missed.ToString());
        }
    }

    private static void Plant(Case statement, ConcurrentBag<PlantedOutcome> outcomes, int count)
    {
        var sound = statement.Check();
        var planter = new SlipPlanter(statement.Text, sound, new Random(Seed));
        var figures = planter.Figures.ToArray();
        new Random(Seed).Shuffle(figures);
        foreach (var slip in figures.Take(count).SelectMany(planter.SlipsOf))
        {
            outcomes.Add(PlantedOutcome.Of(statement, sound, slip));
        }
    }
}
