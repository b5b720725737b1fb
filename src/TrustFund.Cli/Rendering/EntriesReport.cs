using NodaTime.Text;
using Spectre.Console;
using TrustFund.Practice;

namespace TrustFund.Cli.Rendering;

/// <summary>Journal entries for people and programs, with their count and total.</summary>
internal sealed class EntriesReport(
    IReadOnlyList<PostedEntry> entries, Func<Posting, bool> selected, bool isIllustrative, Population? population = null, int? lookedAt = null)
{
    internal string ToText()
    {
        var table = new Table().Border(TableBorder.Simple).Expand();
        table.AddColumns(new TableColumn("Entry").NoWrap(), new TableColumn("Date").NoWrap(), new TableColumn("Account"),
            new TableColumn("Donor"), new TableColumn("Debit").RightAligned().NoWrap(), new TableColumn("Credit").RightAligned().NoWrap());
        foreach (var posted in entries)
        {
            var entry = posted.Entry;
            table.AddRow(new Text(entry.Id.Text), new Text(Day(entry)), new Text(entry.Description + Marked(entry)), new Text(""), new Text(""), new Text(""));
            foreach (var posting in entry.Postings)
            {
                table.AddRow(new Text(""), new Text(""), new Text($"  {(selected(posting) ? "" : "· ")}{posting.Account}"),
                    new Text(posting.Donor?.Code.Text ?? ""),
                    new Text(posting.Side == Side.Debit ? Amounts.Grouped(posting.Amount) : ""),
                    new Text(posting.Side == Side.Credit ? Amounts.Grouped(-posting.Amount) : ""));
            }
        }

        var totals = Totals().Select(total => FormattableString.Invariant(
            $"{JournalTally.Count(total.Entries, "entry", "entries")}; postings selected: debits {Amounts.Grouped(total.Debits)}, credits {Amounts.Grouped(total.Credits)}, net {Amounts.Grouped(total.Net)} {total.Currency}") + OfWhich(total.Currency) + "\n");
        return (entries.Count == 0 ? "No entry fits.\n" : TableText.Of(table) + string.Concat(totals))
            + (population is { } drawn ? FormattableString.Invariant($"Population {Words.Population(drawn)}: {entries.Count} of {lookedAt} entries looked at.\n") : "")
            + (isIllustrative ? "** ILLUSTRATIVE **  These books are constructed; they are evidence of nothing.\n" : "");
    }

    internal string ToJson() => Json.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("format", "trustfund.entries/1");
        writer.WriteBoolean("illustrative", isIllustrative);
        writer.WriteObjects("entries", entries, posted =>
        {
            var entry = posted.Entry;
            writer.WriteString("entry", entry.Id.Text);
            writer.WriteNumber("sequence", posted.Sequence);
            writer.WriteString("date", Day(entry));
            writer.WriteString("recorded", InstantPattern.ExtendedIso.Format(posted.Recorded));
            writer.WriteString("kind", Words.Kind(entry.Kind));
            writer.WriteString("description", entry.Description);
            writer.WriteString("reference", entry.Reference ?? "");
            writer.WriteString("hash", posted.Hash.ToString());
            writer.WriteString("documentDate", entry.DocumentDate is { } day ? LocalDatePattern.Iso.Format(day) : null);
            writer.WriteString("restates", entry.Restates?.ToString());
            writer.WriteString("nature", entry.Nature is { } nature ? Words.Nature(nature) : null);
            writer.WriteString("judgement", entry.Judgement);
            writer.WriteString("reverses", entry.Reverses?.Text);
            writer.WriteString("preparedBy", entry.PreparedBy);
            writer.WriteString("approvedBy", entry.ApprovedBy);
            writer.WriteString("authority", entry.Authority);
            writer.WriteObjects("postings", entry.Postings, posting =>
            {
                writer.WriteString("account", posting.Account.Code.Text);
                writer.WriteString("fund", posting.Fund.Code.Text);
                writer.WriteString("donor", posting.Donor?.Code.Text ?? "");
                writer.WriteString("debit", posting.Side == Side.Debit ? posting.Amount.ToPlainString() : "");
                writer.WriteString("credit", posting.Side == Side.Credit ? (-posting.Amount).ToPlainString() : "");
                writer.WriteString("currency", posting.Amount.Currency.Code);
            });
        });
        writer.WriteString("population", population is null ? null : Words.Population(population.Value));
        writer.WriteNumber("lookedAt", lookedAt ?? entries.Count);
        writer.WriteNumber("count", entries.Count);
        writer.WriteObjects("totals", Totals(), total =>
        {
            writer.WriteString("debits", total.Debits.ToPlainString());
            writer.WriteString("credits", total.Credits.ToPlainString());
            writer.WriteString("net", total.Net.ToPlainString());
            writer.WriteString("currency", total.Currency.Code);
        });
        writer.WriteEndObject();
    });

    internal string ToCsv() =>
        Csv.Row(["entry", "sequence", "date", "kind", "description", "reference", "account", "fund", "donor", "debit", "credit", "currency", "prepared_by", "approved_by", "authority",
            .. isIllustrative ? new[] { "illustrative" } : []])
        + string.Concat(
            from posted in entries
            let entry = posted.Entry
            from posting in entry.Postings
            select Csv.Row([
                entry.Id.Text, FormattableString.Invariant($"{posted.Sequence}"), Day(entry), Words.Kind(entry.Kind),
                entry.Description, entry.Reference, posting.Account.Code.Text, posting.Fund.Code.Text, posting.Donor?.Code.Text,
                posting.Side == Side.Debit ? posting.Amount.ToPlainString() : "",
                posting.Side == Side.Credit ? (-posting.Amount).ToPlainString() : "", posting.Amount.Currency.Code,
                entry.PreparedBy, entry.ApprovedBy, entry.Authority,
                .. isIllustrative ? new[] { "yes" } : []]));

    // An entry of two currencies counts in each.
    private IEnumerable<(Currency Currency, int Entries, Money Debits, Money Credits, Money Net)> Totals() => entries
        .SelectMany(posted => posted.Entry.Postings.Where(selected), (posted, posting) => (posted.Sequence, Posting: posting))
        .GroupBy(pair => pair.Posting.Amount.Currency)
        .Select(group => (
            group.Key,
            group.Select(pair => pair.Sequence).Distinct().Count(),
            Sum(group.Select(pair => pair.Posting).Where(posting => posting.Side == Side.Debit), group.Key),
            -Sum(group.Select(pair => pair.Posting).Where(posting => posting.Side == Side.Credit), group.Key),
            Sum(group.Select(pair => pair.Posting), group.Key)));

    // Ordinary entries are what a journal is expected to hold; the others say what they are.
    private static string Marked(JournalEntry entry) => entry.Kind == EntryKind.Ordinary ? ""
        : $" [{Words.Kind(entry.Kind)}{(entry.Nature is { } nature ? $", {Words.Nature(nature)}" : "")}]";

    // What is in a total, and neither was earned nor spent in the period.
    private string OfWhich(Currency currency)
    {
        Money Net(EntryKind kind) => Sum(entries.Where(posted => posted.Entry.Kind == kind)
            .SelectMany(posted => posted.Entry.Postings).Where(posting => posting.Amount.Currency == currency && selected(posting)), currency);
        var parts = new[] { (Name: "closing entries", Net: Net(EntryKind.Closing)), (Name: "restatements", Net: Net(EntryKind.Restatement)) }
            .Where(part => !part.Net.IsZero).Select(part => $"{part.Name} {Amounts.Grouped(part.Net)}").ToList();
        return parts.Count == 0 ? "" : $", of which {string.Join(" and ", parts)}";
    }

    private static Money Sum(IEnumerable<Posting> postings, Currency currency) =>
        postings.Aggregate(Money.Zero(currency), (sum, posting) => sum + posting.Amount);

    private static string Day(JournalEntry entry) => LocalDatePattern.Iso.Format(entry.Date);
}
