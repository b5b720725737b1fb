using TrustFund.Cli.Rendering;
using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Proof;

namespace TrustFund.Cli;

/// <summary>How reports are to be printed.</summary>
/// <param name="Format">Text, JSON or CSV.</param>
/// <param name="Strict">Whether a figure that is not tested counts as a difference.</param>
internal sealed record ReportStyle(OutputFormat Format, bool Strict)
{
    /// <summary>Print the confirmed corrections only.</summary>
    internal bool Corrigendum { get; init; }

    /// <summary>Print a line for each document, and how many there are of each verdict.</summary>
    internal bool Summary { get; init; }

    /// <summary>Print a query for each cause.</summary>
    internal bool Queries { get; init; }

    /// <summary>List the relations that were tested, each by its name.</summary>
    internal bool Relations { get; init; }

    /// <summary>What is to be said of the documents together: which are not tied, and why.</summary>
    internal IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>How many characters a line holds; null for what the terminal has.</summary>
    internal int? Page { get; init; }

    /// <summary>What is material and what trivial; null where nothing is said.</summary>
    internal Materiality? Materiality { get; init; }
}

/// <summary>Prints reports in the format asked for, and says which exit code they come to.</summary>
internal static class ReportWriter
{
    internal static ExitCode Write(Terminal terminal, IReadOnlyList<ReconciliationReport> reports, ReportStyle style)
    {
        terminal.Report(
            style.Format, output => WriteText(output, reports, style, style.Page ?? terminal.Paper), output => ReportJson.Write(output, reports), output => ReportCsv.Write(output, reports));

        // A person at a terminal has read them among the exceptions.
        var isTold = terminal.IsPage && style is { Format: OutputFormat.Text, Corrigendum: false, Summary: false };
        foreach (var problem in isTold ? [] : reports.SelectMany(report => report.Problems))
        {
            terminal.Message(ProblemText.Of(problem));
        }

        return ExitCodes.Worst(reports.SelectMany(report => Codes(report, style.Strict)));
    }

    private static void WriteText(TextWriter output, IReadOnlyList<ReconciliationReport> reports, ReportStyle style, int page)
    {
        if (style.Corrigendum || style.Queries)
        {
            output.Write(Illustrative(reports));
            output.Write(style.Corrigendum ? Corrigendum.Of(reports) : AuditQueries.Of(reports, style.Materiality, Math.Min(page, Terminal.Width)));
        }
        else if (style.Summary)
        {
            output.Write(FolderText.Of(reports, Math.Min(page, Terminal.Width)));
        }
        else
        {
            foreach (var (index, report) in reports.Index())
            {
                output.Write(index == 0 ? "" : "\n");
                new WorkingPaper(report, style.Materiality, page, style.Relations).Write(output);
            }

            output.Write(AcrossText.Of(reports, style.Remarks, Math.Min(page, Terminal.Width)));
        }
    }

    private static string Illustrative(IReadOnlyList<ReconciliationReport> reports) =>
        reports.Any(report => report.IsIllustrative) ? "** ILLUSTRATIVE **  These books are constructed; they are evidence of nothing.\n\n" : "";

    private static IEnumerable<ExitCode> Codes(ReconciliationReport report, bool strict)
    {
        yield return report.Problems.Count > 0 ? ExitCode.Unreadable : ExitCode.Done;
        yield return report.Verdict switch
        {
            Verdict.Unverified => ExitCode.Untested,
            Verdict.Inconsistent => ExitCode.Differences,
            _ when report.Queries.Any() || (strict && report.NotTested.Any()) => ExitCode.Differences,
            _ => ExitCode.Done,
        };
    }
}
