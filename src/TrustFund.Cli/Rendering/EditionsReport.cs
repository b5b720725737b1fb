using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using TrustFund.Storage;

namespace TrustFund.Cli.Rendering;

/// <summary>Registered statements for people and programs, with what was found of each where they were verified.</summary>
/// <param name="editions">The editions to show.</param>
/// <param name="all">All that are registered, to name those that others correct.</param>
/// <param name="checks">What was found of each; null where nothing was asked.</param>
/// <param name="isIllustrative">Whether the books are marked illustrative.</param>
internal sealed class EditionsReport(
    IReadOnlyList<PostedEvent> editions, IReadOnlyList<PostedEvent> all, IReadOnlyList<EditionCheck>? checks, bool isIllustrative)
{
    private const string NotStated = "not stated";

    internal string ToText()
    {
        var text = new StringBuilder(isIllustrative ? "** ILLUSTRATIVE **  These books are constructed; they are evidence of nothing.\n\n" : "");
        if (editions.Count == 0)
        {
            return text.Append("No statement is registered. Next: trustfund register BOOKS DOCUMENT --symbol SYMBOL --date DATE --status STATUS --year YYYY\n").ToString();
        }

        for (var index = 0; index < editions.Count; index++)
        {
            var (posted, edition) = (editions[index], editions[index].Event.Edition!);
            text.Append(CultureInfo.InvariantCulture, $"{edition}  {posted.Event.Fund} {posted.Event.Period}, {Words.Status(edition.Status)}, dated {Day(edition.Date)}\n");
            if (Corrected(edition) is { } corrected)
            {
                text.Append(CultureInfo.InvariantCulture, $"  corrects {corrected}{(posted.Event.Reason is { } reason ? $": {reason}" : "")}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"  {Authorization(edition)}\n");
            text.Append(CultureInfo.InvariantCulture, $"  registered {InstantPattern.General.Format(posted.Recorded)} as event {posted.Number}; {Names.Of(Names.Prepared, posted.Event.PreparedBy, posted.Event.ApprovedBy, posted.Event.Authority)}\n");
            text.Append(CultureInfo.InvariantCulture, $"  made by {edition.Template} from the books as recorded through entry {edition.Head.Seal}{(edition.Cutoff.AsRestated ? ", as restated" : "")}\n");
            text.Append(CultureInfo.InvariantCulture, $"  document {edition.Source.Name}, SHA-256 {edition.Source.Sha256}\n");
            if (checks is not null)
            {
                Claim(text, checks[index].Changed, "the bytes are unchanged", "THE BYTES WERE CHANGED");
                Claim(text, checks[index].Derived, "the figures derive from the entries then recorded, to the byte", "THE FIGURES DO NOT DERIVE FROM THE ENTRIES THEN RECORDED");
            }
        }

        return text.Append('\n').Append(Closing()).ToString();
    }

    internal string ToJson() => Json.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("format", "trustfund.editions/1");
        writer.WriteBoolean("illustrative", isIllustrative);
        writer.WriteObjects("editions", editions.Select((posted, index) => (posted, index)), pair =>
        {
            var (posted, edition) = (pair.posted, pair.posted.Event.Edition!);
            writer.WriteNumber("event", posted.Number);
            writer.WriteString("recorded", InstantPattern.ExtendedIso.Format(posted.Recorded));
            writer.WriteString("symbol", edition.Symbol.Text);
            writer.WriteString("language", edition.Language);
            writer.WriteString("date", Day(edition.Date));
            writer.WriteString("status", Words.Status(edition.Status));
            writer.WriteString("authorizedOn", edition.AuthorizedOn is { } on ? Day(on) : null);
            writer.WriteString("authorizedBy", edition.AuthorizedBy);
            writer.WriteString("corrects", Corrected(edition)?.Symbol.Text);
            writer.WriteString("fund", posted.Event.Fund!.Value.Text);
            writer.WriteString("period", posted.Event.Period.ToString());
            writer.WriteString("reason", posted.Event.Reason);
            writer.WriteString("preparedBy", posted.Event.PreparedBy);
            writer.WriteString("approvedBy", posted.Event.ApprovedBy);
            writer.WriteString("authority", posted.Event.Authority);
            writer.WriteString("template", edition.Template);
            writer.WriteStartObject("cutoff");
            writer.WriteString("through", Day(edition.Cutoff.Through));
            writer.WriteNumber("sequence", edition.Head.Sequence);
            writer.WriteString("head", edition.Head.Hash.ToString());
            writer.WriteString("closing", edition.Cutoff.Closing == ClosingView.BeforeClosing ? "before" : "after");
            writer.WriteBoolean("asRestated", edition.Cutoff.AsRestated);
            writer.WriteEndObject();
            writer.WriteObjects("files", edition.Files, file =>
            {
                writer.WriteString("role", Words.Role(file.Role));
                writer.WriteString("name", file.Name);
                writer.WriteString("format", file.Format);
                writer.WriteString("sha256", file.Sha256.ToString());
            });
            if (checks is not null)
            {
                writer.WriteBoolean("bytesUnchanged", checks[pair.index].Changed.Count == 0);
                writer.WriteBoolean("figuresDerive", checks[pair.index].Derived.Count == 0);
                writer.WriteArray("findings", checks[pair.index].Changed.Concat(checks[pair.index].Derived), writer.WriteStringValue);
            }
        });
        writer.WriteEndObject();
    });

    internal string ToCsv() =>
        Csv.Row(["symbol", "language", "fund", "period", "date", "status", "corrects", "authorized_on", "authorized_by", "event", "recorded", "sequence", "head", "template", "document", "sha256",
            .. checks is null ? [] : new[] { "bytes_unchanged", "figures_derive" }, .. isIllustrative ? new[] { "illustrative" } : []])
        + string.Concat(editions.Select((posted, index) =>
        {
            var edition = posted.Event.Edition!;
            return Csv.Row([edition.Symbol.Text, edition.Language, posted.Event.Fund!.Value.Text, posted.Event.Period.ToString(), Day(edition.Date), Words.Status(edition.Status),
                Corrected(edition)?.Symbol.Text, edition.AuthorizedOn is { } on ? Day(on) : "", edition.AuthorizedBy, FormattableString.Invariant($"{posted.Number}"),
                InstantPattern.ExtendedIso.Format(posted.Recorded), FormattableString.Invariant($"{edition.Head.Sequence}"), edition.Head.Hash.ToString(), edition.Template,
                edition.Source.Name, edition.Source.Sha256.ToString(),
                .. checks is null ? [] : new[] { YesNo(checks[index].Changed.Count == 0), YesNo(checks[index].Derived.Count == 0) }, .. isIllustrative ? new[] { "yes" } : []]);
        }));

    private string Closing()
    {
        var count = FormattableString.Invariant($"{editions.Count} {(editions.Count == 1 ? "edition" : "editions")}");
        return checks is null ? $"{count}\n"
            : checks.All(check => check.IsProven) ? $"PROVEN  {count}: bytes unchanged, figures derived again to the byte.\n"
            : FormattableString.Invariant($"NOT PROVEN  {checks.Count(check => !check.IsProven)} of {count}.\n");
    }

    private static string Authorization(Edition edition) => (edition.AuthorizedOn, edition.AuthorizedBy) switch
    {
        (null, null) => $"authorization {NotStated}",
        (null, { } by) => $"authorized by {by}",
        ({ } on, var by) => $"authorized on {Day(on)}{(by is null ? $", by whom {NotStated}" : $" by {by}")}",
    };

    private static void Claim(StringBuilder text, IReadOnlyList<string> faults, string holds, string fails)
    {
        text.Append("  ").Append(faults.Count == 0 ? "proven: " + holds : "X " + fails).Append('\n');
        foreach (var fault in faults)
        {
            text.Append(CultureInfo.InvariantCulture, $"      {fault}\n");
        }
    }

    private Edition? Corrected(Edition edition) => edition.Corrects is { } number
        ? all.FirstOrDefault(posted => posted.Number == number)?.Event.Edition
        : null;

    private static string Day(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static string YesNo(bool value) => value ? "yes" : "no";
}
