namespace TrustFund;

/// <summary>A transaction amount whose rate does not carry it to the amount posted.</summary>
public sealed class TransactionAmountException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="transaction">The transaction amount and its rate.</param>
    /// <param name="functional">The amount posted in the fund's currency.</param>
    public TransactionAmountException(TransactionAmount transaction, Money functional)
        : base(FormattableString.Invariant(
            $"{transaction.Amount} at {transaction.Rate} comes to {transaction.Amount.Amount * transaction.Rate} {functional.Currency}, not to the {functional} posted."))
        => (Transaction, Functional) = (transaction, functional);

    /// <summary>The transaction amount and its rate.</summary>
    public TransactionAmount Transaction { get; }

    /// <summary>The amount posted in the fund's currency.</summary>
    public Money Functional { get; }
}
