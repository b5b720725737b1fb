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
            text.Append(CultureInfo.InvariantCulture, $"{report.Document.Source.PadRight(width)}  {Phrase(report.Verdict, 1, report.Books is not null),-15} {tested,5} of {report.Figures.Count,5} figures tested")
                .Append(report.Problems.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {report.Problems.Count} not read"))
                .Append('\n');
            if (report.Discrepancies.Count > 0)
            {
                var more = report.Exceptions.Count() - 1;
                text.Append(' ', width + 2).Append(report.Exceptions.First().Text)
                    .Append(more == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({more} more)")).Append('\n');
            }
        }

        return text.Append(Counts(reports)).ToString();
    }

    /// <summary>How many documents there are of each verdict.</summary>
    internal static string Counts(IReadOnlyList<ReconciliationReport> reports)
    {
        var counts = BestFirst.Select(verdict => (Verdict: verdict, Count: reports.Count(report => report.Verdict == verdict))).Where(pair => pair.Count > 0)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Count} {Phrase(pair.Verdict, pair.Count, reports.Any(report => report.Books is not null))}"));
        return string.Create(CultureInfo.InvariantCulture, $"{JournalTally.Count(reports.Count, "document", "documents")}: {string.Join(", ", counts)}\n");
    }

    private static string Phrase(Verdict verdict, int documents, bool hasBooks) => verdict switch
    {
        Verdict.Exact => documents == 1 ? "agrees" : "agree",
        Verdict.Rounding => "within rounding",
        Verdict.Inconsistent when hasBooks => documents == 1 ? "differs" : "differ",
        Verdict.Inconsistent => documents == 1 ? "does not foot" : "do not foot",
        _ => "not tested",
    };
}
