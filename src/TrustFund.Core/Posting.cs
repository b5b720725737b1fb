using NodaTime;

namespace TrustFund;

/// <summary>
/// One line of a journal entry: an amount on an account of a fund, with the dimensions it is analysed
/// by. Signed: a debit is positive, a credit negative. Immutable; equal by all its contents.
/// </summary>
public sealed record Posting
{
    /// <summary>Creates a posting.</summary>
    /// <param name="account">The account.</param>
    /// <param name="fund">The fund.</param>
    /// <param name="amount">The signed amount in the fund's currency, debit positive. Nil only beside a transaction amount.</param>
    /// <param name="donor">The donor, where there is one.</param>
    /// <param name="agreement">The contribution agreement, where there is one.</param>
    /// <param name="project">The project, where there is one.</param>
    /// <param name="counterparty">The other party that is no donor, where there is one.</param>
    /// <param name="dueDate">When a receivable or payable falls due.</param>
    /// <param name="transaction">What it amounted to in another currency, where it arose in one.</param>
    /// <exception cref="CurrencyMismatchException">The amount is not in the fund's currency.</exception>
    /// <exception cref="TransactionAmountException">The rate does not carry the transaction amount to the amount.</exception>
    /// <exception cref="ArgumentException">The amount is nil, or the transaction amount is in the fund's own currency.</exception>
    public Posting(
        Account account, Fund fund, Money amount, Donor? donor = null, ContributionAgreement? agreement = null,
        Project? project = null, Counterparty? counterparty = null, LocalDate? dueDate = null,
        TransactionAmount? transaction = null)
    {
        if (amount.Currency != fund.Currency)
        {
            throw new CurrencyMismatchException(fund.Currency, amount.Currency);
        }

        if (amount.IsZero && transaction is null)
        {
            throw new ArgumentException($"The posting to account {account.Code} has no amount.");
        }

        if (transaction is not null && transaction.Amount.Currency == fund.Currency)
        {
            throw new ArgumentException($"The transaction amount {transaction.Amount} is in the fund's own currency.");
        }

        if (transaction is not null && !transaction.AgreesWith(amount))
        {
            throw new TransactionAmountException(transaction, amount);
        }

        (Account, Fund, Amount, Donor, Agreement) = (account, fund, amount, donor, agreement);
        (Project, Counterparty, DueDate, Transaction) = (project, counterparty, dueDate, transaction);
    }

    /// <summary>The account.</summary>
    public Account Account { get; }

    /// <summary>The fund.</summary>
    public Fund Fund { get; }

    /// <summary>The signed amount in the fund's currency, debit positive.</summary>
    public Money Amount { get; }

    /// <summary>The donor; null where there is none.</summary>
    public Donor? Donor { get; }

    /// <summary>The contribution agreement; null where there is none.</summary>
    public ContributionAgreement? Agreement { get; }

    /// <summary>The project; null where there is none.</summary>
    public Project? Project { get; }

    /// <summary>The other party that is no donor; null where there is none.</summary>
    public Counterparty? Counterparty { get; }

    /// <summary>When a receivable or payable falls due; null where it is not stated.</summary>
    public LocalDate? DueDate { get; }

    /// <summary>What it amounted to in another currency; null where it arose in the fund's own.</summary>
    public TransactionAmount? Transaction { get; }

    /// <summary>The side it stands on; a nil amount stands on the side of its transaction amount.</summary>
    public Side Side => (Amount.IsZero ? Transaction!.Amount : Amount).MinorUnits > 0 ? Side.Debit : Side.Credit;

    /// <summary>A posting on the debit side.</summary>
    /// <param name="account">The account.</param>
    /// <param name="fund">The fund.</param>
    /// <param name="amount">The amount to debit, positive.</param>
    /// <param name="donor">The donor, where there is one.</param>
    /// <exception cref="ArgumentException">The amount is not positive, or not in the fund's currency.</exception>
    public static Posting Debit(Account account, Fund fund, Money amount, Donor? donor = null) =>
        new(account, fund, Positive(amount), donor);

    /// <summary>A posting on the credit side.</summary>
    /// <param name="account">The account.</param>
    /// <param name="fund">The fund.</param>
    /// <param name="amount">The amount to credit, positive.</param>
    /// <param name="donor">The donor, where there is one.</param>
    /// <exception cref="ArgumentException">The amount is not positive, or not in the fund's currency.</exception>
    public static Posting Credit(Account account, Fund fund, Money amount, Donor? donor = null) =>
        new(account, fund, -Positive(amount), donor);

    /// <summary>The posting that takes this one back: the same but for the sign.</summary>
    public Posting Negated() =>
        new(Account, Fund, -Amount, Donor, Agreement, Project, Counterparty, DueDate,
            Transaction is null ? null : Transaction with { Amount = -Transaction.Amount });

    private static Money Positive(Money amount) => amount.MinorUnits > 0
        ? amount
        : throw new ArgumentException($"A debit or a credit is a positive amount, not {amount}.");
}
