using NodaTime;

namespace TrustFund.Practice;

/// <summary>
/// The entries of a trust fund's year, on the <see cref="StandardChart"/>, named as the trade names
/// them. Amounts are positive, in the fund's currency; each method gives an entry that balances and
/// posts nothing by itself.
/// </summary>
public static class FundEntries
{
    /// <summary>
    /// Recognises a contribution as revenue when it becomes enforceable: debit contributions receivable,
    /// credit voluntary contributions, both for the donor.
    /// </summary>
    /// <param name="fund">The fund that the contribution is made to.</param>
    /// <param name="id">The entry's id.</param>
    /// <param name="from">The donor.</param>
    /// <param name="amount">The amount, positive.</param>
    /// <param name="on">The posting date.</param>
    /// <param name="under">The contribution agreement, where there is one.</param>
    /// <param name="details">What else the entry states.</param>
    /// <exception cref="ArgumentException">The amount is not positive or not in the fund's currency.</exception>
    public static JournalEntry RecognizesContribution(
        this Fund fund, Code<JournalEntry> id, Donor from, Money amount, LocalDate on,
        ContributionAgreement? under = null, EntryDetails? details = null) =>
        Entry(id, on, $"Contribution of {from.Name} recognised", details,
            DonorPosting(StandardChart.ContributionsReceivable, fund, Positive(amount), from, under),
            DonorPosting(StandardChart.VoluntaryContributions, fund, -amount, from, under));

    /// <summary>Collects a contribution recognised before: debit cash at bank, credit contributions receivable.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="id">The entry's id.</param>
    /// <param name="from">The donor.</param>
    /// <param name="amount">The amount, positive.</param>
    /// <param name="on">The posting date.</param>
    /// <param name="under">The contribution agreement, where there is one.</param>
    /// <param name="details">What else the entry states.</param>
    /// <exception cref="ArgumentException">The amount is not positive or not in the fund's currency.</exception>
    public static JournalEntry CollectsContribution(
        this Fund fund, Code<JournalEntry> id, Donor from, Money amount, LocalDate on,
        ContributionAgreement? under = null, EntryDetails? details = null) =>
        Entry(id, on, $"Contribution of {from.Name} collected", details,
            DonorPosting(StandardChart.CashAtBank, fund, Positive(amount), from, under),
            DonorPosting(StandardChart.ContributionsReceivable, fund, -amount, from, under));

    /// <summary>Gives a contribution back in the year it was recognised: debit refunds to donors, credit cash at bank.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="id">The entry's id.</param>
    /// <param name="to">The donor.</param>
    /// <param name="amount">The amount, positive.</param>
    /// <param name="on">The posting date.</param>
    /// <param name="details">What else the entry states.</param>
    /// <exception cref="ArgumentException">The amount is not positive or not in the fund's currency.</exception>
    public static JournalEntry RefundsContribution(
        this Fund fund, Code<JournalEntry> id, Donor to, Money amount, LocalDate on, EntryDetails? details = null) =>
        Entry(id, on, $"Refund to {to.Name}", details,
            Posting.Debit(StandardChart.RefundsToDonors, fund, amount, to),
            Posting.Credit(StandardChart.CashAtBank, fund, amount, to));

    /// <summary>Accrues the fund's share of investment revenue: debit accrued investment revenue, credit investment revenue.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="id">The entry's id.</param>
    /// <param name="amount">The amount, positive.</param>
    /// <param name="on">The posting date.</param>
    /// <param name="details">What else the entry states.</param>
    /// <exception cref="ArgumentException">The amount is not positive or not in the fund's currency.</exception>
    public static JournalEntry EarnsInvestmentRevenue(
        this Fund fund, Code<JournalEntry> id, Money amount, LocalDate on, EntryDetails? details = null) =>
        Entry(id, on, "Investment revenue earned", details,
            Posting.Debit(StandardChart.AccruedInvestmentRevenue, fund, amount),
            Posting.Credit(StandardChart.InvestmentRevenue, fund, amount));

    /// <summary>Earns other exchange revenue in cash: debit cash at bank, credit other exchange revenue.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="id">The entry's id.</param>
    /// <param name="amount">The amount, positive.</param>
    /// <param name="on">The posting date.</param>
    /// <param name="description">What was provided in exchange.</param>
    /// <param name="details">What else the entry states.</param>
    /// <exception cref="ArgumentException">The amount is not positive or not in the fund's currency.</exception>
    public static JournalEntry EarnsOtherRevenue(
        this Fund fund, Code<JournalEntry> id, Money amount, LocalDate on, string description, EntryDetails? details = null) =>
        Entry(id, on, description, details,
            Posting.Debit(StandardChart.CashAtBank, fund, amount),
            Posting.Credit(StandardChart.OtherExchangeRevenue, fund, amount));

