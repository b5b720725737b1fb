namespace TrustFund.Reconciliation.Statements;

/// <summary>A balance that a figure adds or takes off.</summary>
/// <param name="Sign">1 to add the balance, debit positive; -1 to take it off.</param>
/// <param name="Balance">The trial balance.</param>
/// <param name="Fund">The fund whose rows count.</param>
/// <param name="Selects">The accounts that count.</param>
internal sealed record FigureTerm(int Sign, BalanceRequest Balance, Fund Fund, Func<Account, bool> Selects)
{
    internal Money In(TrialBalance balance, Func<TrialBalanceRow, bool> fits) =>
        Signed(balance.Sum(Fund, row => Selects(row.Account) && fits(row)));

    internal Money In(PostedEntry posted, Func<Posting, bool>? fits = null) => Signed(posted.Entry.Postings
        .Where(posting => posting.Fund.Code == Fund.Code && fits?.Invoke(posting) != false && Selects(posting.Account) && Balance.Includes(posted, Fund))
        .Aggregate(Money.Zero(Fund.Currency), (sum, posting) => sum + posting.Amount));

    /// <summary>The same of the books as they were published, before anything was restated.</summary>
    internal FigureTerm AsPublished() => this with
    {
        Balance = Balance with { Cutoff = Balance.Cutoff with { AsRestated = false }, After = Balance.After is { } after ? after with { AsRestated = false } : null },
    };

    internal FigureTerm Times(int sign) => this with { Sign = Sign * sign };

    private Money Signed(Money amount) => Sign > 0 ? amount : -amount;
}
