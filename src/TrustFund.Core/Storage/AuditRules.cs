namespace TrustFund.Storage;

/// <summary>What an audit finds wherever the books are kept, in the same words.</summary>
public static class AuditRules
{
    /// <summary>Audits books that no checkpoint was kept of.</summary>
    /// <param name="books">The books.</param>
    /// <param name="cancellation">Cancels the audit.</param>
    public static ValueTask<AuditReport> AuditAsync(this IAuditBooks books, CancellationToken cancellation = default) =>
        books.AuditAsync([], cancellation);

    /// <summary>What a checkpoint finds; null where the books hold what they held then.</summary>
    /// <param name="checkpoint">The state that was kept outside.</param>
    /// <param name="hashOf">The hash of an entry by its number; null where there is none. Number 0 has the default.</param>
    /// <param name="hashOfEvent">The same of an event.</param>
    /// <param name="rootOf">The Merkle root over so many entries from the first.</param>
    public static AuditFinding? CheckpointFault(
        Checkpoint checkpoint, Func<long, Sha256Hash?> hashOf, Func<long, Sha256Hash?> hashOfEvent, Func<long, Sha256Hash> rootOf)
    {
        var (entries, events) = (checkpoint.Head.Sequence, checkpoint.Events.Sequence);
        if (hashOf(entries) is not { } hash)
        {
            return Find(entries, FormattableString.Invariant($"The checkpoint was taken at {entries} entries, which the books do not have any more."));
        }

        if (hash != checkpoint.Head.Hash)
        {
            return Find(entries, FormattableString.Invariant($"Entry number {entries} has the hash {hash}; when the checkpoint was taken it was {checkpoint.Head.Hash}. This entry was changed since, or one before it; or the checkpoint is of other books."));
        }

        if (hashOfEvent(events) != checkpoint.Events.Hash)
        {
            return Find(null, FormattableString.Invariant($"Event {events} has not the hash {checkpoint.Events.Hash} of the checkpoint. This event was changed since, or one before it; or the checkpoint is of other books."));
        }

        return rootOf(entries) == checkpoint.Root ? null : Find(entries, FormattableString.Invariant(
            $"The first {entries} entries do not give the Merkle root {checkpoint.Root} of the checkpoint. One of them was changed since."));
    }

    private static AuditFinding Find(long? sequence, string text) => new("checkpoint", sequence, null, text);
}
