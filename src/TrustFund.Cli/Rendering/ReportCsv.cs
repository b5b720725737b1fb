using System.Globalization;
using System.Text;
using TrustFund.Reconciliation;

namespace TrustFund.Cli.Rendering;

/// <summary>The working paper's table as a lead schedule for a spreadsheet.</summary>
internal static class ReportCsv
{
    internal static void Write(TextWriter output, IEnumerable<ReconciliationReport> reports)
    {
        var rows = reports.SelectMany(report =>
        {
            var told = report.Discrepancies.Where(discrepancy => discrepancy.Figure is not null)
                .GroupBy(discrepancy => discrepancy.Figure!).ToDictionary(same => same.Key, same => same.First());
            var problems = report.Problems.Where(problem => problem.Source == report.Document.Source).ToLookup(problem => problem.Place, ProblemText.Of);
            List<WorkingPaperRow> lines = [.. WorkingPaperRow.Of(report).Where(row => row.HasAmounts)];
            var places = lines.Select(row => row.Finding?.Figure.Place).ToHashSet();

            // What no figure stands for is not passed over: a line that was not read, a document without a figure.
            var others = report.Problems.Where(problem => problem.Source != report.Document.Source || !places.Contains(problem.Place))
                .Select(problem => Other(report, FormattableString.Invariant($"{problem.Place.Line}"), ProblemText.Of(problem))).ToList();
            return lines.Select(row => Row(report, row, row.Finding, row.Finding is null ? row.Missing : told.GetValueOrDefault(row.Finding.Figure), problems))
                .Concat(others);
        });
        output.Write(new StringBuilder()
            .Append(Csv.Row("document", "illustrative", "caption", "published", "per_books", "difference", "per_books_exact", "work", "line", "column", "printed", "expected", "exception", "cause"))
            .AppendJoin("", rows));
    }

    private static string Other(ReconciliationReport report, string line, string said) => Csv.Row(
        report.Document.Source, report.IsIllustrative ? "ILLUSTRATIVE" : "", "", "", "", "", "", "U", line, "", "", "", said, "");

    private static string Row(ReconciliationReport report, WorkingPaperRow row, FigureFinding? finding, Discrepancy? told, ILookup<TextPlace, string> problems) => Csv.Row(
        report.Document.Source, report.IsIllustrative ? "ILLUSTRATIVE" : "", row.Caption.Trim(),
        AsPrinted(finding?.Figure.Amount), Plain(finding is null ? row.Missing?.Recomputed : finding.Recomputed),
        Plain(finding is null ? row.Missing?.Difference : finding.Difference),
        Plain(finding is null ? row.Missing?.PerBooks : finding.PerBooks), row.Marks,
        finding is null ? "" : FormattableString.Invariant($"{finding.Figure.Place.Line}"),
        finding is null ? "" : report.HeadingOf(finding.Figure), finding?.Figure.Printed,
        Plain(told?.Recomputed ?? finding?.Implied), told?.Text ?? (finding is null ? null : problems[finding.Figure.Place].FirstOrDefault()),
        told?.Diagnoses is [{ } cause, ..] ? cause.Text : "");

    private static string? Plain(decimal? amount) => amount is { } value ? Amounts.Plain(value) : null;

    // 7.10 among cents is not 7.1.
    private static string? AsPrinted(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);
}
