using System.Globalization;
using System.Text;
using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Rendering;

/// <summary>Many documents at a glance, the worst first: a line for each with its worst exception, and totals by verdict.</summary>
internal static class FolderText
{
    // A document that could not be read whole agrees as far as it was read, which is no agreement.
    private enum Outcome
    {
        Agrees,
        WithinRounding,
        Queried,
        NotReadWhole,
        DoesNotFoot,
        Differs,
        NotTested,
        NotRead,
    }

    private static readonly Outcome[] WorstFirst =
        [Outcome.Differs, Outcome.DoesNotFoot, Outcome.NotReadWhole, Outcome.NotRead, Outcome.NotTested, Outcome.Queried, Outcome.WithinRounding, Outcome.Agrees];

    private const int Indent = 4;

    // What stands behind a name on its line, and what a name has of it on the narrowest page.
    private const int Outcomes = 46;
    private const int LeastName = 12;

    internal static string Of(IReadOnlyList<ReconciliationReport> reports, int page)
    {
        var width = Math.Min(reports.Max(report => report.Document.Source.Length), Math.Max(LeastName, page - Outcomes));
        var text = new StringBuilder();
        foreach (var report in reports.OrderBy(report => Array.IndexOf(WorstFirst, OutcomeOf(report))))
        {
            var (name, tested) = (report.Document.Source, report.Figures.Count(finding => finding.Verdict != Verdict.Unverified));

            // A long name stands on a line of its own, so that the columns stay columns.
            text.Append(name.Length > width ? $"{name}\n{new string(' ', width)}" : name.PadRight(width));
            text.Append(CultureInfo.InvariantCulture, $"  {Phrase(OutcomeOf(report), 1),-15} {tested,5} of {report.Figures.Count,5} figures tested\n");
            text.AppendJoin("", Reasons(report).SelectMany(sentence => Prose.Wrap(sentence, page - Indent)).Select(line => $"{new string(' ', Indent)}{line}\n"));
        }

        string[] sums = [Counts(reports).TrimEnd(), Coverage(reports)];
        return text.AppendJoin("", sums.SelectMany(sum => Prose.Wrap(sum, page)).Select(line => line + "\n")).ToString();
    }

    // Its worst exception, and what could not be read.
    private static IEnumerable<string> Reasons(ReconciliationReport report)
    {
        if (report.Exceptions.FirstOrDefault() is { } exception)
        {
            yield return exception.Text + More(report.Exceptions.Count());
        }

        if (OutcomeOf(report) == Outcome.Queried)
        {
            yield return report.TextOf(report.Queries.First()) + More(report.Queries.Count());
        }

        if (report.Problems.FirstOrDefault() is { } problem)
        {
            // Of a file that holds nothing to be read no place is of use, but what to do with it.
            yield return OutcomeOf(report) == Outcome.NotRead
                ? $"Found {problem.Found}, expected {problem.Expected}. {problem.Remedy}"
                : $"{AmountText.Capital(problem.Place.ToString())}: found {problem.Found}, expected {problem.Expected}.{More(report.Problems.Count)}";
        }
        else if (OutcomeOf(report) == Outcome.NotTested)
        {
            yield return "No relation was found or declared that its figures could be tested by.";
        }
    }

    private static string More(int count) => count > 1 ? $" And {AmountText.Count(count - 1)} more." : "";

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
        Verdict.Unverified => IsRead(report) ? Outcome.NotTested : Outcome.NotRead,
        _ when report.Problems.Count > 0 => Outcome.NotReadWhole,
        _ when report.Queries.Any() => Outcome.Queried,
        Verdict.Rounding => Outcome.WithinRounding,
        _ => Outcome.Agrees,
    };

    private static string Phrase(Outcome outcome, int documents) => outcome switch
    {
        Outcome.Agrees => documents == 1 ? "agrees" : "agree",
        Outcome.WithinRounding => "within rounding",
        Outcome.Queried => "to be queried",
        Outcome.NotReadWhole => "not read whole",
        Outcome.DoesNotFoot => documents == 1 ? "does not foot" : "do not foot",
        Outcome.Differs => documents == 1 ? "differs" : "differ",
        Outcome.NotRead => "not read",
        _ => "not tested",
    };

    // Amounts that no relation reaches were read; a file without any was not.
    private static bool IsRead(ReconciliationReport report) => report.Figures.Any(finding => finding.Figure.Amount is not null);
}
