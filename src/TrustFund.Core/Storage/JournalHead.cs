namespace TrustFund.Storage;

/// <summary>The end of the journal: how many entries, and the hash that stands for all of them.</summary>
/// <param name="Sequence">The last sequence number; 0 for an empty journal.</param>
/// <param name="Hash">The hash of the last entry; 32 zero bytes for an empty journal.</param>
public sealed record JournalHead(long Sequence, Sha256Hash Hash);
