using NodaTime.Text;
using Spectre.Console;

namespace TrustFund.Cli.Rendering;

/// <summary>What moved between two states of the books, for people and programs: the figures, and the entries that moved each.</summary>
internal sealed class DiffReport(
    RecordedState earlier, RecordedState later, int recordedBetween, string title, IReadOnlyList<DiffFigure> figures, bool isIllustrative)
{
    private readonly IReadOnlyList<PostedEntry> _entries =
        [.. figures.SelectMany(figure => figure.Entries).Select(effect => effect.Posted).DistinctBy(posted => posted.Sequence).OrderBy(posted => posted.Sequence)];

    internal string ToText()
    {
        var banner = isIllustrative ? "** ILLUSTRATIVE **  These books are constructed; they are evidence of nothing.\n\n" : "";
        var states = $"{title}\n\nBefore: as recorded through {Of(earlier)}\nAfter:  as recorded through {Of(later)}\n\n";
        return banner + states + (figures.Count == 0 ? "" : Figures() + "\n" + Entries()) + Closing();
    }

    internal string ToJson() => Json.Write(writer =>
    {
        void WriteState(string name, RecordedState state)
        {
            writer.WriteStartObject(name);
            writer.WriteString("named", state.Named);
            writer.WriteNumber("sequence", state.Sequence);
            writer.WriteString("recorded", Instant(state));
            writer.WriteEndObject();
        }

        writer.WriteStartObject();
        writer.WriteString("format", "trustfund.diff/1");
        writer.WriteString("title", title);
        writer.WriteBoolean("illustrative", isIllustrative);
        WriteState("from", earlier);
        WriteState("to", later);
        writer.WriteNumber("recordedBetween", recordedBetween);
        writer.WriteObjects("figures", figures, figure =>
        {
            writer.WriteString("caption", figure.Caption);
            foreach (var (name, value) in figure.Names)
            {
                writer.WriteString(name, value);
            }

            writer.WriteString("currency", figure.Before.Currency.Code);
            writer.WriteString("before", figure.Before.ToPlainString());
            writer.WriteString("after", figure.After.ToPlainString());
            writer.WriteString("difference", figure.Difference.ToPlainString());
            writer.WriteObjects("entries", figure.Entries, effect =>
            {
                writer.WriteString("entry", effect.Posted.Entry.Id.Text);
                writer.WriteString("amount", effect.Amount.ToPlainString());
            });
        });
        writer.WriteObjects("entries", _entries, posted =>
        {
            writer.WriteString("entry", posted.Entry.Id.Text);
            writer.WriteNumber("sequence", posted.Sequence);
            writer.WriteString("recorded", InstantPattern.ExtendedIso.Format(posted.Recorded));
            writer.WriteString("date", Day(posted));
            writer.WriteString("kind", Words.Kind(posted.Entry.Kind));
            writer.WriteString("description", posted.Entry.Description);
            writer.WriteString("preparedBy", posted.Entry.PreparedBy);
            writer.WriteString("approvedBy", posted.Entry.ApprovedBy);
            writer.WriteString("authority", posted.Entry.Authority);
        });
        writer.WriteEndObject();
    });

    /// <summary>A row for each entry of each figure.</summary>
    internal string ToCsv()
    {
        var names = figures.Count == 0 ? [] : figures[0].Names.Select(name => name.Name);
        return Csv.Row(["figure", .. names, "currency", "before", "after", "difference", "entry", "sequence", "recorded", "date", "kind", "description", "amount",
                .. isIllustrative ? new[] { "illustrative" } : []])
            + string.Concat(
                from figure in figures
                from effect in figure.Entries
                let posted = effect.Posted
                select Csv.Row([
                    figure.Caption, .. figure.Names.Select(name => name.Value), figure.Before.Currency.Code, figure.Before.ToPlainString(),
                    figure.After.ToPlainString(), figure.Difference.ToPlainString(), posted.Entry.Id.Text, FormattableString.Invariant($"{posted.Sequence}"),
                    InstantPattern.ExtendedIso.Format(posted.Recorded), Day(posted), Words.Kind(posted.Entry.Kind), posted.Entry.Description,
                    effect.Amount.ToPlainString(), .. isIllustrative ? new[] { "yes" } : []]));
    }

    private string Figures()
    {
        var table = new Table().Border(TableBorder.Simple).Expand();
        table.AddColumn(new TableColumn("Figure"));
        foreach (var heading in new[] { "Before", "After", "Difference" })
        {
            table.AddColumn(new TableColumn(heading).RightAligned().NoWrap());
        }

        foreach (var figure in figures)
        {
            table.AddRow(new Text(figure.Caption), new Text(Amounts.Grouped(figure.Before)), new Text(Amounts.Grouped(figure.After)), new Text(Amounts.Grouped(figure.Difference)));
            foreach (var effect in figure.Entries)
            {
                table.AddRow(new Text($"  {effect.Posted.Entry.Id}"), new Text(""), new Text(""), new Text(Amounts.Grouped(effect.Amount)));
            }
        }

        return TableText.Of(table);
    }

    private string Entries() => string.Concat(_entries.Select(posted => FormattableString.Invariant(
        $"{posted.Entry.Id}  {posted.Entry.Description}\n  {Words.Kind(posted.Entry.Kind)} entry {posted.Sequence} of {Day(posted)}, recorded {InstantPattern.General.Format(posted.Recorded)}; {Names.Of(Names.Prepared, posted.Entry.PreparedBy, posted.Entry.ApprovedBy, posted.Entry.Authority)}\n"))) + "\n";

    private string Closing() => FormattableString.Invariant($"{Count(recordedBetween, "entry was", "entries were")} recorded between the two. ")
        + (figures.Count == 0
            ? "No figure moved.\n"
            : $"{Count(figures.Count, "figure", "figures")} moved, by {Count(_entries.Count, "of them", "of them")}; nothing else did.\n");

    private static string Count(int count, string one, string many) => FormattableString.Invariant($"{count} {(count == 1 ? one : many)}");

    private static string Of(RecordedState state) => state.Sequence == 0
        ? "no entry"
        : FormattableString.Invariant($"entry {state.Sequence}, recorded {InstantPattern.General.Format(state.Recorded!.Value)}");

    private static string? Instant(RecordedState state) => state.Recorded is { } recorded ? InstantPattern.ExtendedIso.Format(recorded) : null;

    private static string Day(PostedEntry posted) => LocalDatePattern.Iso.Format(posted.Entry.Date);
}
