using System.Text;
using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Rendering;

/// <summary>
/// What there is to say of several documents together: what holds from one to the next, one line a step of the chain with
/// the first break named, which are not tied to any other, and how many there are of each verdict.
/// </summary>
internal static class AcrossText
{
    internal static string Of(IReadOnlyList<ReconciliationReport> reports, IReadOnlyList<string> remarks, int page)
    {
        if (reports.Count == 1 && remarks.Count == 0)
        {
            return Chain(reports, page);
        }

        var said = reports.All(report => report.Elsewhere.Count == 0) && remarks.Count == 0
            ? ["Nothing ties these documents to one another: each was checked by itself. No opening and closing balance is known of them (a relations file can name them), no column of the year before, and no table of their years together."]
            : remarks;
        return Chain(reports, page) + "\n" + string.Concat(said.SelectMany(remark => Prose.Wrap(remark, page)).Select(line => line + "\n")) + FolderText.Counts(reports);
    }

    private static string Chain(IReadOnlyList<ReconciliationReport> reports, int page)
    {
        var steps = reports
            .SelectMany(report => report.Proof.Findings.Where(finding => finding.Relation.Kind == RelationKind.Continuity).Select(finding => (report, finding)))
            .ToList();
        if (steps.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder("\nChain\n");
        var isBroken = false;
        foreach (var (report, finding) in steps)
        {
            var relation = finding.Relation;
            var closing = relation.Terms[0].Figure;
            var agrees = finding.Verdict is Verdict.Exact or Verdict.Rounding;
            var bridge = relation.Terms.Count == 1 ? "" : $" restated by {string.Join(" + ", relation.Terms.Skip(1).Select(term => $"{term.Figure.Caption} {Amount(term.Figure)}"))}";
            var mark = agrees ? "  agrees   " : isBroken ? "  BREAK    " : "  FIRST BREAK  ";
            Prose.Field(text, mark, $"{closing.Caption} {Amount(closing)}{bridge}, {report.NameOf(relation.Target)} ({report.Document.Source}) {Amount(relation.Target)}"
                + (agrees ? "" : $": the opening is {AmountText.MoreOrLess(-finding.Residual)}"), mark.Length, page);
            isBroken |= !agrees;
        }

        return text.ToString();
    }

    // With the decimals that it is printed with.
    private static string Amount(PublishedFigure figure) => AmountText.Of(figure.Amount!.Value, figure.Amount.Value.Scale);
}
