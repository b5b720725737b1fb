using System.Text;
using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Diagnosis;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Rendering;

/// <summary>
/// A query for each cause, as an auditor would send it: what was found, what was expected, the possible
/// cause, the effect on other figures as printed, and what to ask for.
/// </summary>
internal static class AuditQueries
{
    private const int Indent = 16;

    internal static string Of(IReadOnlyList<ReconciliationReport> reports, Materiality? materiality, int page)
    {
        var text = new StringBuilder();
        var number = 0;
        foreach (var report in reports)
        {
            var sizes = Uncorrected.Of(report).Differences.ToDictionary(difference => difference.Discrepancy, difference => Math.Abs(difference.Amount));

            var confirmations = new Confirmations(report);

            // One cause is one query, and what follows from it is its effect.
            foreach (var same in report.Exceptions.GroupBy(Cause).OrderByDescending(group => sizes.GetValueOrDefault(group.First())))
            {
                var weight = materiality is null || !sizes.TryGetValue(same.First(), out var size) ? ""
                    : size >= materiality.Material ? "   material" : size < materiality.Trivial ? "   clearly trivial" : "   below materiality";
                Append(text, report, confirmations, same.First(), [.. same.Skip(1)], ++number, weight, page);
            }

            foreach (var query in report.Queries)
            {
                var causes = report.Diagnosis.Differences.FirstOrDefault(difference => difference.Relation == query.Relation)?.Hypotheses ?? [];
                text.Append(FormattableString.Invariant($"Query {++number}   {report.Document.Source}: {report.NameOf(query.Relation.Target)} ({query.Relation.Target.Place})\n"));
                Field(text, "Found", report.TextOf(query), page);
                Field(text, "Possible cause", Causes(causes), page);
                Field(text, "Ask for", "the amounts behind the total, with cents", page);
                text.Append('\n');
            }

            foreach (var problem in report.Problems)
            {
                text.Append(FormattableString.Invariant($"Query {++number}   {problem.Source}, {problem.Place}\n"));
                Field(text, "Found", problem.Found, page);
                Field(text, "Expected", problem.Expected, page);
                var implied = report.Implied.Where(amount => amount.Figure.Place == problem.Place).Select(amount => AmountText.Of(amount.Amount)).Distinct().ToList();
                if (implied.Count > 0)
                {
                    Field(text, "Indicated", $"{string.Join(" or ", implied)}, by the relations it stands in", page);
                }

                Field(text, "To do", problem.Remedy, page);
                text.Append('\n');
            }

            if (materiality is not null && sizes.Count > 0)
            {
                text.AppendJoin('\n', Uncorrected.Of(report).Summary(materiality).Take(1).Select(line => $"{report.Document.Source}: {line}")).Append("\n\n");
            }
        }

        return number == 0 ? "No exception, no query.\n" : text.ToString();
    }

    private static object Cause(Discrepancy discrepancy) =>
        discrepancy.Diagnoses.Count == 0 || CauseText.IsOpen(discrepancy.Diagnoses) ? discrepancy : discrepancy.Diagnoses[0].Text;

    private static void Append(
        StringBuilder text, ReconciliationReport report, Confirmations confirmations, Discrepancy discrepancy, IReadOnlyList<Discrepancy> same, int number, string weight, int page)
    {
        void Said(string name, string value) => Field(text, name, value, page);
        var place = discrepancy.Figure is { } figure ? $"{report.NameOf(figure)} ({figure.Place})" : discrepancy.Caption;
        text.Append(FormattableString.Invariant($"Query {number}   {report.Document.Source}: {place}{weight}\n"));
        Said("Found", discrepancy.Text + ExceptionList.EntriesOf(discrepancy));
        if (same.Count > 0)
        {
            Said("Of one cause", string.Join('\n', same.Select(other => other.Text)));
        }

        Said(discrepancy.PerBooks is null ? "Recomputed" : "Expected", discrepancy.Recomputed is { } recomputed
            ? $"{AmountText.Of(decimal.Round(recomputed, 8, MidpointRounding.AwayFromZero))}{(discrepancy.PerBooks is null ? ", from the other figures as printed" : ", per books")}"
            : "amounts for which all these relations hold");
        Said("Possible cause", Causes(discrepancy.Diagnoses));
        if (confirmations.Of(discrepancy) is { Length: > 0 } confirmed)
        {
            Said("Confirmed", confirmed);
        }

        Said("Effect", Effect(report, discrepancy, [discrepancy, .. same]));
        Said("Ask for", AskFor(report, discrepancy));
        text.Append('\n');
    }

