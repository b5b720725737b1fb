namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Lines that hold an amount and nothing else, as totals without a caption do: one that ends right below where an amount of
/// the line above ends stands in its column, and so does one with decimals or thousands set off that ends a place or two
/// beside it, as amounts in parentheses and misprinted ones do. Takes time in proportion to the lines.
/// </summary>
internal static class AmountsAlone
{
    // A rule may stand between the lines and their total.
    private const int MostLinesBelow = 2;
    private const int MostBeside = 2;

    /// <summary>The rows, such lines among them with their only cell in its column.</summary>
    /// <param name="rows">The lines of a document; null for blank ones.</param>
    internal static List<TextRow?> Placed(List<TextRow?> rows)
    {
        for (var index = 1; index < rows.Count; index++)
        {
            if (rows[index] is { Split: TextSplit.None, Filled: [{ IsAmountLike: true } amount] } row && !PrintedAmount.IsYear(amount.Text)
                && rows[index - 1] is { Split: TextSplit.Blanks or TextSplit.AmountAtEnd } above && row.Number - above.Number <= MostLinesBelow
                && Array.Find(above.Filled, cell => cell.IsAmountLike && IsBelow(amount, cell)) is { Text: not null } same)
            {
                rows[index] = row with { Split = above.Split, Cells = [amount with { Position = Math.Max(1, same.Position) }] };
            }
        }

        return rows;
    }

    private static bool IsBelow(TextCell amount, TextCell above) => amount.End == above.End
        || (Math.Abs(amount.End - above.End) <= MostBeside && amount.Start < above.End && amount.Text.AsSpan().IndexOfAny('.', ',') > 0 && !IsItem(amount.Text, above.Text));

    // 4.1 beside amounts with other decimals is the number of a paragraph.
    private static bool IsItem(string text, string above) => DecimalMarks.IsItem(text) && text.Length - text.LastIndexOf('.') != above.Length - above.LastIndexOf('.');
}
