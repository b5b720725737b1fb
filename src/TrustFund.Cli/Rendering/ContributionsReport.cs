using NodaTime.Text;
using Spectre.Console;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Rendering;

/// <summary>What entries contribute to figures: the entries behind one figure, or the figures that one entry moves.</summary>
internal sealed class ContributionsReport(
    Statement statement, IReadOnlyList<Contribution> contributions, (StatementLine Line, int Column)? figure, bool isIllustrative)
{
    internal string ToText()
    {
        var table = new Table().Border(TableBorder.Simple).Expand();
        table.AddColumns(new TableColumn("Entry").NoWrap(), new TableColumn("Date").NoWrap(), new TableColumn(figure is null ? "Figure" : "Description"),
            new TableColumn("Amount").RightAligned().NoWrap());
        foreach (var found in contributions)
        {
            table.AddRow(new Text(found.Posted.Entry.Id.Text), new Text(Day(found)),
                new Text(figure is null ? Name(found.Line, found.Column) : found.Posted.Entry.Description), new Text(Amounts.Grouped(found.Amount)));
        }

        var total = figure is not { } asked
            ? FormattableString.Invariant($"{contributions.Count} figures of {statement.Title}.\n")
            : FormattableString.Invariant($"{contributions.Count} entries make {Name(asked.Line, asked.Column)}: {Amounts.Grouped(Total)} {statement.Fund.Currency}, printed {asked.Line.Cells[asked.Column].Printed}.\n");
        return (contributions.Count == 0 ? "" : TableText.Of(table)) + total
            + (isIllustrative ? "** ILLUSTRATIVE **  These books are constructed; they are evidence of nothing.\n" : "");
    }

    internal string ToJson() => Json.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("format", "trustfund.contributions/1");
        writer.WriteString("title", statement.Title);
        writer.WriteString("template", statement.Template.ToString());
        writer.WriteString("period", statement.Period.ToString());
        writer.WriteString("currency", statement.Fund.Currency.Code);
        writer.WriteBoolean("illustrative", isIllustrative);
        writer.WriteString("total", figure is null ? null : Total.ToPlainString());
        writer.WriteObjects("contributions", contributions, found =>
        {
            writer.WriteString("entry", found.Posted.Entry.Id.Text);
            writer.WriteNumber("sequence", found.Posted.Sequence);
            writer.WriteString("date", Day(found));
            writer.WriteString("description", found.Posted.Entry.Description);
            writer.WriteString("line", found.Line.Template.Id);
            writer.WriteString("caption", found.Line.Caption);
            writer.WriteNumber("column", found.Column + 1);
            writer.WriteString("amount", found.Amount.ToPlainString());
        });
        writer.WriteEndObject();
    });

    internal string ToCsv() =>
        Csv.Row(["entry", "sequence", "date", "description", "line", "caption", "column", "amount", .. isIllustrative ? new[] { "illustrative" } : []])
        + string.Concat(contributions.Select(found => Csv.Row([
            found.Posted.Entry.Id.Text, FormattableString.Invariant($"{found.Posted.Sequence}"), Day(found), found.Posted.Entry.Description,
            found.Line.Template.Id, found.Line.Caption, FormattableString.Invariant($"{found.Column + 1}"), found.Amount.ToPlainString(),
            .. isIllustrative ? new[] { "yes" } : []])));

    private Money Total => contributions.Aggregate(Money.Zero(statement.Fund.Currency), (sum, found) => sum + found.Amount);

    private string Name(StatementLine line, int column) =>
        statement.Headings[column].Length > 0 ? $"{line.Caption}, {statement.Headings[column]}" : line.Caption;

    private static string Day(Contribution found) => LocalDatePattern.Iso.Format(found.Posted.Entry.Date);
}
