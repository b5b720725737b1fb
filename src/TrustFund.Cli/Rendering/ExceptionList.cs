using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Rendering;

/// <summary>
/// The exceptions of a report in words, in the order of their numbers, and what follows from them, numbered on: one
/// error in a line is one exception, however many totals it goes through.
/// </summary>
internal sealed class ExceptionList
{
    private readonly List<string> _exceptions = [];
    private readonly List<string> _consequences = [];

    private ExceptionList()
    {
    }

    internal IReadOnlyList<string> Exceptions => _exceptions;

    internal IReadOnlyList<string> Consequences => _consequences;

    internal static ExceptionList Of(ReconciliationReport report)
    {
        var list = new ExceptionList();
        var (causes, confirmations) = (new CauseText(), new Confirmations(report));
        var numbers = new Dictionary<int, int>();
        foreach (var (place, discrepancy) in report.Discrepancies.Index().Where(pair => pair.Item.FollowsFrom.Count == 0))
        {
            numbers.Add(place, list._exceptions.Count + 1);
            list._exceptions.Add(discrepancy.Text + EntriesOf(discrepancy) + causes.Of(discrepancy.Diagnoses, list._exceptions.Count + 1)
                + (confirmations.Of(discrepancy) is { Length: > 0 } confirmed ? $"\nConfirmed by other relations: {confirmed}." : ""));
        }

        list._exceptions.AddRange(report.Problems.Select(problem => ProblemText.Of(problem) + Implied(report, problem)));
        foreach (var query in report.Queries)
        {
            var difference = report.Diagnosis.Differences.FirstOrDefault(difference => difference.Relation == query.Relation);
            list._exceptions.Add(report.TextOf(query) + causes.Of(difference?.Hypotheses ?? [], list._exceptions.Count + 1));
        }

        list._consequences.AddRange(report.Consequences.Select(discrepancy => Sentence(report, discrepancy)
            + $"; follows from {string.Join(" and ", discrepancy.FollowsFrom.Select(place => FormattableString.Invariant($"{numbers[place]}")))}."));
        return list;
    }

    /// <summary>The entries that may explain a difference, each in a sentence with a blank before it.</summary>
    internal static string EntriesOf(Discrepancy discrepancy) => string.Concat(discrepancy.Entries.Select(clue => " " + clue.Text));

    /// <summary>
    /// A consequence in three figures: <c>Total expenses: published 90, expected 100, difference (10), understated</c>; or, where the
    /// likeliest cause lies in another line, as that of what it follows from does, that it is right with it.
    /// </summary>
    internal static string Sentence(ReconciliationReport report, Discrepancy discrepancy)
    {
        var published = $"{NameOf(report, discrepancy)}: published {Amount(discrepancy, discrepancy.Published)}";
        return discrepancy is { PerBooks: null, Diagnoses: [var likeliest, ..] } && likeliest.Repairs.All(repair => repair.Figure != discrepancy.Figure)
            && discrepancy.FollowsFrom.All(place => report.Discrepancies[place].Diagnoses is [var cause, ..] && cause.Repairs.Any(repair => likeliest.Repairs.Any(own => own.Figure.Place.Line == repair.Figure.Place.Line)))
            ? $"{published}, recomputed {Amount(discrepancy, discrepancy.Recomputed)}, right as printed if the likeliest cause is confirmed"
            : $"{published}, {(discrepancy.PerBooks is null ? "expected" : "per books")} {Amount(discrepancy, discrepancy.Recomputed)}, difference {Amount(discrepancy, discrepancy.Difference)}, {Words.Out(discrepancy.Published, discrepancy.Difference ?? 0)}";
    }

    /// <summary>What an exception concerns, with column and document where the caption alone does not tell.</summary>
    internal static string NameOf(ReconciliationReport report, Discrepancy discrepancy) =>
        discrepancy is { PerBooks: null, Figure: { } figure } ? report.NameOf(figure) : discrepancy.Caption;

    // With the decimals of the figure as printed.
    private static string Amount(Discrepancy discrepancy, decimal? amount) => AmountText.Of(amount ?? 0, discrepancy.Published?.Scale ?? 0);

    private static string Implied(ReconciliationReport report, ReadingProblem problem)
    {
        var implied = report.Implied.Where(amount => amount.Figure.Place == problem.Place).ToList();
        return implied.Count == 0 ? ""
            : $" Indicated amount, to be confirmed: {string.Join(" or ", implied.Select(amount => AmountText.Of(amount.Amount)).Distinct())}; with it {string.Join(" and ", implied.Select(amount => amount.Target).Distinct())} would foot.";
    }
}
