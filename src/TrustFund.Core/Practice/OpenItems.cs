using NodaTime;

namespace TrustFund.Practice;

/// <summary>
/// Finds what is open of receivables and advances. Postings of one account, donor, agreement and
/// counterparty belong together; since a posting does not name what it settles, the oldest are taken
/// to be settled first. An entry and the one that reverses it count for nothing.
/// </summary>
internal sealed class OpenItems
{
    private readonly Dictionary<(Account, Donor?, ContributionAgreement?, Counterparty?), List<(JournalEntry Entry, Posting Posting)>> _postings = [];
    private readonly HashSet<Code<JournalEntry>> _reversed = [];

    internal void Add(JournalEntry entry, Posting posting)
    {
        var key = (posting.Account, posting.Donor, posting.Agreement, posting.Counterparty);
        if (!_postings.TryGetValue(key, out var together))
        {
            _postings.Add(key, together = []);
        }

        together.Add((entry, posting));
        if (entry.Reverses is { } original)
        {
            _reversed.Add(original);
        }
    }

    internal IReadOnlyList<OpenItem> Open() => [.. _postings.Values.SelectMany(Open)
        .OrderBy(item => item.Account.Code).ThenBy(item => item.Since).ThenBy(item => item.Entry)];

    private IEnumerable<OpenItem> Open(List<(JournalEntry Entry, Posting Posting)> together)
    {
        var live = together.FindAll(one => one.Entry.Reverses is null && !_reversed.Contains(one.Entry.Id));
        var settled = live.Where(one => one.Posting.Side == Side.Credit)
            .Aggregate(Int128.Zero, (sum, one) => sum - one.Posting.Amount.MinorUnits);
        foreach (var (entry, posting) in live.Where(one => one.Posting.Side == Side.Debit).OrderBy(one => Since(one.Entry, one.Posting)))
        {
            var amount = (Int128)posting.Amount.MinorUnits;
            var open = amount - Int128.Min(amount, settled);
            settled -= amount - open;
            if (open > 0)
            {
                yield return new OpenItem(posting.Account, posting.Donor, posting.Agreement, posting.Counterparty,
                    entry.Id, Since(entry, posting), new Money((long)open, posting.Amount.Currency));
            }
        }
    }

    private static LocalDate Since(JournalEntry entry, Posting posting) => posting.DueDate ?? entry.DocumentDate ?? entry.Date;
}
