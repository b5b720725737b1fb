using NodaTime;
using TrustFund.Storage;
using static TrustFund.Sqlite.Tests.Books;

namespace TrustFund.Sqlite.Tests;

/// <summary>What books must do, in as few words as can be: a list of entries, and donors by code.</summary>
internal sealed class ModelOfBooks
{
    private readonly Dictionary<string, Donor> _donors = Registered.Donors.ToDictionary(donor => donor.Code.Text);

    internal List<PostedEntry> Journal { get; private set; } = [];

    internal JournalHead HeadAt(Instant? knownAt) => Journal.LastOrDefault(posted => !(posted.Recorded > knownAt)) is { } last
        ? new JournalHead(last.Sequence, last.Hash)
        : new JournalHead(0, default);

    /// <summary>Registers a donor; false where one of that code has another name.</summary>
    internal bool Register(Donor donor) => _donors.TryAdd(donor.Code.Text, donor) || _donors[donor.Code.Text] == donor;

    /// <summary>Adds all entries or, where one is refused, none; tells why, and how many were there already.</summary>
    internal (List<RefusalReason> Refusals, int Posted, int AlreadyPosted) Append(IEnumerable<JournalEntry> entries, Instant now, bool keep)
    {
        var (journal, refusals, already) = (Journal.ToList(), new List<RefusalReason>(), 0);
        foreach (var entry in entries)
        {
            var same = journal.Find(posted => posted.Entry.Id == entry.Id);
            if (RefusalOf(entry, same, journal) is { } refusal)
            {
                refusals.Add(refusal);
            }
            else if (same is not null)
            {
                already++;
            }
            else
            {
                var recorded = journal.Count == 0 ? now : Instant.Max(now, journal[^1].Recorded);
                var before = journal.Count == 0 ? default : journal[^1].Hash;
                journal.Add(new PostedEntry(journal.Count + 1, recorded, CanonicalEncoding.Link(before, journal.Count + 1, recorded, CanonicalEncoding.Encode(entry)), entry));
            }
        }

        var posted = journal.Count - Journal.Count;
        Journal = refusals.Count == 0 && keep ? journal : Journal;
        return refusals.Count == 0 ? (refusals, posted, already) : (refusals, 0, 0);
    }

    /// <summary>Balances in minor units by account, fund and donor.</summary>
    internal SortedDictionary<string, long> Balances(LedgerCutoff cutoff)
    {
        var balances = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var posting in Journal.Where(posted => Takes(cutoff, posted)).SelectMany(posted => posted.Entry.Postings))
        {
            var key = $"{posting.Account.Code}/{posting.Fund.Code}/{posting.Donor?.Code.Text}";
            balances[key] = balances.GetValueOrDefault(key) + posting.Amount.MinorUnits;
        }

        return balances;
    }

    private static bool Takes(LedgerCutoff cutoff, PostedEntry posted)
    {
        var day = cutoff.AsRestated && posted.Entry.Kind == EntryKind.Restatement ? posted.Entry.Restates!.Value.End : posted.Entry.Date;
        var isClosingOfPeriod = posted.Entry.Kind == EntryKind.Closing && (posted.Entry.Date == cutoff.Through || posted.Entry.Date >= cutoff.PeriodStart);
        return day <= cutoff.Through
            && (cutoff.KnownAt is null || posted.Recorded <= cutoff.KnownAt)
            && (cutoff.Closing == ClosingView.AfterClosing || !isClosingOfPeriod);
    }

    private RefusalReason? RefusalOf(JournalEntry entry, PostedEntry? same, List<PostedEntry> journal)
    {
        if (entry.Postings.Any(posting => posting.Donor is { } donor && _donors.GetValueOrDefault(donor.Code.Text) != donor))
        {
            return RefusalReason.UnknownDonor;
        }

        if (same is not null)
        {
            return CanonicalEncoding.Encode(same.Entry).SequenceEqual(CanonicalEncoding.Encode(entry)) ? null : RefusalReason.ConflictingEntry;
        }

        if (entry.Reverses is not { } reverses)
        {
            return null;
        }

        var original = journal.Find(posted => posted.Entry.Id == reverses)?.Entry;
        return original is null ? RefusalReason.UnknownReversedEntry
            : entry.Postings.Where((posting, line) => posting.Amount != -original.Postings[line].Amount || posting.Donor != original.Postings[line].Donor).Any() ? RefusalReason.ReversalDiffers
            : journal.Exists(posted => posted.Entry.Reverses == reverses) ? RefusalReason.ReversedTwice
            : null;
    }
}
