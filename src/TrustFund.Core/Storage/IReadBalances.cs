using NodaTime;

namespace TrustFund.Storage;

/// <summary>Gives balances.</summary>
public interface IReadBalances
{
    /// <summary>The trial balance at a cutoff, equal to the one added up from its entries.</summary>
    /// <param name="cutoff">The books that are meant.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="BooksException">The store failed.</exception>
    /// <exception cref="UnbalancedTrialBalanceException">The books were changed from outside: see <see cref="IAuditBooks"/>.</exception>
    ValueTask<TrialBalance> ReadTrialBalanceAsync(LedgerCutoff cutoff, CancellationToken cancellation = default);

    /// <summary>
    /// The trial balance at a cutoff by account and fund, the donors of each added together: no row names
    /// one. Faster than with donors, and equal to it.
    /// </summary>
    /// <param name="cutoff">The books that are meant.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="BooksException">The store failed.</exception>
    /// <exception cref="UnbalancedTrialBalanceException">The books were changed from outside: see <see cref="IAuditBooks"/>.</exception>
    ValueTask<TrialBalance> ReadTrialBalanceByFundAsync(LedgerCutoff cutoff, CancellationToken cancellation = default);

    /// <summary>
    /// What was posted from a day through a cutoff, debits and credits apart, in order of account, fund and
    /// donor: of the entries that the cutoff takes in those that count on that day or later.
    /// </summary>
    /// <param name="from">The first day taken in.</param>
    /// <param name="cutoff">The books that are meant.</param>
    /// <param name="byDonor">Whether donors are kept apart; otherwise no row names one.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="BooksException">The store failed.</exception>
    ValueTask<IReadOnlyList<AccountMovement>> ReadMovementsAsync(
        LocalDate from, LedgerCutoff cutoff, bool byDonor, CancellationToken cancellation = default);

    /// <summary>The latest posting date of the journal; null where it is empty.</summary>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="BooksException">The store failed.</exception>
    ValueTask<LocalDate?> ReadLastDateAsync(CancellationToken cancellation = default);
}
