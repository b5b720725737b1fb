namespace TrustFund.Cli.Rendering;

/// <summary>A pair of columns of a worksheet: debits and credits, by row.</summary>
/// <param name="Title">What stands above it.</param>
/// <param name="Name">What machines call it.</param>
/// <param name="Amounts">Debit and credit of each row, nil or positive.</param>
internal sealed record WorksheetColumn(string Title, string Name, IReadOnlyList<(Money Debit, Money Credit)> Amounts)
{
    /// <summary>Balances, each on the side it stands on.</summary>
    internal static WorksheetColumn OfBalances(string title, string name, IEnumerable<Money> balances) => new(title, name,
        [.. balances.Select(balance => (Zero(balance, balance.MinorUnits < 0), -Zero(balance, balance.MinorUnits > 0)))]);

    private static Money Zero(Money amount, bool otherSide) => otherSide ? Money.Zero(amount.Currency) : amount;
}
