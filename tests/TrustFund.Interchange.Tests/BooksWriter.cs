using System.Globalization;
using NodaTime.Text;
using TrustFund.Storage;

namespace TrustFund.Interchange.Tests;

/// <summary>Writes books as CSV, straight from the format's description: what the reader is tried against.</summary>
internal static class BooksWriter
{
    private static readonly string[] JournalColumns =
    [
        "entry", "date", "kind", "description", "reference", "account", "fund", "donor", "debit", "credit", "currency",
        "document_date", "due_date", "counterparty", "agreement", "project", "transaction_amount", "transaction_currency", "rate",
        "voucher", "voucher_sha256", "prepared_by", "approved_by", "authority", "period", "restates", "nature", "judgement", "reverses",
    ];

    /// <summary>Writes the five files.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="data">Accounts, funds, donors, settings.</param>
    /// <param name="entries">The journal.</param>
    /// <param name="style">How, where the format leaves it open.</param>
    internal static void Write(BooksFolder folder, MasterData data, IEnumerable<JournalEntry> entries, WritingStyle style)
    {
        folder.Write("accounts.csv", style.File(["code", "name", "type", "opened", "closed"], data.Chart.Select(account => new[]
        {
            account.Code.Text, account.Name, account.Type == AccountType.NetAssets ? "net assets" : account.Type.ToString().ToLowerInvariant(),
            Day(account.Opened), Day(account.Closed),
        })));
        folder.Write("funds.csv", style.File(["code", "name", "currency", "established", "closed", "authority"], data.Funds.Select(fund => new[]
        {
            fund.Code.Text, fund.Name, fund.Currency.Code, Day(fund.Established), Day(fund.Closed), fund.Authority ?? "",
        })));
        folder.Write("donors.csv", style.File(["code", "name"], data.Donors.Select(donor => new[] { donor.Code.Text, donor.Name })));
        folder.Write("books.csv", style.File(["key", "value"], data.Settings.Select(setting => new[] { setting.Key, setting.Value })));
        folder.Write("journal.csv", style.File(JournalColumns, entries.SelectMany(entry => Rows(entry, style.RepeatsEntry))));
    }

    private static IEnumerable<string[]> Rows(JournalEntry entry, bool repeats)
    {
        for (var index = 0; index < Math.Max(entry.Postings.Count, entry.Vouchers.Count); index++)
        {
            var posting = entry.Postings[index];
            var voucher = index < entry.Vouchers.Count ? entry.Vouchers[index] : null;
            string Once(string? text) => index == 0 || repeats ? text ?? "" : "";
            string Amount(Side side) => posting.Side == side ? Magnitude(posting.Amount) : "";
            yield return
            [
                entry.Id.Text, Once(Day(entry.Date)), Once(entry.Kind.ToString().ToLowerInvariant()), Once(entry.Description), Once(entry.Reference),
                posting.Account.Code.Text, posting.Fund.Code.Text, posting.Donor?.Code.Text ?? "", Amount(Side.Debit), Amount(Side.Credit), posting.Fund.Currency.Code,
                Once(Day(entry.DocumentDate)), Day(posting.DueDate), posting.Counterparty?.Code.Text ?? "", posting.Agreement?.Code.Text ?? "", posting.Project?.Code.Text ?? "",
                posting.Transaction is { } transaction ? Magnitude(transaction.Amount) : "", posting.Transaction?.Amount.Currency.Code ?? "",
                posting.Transaction?.Rate.ToString(CultureInfo.InvariantCulture) ?? "", voucher?.Name ?? "", voucher?.Sha256?.ToString() ?? "",
                Once(entry.PreparedBy), Once(entry.ApprovedBy), Once(entry.Authority), Once(entry.Period?.ToString()), Once(entry.Restates?.ToString()), Once(NatureWord(entry.Nature)), Once(entry.Judgement), Once(entry.Reverses?.Text),
            ];
        }
    }

    private static string? NatureWord(RestatementNature? nature) => nature switch
    {
        RestatementNature.Error => "error",
        RestatementNature.PolicyChange => "policy-change",
        RestatementNature.InitialApplication => "initial-application",
        RestatementNature.Reclassification => "reclassification",
        _ => null,
    };

    private static string Magnitude(Money amount) => new Money(Math.Abs(amount.MinorUnits), amount.Currency).ToPlainString();

    private static string Day(NodaTime.LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : "";
}
