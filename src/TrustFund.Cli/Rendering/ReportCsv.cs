using System.Text;
using TrustFund.Reconciliation;

namespace TrustFund.Cli.Rendering;

/// <summary>The working paper's table as a lead schedule for a spreadsheet.</summary>
internal static class ReportCsv
{
    internal static void Write(TextWriter output, IEnumerable<ReconciliationReport> reports)
    {
        var rows = from report in reports from row in WorkingPaperRow.Of(report) where row.HasAmounts select Row(report, row, row.Finding);
        output.Write(new StringBuilder()
            .Append(Csv.Row("document", "illustrative", "caption", "published", "per_books", "difference", "per_books_exact", "work", "line"))
            .AppendJoin("", rows));
    }

    private static string Row(ReconciliationReport report, WorkingPaperRow row, FigureFinding? finding) => Csv.Row(
        report.Document.Source, report.IsIllustrative ? "ILLUSTRATIVE" : "", row.Caption.Trim(),
        Plain(finding?.Figure.Amount), Plain(finding is null ? row.Missing?.Recomputed : finding.Recomputed),
        Plain(finding is null ? row.Missing?.Difference : finding.Difference),
        Plain(finding is null ? row.Missing?.PerBooks : finding.PerBooks), row.Marks,
        finding is null ? "" : FormattableString.Invariant($"{finding.Figure.Place.Line}"));

    private static string? Plain(decimal? amount) => amount is { } value ? Amounts.Plain(value) : null;
}
