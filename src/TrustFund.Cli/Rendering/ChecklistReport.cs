using System.Text.Json;
using NodaTime.Text;
using TrustFund.Practice;

namespace TrustFund.Cli.Rendering;

/// <summary>A closing checklist for people and programs: every check, what it found, and whether the period can be closed.</summary>
internal sealed class ChecklistReport(
    ClosingChecklist checklist, string what, IReadOnlyDictionary<string, string> accepted, bool isIllustrative)
{
    // Findings of one check in text; programs get all of them.
    private const int Shown = 10;

    private ClosingFacts Facts => checklist.Facts;

    /// <summary>Whether nothing blocks, and every warning is accepted.</summary>
    internal bool CanClose => !checklist.Blockers.Any() && !checklist.Unaccepted([.. accepted.Keys]).Any();

    internal string ToText() => string.Concat(Lines().Select(line => line + "\n"));

    /// <summary>The answer in a line.</summary>
    internal string Verdict()
    {
        var (blockers, warnings) = (checklist.Blockers.Count(), checklist.Unaccepted([.. accepted.Keys]).ToList());
        var untested = checklist.Items.Count(item => item.NotTested is not null);
        var rest = untested == 0 ? "" : $" Not tested: {JournalTally.Count(untested, "check", "checks")}.";
        return (blockers, warnings.Count) switch
        {
            (0, 0) => $"YES  Nothing stands in the way.{rest}",
            (0, _) => $"NO   {JournalTally.Count(warnings.Count, "warning", "warnings")} to be accepted, each with a reason: {string.Join(' ', warnings.Select(item => $"--accept {item.Code} --reason TEXT"))}.{rest}",
            (_, 0) => $"NO   {JournalTally.Count(blockers, "blocker", "blockers")}; what blocks cannot be accepted.{rest}",
            _ => $"NO   {JournalTally.Count(blockers, "blocker", "blockers")}; what blocks cannot be accepted. {JournalTally.Count(warnings.Count, "warning", "warnings")} to be accepted.{rest}",
        };
    }

    internal string ToCsv() => Csv.Row(["code", "severity", "result", "account", "donor", "amount", "currency", "text", "remedy", "accepted", .. Illustrative("illustrative")])
        + string.Concat(checklist.Items.SelectMany(item => item.Findings.DefaultIfEmpty(null).Select(finding => Csv.Row([
            item.Code, Severity(item), Result(item), finding?.Account?.Code.Text, finding?.Donor?.Code.Text, finding?.Amount?.ToPlainString(),
            finding?.Amount?.Currency.Code, finding?.Text ?? item.NotTested, finding?.Remedy, accepted.GetValueOrDefault(item.Code), .. Illustrative("yes")]))));

    internal string ToJson(IReadOnlyList<string> posted, bool isDone) => Json.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("format", "trustfund.checklist/1");
        writer.WriteBoolean("illustrative", isIllustrative);
        writer.WriteString("fund", Facts.Fund.Code.Text);
        writer.WriteStartObject("period");
        writer.WriteString("start", LocalDatePattern.Iso.Format(Facts.Period.Start));
        writer.WriteString("end", LocalDatePattern.Iso.Format(Facts.Period.End));
        writer.WriteEndObject();
        writer.WriteBoolean("canClose", CanClose);
        writer.WriteBoolean("done", isDone);
        writer.WriteArray("posted", posted, writer.WriteStringValue);
        writer.WriteObjects("checks", checklist.Items, item => WriteItem(writer, item));
        writer.WriteEndObject();
    });

    private IEnumerable<string> Lines()
    {
        yield return $"Can {what} of fund {Facts.Fund.Code} be closed?  As at {LocalDatePattern.Iso.Format(Facts.Period.End)}{(isIllustrative ? "  ** ILLUSTRATIVE **" : "")}";
        yield return "";
        foreach (var line in checklist.Items.SelectMany(Lines))
        {
            yield return line;
        }

        yield return "";
        yield return Verdict();
    }

    private IEnumerable<string> Lines(ChecklistItem item)
    {
        yield return FormattableString.Invariant($"  {Mark(item),-4}{item.Title,-66}{item.Code}");
        foreach (var finding in item.Findings.Take(Shown))
        {
            yield return $"        {finding.Text}";
        }

        if (item.Findings.Count > Shown)
        {
            yield return FormattableString.Invariant($"        ... and {item.Findings.Count - Shown} more (--format csv shows all)");
        }

        foreach (var remedy in item.Findings.Select(finding => finding.Remedy).Distinct())
        {
            yield return $"        → {remedy}";
        }

        if (item.NotTested is { } reason)
        {
            yield return $"        not tested: {reason}";
        }

        if (item.Findings.Count > 0 && accepted.TryGetValue(item.Code, out var why))
        {
            yield return $"        accepted: {why}";
        }
    }

    private void WriteItem(Utf8JsonWriter writer, ChecklistItem item)
    {
        writer.WriteString("code", item.Code);
        writer.WriteString("severity", Severity(item));
        writer.WriteString("title", item.Title);
        writer.WriteString("result", Result(item));
        writer.WriteString("notTested", item.NotTested);
        writer.WriteString("accepted", accepted.GetValueOrDefault(item.Code));
        writer.WriteObjects("findings", item.Findings, finding =>
        {
            writer.WriteString("text", finding.Text);
            writer.WriteString("remedy", finding.Remedy);
            writer.WriteString("account", finding.Account?.Code.Text);
            writer.WriteString("donor", finding.Donor?.Code.Text);
            writer.WriteString("amount", finding.Amount?.ToPlainString());
            writer.WriteString("currency", finding.Amount?.Currency.Code);
        });
    }

    private string[] Illustrative(string cell) => isIllustrative ? [cell] : [];

    private static string Mark(ChecklistItem item) => item.Findings.Count == 0
        ? item.NotTested is null ? "ok" : "U"
        : item.Severity == FindingSeverity.Blocker ? "X" : "!";

    private static string Severity(ChecklistItem item) => item.Severity == FindingSeverity.Blocker ? "blocker" : "warning";

    private static string Result(ChecklistItem item) => item.Findings.Count > 0 ? "found" : item.NotTested is null ? "passed" : "not-tested";
}
