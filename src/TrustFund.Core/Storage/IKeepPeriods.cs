namespace TrustFund.Storage;

/// <summary>Keeps what happens to the books besides entries: periods close, open again, funds close.</summary>
public interface IKeepPeriods
{
    /// <summary>All events, in the order of their numbers; <see cref="PeriodStates.Of"/> tells what they come to.</summary>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="BooksException">The store failed.</exception>
    ValueTask<IReadOnlyList<PostedEvent>> ReadEventsAsync(CancellationToken cancellation = default);

    /// <summary>
    /// Records that a period closes, begins to close or opens again, or that a fund closes, with the
    /// entries that belong to it, in one durable transaction: all of it or, where anything is refused,
    /// nothing. Entries stand before the event, and after it where it opens a period.
    /// </summary>
    /// <param name="change">
    /// What happens. Its <see cref="BooksEvent.After"/> is the end of the journal that the entries were
    /// worked out from: where the journal has moved on, the change is refused, and is to be worked out anew.
    /// The event holds the end of the journal where it stands.
    /// </param>
    /// <param name="entries">The entries: closing entries, or what takes them back.</param>
    /// <param name="cancellation">Cancels before the commit; nothing is then recorded.</param>
    /// <exception cref="ArgumentException">The event is no such change, or lacks the fund, the period or the reason that it must name.</exception>
    /// <exception cref="BooksException">The store failed; nothing was recorded.</exception>
    ValueTask<AppendResult> RecordAsync(
        BooksEvent change, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation = default);

    /// <summary>
    /// Records several changes, with the entries that belong to the first, in one durable transaction: a fund ends
    /// with the close of its last year. Each meets the rules as the ones before it leave the books.
    /// </summary>
    /// <param name="changes">What happens, in its order. None but the first may open a period.</param>
    /// <param name="entries">The entries: they stand before all of the changes, and after the first where that opens a period.</param>
    /// <param name="cancellation">Cancels before the commit; nothing is then recorded.</param>
    /// <exception cref="ArgumentException">There is no change, or one of them is none that is recorded so.</exception>
    /// <exception cref="BooksException">The store failed; nothing was recorded.</exception>
    ValueTask<AppendResult> RecordAsync(
        IReadOnlyList<BooksEvent> changes, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation = default);
}
