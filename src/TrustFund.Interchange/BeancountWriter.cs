using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using TrustFund.Storage;

namespace TrustFund.Interchange;

/// <summary>
/// Writes a journal of beancount: an entry is a transaction, and what beancount has no place for is
/// metadata. Accounts are opened at the end of the file (its order means nothing to beancount), when it
/// is known which day they are first posted to.
/// </summary>
internal static class BeancountWriter
{
    // What beancount reads as a date begins with 17, 18, 19 or 20.
    private const int FirstYear = 1700;
    private const int LastYear = 2099;

    internal static async Task WriteAsync(
        string folder, MasterData masterData, IAsyncEnumerable<PostedEntry> journal, CancellationToken cancellation)
    {
        var names = new AccountNames(masterData.Chart, Component, (name, number) => $"{name}-{number}");
        using var writer = new StreamWriter(
            Path.Combine(folder, "books.beancount"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        WriteHead(writer, masterData);
        LocalDate? first = null;
        await foreach (var posted in journal.WithCancellation(cancellation).ConfigureAwait(false))
        {
            var date = posted.Entry.Date;
            RequireReadable(date, $"entry {posted.Entry.Id}");
            first = first is { } before && before < date ? before : date;
            Write(writer, posted.Entry, names);
        }

        WriteAccounts(writer, masterData.Chart, names, first ?? new LocalDate(FirstYear, 1, 1));
    }

    private static void WriteHead(StreamWriter writer, MasterData masterData)
    {
        writer.Write($"option \"title\" {Quoted((masterData.IsIllustrative ? "ILLUSTRATIVE: " : "") + masterData.Title)}\n");
        foreach (var currency in masterData.Funds.Select(fund => fund.Currency.Code).Distinct())
        {
            writer.Write($"option \"operating_currency\" \"{currency}\"\n");
        }

        foreach (var fund in masterData.Funds)
        {
            writer.Write($"; fund {fund}, in {fund.Currency}\n");
        }

        foreach (var donor in masterData.Donors)
        {
            writer.Write($"; donor {donor}\n");
        }
    }

    private static void Write(StreamWriter writer, JournalEntry entry, AccountNames names)
    {
        writer.Write($"\n{Day(entry.Date)} * {Quoted(entry.Description)}\n");
        Meta(writer, "  ", "entry", entry.Id.Text);
        Meta(writer, "  ", "kind", entry.Kind == EntryKind.Ordinary ? null : EntryKindText.Of(entry.Kind));
        Meta(writer, "  ", "reference", entry.Reference);
        Meta(writer, "  ", "document_date", entry.DocumentDate is { } day ? Day(day) : null);
        Meta(writer, "  ", "period", entry.Period?.ToString());
        Meta(writer, "  ", "restates", entry.Restates?.ToString());
        Meta(writer, "  ", "nature", RestatementNatureText.Of(entry.Nature));
        Meta(writer, "  ", "judgement", entry.Judgement);
        Meta(writer, "  ", "reverses", entry.Reverses?.Text);
        Meta(writer, "  ", "prepared_by", entry.PreparedBy);
        Meta(writer, "  ", "approved_by", entry.ApprovedBy);
        Meta(writer, "  ", "authority", entry.Authority);
        for (var index = 0; index < entry.Vouchers.Count; index++)
        {
            var number = (index + 1).ToString(CultureInfo.InvariantCulture);
            Meta(writer, "  ", "voucher_" + number, entry.Vouchers[index].Name);
            Meta(writer, "  ", $"voucher_{number}_sha256", entry.Vouchers[index].Sha256?.ToString());
        }

        foreach (var posting in entry.Postings)
        {
            writer.Write($"  {names[posting.Account]}  {posting.Amount}\n");
            Meta(writer, "    ", "fund", posting.Fund.Code.Text);
            Meta(writer, "    ", "donor", posting.Donor?.Code.Text);
            Meta(writer, "    ", "agreement", posting.Agreement?.Code.Text);
            Meta(writer, "    ", "project", posting.Project?.Code.Text);
            Meta(writer, "    ", "counterparty", posting.Counterparty?.Code.Text);
            Meta(writer, "    ", "due_date", posting.DueDate is { } due ? Day(due) : null);
            Meta(writer, "    ", "transaction", posting.Transaction?.Amount.ToString());
            Meta(writer, "    ", "rate", posting.Transaction is { } transaction ? RateText.Of(transaction.Rate) : null);
        }
    }

    private static void WriteAccounts(StreamWriter writer, ChartOfAccounts chart, AccountNames names, LocalDate first)
    {
        writer.Write('\n');
        foreach (var account in chart)
        {
            var opened = account.Opened is { } day && day > first ? day : first;
            RequireReadable(opened, $"account {account.Code}");
            writer.Write($"{Day(opened)} open {names[account]}\n");
            Meta(writer, "  ", "code", account.Code.Text);
            Meta(writer, "  ", "name", account.Name);

            // For beancount an account is closed on the first day on which it may not be posted to.
            if (account.Closed is { } closed && closed >= opened && closed.Year < LastYear)
            {
                writer.Write($"{Day(closed.PlusDays(1))} close {names[account]}\n");
            }
        }
    }

    private static void RequireReadable(LocalDate date, string what)
    {
        if (date.Year is < FirstYear or > LastYear)
        {
            throw new ExportException(
                $"beancount reads dates from {FirstYear} through {LastYear}; {what} is dated {Day(date)}. Export to csv or hledger.");
        }
    }

    // Letters and digits of ASCII, a hyphen for everything else; the code first, so that accounts are in order.
    private static string Component(Account account)
    {
        var component = string.Concat($"{account.Code} {account.Name}".Select(one => char.IsAsciiLetterOrDigit(one) ? one : '-'));
        return char.IsAsciiLetterUpper(component[0]) || char.IsAsciiDigit(component[0]) ? component : "X" + component;
    }

    private static void Meta(StreamWriter writer, string indent, string key, string? value)
    {
        if (value is not null)
        {
            writer.Write($"{indent}{key}: {Quoted(value)}\n");
        }
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Day(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
