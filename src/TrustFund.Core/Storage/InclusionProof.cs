namespace TrustFund.Storage;

/// <summary>
/// Shows that an entry is of a journal, and with it nothing of any other entry: its contents give its
/// hash in the chain, and the path leads from there to the Merkle root that a checkpoint holds.
/// </summary>
/// <param name="Posted">The entry as the books hold it.</param>
/// <param name="Previous">The hash of the entry before it, which tells nothing of that entry.</param>
/// <param name="Entries">How many entries the journal had.</param>
/// <param name="Path">The hashes from the entry's leaf to the root, nearest first.</param>
public sealed record InclusionProof(PostedEntry Posted, Sha256Hash Previous, long Entries, IReadOnlyList<Sha256Hash> Path)
{
    /// <summary>The Merkle root that the entry's contents lead to; to be held against one that is known.</summary>
    public Sha256Hash Root() => MerkleTree.RootFrom(
        MerkleTree.LeafOf(CanonicalEncoding.Link(Previous, Posted.Sequence, Posted.Recorded, CanonicalEncoding.Encode(Posted.Entry))),
        Posted.Sequence - 1, Entries, Path);
}
