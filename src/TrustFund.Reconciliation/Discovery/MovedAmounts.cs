namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Amounts of one column that changed places or moved on by some lines are one slip, and not one for each line: what a
/// line wants for its identity to hold stands in another line that does not hold, which is no chance.
/// </summary>
internal static class MovedAmounts
{
    private const int Fewest = 2;
    private const int Most = 8;
    private const decimal Smallest = 100;

    /// <summary>The amounts that lines want and others have, of the column that explains most; all but one where all are found.</summary>
    /// <param name="failing">The lines that do not hold, each with computed less printed.</param>
    /// <param name="target">The column that the others come to.</param>
    /// <param name="addends">The columns that come to it.</param>
    internal static IReadOnlyList<decimal> In(IReadOnlyList<(SheetRow Row, decimal Residual)> failing, int target, IReadOnlyList<Addend> addends)
    {
        if (failing.Count is < Fewest or > Most)
        {
            return [];
        }

        var wanted = addends.Select(addend => Wanted(failing, addend.Index, -addend.Sign)).Prepend(Wanted(failing, target, 1)).MaxBy(amounts => amounts.Count)!;
        return wanted.Count < failing.Count ? wanted : wanted.GetRange(1, wanted.Count - 1);
    }

    private static List<decimal> Wanted(IReadOnlyList<(SheetRow Row, decimal Residual)> failing, int column, int sign) => [.. failing
        .Where(line => line.Row.Amount(column) is not null)
        .Select(line => line.Row.Amount(column)!.Value + (sign * line.Residual))
        .Where(amount => Math.Abs(amount) >= Smallest && failing.Any(other => other.Row.Amount(column) == amount))];
}
