using System.Globalization;
using System.Text;
using NodaTime.Text;
using Spectre.Console;

namespace TrustFund.Cli.Rendering;

/// <summary>A statement in three views for people and programs: the figures side by side, and the entries that lie between.</summary>
internal sealed class ViewsReport(StatementViews views, bool isIllustrative)
{
    private int Decimals => views.Statement.Template.Decimals;

    internal string ToText()
    {
        var table = new Table().Border(TableBorder.Simple).Expand();
        table.AddColumn(new TableColumn(""));
        foreach (var heading in new[] { "As published", "As recorded", "Difference", "As restated", "Difference" })
        {
            table.AddColumn(new TableColumn(heading).RightAligned().NoWrap());
        }

        foreach (var view in views.Figures)
        {
            table.AddRow([.. new[]
            {
                view.Caption, view.Published is { } published ? Printed(published) : "not printed", Printed(view.Recorded.Rounded),
                Printed(view.Recorded.Rounded - (view.Published ?? 0)), Printed(view.Restated.Rounded), Printed(view.Restated.Rounded - view.Recorded.Rounded),
            }.Select(text => new Text(text))]);
        }

        var edition = views.Edition.Event.Edition!;
        return new StringBuilder(isIllustrative ? "** ILLUSTRATIVE **  These books are constructed; they are evidence of nothing.\n\n" : "")
            .Append(CultureInfo.InvariantCulture, $"{views.Statement.Title}\n{views.Statement.Template.UnitLine}\n\n")
            .Append(FormattableString.Invariant($"As published in {edition}, {Words.Status(edition.Status)}, dated {edition.Date:uuuu-MM-dd}; as recorded now; as restated. Each difference is later less earlier.\n\n"))
            .Append(TableText.Of(table)).Append('\n')
            .Append(Entries("Recorded since the edition was made", views.Since, "No entry recorded since moved a figure."))
            .Append('\n')
            .Append(Entries("Restated", views.Restating, "No restatement moves a figure."))
            .ToString();
    }

    internal string ToJson() => Json.Write(writer =>
    {
        void WriteChanges(string name, IReadOnlyList<FigureChange<Reconciliation.Statements.StatementFigure>> changes) => writer.WriteObjects(name, changes, change =>
        {
            writer.WriteString("line", change.Figure.Line);
            writer.WriteNumber("column", change.Figure.Column + 1);
            writer.WriteString("note", change.Figure.Note);
            writer.WriteString("donor", change.Figure.Donor?.Code.Text);
            writer.WriteString("difference", change.Difference.ToPlainString());
            writer.WriteObjects("entries", change.Entries, effect =>
            {
                writer.WriteString("entry", effect.Posted.Entry.Id.Text);
                writer.WriteNumber("sequence", effect.Posted.Sequence);
                writer.WriteString("amount", effect.Amount.ToPlainString());
            });
        });

        writer.WriteStartObject();
        writer.WriteString("format", "trustfund.views/1");
        writer.WriteString("title", views.Statement.Title);
        writer.WriteBoolean("illustrative", isIllustrative);
        writer.WriteString("symbol", views.Edition.Event.Edition!.Symbol.Text);
        writer.WriteString("language", views.Edition.Event.Edition.Language);
        writer.WriteString("fund", views.Statement.Fund.Code.Text);
        writer.WriteString("period", views.Statement.Period.ToString());
        writer.WriteString("template", views.Statement.Template.ToString());
        writer.WriteObjects("figures", views.Figures, view =>
        {
            writer.WriteString("line", view.Figure.Line);
            writer.WriteNumber("column", view.Figure.Column + 1);
            writer.WriteString("caption", view.Caption);
            writer.WriteAmount("published", view.Published);
            writer.WriteAmount("recorded", view.Recorded.Rounded);
            writer.WriteAmount("restated", view.Restated.Rounded);
            writer.WriteString("recordedExact", view.Recorded.Exact.ToPlainString());
            writer.WriteString("restatedExact", view.Restated.Exact.ToPlainString());
        });
        WriteChanges("recordedSince", views.Since);
        WriteChanges("restating", views.Restating);
        writer.WriteEndObject();
    });

    internal string ToCsv() =>
        Csv.Row(["line", "caption", "published", "recorded", "recorded_less_published", "restated", "restated_less_recorded", "recorded_exact", "restated_exact",
            .. isIllustrative ? new[] { "illustrative" } : []])
        + string.Concat(views.Figures.Select(view => Csv.Row([
            view.Figure.Line, view.Caption, view.Published is { } published ? Amounts.Plain(published) : "", Amounts.Plain(view.Recorded.Rounded),
            Amounts.Plain(view.Recorded.Rounded - (view.Published ?? 0)), Amounts.Plain(view.Restated.Rounded), Amounts.Plain(view.Restated.Rounded - view.Recorded.Rounded),
            view.Recorded.Exact.ToPlainString(), view.Restated.Exact.ToPlainString(), .. isIllustrative ? new[] { "yes" } : []])));

    private static string Entries(string heading, IReadOnlyList<FigureChange<Reconciliation.Statements.StatementFigure>> changes, string none) => changes.Count == 0
        ? $"{none}\n"
        : $"{heading}:\n" + string.Concat(changes.SelectMany(change => change.Entries).Select(effect => effect.Posted).DistinctBy(posted => posted.Sequence)
            .OrderBy(posted => posted.Sequence).Select(posted => FormattableString.Invariant(
                $"  {posted.Entry.Id}  {posted.Entry.Description}\n    {Words.Kind(posted.Entry.Kind)} entry {posted.Sequence} of {LocalDatePattern.Iso.Format(posted.Entry.Date)}, recorded {InstantPattern.General.Format(posted.Recorded)}; approved by {posted.Entry.ApprovedBy ?? "not stated"}{(posted.Entry.Authority is { } authority ? $" under {authority}" : "")}\n")));

    private string Printed(decimal amount) => Amounts.Grouped(amount, Decimals);
}
