using System.Globalization;
using System.Text.RegularExpressions;
using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Diagnosis;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Rendering;

/// <summary>
/// The corrections of a document as a corrigendum words them. Confirmed are those that the books say, and without
/// books those of the only figure that can mend all that is linked to it, by two relations or more.
/// </summary>
internal static partial class Corrigendum
{
    internal static string Of(IReadOnlyList<ReconciliationReport> reports)
    {
        var corrections = reports.SelectMany(Corrections).Distinct().ToList();
        var open = reports.Sum(report => report.Discrepancies.Count(discrepancy => Confirmed(report, discrepancy) is null));
        return string.Concat(corrections.Select(correction => correction + "\n"))
            + (corrections.Count == 0 ? "No confirmed correction.\n" : "")
            + (open == 0 ? "" : $"Not confirmed, and so not in it: {AmountText.Count(open)} {(open == 1 ? "exception" : "exceptions")}; see the report without --corrigendum.\n");
    }

    private static IEnumerable<string> Corrections(ReconciliationReport report) =>
        from discrepancy in report.Discrepancies
        let hypothesis = Confirmed(report, discrepancy)
        where hypothesis is not null
        from repair in hypothesis.Repairs
        select $"{Place(report)}, {report.NameOf(repair.Figure)}. For {repair.Figure.Printed} read {LikePrinted(repair.Figure, repair.Amount)}";

    private static Hypothesis? Confirmed(ReconciliationReport report, Discrepancy discrepancy) => discrepancy.Diagnoses.FirstOrDefault(hypothesis =>
        hypothesis.IsConfirmed
        || (report.Books is null && hypothesis is { Rank: 1, Repaired.Count: > 1, Repairs: [var only] } && report.Diagnosis.Certain.Contains(only.Figure)
            && discrepancy.Diagnoses.Count(other => other.Rank == 1) == 1));

    private static string Place(ReconciliationReport report) =>
        Part().Match(report.Document.Title) is { Success: true } match ? match.Value : report.Document.Source;

    /// <summary>An amount in the dress of a printed figure: its separators, decimals, sign and currency.</summary>
    internal static string LikePrinted(PublishedFigure figure, decimal amount)
    {
        var printed = figure.Printed;
        var separator = Separator().Match(printed) is { Success: true } match ? match.Groups["sign"].Value : "";
        var decimals = Math.Max(figure.Amount!.Value.Scale, (amount / 1.0000000000000000000000000000m).Scale);
        var format = new NumberFormatInfo { NumberGroupSeparator = separator, NumberDecimalSeparator = ".", NumberGroupSizes = [3] };
        var digits = Math.Abs(amount).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), format);
        var (code, behind) = (Currency().Match(printed).Value, CodeBehind().Match(printed).Value);
        return amount < 0 ? (printed.StartsWith('-') || printed.StartsWith('−') ? $"{printed[0]}{code}{digits}" : $"({code}{digits})") + behind : code + digits + behind;
    }

    [GeneratedRegex(@"^(?:Annex|Appendix|Table|Schedule|Statement|Note)(?: [IVXLC0-9][IVXLC0-9.]*[A-Z]?)?(?=\s|$|[.:])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    [GeneratedRegex("(?<=[0-9])(?<sign>[, '’\u00A0\u2009\u202F])(?=[0-9]{3})", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"(?:US)?[$€£]", RegexOptions.CultureInvariant)]
    private static partial Regex Currency();

    [GeneratedRegex(@"(?<=[0-9)])[ \u00A0]?[A-Z]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeBehind();
}
