using NodaTime;

namespace TrustFund;

/// <summary>A journal entry as the books hold it.</summary>
/// <param name="Sequence">Its place in the journal: 1, 2, 3 ... without a gap.</param>
/// <param name="Recorded">When it was recorded; never earlier than the entry before it.</param>
/// <param name="Hash">The hash over the hash before it, sequence, recorded instant and contents.</param>
/// <param name="Entry">The entry.</param>
public sealed record PostedEntry(long Sequence, Instant Recorded, Sha256Hash Hash, JournalEntry Entry);
