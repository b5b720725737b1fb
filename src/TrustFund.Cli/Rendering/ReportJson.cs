using System.Text.Json;
using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Diagnosis;
using TrustFund.Reconciliation.Proof;

namespace TrustFund.Cli.Rendering;

/// <summary>The report of <c>check</c> and <c>reconcile</c> as JSON, format <c>trustfund.report/1</c>.</summary>
internal static class ReportJson
{
    internal static string Of(IReadOnlyList<ReconciliationReport> reports) => Json.Write(writer => WriteReports(writer, reports));

    /// <summary>Writes it as it is made: that of a long table would fill the memory several times.</summary>
    internal static void Write(TextWriter output, IReadOnlyList<ReconciliationReport> reports) => Json.Write(output, writer => WriteReports(writer, reports));

    private static void WriteReports(Utf8JsonWriter writer, IReadOnlyList<ReconciliationReport> reports)
    {
        writer.WriteStartObject();
        writer.WriteString("format", "trustfund.report/1");
        writer.WriteString("verdict", Words.Verdict(Worst(reports)));
        writer.WriteObjects("documents", reports, report => WriteDocument(writer, report));
        writer.WriteEndObject();
    }

    private static Verdict Worst(IEnumerable<ReconciliationReport> reports)
    {
        Verdict[] worstFirst = [Verdict.Inconsistent, Verdict.Unverified, Verdict.Rounding, Verdict.Exact];
        return reports.Select(report => report.Verdict).MinBy(verdict => Array.IndexOf(worstFirst, verdict));
    }

    private static void WriteDocument(Utf8JsonWriter writer, ReconciliationReport report)
    {
        writer.WriteString("source", report.Document.Source);
        writer.WriteString("sha256", report.Document.Sha256);
        writer.WriteString("title", report.Document.Title);
        writer.WriteString("verdict", Words.Verdict(report.Verdict));
        writer.WriteBoolean("illustrative", report.IsIllustrative);
        writer.WriteString("template", report.Match?.Template.ToString());
        WriteBooks(writer, report.Books);
        writer.WriteObjects("tables", report.Document.Tables, table =>
        {
            writer.WriteString("id", table.Id);
            writer.WriteString("title", table.Title);
            writer.WriteString("currency", table.Currency);
            writer.WriteString("unit", Amounts.Plain(table.Unit));
            writer.WriteObjects("columns", table.Columns, heading =>
            {
                writer.WriteString("heading", heading);
                writer.WriteString("unit", Amounts.Plain(table.Unit));
            });
        });
        var tables = report.Document.Tables
            .SelectMany(table => table.Lines.SelectMany(line => line.Figures).Select(figure => (figure, table.Id)))
            .ToDictionary(pair => pair.figure, pair => pair.Id);
        writer.WriteObjects("figures", report.Figures.Concat(report.Narrative).Concat(report.Elsewhere), finding => WriteFigure(writer, finding, tables.GetValueOrDefault(finding.Figure)));
        writer.WriteObjects("relations", report.Proof.Findings, finding => WriteRelation(writer, finding, report));
        writer.WriteObjects("witness", report.Proof.Witness, pair =>
        {
            writer.WriteString("figure", pair.Key.Id);
            writer.WriteAmount("amount", pair.Value);
        });
        writer.WriteObjects("conflicts", report.Proof.Conflicts, conflict => WriteConflict(writer, conflict));
        writer.WriteObjects("discrepancies", report.Discrepancies, discrepancy => WriteDiscrepancy(writer, discrepancy, report));
        writer.WriteObjects("observations", report.Observations, observation =>
        {
            writer.WriteString("text", observation.Text);
            writer.WriteArray("figures", observation.Figures, figure => writer.WriteStringValue(figure.Id));
        });
        writer.WriteObjects("problems", report.Problems, problem =>
        {
            writer.WriteString("place", problem.Place.ToString());
            writer.WriteString("found", problem.Found);
            writer.WriteString("expected", problem.Expected);
            writer.WriteString("remedy", problem.Remedy);
        });
    }

    private static void WriteBooks(Utf8JsonWriter writer, BooksIdentity? books)
    {
        if (books is null)
        {
            writer.WriteNull("books");
            return;
        }

        writer.WriteStartObject("books");
        writer.WriteString("name", books.Name);
        if (books.Entries is { } entries)
        {
            writer.WriteNumber("entries", entries);
        }
        else
        {
            writer.WriteNull("entries");
        }

        writer.WriteString("fingerprint", books.Fingerprint);
        writer.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter writer, FigureFinding finding, string? table)
    {
        var figure = finding.Figure;
        writer.WriteString("id", figure.Id);
        writer.WriteString("table", table);
        writer.WriteString("caption", figure.Caption);
        writer.WriteNumber("column", figure.Column);
        writer.WriteNumber("line", figure.Place.Line);
        writer.WriteString("printed", figure.Printed);
        writer.WriteAmount("amount", figure.Amount);
        writer.WriteString("state", Words.State(figure.State));
        writer.WriteAmount("low", figure.Interval?.Low);
        writer.WriteAmount("high", figure.Interval?.High);
        writer.WriteAmount("implied", finding.Implied is { } implied ? Readable(implied) : null);
        writer.WriteAmount("perBooks", finding.PerBooks);
        writer.WriteString("verdict", Words.Verdict(finding.Verdict));
    }

