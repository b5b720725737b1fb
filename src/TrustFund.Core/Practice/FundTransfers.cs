using NodaTime;

namespace TrustFund.Practice;

/// <summary>
/// Transfers between trust funds, on the <see cref="StandardChart"/>: what one owes the other until it is settled
/// stands in due to and due from other funds, which are nil over both. Each entry balances in both funds.
/// </summary>
public static class FundTransfers
{
    /// <summary>
    /// Transfers to another fund under a decision. Here: debit transfers to other funds, credit due to
    /// other funds. There: debit due from other funds, credit transfers from other funds.
    /// </summary>
    /// <param name="fund">The fund that gives.</param>
    /// <param name="id">The entry's id.</param>
    /// <param name="to">The fund that receives, of the same currency.</param>
    /// <param name="amount">The amount, positive.</param>
    /// <param name="on">The posting date.</param>
    /// <param name="authority">The decision under which it is transferred.</param>
    /// <param name="details">What else the entry states.</param>
    /// <exception cref="ArgumentException">The amount is not positive, or no authority is named.</exception>
    /// <exception cref="CurrencyMismatchException">The amount is not in the currency of both funds.</exception>
    public static JournalEntry TransfersToFund(
        this Fund fund, Code<JournalEntry> id, Fund to, Money amount, LocalDate on, string authority, EntryDetails? details = null) =>
        new(id, on, EntryKind.Ordinary, $"Transfer from fund {fund.Code} to fund {to.Code}",
        [
            Leg(StandardChart.TransfersToOtherFunds, fund, Positive(amount), to),
            Leg(StandardChart.DueToOtherFunds, fund, -amount, to),
            Leg(StandardChart.DueFromOtherFunds, to, amount, fund),
            Leg(StandardChart.TransfersFromOtherFunds, to, -amount, fund),
        ], Under(authority, details));

    /// <summary>
    /// Settles what the fund owes another. Here: debit due to other funds, credit cash. There: debit
    /// cash, credit due from other funds.
    /// </summary>
    /// <param name="fund">The fund that pays.</param>
    /// <param name="id">The entry's id.</param>
    /// <param name="to">The fund that is paid.</param>
    /// <param name="cash">The amounts by account of cash, positive.</param>
    /// <param name="on">The posting date.</param>
    /// <param name="details">What else the entry states.</param>
    /// <exception cref="ArgumentException">An amount is not positive.</exception>
    /// <exception cref="CurrencyMismatchException">An amount is not in the currency of both funds.</exception>
    public static JournalEntry SettlesDueTo(
        this Fund fund, Code<JournalEntry> id, Fund to, IEnumerable<(Account Account, Money Amount)> cash, LocalDate on, EntryDetails? details = null) =>
        new(id, on, EntryKind.Ordinary, $"Fund {fund.Code} settles what it owes fund {to.Code}", cash.SelectMany(line => new[]
        {
            Leg(StandardChart.DueToOtherFunds, fund, Positive(line.Amount), to),
            Leg(line.Account, fund, -line.Amount, to),
            Leg(line.Account, to, line.Amount, fund),
            Leg(StandardChart.DueFromOtherFunds, to, -line.Amount, fund),
        }), details);

    // The other fund is the counterparty, so that each leg tells where the other is.
    private static Posting Leg(Account account, Fund fund, Money amount, Fund other) =>
        new(account, fund, amount, counterparty: new Counterparty(other.Code.Text));

    internal static Money Positive(Money amount) => amount.MinorUnits > 0
        ? amount
        : throw new ArgumentException($"The amount must be positive, not {amount}.", nameof(amount));

    internal static EntryDetails Under(string authority, EntryDetails? details) => string.IsNullOrWhiteSpace(authority)
        ? throw new ArgumentException("The decision or delegation under which this is done must be named.", nameof(authority))
        : (details ?? new EntryDetails()) with { Authority = authority };
}
