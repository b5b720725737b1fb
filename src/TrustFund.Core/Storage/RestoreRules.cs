using NodaTime;

namespace TrustFund.Storage;

/// <summary>The rules that an event meets when it is restored; every store asks here, so that all refuse alike.</summary>
public static class RestoreRules
{
    /// <summary>What keeps an event from being restored; null where nothing does.</summary>
    /// <param name="restored">The event.</param>
    /// <param name="last">The end of the chain of events: number, hash and recorded instant; null where there is none yet.</param>
    /// <param name="head">The end of the journal as it stands.</param>
    /// <param name="states">The periods as they stand.</param>
    /// <param name="masterData">What is registered.</param>
    /// <param name="editions">The statements that are registered.</param>
    /// <param name="headAt">The end of the journal at a number.</param>
    /// <exception cref="ArgumentException">The event lacks what one of its kind must name, or the contents are not the files of its edition.</exception>
    public static Refusal? Fault(
        RestoredEvent restored, (long Number, Sha256Hash Hash, Instant Recorded)? last, JournalHead head, PeriodStates states,
        MasterData masterData, IReadOnlyList<PostedEvent> editions, Func<long, JournalHead> headAt)
    {
        var change = restored.Posted.Event;
        return ChainFault(restored.Posted, last, head) ?? (change.Kind switch
        {
            BooksEventKind.Registration => MasterDataRules.Merge(masterData, change.Registered).Refusals.FirstOrDefault(),
            BooksEventKind.StatementRegistered => EditionFault(restored, editions, masterData, headAt),
            _ => states.Fault(change, head, masterData),
        });
    }

    private static Refusal? ChainFault(PostedEvent posted, (long Number, Sha256Hash Hash, Instant Recorded)? last, JournalHead head)
    {
        Refusal Broken(string fault) => new(
            RefusalReason.BrokenChain, FormattableString.Invariant($"event {posted.Number}"), FormattableString.Invariant($"Event {posted.Number} {fault}"));

        if (posted.Number != (last?.Number ?? 0) + 1)
        {
            return Broken(FormattableString.Invariant($"stands where number {(last?.Number ?? 0) + 1} was expected: an event is missing or was put in, or the books are not new."));
        }

        if (posted.Recorded < last?.Recorded)
        {
            return Broken("was recorded before the event before it.");
        }

        if (posted.Event.After != head)
        {
            return Broken(FormattableString.Invariant($"stands after entry {posted.Event.After.Sequence} of the hash {posted.Event.After.Hash}; the journal ends there with entry {head.Sequence} of the hash {head.Hash}."));
        }

        var expected = CanonicalEncoding.Link(last?.Hash ?? default, posted.Number, posted.Recorded, CanonicalEncoding.Encode(posted.Event));
        return posted.Hash == expected
            ? null
            : Broken($"has the hash {posted.Hash}; its contents and the event before it give {expected}. The event was changed, or one before it.");
    }

    private static Refusal? EditionFault(
        RestoredEvent restored, IReadOnlyList<PostedEvent> editions, MasterData masterData, Func<long, JournalHead> headAt)
    {
        var change = restored.Posted.Event;
        EditionRules.RequireFiles(change, restored.Contents);
        return EditionRules.Fault(change, editions, masterData, headAt)
            ?? (EditionRules.Same(change.Edition!, editions) is { } same
                ? new Refusal(RefusalReason.EditionDiffers, change.Edition!.Symbol.Text, FormattableString.Invariant(
                    $"Edition {change.Edition} is registered already (event {same.Number})."))
                : null);
    }
}
