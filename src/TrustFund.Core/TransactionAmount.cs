namespace TrustFund;

/// <summary>
/// What a posting amounted to in the currency in which it arose, where that is not the fund's own:
/// the amount, signed as the posting is, and the rate that carries it to the fund's currency.
/// </summary>
/// <param name="Amount">The amount in its own currency, debit positive.</param>
/// <param name="Rate">Units of the fund's currency for one unit of the transaction's, above zero: 1.0625 dollars for a euro.</param>
public sealed record TransactionAmount(Money Amount, decimal Rate)
{
    /// <summary>
    /// Whether the rate carries the amount to <paramref name="functional"/> to the minor unit: the exact
    /// product is no more than half a minor unit away, whichever way a tie was rounded.
    /// </summary>
    /// <param name="functional">The posting's amount in the fund's currency.</param>
    public bool AgreesWith(Money functional) =>
        Rate > 0 && Math.Abs((Amount.Amount * Rate) - functional.Amount) * functional.Currency.MinorUnitsPerUnit <= 0.5m;
}
