using System.Globalization;
using System.Text;
using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Proof;

namespace TrustFund.Cli.Rendering;

/// <summary>Many documents at a glance: a line for each with its worst exception, and totals by verdict.</summary>
internal static class FolderText
{
    // A document that could not be read whole agrees as far as it was read, which is no agreement.
    private enum Outcome
    {
        Agrees,
        WithinRounding,
        NotRead,
        DoesNotFoot,
        Differs,
        NotTested,
    }

    internal static string Of(IReadOnlyList<ReconciliationReport> reports)
    {
        var width = reports.Max(report => report.Document.Source.Length);
        var text = new StringBuilder();
        foreach (var report in reports)
        {
            var tested = report.Figures.Count(finding => finding.Verdict != Verdict.Unverified);
            text.Append(CultureInfo.InvariantCulture, $"{report.Document.Source.PadRight(width)}  {Phrase(OutcomeOf(report), 1),-15} {tested,5} of {report.Figures.Count,5} figures tested")
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
        var counts = reports.GroupBy(OutcomeOf).OrderBy(group => group.Key)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {Phrase(group.Key, group.Count())}"));
        return string.Create(CultureInfo.InvariantCulture, $"{JournalTally.Count(reports.Count, "document", "documents")}: {string.Join(", ", counts)}\n");
    }

    private static Outcome OutcomeOf(ReconciliationReport report) => report.Verdict switch
    {
        Verdict.Inconsistent => report.Books is null ? Outcome.DoesNotFoot : Outcome.Differs,
        Verdict.Unverified => Outcome.NotTested,
        _ when report.Problems.Count > 0 => Outcome.NotRead,
        Verdict.Rounding => Outcome.WithinRounding,
        _ => Outcome.Agrees,
    };

    private static string Phrase(Outcome outcome, int documents) => outcome switch
    {
        Outcome.Agrees => documents == 1 ? "agrees" : "agree",
        Outcome.WithinRounding => "within rounding",
        Outcome.NotRead => "not read whole",
        Outcome.DoesNotFoot => documents == 1 ? "does not foot" : "do not foot",
        Outcome.Differs => documents == 1 ? "differs" : "differ",
        _ => "not tested",
    };
}