    private static void WriteRelation(Utf8JsonWriter writer, RelationFinding finding, ReconciliationReport report)
    {
        var relation = finding.Relation;
        writer.WriteString("id", relation.Id);
        writer.WriteString("kind", Words.Kind(relation.Kind));
        writer.WriteString("basis", Words.Basis(relation.Basis));
        writer.WriteString("because", relation.Because);
        writer.WriteString("target", relation.Target.Id);
        writer.WriteObjects("terms", relation.Terms, term =>
        {
            writer.WriteString("figure", term.Figure.Id);
            writer.WriteAmount("coefficient", term.Coefficient);
        });
        writer.WriteAmount("constant", relation.Constant);
        writer.WriteString("roundedTo", Amounts.Plain(relation.RoundedTo));
        if (relation.AsPrinted)
        {
            writer.WriteBoolean("asPrinted", true);
        }

        writer.WriteAmount("residual", Readable(finding.Residual));
        writer.WriteAmount("bound", Readable(finding.Bound));
        writer.WriteAmount("likelihood", decimal.Round(finding.Likelihood, 6, MidpointRounding.AwayFromZero));
        writer.WriteString("verdict", Words.Verdict(finding.Verdict));
        writer.WriteString("text", report.TextOf(finding));
    }

    private static void WriteConflict(Utf8JsonWriter writer, Conflict conflict)
    {
        writer.WriteArray("relations", conflict.Relations, relation => writer.WriteStringValue(relation.Id));
        writer.WriteObjects("certificate", conflict.Relations.Zip(conflict.Certificate), pair =>
        {
            writer.WriteString("relation", pair.First.Id);
            writer.WriteAmount("multiplier", pair.Second);
        });
        writer.WriteStartArray("giveUp");
        writer.WriteStringValue(conflict.GiveUp.Id);
        writer.WriteEndArray();
    }

    private static void WriteDiscrepancy(Utf8JsonWriter writer, Discrepancy discrepancy, ReconciliationReport report)
    {
        writer.WriteString("figure", discrepancy.Figure?.Id);
        writer.WriteString("caption", discrepancy.Caption);
        writer.WriteAmount("published", discrepancy.Published);
        writer.WriteAmount("recomputed", discrepancy.Recomputed);
        writer.WriteAmount("perBooks", discrepancy.PerBooks);
        writer.WriteAmount("difference", discrepancy.Difference);
        writer.WriteString("relation", discrepancy.Relation?.Id);
        writer.WriteString("text", discrepancy.Text);
        writer.WriteStartArray("followsFrom");
        foreach (var place in discrepancy.FollowsFrom)
        {
            writer.WriteNumberValue(place);
        }

        writer.WriteEndArray();
        WriteConflictNumber(writer, discrepancy, report);
        writer.WriteObjects("entries", discrepancy.Entries, clue =>
        {
            writer.WriteString("entry", clue.Entry);
            writer.WriteAmount("amount", clue.Amount);
            writer.WriteString("text", clue.Text);
        });
        writer.WriteObjects("diagnoses", discrepancy.Diagnoses, hypothesis => WriteHypothesis(writer, hypothesis));
    }

    // The place of the conflict in the list of conflicts, from 0.
    private static void WriteConflictNumber(Utf8JsonWriter writer, Discrepancy discrepancy, ReconciliationReport report)
    {
        if (discrepancy.Conflict is null)
        {
            writer.WriteNull("conflict");
        }
        else
        {
            writer.WriteNumber("conflict", report.Proof.Conflicts.TakeWhile(conflict => conflict != discrepancy.Conflict).Count());
        }
    }

    private static void WriteHypothesis(Utf8JsonWriter writer, Hypothesis hypothesis)
    {
        writer.WriteNumber("rank", hypothesis.Rank);
        writer.WriteString("kind", Words.Slip(hypothesis.Kind));
        writer.WriteString("figure", hypothesis.Repairs[0].Figure.Id);
        writer.WriteAmount("printed", hypothesis.Repairs[0].Figure.Amount);
        writer.WriteAmount("repaired", hypothesis.Repairs[0].Amount);
        writer.WriteObjects("also", hypothesis.Repairs.Skip(1), repair =>
        {
            writer.WriteString("figure", repair.Figure.Id);
            writer.WriteAmount("repaired", repair.Amount);
        });
        writer.WriteArray("repairs", hypothesis.Repaired, relation => writer.WriteStringValue(relation.Id));
        writer.WriteBoolean("confirmed", hypothesis.IsConfirmed);
        writer.WriteString("text", hypothesis.Text);
    }

    // Quotients have no end of digits; beyond the eighth decimal nothing is printed anywhere.
    private static decimal Readable(decimal amount) => decimal.Round(amount, 8, MidpointRounding.AwayFromZero);
}
