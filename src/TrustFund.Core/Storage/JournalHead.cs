namespace TrustFund.Storage;

/// <summary>The end of the journal: how many entries, and the hash that stands for all of them.</summary>
/// <param name="Sequence">The last sequence number; 0 for an empty journal.</param>
/// <param name="Hash">The hash of the last entry; 32 zero bytes for an empty journal.</param>
public sealed record JournalHead(long Sequence, Sha256Hash Hash)
{
    /// <summary>
    /// A short form to print under what was made from the books: the number of entries and the first 16
    /// digits of the hash. Tells which books were meant; against forgery only the whole hash will do.
    /// </summary>
    public string Seal
    {
        get
        {
            var digits = Hash.ToString();
            return FormattableString.Invariant($"{Sequence}-{digits[..4]}-{digits[4..8]}-{digits[8..12]}-{digits[12..16]}");
        }
    }
}