    /// <summary>Incurs an expense when goods or services are received: debit the expense, credit accounts payable.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="id">The entry's id.</param>
    /// <param name="expense">An expense account, by nature.</param>
    /// <param name="amount">The amount, positive.</param>
    /// <param name="on">The posting date.</param>
    /// <param name="description">What was received.</param>
    /// <param name="details">What else the entry states.</param>
    /// <exception cref="ArgumentException">Not an expense account; the amount is not positive or not in the fund's currency.</exception>
    public static JournalEntry IncursExpense(
        this Fund fund, Code<JournalEntry> id, Account expense, Money amount, LocalDate on, string description,
        EntryDetails? details = null) =>
        Entry(id, on, description, details,
            Posting.Debit(OfType(AccountType.Expense, expense), fund, amount),
            Posting.Credit(StandardChart.AccountsPayable, fund, amount));

    /// <summary>Pays what was incurred: debit accounts payable, credit cash at bank.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="id">The entry's id.</param>
    /// <param name="amount">The amount, positive.</param>
    /// <param name="on">The posting date.</param>
    /// <param name="description">What is paid.</param>
    /// <param name="details">What else the entry states.</param>
    /// <exception cref="ArgumentException">The amount is not positive or not in the fund's currency.</exception>
    public static JournalEntry PaysPayable(
        this Fund fund, Code<JournalEntry> id, Money amount, LocalDate on, string description, EntryDetails? details = null) =>
        Entry(id, on, description, details,
            Posting.Debit(StandardChart.AccountsPayable, fund, amount),
            Posting.Credit(StandardChart.CashAtBank, fund, amount));

    /// <summary>Depreciates property, plant and equipment: debit depreciation, credit accumulated depreciation.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="id">The entry's id.</param>
    /// <param name="amount">The amount, positive.</param>
    /// <param name="on">The posting date.</param>
    /// <param name="details">What else the entry states.</param>
    /// <exception cref="ArgumentException">The amount is not positive or not in the fund's currency.</exception>
    public static JournalEntry Depreciates(
        this Fund fund, Code<JournalEntry> id, Money amount, LocalDate on, EntryDetails? details = null) =>
        Entry(id, on, "Depreciation", details,
            Posting.Debit(StandardChart.Depreciation, fund, amount),
            Posting.Credit(StandardChart.AccumulatedDepreciation, fund, amount));

    /// <summary>
    /// Transfers between components of net assets, such as accumulated surplus and a reserve: debit the
    /// one, credit the other. Revenue and expense are not touched.
    /// </summary>
    /// <param name="fund">The fund.</param>
    /// <param name="id">The entry's id.</param>
    /// <param name="from">The component that is drawn on.</param>
    /// <param name="to">The component that is added to.</param>
    /// <param name="amount">The amount, positive.</param>
    /// <param name="on">The posting date.</param>
    /// <param name="details">What else the entry states: under what authority.</param>
    /// <exception cref="ArgumentException">Not net-asset accounts; the amount is not positive or not in the fund's currency.</exception>
    public static JournalEntry TransfersReserve(
        this Fund fund, Code<JournalEntry> id, Account from, Account to, Money amount, LocalDate on, EntryDetails? details = null) =>
        Entry(id, on, $"Transfer from {from.Name} to {to.Name}", details,
            Posting.Debit(OfType(AccountType.NetAssets, from), fund, amount),
            Posting.Credit(OfType(AccountType.NetAssets, to), fund, amount));

    /// <summary>
    /// Takes on the balances that a fund begins with, once, dated the day before its first period.
    /// </summary>
    /// <param name="fund">The fund.</param>
    /// <param name="id">The entry's id.</param>
    /// <param name="firstPeriod">The first period that the books cover.</param>
    /// <param name="balances">Signed balances by account, debit positive; they add up to nil.</param>
    /// <param name="details">What else the entry states.</param>
    /// <exception cref="UnbalancedEntryException">The balances do not add up to nil.</exception>
    public static JournalEntry OpensBooks(
        this Fund fund, Code<JournalEntry> id, ReportingPeriod firstPeriod,
        IEnumerable<(Account Account, Money Balance)> balances, EntryDetails? details = null) =>
        new(id, firstPeriod.Start.PlusDays(-1), EntryKind.Opening, $"Opening balances of {fund.Name}",
            balances.Select(balance => new Posting(balance.Account, fund, balance.Balance)), details);

    private static JournalEntry Entry(
        Code<JournalEntry> id, LocalDate on, string description, EntryDetails? details, params Posting[] postings) =>
        new(id, on, EntryKind.Ordinary, description, postings, details);

    private static Posting DonorPosting(
        Account account, Fund fund, Money amount, Donor donor, ContributionAgreement? agreement) =>
        new(account, fund, amount, donor, agreement);

    private static Money Positive(Money amount) => amount.MinorUnits > 0
        ? amount
        : throw new ArgumentException($"The amount must be positive, not {amount}.", nameof(amount));

    private static Account OfType(AccountType type, Account account) => account.Type == type
        ? account
        : throw new ArgumentException($"Account {account} is not one of {type}.", nameof(account));
}
