using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>The state of the books to be kept outside them, and what is shown or found by it.</summary>
internal static class Checkpoints
{
    internal static Checkpoint Read(Session session)
    {
        var (head, _) = Journal.ReadHead(session);
        var (number, hash, _) = EventWriter.Last(session);
        return new Checkpoint(head, new JournalHead(number, hash), MerkleTree.Root(Leaves(session, head.Sequence)));
    }

    internal static AuditFinding? Fault(Session session, Checkpoint checkpoint) => AuditRules.CheckpointFault(
        checkpoint,
        number => HashOf(session, "SELECT hash FROM entry WHERE sequence = ?", number),
        number => HashOf(session, "SELECT hash FROM event WHERE number = ?", number),
        count => MerkleTree.Root(Leaves(session, count)));

    internal static IReadOnlyList<InclusionProof> Prove(Session session, EntrySelection selection)
    {
        var tree = new MerkleTree(Leaves(session, Journal.LastSequence(session)));
        return [.. new EntryReader(session).Read(selection, 0).ToList().Select(posted => new InclusionProof(
            posted, HashOf(session, "SELECT hash FROM entry WHERE sequence = ?", posted.Sequence - 1) ?? default,
            tree.Count, tree.Path(checked((int)posted.Sequence - 1))))];
    }

    private static IEnumerable<Sha256Hash> Leaves(Session session, long count)
    {
        var row = session.Prepare("SELECT hash FROM entry WHERE sequence <= ? ORDER BY sequence").Bind(count);
        while (row.Step())
        {
            yield return MerkleTree.Leaf(row.Bytes(0));
        }
    }

    private static Sha256Hash? HashOf(Session session, string sql, long number)
    {
        if (number == 0)
        {
            return default(Sha256Hash);
        }

        var row = session.Prepare(sql).Bind(number);
        Sha256Hash? hash = row.Step() && row.Bytes(0).Length == Sha256Hash.Size ? new Sha256Hash(row.Bytes(0)) : null;
        row.Reset();
        return hash;
    }
}
