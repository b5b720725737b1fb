using NodaTime;

namespace TrustFund.Storage;

/// <summary>
/// The rules that an entry meets when it is added, beyond those it was built by; every store asks
/// here, so that all refuse alike and in the same words.
/// </summary>
public static class AppendRules
{
    /// <summary>The first account, fund or donor that is not registered as it stands in the entry; null where all are.</summary>
    /// <param name="entry">The entry to be added.</param>
    /// <param name="masterData">What is registered.</param>
    public static Refusal? ReferenceFault(JournalEntry entry, MasterData masterData)
    {
        foreach (var posting in entry.Postings)
        {
            if (!masterData.Chart.TryFind(posting.Account.Code, out var account) || account != posting.Account)
            {
                return Unregistered(RefusalReason.UnknownAccount, entry, "account", posting.Account.Code.Text);
            }

            if (masterData.FindFund(posting.Fund.Code) != posting.Fund)
            {
                return Unregistered(RefusalReason.UnknownFund, entry, "fund", posting.Fund.Code.Text);
            }

            if (posting.Donor is not null && masterData.FindDonor(posting.Donor.Code) != posting.Donor)
            {
                return Unregistered(RefusalReason.UnknownDonor, entry, "donor", posting.Donor.Code.Text);
            }
        }

        return null;
    }

    /// <summary>The refusal of an entry whose id is there with other contents.</summary>
    /// <param name="entry">The entry refused.</param>
    public static Refusal Conflict(JournalEntry entry) => new(
        RefusalReason.ConflictingEntry, entry.Id.Text,
        $"Entry {entry.Id} is in the books already with other contents. Give this one an id of its own, or reverse the one posted.");

    /// <summary>What is wrong with a reversal; null where nothing is.</summary>
    /// <param name="reversal">The reversal to be added.</param>
    /// <param name="original">The entry it names; null where it is not in the books.</param>
    /// <param name="reversedBy">The reversal that took that entry back already; null where none did.</param>
    public static Refusal? ReversalFault(JournalEntry reversal, JournalEntry? original, Code<JournalEntry>? reversedBy)
    {
        if (original is null)
        {
            return new Refusal(RefusalReason.UnknownReversedEntry, reversal.Id.Text,
                $"Entry {reversal.Id} reverses {reversal.Reverses}, which is not in the books.");
        }

        if (!reversal.Postings.SequenceEqual(original.Postings.Select(posting => posting.Negated())))
        {
            return new Refusal(RefusalReason.ReversalDiffers, reversal.Id.Text,
                $"Entry {reversal.Id} does not take back every posting of {original.Id}: a reversal has the same postings with the other sign.");
        }

        // A reopening takes back closing entries: whoever asks for the books before closing is to see neither.
        if ((reversal.Kind == EntryKind.Closing) != (original.Kind == EntryKind.Closing)
            || (reversal.Kind == EntryKind.Closing && reversal.Date != original.Date))
        {
            return new Refusal(RefusalReason.ReversalDiffers, reversal.Id.Text,
                $"Entry {reversal.Id} cannot reverse {original.Id}: a closing entry, and nothing else, is reversed by a closing entry, of its day. Reopen the period, which does so.");
        }

        return reversedBy is null ? null : new Refusal(RefusalReason.ReversedTwice, reversal.Id.Text,
            $"Entry {original.Id} is reversed already, by {reversedBy}.");
    }

    /// <summary>The refusal to restore a journal into books that hold entries.</summary>
    /// <param name="head">The end of the journal that is there.</param>
    public static Refusal NotEmpty(JournalHead head) => new(
        RefusalReason.BooksNotEmpty, "", FormattableString.Invariant(
            $"A journal is restored into empty books; these hold {head.Sequence} entries. Make new ones."));

    /// <summary>What keeps an entry from being the next of the chain it was taken from; null where nothing does.</summary>
    /// <param name="posted">The entry with number, recorded instant and hash.</param>
    /// <param name="before">The end of the journal before it.</param>
    /// <param name="recordedBefore">When the entry before it was recorded; null for the first.</param>
    public static Refusal? ChainFault(PostedEntry posted, JournalHead before, Instant? recordedBefore)
    {
        Refusal Broken(string fault) => new(RefusalReason.BrokenChain, posted.Entry.Id.Text, $"Entry {posted.Entry.Id} {fault}");

        if (posted.Sequence != before.Sequence + 1)
        {
            return Broken(FormattableString.Invariant($"is number {posted.Sequence} where number {before.Sequence + 1} was expected: an entry is missing or was put in."));
        }

        if (posted.Recorded < recordedBefore)
        {
            return Broken("was recorded before the entry before it.");
        }

        var expected = CanonicalEncoding.Link(before.Hash, posted.Sequence, posted.Recorded, CanonicalEncoding.Encode(posted.Entry));
        return posted.Hash == expected
            ? null
            : Broken($"has the hash {posted.Hash}; its contents and the entry before it give {expected}. The entry was changed, or one before it.");
    }

    private static Refusal Unregistered(RefusalReason reason, JournalEntry entry, string noun, string code) => new(
        reason, entry.Id.Text,
        $"Entry {entry.Id} posts to {noun} {code}, which is not registered in the books as it stands there. Register it first.");
}
