using System.Text;
using NodaTime;
using NodaTime.Text;
using TrustFund.Storage;

namespace TrustFund.Interchange;

/// <summary>
/// Writes a journal of hledger that <see cref="HledgerJournal"/> reads back to the same entries. What
/// hledger has no place for is in tags; funds, donors and settings are comments that begin with <c>trustfund</c>.
/// </summary>
internal static class HledgerWriter
{
    internal static async Task WriteAsync(
        string folder, MasterData masterData, IAsyncEnumerable<PostedEntry> journal, CancellationToken cancellation)
    {
        var names = new AccountNames(masterData.Chart, Component, (name, number) => $"{name} ({number})");
        using var writer = new StreamWriter(
            Path.Combine(folder, "books.journal"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        WriteHead(writer, masterData, names);
        await foreach (var posted in journal.WithCancellation(cancellation).ConfigureAwait(false))
        {
            Write(writer, posted.Entry, names);
        }
    }

    private static void WriteHead(StreamWriter writer, MasterData masterData, AccountNames names)
    {
        writer.Write(masterData.IsIllustrative ? "; ** ILLUSTRATIVE **  These books are constructed; they are evidence of nothing.\n" : "");
        foreach (var (key, value) in masterData.Settings)
        {
            writer.Write($"; trustfund {LedgerTags.Of(("setting", key), ("value", value))}\n");
        }

        foreach (var fund in masterData.Funds)
        {
            writer.Write($"; trustfund {LedgerTags.Of(
                ("fund", fund.Code.Text), ("name", fund.Name), ("currency", fund.Currency.Code),
                ("established", Day(fund.Established)), ("closed", Day(fund.Closed)), ("authority", fund.Authority))}\n");
        }

        foreach (var donor in masterData.Donors)
        {
            writer.Write($"; trustfund {LedgerTags.Of(("donor", donor.Code.Text), ("name", donor.Name))}\n");
        }

        writer.Write("\ndecimal-mark .\n");
        foreach (var currency in masterData.Funds.Select(fund => fund.Currency).Distinct())
        {
            // hledger wants a decimal mark here, also where no decimals follow it.
            var sample = new Money(1000 * currency.MinorUnitsPerUnit, currency).ToPlainString();
            writer.Write($"commodity {sample}{(currency.MinorDigits == 0 ? "." : "")} {currency}\n");
        }

        foreach (var account in masterData.Chart)
        {
            writer.Write($"account {names[account]}  ; {LedgerTags.Of(
                ("type", HledgerTypes.Of(account.Type)), ("code", account.Code.Text), ("name", account.Name),
                ("opened", Day(account.Opened)), ("closed", Day(account.Closed)))}\n");
        }
    }

    private static void Write(StreamWriter writer, JournalEntry entry, AccountNames names)
    {
        var description = Plain(entry.Description);
        var code = entry.Reference is { } reference && IsCode(reference) ? $"({reference}) " : "";
        var isOfOneFund = entry.Postings.All(posting => posting.Fund == entry.Postings[0].Fund);
        writer.Write($"\n{Day(entry.Date)}{(entry.DocumentDate is { } day ? "=" + Day(day) : "")} * {code}{description}\n");
        writer.Write($"    ; {LedgerTags.Of(
            ("entry", entry.Id.Text), ("kind", entry.Kind == EntryKind.Ordinary ? null : EntryKindText.Of(entry.Kind)),
            ("description", description == entry.Description ? null : entry.Description),
            ("reference", code.Length > 0 ? null : entry.Reference), ("fund", isOfOneFund ? entry.Postings[0].Fund.Code.Text : null),
            ("period", entry.Period?.ToString()), ("restates", entry.Restates?.ToString()),
            ("nature", RestatementNatureText.Of(entry.Nature)), ("judgement", entry.Judgement), ("reverses", entry.Reverses?.Text),
            ("prepared_by", entry.PreparedBy), ("approved_by", entry.ApprovedBy), ("authority", entry.Authority))}\n");
        foreach (var voucher in entry.Vouchers)
        {
            writer.Write($"    ; {LedgerTags.Of(("voucher", voucher.Name), ("voucher_sha256", voucher.Sha256?.ToString()))}\n");
        }

        foreach (var posting in entry.Postings)
        {
            var tags = LedgerTags.Of(
                ("fund", isOfOneFund ? null : posting.Fund.Code.Text), ("donor", posting.Donor?.Code.Text),
                ("agreement", posting.Agreement?.Code.Text), ("project", posting.Project?.Code.Text),
                ("counterparty", posting.Counterparty?.Code.Text), ("due_date", Day(posting.DueDate)),
                ("transaction", posting.Transaction?.Amount.ToString()), ("rate", posting.Transaction is { } one ? RateText.Of(one.Rate) : null));
            writer.Write($"    {names[posting.Account]}  {posting.Amount}{(tags.Length > 0 ? "  ; " + tags : "")}\n");
        }
    }

    private static string Component(Account account) =>
        string.Join(' ', $"{account.Code} {account.Name}".Replace(':', '-').Replace(';', ',')
            .Split(default(char[]), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    // What hledger would take for a status, a code or a comment is left out; the tag has the whole.
    private static string Plain(string description) =>
        description.Replace(';', ',').TrimStart('*', '!', '(', '=', ' ', '\t').Trim();

    private static bool IsCode(string reference) =>
        reference.AsSpan().IndexOfAny(");") < 0 && reference == reference.Trim();

    private static string? Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;
}
