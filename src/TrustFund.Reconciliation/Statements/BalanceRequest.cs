namespace TrustFund.Reconciliation.Statements;

/// <summary>A trial balance that figures are made from. Equal by its contents.</summary>
/// <param name="Cutoff">The books that are meant.</param>
/// <param name="After">Leaves out what this cutoff takes in; null for nothing left out.</param>
/// <param name="Entries">Which entries: all of them, or those of a class, which are added up from the journal.</param>
/// <param name="Nature">Restatements of which nature; null for any.</param>
public sealed record BalanceRequest(LedgerCutoff Cutoff, LedgerCutoff? After = null, EntryClass Entries = EntryClass.All, RestatementNature? Nature = null)
{
    /// <summary>Whether an entry is in it, for a fund.</summary>
    /// <param name="posted">The entry.</param>
    /// <param name="fund">The fund.</param>
    public bool Includes(PostedEntry posted, Fund fund) =>
        Cutoff.Includes(posted) && After?.Includes(posted) != true && (Nature is null || posted.Entry.Nature == Nature) && IsOfClass(posted.Entry, fund);

    private bool IsOfClass(JournalEntry entry, Fund fund) => Entries switch
    {
        EntryClass.All => true,
        EntryClass.Unadjusted => entry.Kind != EntryKind.Adjusting,
        EntryClass.Adjusting => entry.Kind == EntryKind.Adjusting,
        EntryClass.Restatement => entry.Kind == EntryKind.Restatement,
        _ => entry.Kind is not (EntryKind.Restatement or EntryKind.Closing or EntryKind.Opening) && IsTransfer(entry, fund),
    };

    private static bool IsTransfer(JournalEntry entry, Fund fund)
    {
        var amounts = entry.Postings.Where(posting => posting.Fund.Code == fund.Code && posting.Account.Type == AccountType.NetAssets)
            .Select(posting => posting.Amount).ToList();
        return amounts.Count > 0 && amounts.Aggregate((sum, amount) => sum + amount).IsZero;
    }
}
