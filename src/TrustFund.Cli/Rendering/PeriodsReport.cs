using System.Text.Json;
using NodaTime.Text;
using TrustFund.Storage;

namespace TrustFund.Cli.Rendering;

/// <summary>The years and months of funds for people and programs: state, closed when and by whom, why reopened.</summary>
internal sealed class PeriodsReport(IReadOnlyList<FundPeriods> funds, bool isIllustrative)
{
    internal string ToText() => string.Concat(Lines().Select(line => line + "\n"));

    internal string ToCsv() => Csv.Row(["fund", "period", "start", "end", "state", "number", "recorded", "event", "reason", "prepared_by", "approved_by", "authority", .. Illustrative("illustrative")])
        + string.Concat(funds.SelectMany(fund => fund.Periods).SelectMany(row => row.Events.DefaultIfEmpty(null).Select(posted => Csv.Row([
            row.Period.Fund.Code.Text, Kind(row), Day(row.Period.Days.Start), Day(row.Period.Days.End), Words.State(row.State),
            posted is null ? null : FormattableString.Invariant($"{posted.Number}"), posted is null ? null : InstantPattern.ExtendedIso.Format(posted.Recorded),
            posted is null ? null : Words.Event(posted.Event.Kind), posted?.Event.Reason?.Replace('\n', ';'),
            posted?.Event.PreparedBy, posted?.Event.ApprovedBy, posted?.Event.Authority, .. Illustrative("yes")]))));

    internal string ToJson() => Json.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("format", "trustfund.periods/1");
        writer.WriteBoolean("illustrative", isIllustrative);
        writer.WriteObjects("funds", funds, fund =>
        {
            writer.WriteString("fund", fund.Fund.Code.Text);
            writer.WriteString("name", fund.Fund.Name);
            writer.WriteBoolean("closed", fund.Closed is not null);
            writer.WriteObjects("periods", fund.Periods, row =>
            {
                writer.WriteString("period", Kind(row));
                writer.WriteString("start", Day(row.Period.Days.Start));
                writer.WriteString("end", Day(row.Period.Days.End));
                writer.WriteString("state", Words.State(row.State));
                writer.WriteObjects("events", row.Events, posted => WriteEvent(writer, posted));
            });
            writer.WriteObjects("closing", fund.Closed is { } closed ? [closed] : Array.Empty<PostedEvent>(), posted => WriteEvent(writer, posted));
        });
        writer.WriteEndObject();
    });

    private IEnumerable<string> Lines()
    {
        if (isIllustrative)
        {
            yield return "** ILLUSTRATIVE **  These books are constructed; they are evidence of nothing.";
        }

        foreach (var fund in funds)
        {
            yield return $"{fund.Fund}{(fund.Closed is null ? "" : "  CLOSED")}";
            foreach (var row in fund.Periods)
            {
                yield return $"  {(row.Period.IsYear ? "" : "  ")}{row.Period.Days.ToString().PadRight(row.Period.IsYear ? 26 : 24)}{Words.State(row.State)}";
                foreach (var line in row.Events.SelectMany(Lines))
                {
                    yield return line;
                }
            }

            foreach (var line in fund.Closed is { } closed ? Lines(closed) : [])
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Lines(PostedEvent posted)
    {
        var change = posted.Event;
        yield return $"      {InstantPattern.General.Format(posted.Recorded)}  {Names.Of(Words.Event(change.Kind).Replace('-', ' '), change.PreparedBy, change.ApprovedBy, change.Authority)}";
        foreach (var reason in change.Reason?.Split('\n') ?? [])
        {
            yield return change.Kind == BooksEventKind.PeriodClosed ? $"          accepted {reason}" : $"          {reason}";
        }
    }

    private static void WriteEvent(Utf8JsonWriter writer, PostedEvent posted)
    {
        writer.WriteNumber("number", posted.Number);
        writer.WriteString("recorded", InstantPattern.ExtendedIso.Format(posted.Recorded));
        writer.WriteString("event", Words.Event(posted.Event.Kind));
        writer.WriteNumber("after", posted.Event.After.Sequence);
        writer.WriteString("reason", posted.Event.Reason);
        writer.WriteString("preparedBy", posted.Event.PreparedBy);
        writer.WriteString("approvedBy", posted.Event.ApprovedBy);
        writer.WriteString("authority", posted.Event.Authority);
    }

    private string[] Illustrative(string cell) => isIllustrative ? [cell] : [];

    private static string Kind(PeriodHistory row) => row.Period.IsYear ? "year" : "month";

    private static string Day(NodaTime.LocalDate date) => LocalDatePattern.Iso.Format(date);
}
