namespace TrustFund.Reconciliation.Statements;

/// <summary>What the cells of a column come to, counted one by one.</summary>
internal sealed class ColumnTally
{
    internal int Cells { get; private set; }

    internal int AmountLike { get; private set; }

    internal bool AreYears { get; private set; } = true;

    /// <summary>The fewest decimals that an amount other than 0 is printed with; null where there is none.</summary>
    internal int? LeastDecimals { get; private set; }

    /// <summary>The largest amount; null where there is none.</summary>
    internal decimal? Largest { get; private set; }

    internal HashSet<string> Currencies { get; } = new(StringComparer.Ordinal);

    internal void Add(TextCell cell, PrintedAmount printed)
    {
        Cells++;
        AmountLike += cell.IsAmountLike ? 1 : 0;
        AreYears = AreYears && PrintedAmount.IsYear(cell.Text);
        if (printed.Currency is { } currency)
        {
            Currencies.Add(currency);
        }

        if (printed.Amount is { } amount && amount != 0)
        {
            Largest = Math.Max(Largest ?? amount, amount);
            LeastDecimals = Math.Min(LeastDecimals ?? printed.Decimals, printed.Decimals);
        }
    }
}
