using TrustFund.Storage;

namespace TrustFund.Cli.Rendering;

/// <summary>The outcome of an audit for people and programs.</summary>
internal static class AuditReportText
{
    internal static string ToText(AuditReport report, string books, bool isIllustrative) => string.Concat(
        FormattableString.Invariant($"Audit of {books}: {report.Entries} entries, fingerprint of the books {report.Head.Hash}{(isIllustrative ? "  ** ILLUSTRATIVE **" : "")}\n"),
        report.IsIntact
            ? "INTACT  Chain, balances, references, balances rolled up and structure fit.\n"
            : string.Concat(report.Findings.Select(finding =>
                $"X {finding.Check}{(finding.Entry is null ? "" : $", entry {finding.Entry}")}: {finding.Text}\n"))
                + (report.Findings.All(finding => finding.Check == "checkpoint")
                ? "NOT INTACT  The books fit together, and are not those of the checkpoint: name the checkpoint of these books; if it is, restore a backup and compare.\n"
                : "NOT INTACT  Something was changed past the books' rules; restore a backup and compare.\n"));

    internal static string ToCsv(AuditReport report) => Csv.Row("check", "sequence", "entry", "text")
        + string.Concat(report.Findings.Select(finding => Csv.Row(
            finding.Check, finding.Sequence is { } sequence ? FormattableString.Invariant($"{sequence}") : null,
            finding.Entry, finding.Text)));

    internal static string ToJson(AuditReport report) => Json.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("format", "trustfund.audit/1");
        writer.WriteNumber("entries", report.Entries);
        writer.WriteString("head", report.Head.Hash.ToString());
        writer.WriteBoolean("intact", report.IsIntact);
        writer.WriteObjects("findings", report.Findings, finding =>
        {
            writer.WriteString("entry", finding.Entry);
            if (finding.Sequence is { } sequence)
            {
                writer.WriteNumber("sequence", sequence);
            }
            else
            {
                writer.WriteNull("sequence");
            }

            writer.WriteString("check", finding.Check);
            writer.WriteString("text", finding.Text);
        });
        writer.WriteEndObject();
    });
}
