namespace TrustFund.Sqlite;

/// <summary>Collects what the entries of a rollup moved, by month and class.</summary>
internal sealed class RollupPages
{
    private readonly SortedDictionary<(Month Month, BalanceClass Class), List<BalanceCell>> _cells = [];

    internal void Add(ScannedEntry entry)
    {
        if (!entry.IsReclassification)
        {
            Add(entry.Postings, entry.Month, entry.Day, ClassOf(entry.Kind));
        }

        if (entry.RestatesEnd is { } end)
        {
            var (month, day) = Month.Of(end);
            Add(entry.Postings, month, day, BalanceClass.RestatementAsRestated);
        }
    }

    /// <summary>The balances in order of month and class; the collection is empty again.</summary>
    internal List<Page> Take()
    {
        var pages = new List<Page>();
        foreach (var (key, cells) in _cells)
        {
            var (byFund, byDonor) = BalancePage.Encode(cells);
            pages.Add(new Page(key.Month, key.Class, byFund, byDonor));
        }

        _cells.Clear();
        return pages;
    }

    internal static BalanceClass ClassOf(EntryKind kind) => kind switch
    {
        EntryKind.Restatement => BalanceClass.RestatementAsPosted,
        EntryKind.Closing => BalanceClass.Closing,
        _ => BalanceClass.Ordinary,
    };

    private void Add(List<ScannedPosting> postings, Month month, int day, BalanceClass balanceClass)
    {
        if (!_cells.TryGetValue((month, balanceClass), out var cells))
        {
            _cells.Add((month, balanceClass), cells = []);
        }

        foreach (var posting in postings)
        {
            cells.Add(new BalanceCell(posting, day));
        }
    }

    internal sealed record Page(Month Month, BalanceClass Class, byte[] ByFund, byte[] ByDonor);
}
