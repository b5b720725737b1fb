namespace TrustFund.Sqlite;

/// <summary>
/// The numbers of accounts, funds and donors. The entries of a journal share these objects, so that each
/// is held against what is registered once, and is known by reference from then on.
/// </summary>
internal sealed class NounIds(MasterDataTables tables)
{
    private const int Most = 100_000;

    private readonly Dictionary<object, long> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether an entry posts to nothing but what is known to be registered as it stands there.</summary>
    internal bool Knows(JournalEntry entry)
    {
        foreach (var posting in entry.Postings)
        {
            if (!_known.ContainsKey(posting.Account) || !_known.ContainsKey(posting.Fund)
                || (posting.Donor is not null && !_known.ContainsKey(posting.Donor)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>From now on knows what an entry posts to, all of which is registered.</summary>
    internal void Learn(JournalEntry entry)
    {
        if (_known.Count > Most)
        {
            _known.Clear();
        }

        foreach (var posting in entry.Postings)
        {
            _known[posting.Account] = tables.AccountIds[posting.Account.Code];
            _known[posting.Fund] = tables.FundIds[posting.Fund.Code];
            if (posting.Donor is { } donor)
            {
                _known[donor] = tables.DonorIds[donor.Code];
            }
        }
    }

    /// <summary>The number of something known.</summary>
    internal long Of(object noun) => _known[noun];
}
