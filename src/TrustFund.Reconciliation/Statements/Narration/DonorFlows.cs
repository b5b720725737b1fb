namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// What passed between a fund and its donors within a period: cash in, cash back, and refunds that reduced revenue.
/// Amounts are positive and in the fund's currency.
/// </summary>
/// <param name="Received">Cash received from donors, whichever year it was recognised in; reversals taken off.</param>
/// <param name="Refunded">Cash paid back to donors; reversals taken off.</param>
/// <param name="RefundsByDonor">What refunds took off revenue, by donor; those of nil left out.</param>
public sealed record DonorFlows(Money Received, Money Refunded, IReadOnlyDictionary<Donor, Money> RefundsByDonor)
{
    /// <summary>Revenue that names a donor, by donor, after refunds; those of nil left out.</summary>
    public IReadOnlyDictionary<Donor, Money> RecognizedByDonor { get; init; } = new Dictionary<Donor, Money>();

    /// <summary>
    /// The flows of the entries given. Cash counts by its own donor or, where it names none, by the donors that the
    /// entry names beside it. Opening, closing and restating entries move no cash of the period.
    /// </summary>
    /// <param name="entries">The entries of the period.</param>
    /// <param name="fund">The fund.</param>
    /// <param name="cashAccounts">The codes of the accounts that hold cash.</param>
    /// <param name="refundAccounts">The codes of those that are set against contributions.</param>
    public static DonorFlows Of(
        IEnumerable<JournalEntry> entries, Fund fund, IReadOnlyCollection<Code<Account>> cashAccounts, IReadOnlyCollection<Code<Account>> refundAccounts)
    {
        var (received, refunded) = (Money.Zero(fund.Currency), Money.Zero(fund.Currency));
        var (refunds, recognized) = (new Dictionary<Donor, Money>(), new Dictionary<Donor, Money>());
        foreach (var entry in entries.Where(entry => entry.Kind is not (EntryKind.Opening or EntryKind.Closing or EntryKind.Restatement)))
        {
            var postings = entry.Postings.Where(posting => posting.Fund.Code == fund.Code).ToList();
            var cash = CashOf(postings, fund, cashAccounts);
            // What takes back a receipt is no refund, and what takes back a refund is no receipt.
            if (cash.MinorUnits > 0 != (entry.Kind == EntryKind.Reversal))
            {
                received += cash;
            }
            else
            {
                refunded -= cash;
            }

            foreach (var posting in postings.Where(posting => posting.Donor is not null && posting.Account.Type == AccountType.Revenue))
            {
                recognized[posting.Donor!] = recognized.GetValueOrDefault(posting.Donor!, Money.Zero(fund.Currency)) - posting.Amount;
                if (refundAccounts.Contains(posting.Account.Code))
                {
                    refunds[posting.Donor!] = refunds.GetValueOrDefault(posting.Donor!, Money.Zero(fund.Currency)) + posting.Amount;
                }
            }
        }

        return new DonorFlows(received, refunded, WithoutNil(refunds)) { RecognizedByDonor = WithoutNil(recognized) };
    }

    private static Dictionary<Donor, Money> WithoutNil(Dictionary<Donor, Money> amounts) => amounts.Where(pair => !pair.Value.IsZero).ToDictionary();

    private static Money CashOf(List<Posting> postings, Fund fund, IReadOnlyCollection<Code<Account>> cashAccounts)
    {
        Money Sum(Func<Posting, bool> fits) => postings.Where(fits).Aggregate(Money.Zero(fund.Currency), (sum, posting) => sum + posting.Amount);
        bool IsCash(Posting posting) => cashAccounts.Contains(posting.Account.Code);

        return !postings.Exists(IsCash) ? Money.Zero(fund.Currency)
            : postings.Exists(posting => IsCash(posting) && posting.Donor is not null) ? Sum(posting => IsCash(posting) && posting.Donor is not null)
            : -Sum(posting => !IsCash(posting) && posting.Donor is not null && posting.Account.Type != AccountType.Expense);
    }
}
