using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Sqlite.Tests;

/// <summary>Accounts, funds, donors and entries that tests of a store share.</summary>
internal static class Books
{
    internal static readonly Account Cash = new("1000", "Cash", AccountType.Asset);
    internal static readonly Account Surplus = new("3000", "Accumulated surplus", AccountType.NetAssets);
    internal static readonly Account Contributions = new("4000", "Contributions", AccountType.Revenue);
    internal static readonly Account Expenses = new("5000", "Expenses", AccountType.Expense, opened: new LocalDate(2000, 1, 1));
    internal static readonly Fund Lima = new("LIMA", "Lima fund", Currency.Usd, new LocalDate(2000, 1, 1), authority: "Resolution 1");
    internal static readonly Fund Lome = new("LOME", "Lomé fund", Currency.Parse("KWD"));
    internal static readonly Donor Canada = new("CAN", "Canada");
    internal static readonly Donor Peru = new("PER", "Peru");

    internal static MasterData Registered { get; } = new(
        new ChartOfAccounts([Cash, Surplus, Contributions, Expenses]), [Lima, Lome], [Canada, Peru],
        new Dictionary<string, string> { ["title"] = "Test books", ["illustrative"] = "yes" });

    internal static JournalEntry Entry(
        string id, decimal amount, LocalDate? date = null, Fund? fund = null, Donor? donor = null,
        EntryKind kind = EntryKind.Ordinary, EntryDetails? details = null, Account? account = null, string description = "Contribution") =>
        new(id, date ?? new LocalDate(2016, 3, 14), kind, description,
            [
                new Posting(Cash, fund ?? Lima, Money.Of(amount, (fund ?? Lima).Currency), donor),
                new Posting(account ?? (kind == EntryKind.Restatement ? Surplus : Contributions), fund ?? Lima, Money.Of(-amount, (fund ?? Lima).Currency), donor),
            ],
            details);

    /// <summary>An entry in which everything is stated that an entry can state.</summary>
    internal static JournalEntry FullEntry(string id = "FULL") => new(
        id, new LocalDate(2016, 12, 31), EntryKind.Restatement, "Error of 2015 corrected – naïve accrual",
        [
            new Posting(Cash, Lima, Money.Usd(106.25m), Canada, new ContributionAgreement("AGR-1"), new Project("PRJ-9"),
                new Counterparty("V-77"), new LocalDate(2017, 1, 31), new TransactionAmount(Money.Of(100m, Currency.Eur), 1.0625m)),
            new Posting(Surplus, Lima, Money.Usd(-106.25m), Peru),
            new Posting(Surplus, Lome, Money.Of(0.005m, Lome.Currency)),
            new Posting(Cash, Lome, Money.Of(-0.005m, Lome.Currency)),
        ],
        new EntryDetails
        {
            DocumentDate = new LocalDate(2016, 11, 2),
            Reference = "JV-12",
            Period = new ReportingPeriod(new LocalDate(2016, 12, 1), new LocalDate(2016, 12, 31)),
            Restates = ReportingPeriod.CalendarYear(2015),
            Nature = RestatementNature.Error,
            Judgement = "Material: 3 % of net assets",
            PreparedBy = "Accounts section",
            ApprovedBy = "Chief of section",
            Authority = "Rule 106.3",
            Vouchers = [new Voucher("invoice.pdf", Sha256Hash.Of("invoice"u8)), new Voucher("letter of agreement")],
        });

    /// <summary>What a plain reading of the entries gives as movements.</summary>
    internal static IEnumerable<AccountMovement> Moved(IEnumerable<PostedEntry> journal, LocalDate from, LedgerCutoff cutoff, bool byDonor) => journal
        .Where(posted => cutoff.Includes(posted) && cutoff.DayOf(posted.Entry) >= from)
        .SelectMany(posted => posted.Entry.Postings)
        .GroupBy(posting => (posting.Account, posting.Fund, Donor: byDonor ? posting.Donor : null))
        .Select(group => new AccountMovement(
            group.Key.Account, group.Key.Fund, group.Key.Donor,
            Money.Of(group.Sum(posting => Math.Max(posting.Amount.Amount, 0)), group.Key.Fund.Currency),
            Money.Of(group.Sum(posting => Math.Max(-posting.Amount.Amount, 0)), group.Key.Fund.Currency)))
        .OrderBy(row => row.Account.Code).ThenBy(row => row.Fund.Code).ThenBy(row => row.Donor?.Code.Text, StringComparer.Ordinal);

    internal static async Task<List<PostedEntry>> AllAsync(this IReadEntries books, EntrySelection? selection = null)
    {
        var entries = new List<PostedEntry>();
        await foreach (var posted in books.ReadEntriesAsync(selection ?? EntrySelection.All))
        {
            entries.Add(posted);
        }

        return entries;
    }
}
