using TrustFund.Cli.Rendering;
using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Proof;

namespace TrustFund.Cli;

/// <summary>Prints reports in the format asked for, and says which exit code they come to.</summary>
internal static class ReportWriter
{
    internal static ExitCode Write(
        Terminal terminal, IReadOnlyList<ReconciliationReport> reports, OutputFormat format, bool strict)
    {
        terminal.Report(
            format, () => string.Join('\n', reports.Select(report => new WorkingPaper(report).ToText())),
            () => ReportJson.Of(reports), () => ReportCsv.Of(reports));
        foreach (var problem in reports.SelectMany(report => report.Problems))
        {
            terminal.Message(ProblemText.Of(problem));
        }

        return ExitCodes.Worst(reports.SelectMany(report => Codes(report, strict)));
    }

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
