using System.Globalization;
using System.Text;
using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Proof;

namespace TrustFund.Cli.Rendering;

/// <summary>Many documents at a glance: a line for each with its worst exception, and totals by verdict.</summary>
internal static class FolderText
{
    private static readonly Verdict[] BestFirst = [Verdict.Exact, Verdict.Rounding, Verdict.Inconsistent, Verdict.Unverified];

    internal static string Of(IReadOnlyList<ReconciliationReport> reports)
    {
        var width = reports.Max(report => report.Document.Source.Length);
        var text = new StringBuilder();
        foreach (var report in reports)
        {
            var tested = report.Figures.Count(finding => finding.Verdict != Verdict.Unverified);
            text.Append(CultureInfo.InvariantCulture, $"{report.Document.Source.PadRight(width)}  {Phrase(report.Verdict),-15} {tested,5} of {report.Figures.Count,5} figures tested")
                .Append(report.Problems.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {report.Problems.Count} not read"))
                .Append('\n');
            if (report.Discrepancies.Count > 0)
            {
                var more = report.Exceptions.Count() - 1;
                text.Append(' ', width + 2).Append(report.Exceptions.First().Text)
                    .Append(more == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({more} more)")).Append('\n');
            }
        }

        var counts = BestFirst.Select(verdict => string.Create(CultureInfo.InvariantCulture, $"{reports.Count(report => report.Verdict == verdict)} {Phrase(verdict)}"));
        return text.Append(CultureInfo.InvariantCulture, $"{JournalTally.Count(reports.Count, "document", "documents")}: {string.Join(", ", counts)}\n").ToString();
    }

    private static string Phrase(Verdict verdict) => verdict switch
    {
        Verdict.Exact => "agrees",
        Verdict.Rounding => "within rounding",
        Verdict.Inconsistent => "does not foot",
        _ => "not tested",
    };
}
