namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Tells by the amounts alone that a column states percentages of two others, where its heading is lost or says nothing: it is
/// the one over the other in every line, but for one slip. What is divided by it would be so much as well; but amounts add up, and
/// percentages do not.
/// </summary>
internal static class RatioColumn
{
    private const int MostColumns = 12;
    private const int FewestLines = 3;
    private const int ToOneSlip = 4;
    private const decimal PerCent = 100;

    // What rounding leaves of the quotient says something of it.
    private const decimal LargestPart = 0.02m;

    // Above so many times the whole it is no share.
    private const decimal Most = 10_000;

    /// <summary>Whether a column is one.</summary>
    /// <param name="rows">The lines of the table.</param>
    /// <param name="columns">How many columns it has.</param>
    /// <param name="column">The column.</param>
    internal static bool Is(IReadOnlyList<SheetRow> rows, int columns, int column)
    {
        if (columns is < 3 or > MostColumns || rows.Count(row => row.Amount(column) is not (null or 0)) < FewestLines || rows.Any(row => row.Amount(column) is { } amount && Math.Abs(amount) > Most))
        {
            return false;
        }

        var others = Enumerable.Range(0, columns).Where(other => other != column).ToList();
        return others.Exists(under => others.Exists(over => over != under && IsOf(rows, column, over, under)) && AddsUp(rows, under)) && !AddsUp(rows, column);
    }

    // Some total is the sum of lines right above it.
    private static bool AddsUp(IReadOnlyList<SheetRow> rows, int column) => rows.Any(total => total.SumsUp && total.Cells[column] is { Amount: { } amount } printed && amount != 0 && AddsUp(rows, column, total.Index, amount, printed.Width));

    private static bool AddsUp(IReadOnlyList<SheetRow> rows, int column, int total, decimal amount, decimal width)
    {
        var (sum, reach) = (0m, width / 2);
        for (var index = total - 1; index >= 0; index--)
        {
            sum += rows[index].Amount(column) ?? 0;
            reach += (rows[index].Cells[column]?.Width ?? 0) / 2;
            if (index < total - 1 && Math.Abs(sum - amount) <= reach)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOf(IReadOnlyList<SheetRow> rows, int column, int over, int under)
    {
        var (holds, fails) = (0, 0);
        foreach (var row in rows)
        {
            if (row.Cells[column] is not { Amount: { } share } cell || row.Cells[over] is not { Amount: { } dividend } one || row.Cells[under] is not { Amount: { } divisor } other || divisor == 0)
            {
                continue;
            }

            var computed = PerCent * dividend / divisor;
            var reach = (cell.Width / 2) + (PerCent * ((one.Width / 2) + (Math.Abs(dividend / divisor) * other.Width / 2)) / Math.Abs(divisor));
            var isOut = Math.Abs(Math.Abs(computed) - Math.Abs(share)) > reach * 1.01m;
            fails += isOut ? 1 : 0;
            holds += !isOut && share != 0 && reach <= LargestPart * Math.Max(Math.Abs(share), PerCent / 2) ? 1 : 0;
            if (fails > 1)
            {
                return false;
            }
        }

        return holds >= FewestLines && fails * ToOneSlip <= holds;
    }
}
