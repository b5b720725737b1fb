using System.Text;
using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Diagnosis;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Rendering;

/// <summary>
/// A query for each exception, as an auditor would send it: what was found, what was expected, the possible
/// cause, the effect on surplus and net assets as printed, and what to ask for.
/// </summary>
internal static class AuditQueries
{
    private const int Width = Terminal.Width;
    private const int Indent = 16;

    internal static string Of(IReadOnlyList<ReconciliationReport> reports, Materiality? materiality)
    {
        var text = new StringBuilder();
        var number = 0;
        foreach (var report in reports)
        {
            var sizes = Uncorrected.Of(report).Differences.ToDictionary(difference => difference.Discrepancy, difference => Math.Abs(difference.Amount));
            foreach (var discrepancy in report.Discrepancies.OrderByDescending(discrepancy => sizes.GetValueOrDefault(discrepancy)))
            {
                var weight = materiality is null || !sizes.TryGetValue(discrepancy, out var size) ? ""
                    : size >= materiality.Material ? "   material" : size < materiality.Trivial ? "   clearly trivial" : "   below materiality";
                Append(text, report, discrepancy, ++number, weight);
            }

            foreach (var query in report.Queries)
            {
                var causes = report.Diagnosis.Differences.FirstOrDefault(difference => difference.Relation == query.Relation)?.Hypotheses ?? [];
                text.Append(FormattableString.Invariant($"Query {++number}   {report.Document.Source}: {report.NameOf(query.Relation.Target)} ({query.Relation.Target.Place})\n"));
                Field(text, "Found", report.TextOf(query));
                Field(text, "Possible cause", Causes(causes));
                Field(text, "Ask for", "the amounts behind the total, with cents");
                text.Append('\n');
            }

            foreach (var problem in report.Problems)
            {
                text.Append(FormattableString.Invariant($"Query {++number}   {problem.Source}, {problem.Place}\n"));
                Field(text, "Found", problem.Found);
                Field(text, "Expected", problem.Expected);
                var implied = report.Implied.Where(amount => amount.Figure.Place == problem.Place).Select(amount => AmountText.Of(amount.Amount)).Distinct().ToList();
                if (implied.Count > 0)
                {
                    Field(text, "Indicated", $"{string.Join(" or ", implied)}, by the relations it stands in");
                }

                Field(text, "Ask for", problem.Remedy);
                text.Append('\n');
            }

            if (materiality is not null && sizes.Count > 0)
            {
                text.AppendJoin('\n', Uncorrected.Of(report).Summary(materiality).Take(1).Select(line => $"{report.Document.Source}: {line}")).Append("\n\n");
            }
        }

        return number == 0 ? "No exception, no query.\n" : text.ToString();
    }

    private static void Append(StringBuilder text, ReconciliationReport report, Discrepancy discrepancy, int number, string weight)
    {
        var place = discrepancy.Figure is { } figure ? $"{report.NameOf(figure)} ({figure.Place})" : discrepancy.Caption;
        text.Append(FormattableString.Invariant($"Query {number}   {report.Document.Source}: {place}{weight}\n"));
        Field(text, "Found", discrepancy.Text + string.Concat(discrepancy.Entries.Select(clue => " " + clue.Text)));
        Field(text, discrepancy.PerBooks is null ? "Recomputed" : "Expected", discrepancy.Recomputed is { } recomputed
            ? $"{AmountText.Of(decimal.Round(recomputed, 8, MidpointRounding.AwayFromZero))}{(discrepancy.PerBooks is null ? ", from the other figures as printed" : ", per books")}"
            : "amounts for which all these relations hold");
        Field(text, "Possible cause", Causes(discrepancy.Diagnoses));
        Field(text, "Effect", Effect(report, discrepancy));
        Field(text, "Ask for", AskFor(report, discrepancy));
        text.Append('\n');
    }

    private static string Causes(IReadOnlyList<Hypothesis> hypotheses) => hypotheses.Count == 0 ? "none found"
        : CauseText.IsOpen(hypotheses) ? "no known slip explains it, and no one figure is singled out"
        : string.Join("; or ", hypotheses.Take(3).Select(hypothesis => hypothesis.Text)) + " (to be confirmed)";

    // If one figure alone is wrong, all others are right, surplus and net assets among them.
    private static string Effect(ReconciliationReport report, Discrepancy discrepancy)
    {
        if (CauseText.IsOpen(discrepancy.Diagnoses) || discrepancy.Diagnoses is not [{ Repairs: [var repair] }, ..])
        {
            return "on surplus and net assets: not known until the cause is";
        }

        var over = repair.Figure.Amount!.Value - repair.Amount;
        var said = $"{AmountText.Of(Math.Abs(over))} {(over > 0 ? "overstated" : "understated")}";
        var kinds = report.Proof.Findings.Where(finding => finding.Relation.Target == repair.Figure).Select(finding => finding.Relation.Kind).ToList();
        return discrepancy.Relation?.Kind == RelationKind.Continuity ? $"net assets as printed, from the opening on, {said}, unless a restatement explains it"
            : kinds.Contains(RelationKind.RollForward) ? $"net assets as printed {said}, if {report.NameOf(repair.Figure)} is the figure that is wrong"
            : kinds.Contains(RelationKind.Difference) ? $"the result as printed {said}, if {report.NameOf(repair.Figure)} is the figure that is wrong; net assets as printed none"
            : $"none on surplus and net assets as printed, if {report.NameOf(repair.Figure)} alone is wrong";
    }

    private static string AskFor(ReconciliationReport report, Discrepancy discrepancy) =>
        report.Books is not null ? "the trial balance and the entries behind the line, and the working paper that the printed figure was taken from"
        : discrepancy.Relation?.Kind == RelationKind.Continuity ? "the restatement of the opening balance, if there was one, and who decided it"
        : discrepancy.Relation?.Kind == RelationKind.Note ? "the list behind the note, with cents"
        : "the trial balance by line, with cents, and the working paper of the total";

    private static void Field(StringBuilder text, string name, string value)
    {
        var first = true;
        foreach (var line in WorkingPaper.Wrap(value, Width - Indent))
        {
            text.Append((first ? name : "").PadRight(Indent)).Append(line).Append('\n');
            first = false;
        }
    }
}
