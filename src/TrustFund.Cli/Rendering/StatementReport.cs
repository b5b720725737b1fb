using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Rendering;

/// <summary>A reproduced statement for people and programs.</summary>
internal sealed class StatementReport(Statement statement, bool isIllustrative)
{
    private readonly string _banner = isIllustrative
        ? "** ILLUSTRATIVE **  These books are constructed; they are evidence of nothing.\n\n"
        : "";

    /// <summary>The paragraphs that accompany the statement; null where they are not asked for.</summary>
    internal IReadOnlyList<string>? Narrative { get; init; }

    /// <summary>The paragraphs, a blank line between them and none broken, to be taken into a document.</summary>
    internal string ToNarrative() => _banner + string.Join("\n\n", Narrative ?? []) + "\n";

    internal string ToText(string? thousands, int? page = null)
    {
        var unexplained = statement.Unexplained.Select(Unexplained).ToList();
        var unmatched = statement.Lines.Where(line => line.Template.IsUnmatched && line.Cells.Any(cell => !cell.Exact.IsZero))
            .Select(line => $"{line.Caption}: {Amounts.Grouped(line.Cells.First(cell => !cell.Exact.IsZero).Exact)} {statement.Fund.Currency}. The inter-fund accounts of the funds should net to nil; what they do not is left in the total.\n");
        unexplained.AddRange(unmatched);
        return _banner + StatementText.Aligned(statement, thousands, page)
            + (unexplained.Count == 0 ? "" : "\n" + string.Concat(unexplained));
    }

    internal string ToJson() => Json.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("format", "trustfund.statement/1");
        writer.WriteString("title", statement.Title);
        writer.WriteBoolean("illustrative", isIllustrative);
        writer.WriteString("template", statement.Template.ToString());
        writer.WriteString("fund", statement.Fund.Code.Text);
        writer.WriteString("period", statement.Period.ToString());
        writer.WriteString("currency", statement.Fund.Currency.Code);
        writer.WriteString("unit", Amounts.Plain(statement.Template.Unit));
        writer.WriteObjects("columns", statement.Headings, heading => writer.WriteString("heading", heading));
        writer.WriteObjects("lines", statement.Lines, line =>
        {
            writer.WriteString("line", line.Template.Id);
            writer.WriteString("caption", line.Caption);
            writer.WriteObjects("cells", line.Cells, cell =>
            {
                WriteCell(writer, cell);
                writer.WriteString("note", statement.NoteOf(line));
            });
        });
        writer.WriteObjects("notes", statement.Notes, note =>
        {
            writer.WriteString("marker", note.Marker);
            writer.WriteString("text", note.Text);
            writer.WriteObjects("items", note.Items, item =>
            {
                writer.WriteString("donor", item.Donor?.Code.Text);
                writer.WriteString("name", item.Name);
                WriteCell(writer, item.Cell);
            });
        });
        if (Narrative is not null)
        {
            writer.WriteStartArray("narrative");
            foreach (var paragraph in Narrative)
            {
                writer.WriteStringValue(paragraph);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    });

    internal string ToCsv()
    {
        string?[] mark = isIllustrative ? ["yes"] : [];
        // A note breaks down the first column.
        var beside = Enumerable.Repeat("", statement.Headings.Count - 1);
        var headings = statement.Headings.Select((heading, column) =>
            heading.Length > 0 ? heading : column == 0 ? "amount" : FormattableString.Invariant($"amount {column + 1}")).ToList();
        var exact = statement.Headings.Count == 1 ? ["exact"] : headings.Select(heading => $"{heading} exact");
        return Csv.Row(["line", "caption", .. headings, .. exact, "note", .. isIllustrative ? new[] { "illustrative" } : []])
            + string.Concat(statement.Lines.Where(line => line.Cells.Count > 0).Select(line => Csv.Row([
                line.Template.Id, line.Caption, .. line.Cells.Select(cell => Amounts.Plain(cell.Rounded)),
                .. line.Cells.Select(cell => cell.Exact.ToPlainString()), statement.NoteOf(line), .. mark])))
            + string.Concat(statement.Notes.SelectMany(note => note.Items.Select(item => Csv.Row([
                $"note {note.Marker}", item.Name, Amounts.Plain(item.Cell.Rounded),
                .. beside, item.Cell.Exact.ToPlainString(), .. beside, note.Marker, .. mark]))));
    }

    private string Unexplained((StatementLine Line, int Column, Money Difference) found)
    {
        var (line, column, difference) = found;
        var heading = statement.Headings[column] is { Length: > 0 } text ? $", {text}" : "";
        var amount = Amounts.Grouped(Math.Abs(difference.Amount), difference.Currency.MinorDigits);
        return $"{line.Caption}{heading}: {amount} {difference.Currency} {(difference.MinorUnits > 0 ? "more" : "less")} than its lines add up to in the books, for an item that the template has no line for. A restatement is shown by --as-restated.\n";
    }

    private static void WriteCell(System.Text.Json.Utf8JsonWriter writer, StatementCell cell)
    {
        writer.WriteString("amount", Amounts.Plain(cell.Rounded));
        writer.WriteString("exact", cell.Exact.ToPlainString());
        writer.WriteString("printed", cell.Printed);
    }
}