    private static string Causes(IReadOnlyList<Hypothesis> hypotheses) => hypotheses.Count == 0 ? "none found"
        : hypotheses[0].Kind == SlipKind.LateEntry ? "the entries named, recorded after the statement was made"
        : CauseText.IsOpen(hypotheses) ? "no known slip explains it, and no one figure is singled out"
        : string.Join('\n', CauseText.Causes(hypotheses).Select((cause, index) => index > 0
            ? $"{(cause.IsLikeliest ? "Equally possible" : "Less likely")}: {cause.Text}"
            : cause.Text + (hypotheses[0].IsConfirmed ? "" : " (to be confirmed)")));

    private static string Effect(ReconciliationReport report, Discrepancy discrepancy, IReadOnlyList<Discrepancy> ofCause)
    {
        bool IsOfCause(int place) => ofCause.Contains(report.Discrepancies[place]);

        // What follows is known, but for what the cause itself makes right; else, if one figure alone is wrong, all others are right.
        var repaired = discrepancy.Diagnoses is [{ Repaired: var held }, ..] ? held : [];
        var follow = report.Consequences.Where(other => other.FollowsFrom.Any(IsOfCause) && (other.Relation is null || !repaired.Contains(other.Relation))).ToList();
        if (follow.Count > 0)
        {
            return string.Join("; ", follow.Select(other => $"{ExceptionList.NameOf(report, other)} {Out(other.Published, other.Difference!.Value)}{(other.FollowsFrom.All(IsOfCause) ? "" : ", together with other exceptions")}"));
        }

        if (CauseText.IsOpen(discrepancy.Diagnoses) || discrepancy.Diagnoses is not [{ Repairs: [var repair] }, ..])
        {
            return "not known until the cause is";
        }

        var (name, said) = (report.NameOf(repair.Figure), Out(repair.Figure.Amount, (repair.Figure.Amount ?? 0) - repair.Amount));
        var kinds = report.Proof.Findings.Where(finding => finding.Relation.Target == repair.Figure).Select(finding => finding.Relation.Kind).ToList();
        return discrepancy.Relation?.Kind == RelationKind.Continuity ? $"net assets as printed, from the opening on, {said}, unless a restatement explains it"
            : report.Books is not null ? $"{name} {said}; none on other figures"
            : kinds.Contains(RelationKind.RollForward) ? $"net assets as printed {said}, if {name} is the figure that is wrong"
            : kinds.Contains(RelationKind.Difference) ? $"the result as printed {said}, if {name} is the figure that is wrong; on other figures none"
            : $"{name} {said}; on other figures as printed none, if it alone is wrong";
    }

    private static string Out(decimal? published, decimal over) => $"{AmountText.Of(Math.Abs(over))} {Words.Out(published, over)}";

    private static string AskFor(ReconciliationReport report, Discrepancy discrepancy) =>
        discrepancy.Diagnoses is [{ Kind: SlipKind.LateEntry }, ..] ? "the reason why they were recorded so late, and whether the statement is to be corrected"
        : report.Books is not null ? "the trial balance and the entries behind the line, and the working paper that the printed figure was taken from"
        : discrepancy.Relation?.Kind == RelationKind.Continuity ? "the restatement of the opening balance, if there was one, and who decided it"
        : discrepancy.Relation?.Kind == RelationKind.Note ? "the list behind the note, with cents"
        : "the trial balance by line, with cents, and the working paper of the total";

    private static void Field(StringBuilder text, string name, string value, int page) => Prose.Field(text, name, value, Indent, page);
}
