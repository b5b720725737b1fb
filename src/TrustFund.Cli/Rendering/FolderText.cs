using System.Globalization;
using System.Text;
using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

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

    private const int Indent = 4;

    // What stands behind a name on its line, and what a name has of it on the narrowest page.
    private const int Outcomes = 46;
    private const int LeastName = 12;

    internal static string Of(IReadOnlyList<ReconciliationReport> reports, int page)
    {
        var width = Math.Min(reports.Max(report => report.Document.Source.Length), Math.Max(LeastName, page - Outcomes));
        var text = new StringBuilder();
        foreach (var report in reports)
        {
            var (name, tested) = (report.Document.Source, report.Figures.Count(finding => finding.Verdict != Verdict.Unverified));

            // A long name stands on a line of its own, so that the columns stay columns.
            text.Append(name.Length > width ? $"{name}\n{new string(' ', width)}" : name.PadRight(width));
            text.Append(CultureInfo.InvariantCulture, $"  {Phrase(OutcomeOf(report), 1),-15} {tested,5} of {report.Figures.Count,5} figures tested\n");
            List<string> said =
            [
                .. report.Exceptions.Take(1).Select(exception => exception.Text + (report.Exceptions.Count() is > 1 and var count ? string.Create(CultureInfo.InvariantCulture, $" ({count - 1} more)") : "")),
                .. report.Problems.Take(1).Select(problem => $"{AmountText.Capital(problem.Place.ToString())}: found {problem.Found}, expected {problem.Expected}." + (report.Problems.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({report.Problems.Count - 1} more)") : "")),
            ];
            text.AppendJoin("", said.SelectMany(sentence => Prose.Wrap(sentence, page - Indent)).Select(line => $"{new string(' ', Indent)}{line}\n"));
        }

        string[] sums = [Counts(reports).TrimEnd(), Coverage(reports)];
        return text.AppendJoin("", sums.SelectMany(sum => Prose.Wrap(sum, page)).Select(line => line + "\n")).ToString();
    }

    // Every figure is counted; what is not tested, by the reason.
    private static string Coverage(IReadOnlyList<ReconciliationReport> reports)
    {
        var figures = reports.SelectMany(report => report.Figures).ToList();
        var not = figures.Where(finding => finding.Verdict == Verdict.Unverified).GroupBy(finding => finding.Figure.State).OrderBy(group => group.Key)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {Reason(group.Key)}")).ToList();
        var tested = figures.Count(finding => finding.Verdict != Verdict.Unverified);
        var share = figures.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({decimal.Floor(100m * tested / figures.Count)} per cent)");
        return string.Create(CultureInfo.InvariantCulture, $"{tested} of {JournalTally.Count(figures.Count, "figure", "figures")} tested{share}{(not.Count == 0 ? "" : $"; not tested: {string.Join(", ", not)}")}");
    }

    private static string Reason(FigureState state) => state switch
    {
        FigureState.Amount => "in no relation that was found or declared",
        FigureState.Nil => "nil, in no relation",
        FigureState.Unavailable => "stated to be not available",
        FigureState.Unreadable => "not readable",
        _ => "blank",
    };

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
