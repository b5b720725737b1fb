using NodaTime;

namespace TrustFund.Practice;

/// <summary>
/// What a close asks for, named as the trade names it: adjusting entries, allowances, write-offs under an
/// authority. Amounts are positive, in the fund's currency.
/// </summary>
public static class FundCorrections
{
    /// <summary>An adjustment made in closing a period: debit the one account, credit the other.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="id">The entry's id.</param>
    /// <param name="debit">The account debited.</param>
    /// <param name="credit">The account credited.</param>
    /// <param name="amount">The amount, positive.</param>
    /// <param name="on">The posting date: in the period that is adjusted.</param>
    /// <param name="description">What is adjusted, and why.</param>
    /// <param name="donor">The donor, where there is one.</param>
    /// <param name="details">What else the entry states.</param>
    /// <exception cref="ArgumentException">The amount is not positive or not in the fund's currency.</exception>
    public static JournalEntry Adjusts(
        this Fund fund, Code<JournalEntry> id, Account debit, Account credit, Money amount, LocalDate on, string description,
        Donor? donor = null, EntryDetails? details = null) =>
        new(id, on, EntryKind.Adjusting, description,
            [Posting.Debit(debit, fund, amount, donor), Posting.Credit(credit, fund, amount, donor)], details);

    /// <summary>
    /// Provides for a receivable that may not be collected: debit doubtful receivables expense, credit
    /// allowance for doubtful receivables. The receivable itself stays as it is.
    /// </summary>
    /// <param name="fund">The fund.</param>
    /// <param name="id">The entry's id.</param>
    /// <param name="from">The donor who owes it.</param>
    /// <param name="amount">The amount, positive.</param>
    /// <param name="on">The posting date.</param>
    /// <param name="details">What else the entry states.</param>
    /// <exception cref="ArgumentException">The amount is not positive or not in the fund's currency.</exception>
    public static JournalEntry RaisesAllowance(
        this Fund fund, Code<JournalEntry> id, Donor from, Money amount, LocalDate on, EntryDetails? details = null) =>
        fund.Adjusts(id, StandardChart.DoubtfulReceivables, StandardChart.AllowanceForDoubtfulReceivables, amount, on,
            $"Allowance for the receivable of {from.Name}", from, details);

    /// <summary>
    /// Writes off a receivable under an authority, to be disclosed: what was provided for against the allowance,
    /// the rest to doubtful receivables expense; credit contributions receivable.
    /// </summary>
    /// <param name="fund">The fund.</param>
    /// <param name="id">The entry's id.</param>
    /// <param name="from">The donor who owed it.</param>
    /// <param name="amount">The amount written off, positive.</param>
    /// <param name="providedFor">How much of it was provided for: nil to the whole.</param>
    /// <param name="on">The posting date.</param>
    /// <param name="authority">Under what authority it is written off.</param>
    /// <param name="under">The contribution agreement, where there is one.</param>
    /// <param name="details">What else the entry states.</param>
    /// <exception cref="ArgumentException">The amount is not positive or not in the fund's currency, more or less than nothing was
    /// provided for than can be, or no authority is named.</exception>
    public static JournalEntry WritesOffReceivable(
        this Fund fund, Code<JournalEntry> id, Donor from, Money amount, Money providedFor, LocalDate on, string authority,
        ContributionAgreement? under = null, EntryDetails? details = null)
    {
        if (providedFor.MinorUnits < 0 || providedFor > amount)
        {
            throw new ArgumentException($"Of {amount} written off, {providedFor} cannot have been provided for.", nameof(providedFor));
        }

        var notProvided = FundTransfers.Positive(amount) - providedFor;
        return new JournalEntry(id, on, EntryKind.Ordinary, $"Receivable of {from.Name} written off",
        [
            .. providedFor.IsZero ? [] : new[] { new Posting(StandardChart.AllowanceForDoubtfulReceivables, fund, providedFor, from) },
            .. notProvided.IsZero ? [] : new[] { new Posting(StandardChart.DoubtfulReceivables, fund, notProvided, from) },
            new Posting(StandardChart.ContributionsReceivable, fund, -amount, from, under),
        ], FundTransfers.Under(authority, details));
    }
}
