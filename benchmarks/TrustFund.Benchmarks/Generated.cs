using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Benchmarks;

/// <summary>
/// A journal made up by rule, the same on every machine: five years from 2020 in order of date; half of the
/// entries have 2 postings, three tenths 3, two tenths 4 (two funds of two postings); 40 accounts, 12 funds,
/// 200 donors.
/// </summary>
internal static class Generated
{
    private const ulong Seed = 20240229;
    private const int Days = 1826;

    private static readonly string[] Banks =
    [
        "Assets:Bank:Operating", "Assets:Bank:Payroll", "Assets:Bank:Savings", "Assets:Bank:Endowment",
        "Assets:Bank:CardClearing", "Assets:Cash:PettyCash", "Assets:Invest:Bonds", "Assets:Invest:Equities",
    ];

    private static readonly string[] Due =
    [
        "Assets:Receivable:Pledges", "Assets:Receivable:Grants", "Liabilities:Payable:Vendors",
        "Liabilities:Payable:Grants", "Liabilities:Card:Visa", "Liabilities:Deferred:Revenue",
    ];

    private static readonly string[] Income =
    [
        "Income:Donations:Online", "Income:Donations:Cheque", "Income:Donations:Cash", "Income:Donations:Bequest",
        "Income:Grants:Federal", "Income:Grants:State", "Income:Grants:Private", "Income:Interest:Bank",
        "Income:Dividends:Equities", "Income:Events:Gala",
    ];

    private static readonly string[] Expense =
    [
        "Expenses:Program:Relief", "Expenses:Program:Education", "Expenses:Program:Health", "Expenses:Program:Housing",
        "Expenses:Admin:Salaries", "Expenses:Admin:Rent", "Expenses:Admin:Utilities", "Expenses:Admin:Insurance",
        "Expenses:Fundraising:Mail", "Expenses:Fundraising:Events", "Expenses:Fees:Card", "Expenses:Fees:Bank",
    ];

    private static readonly string[] Transfers =
        ["Equity:Transfers:In", "Equity:Transfers:Out", "Equity:Opening:Balances", "Equity:Restricted:Released"];

    private static readonly string[] FundNames =
    [
        "General", "Relief", "Education", "Health", "Housing", "Endowment", "Scholarship", "Building", "Bequest",
        "Emergency", "Grants", "Research",
    ];

    private static readonly string[] Words =
    [
        "Online gift", "Cheque gift", "Monthly pledge", "Grant payment", "Vendor invoice", "Salary run",
        "Office rent", "Relief parcel", "School fees", "Clinic supplies", "Fund transfer", "Card settlement",
    ];

    private static readonly Dictionary<string, Account> Accounts =
        Banks.Concat(Due).Concat(Income).Concat(Expense).Concat(Transfers).ToDictionary(name => name, name => new Account(name, name, TypeOf(name)));

    private static readonly Fund[] Funds = [.. FundNames.Select(name => new Fund(name, name, Currency.Usd))];

    private static readonly Donor[] Donors = [.. Enumerable.Range(0, 200).Select(number => new Donor($"D{number:000}", $"Donor {number}"))];

    internal static MasterData MasterData { get; } = new(
        new ChartOfAccounts(Accounts.Values), Funds, Donors, new Dictionary<string, string> { ["title"] = "Generated", ["illustrative"] = "yes" });

    /// <summary>The entries of a journal of so many.</summary>
    internal static IEnumerable<JournalEntry> Entries(int count)
    {
        var state = Seed;
        ulong Next()
        {
            unchecked
            {
                state = (state * 6364136223846793005) + 1442695040888963407;
            }

            return state >> 20;
        }

        for (var index = 0; index < count; index++)
        {
            var random = Next();
            var kind = (int)(random % 10);
            random /= 10;
            var amount = 100 + (long)(random % 500_000);
            var donor = Donors[random / 500_000 % 200];
            random = Next();
            var first = (int)(random % 12);
            random /= 12;
            var (fund, second) = (Funds[first], Funds[(first + 1 + (int)(random % 11)) % 12]);
            random /= 11;
            var bank = Banks[random % 8];
            var other = (int)(random / 8 % 128);
            yield return new JournalEntry(
                FormattableString.Invariant($"{index + 1}"), new LocalDate(2020, 1, 1).PlusDays((int)((long)index * Days / count)), EntryKind.Ordinary,
                FormattableString.Invariant($"{Words[(kind + other) % 12]} {index + 1:0000000}"), Postings(kind, amount, fund, second, bank, other, donor));
        }
    }

    private static Posting[] Postings(int kind, long amount, Fund fund, Fund second, string bank, int other, Donor donor)
    {
        Posting Of(string account, Fund of, long minorUnits) => new(Accounts[account], of, new Money(minorUnits, Currency.Usd), donor);

        var fee = (amount * 29 / 1000) + 30;
        return kind switch
        {
            < 3 => [Of(bank, fund, amount), Of(Income[other % 10], fund, -amount)],
            < 5 => [Of(other % 18 < 12 ? Expense[other % 18] : Due[(other % 18) - 12], fund, amount), Of(bank, fund, -amount)],
            < 8 => [Of(bank, fund, amount - fee), Of("Expenses:Fees:Card", fund, fee), Of(Income[other % 10], fund, -amount)],
            _ =>
            [
                Of(Transfers[1 + (other % 3)], fund, amount), Of(bank, fund, -amount),
                Of(Banks[(other + 3) % 8], second, amount), Of(Transfers[0], second, -amount),
            ],
        };
    }

    private static AccountType TypeOf(string name) => name.Split(':')[0] switch
    {
        "Assets" => AccountType.Asset,
        "Liabilities" => AccountType.Liability,
        "Income" => AccountType.Revenue,
        "Expenses" => AccountType.Expense,
        _ => AccountType.NetAssets,
    };
}
