using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Captions that end in a date and are wrapped before its year, as <c>Net assets as at 31 December</c> over <c>2016  717,602</c>:
/// the year is no amount.
/// </summary>
internal static partial class WrappedDates
{
    /// <summary>Joins the lines of such captions.</summary>
    /// <param name="rows">The lines of a document; null for blank ones.</param>
    internal static void Join(List<TextRow?> rows)
    {
        for (var index = rows.Count - 1; index > 0; index--)
        {
            if (rows[index] is { Split: TextSplit.Blanks, FirstLine: null } row && row.Filled[0] is { Position: 0 } year && PrintedAmount.IsYear(year.Text)
                && row.Filled.Skip(1).All(cell => cell.IsAmountLike && !PrintedAmount.IsYear(cell.Text))
                && rows[index - 1] is { Split: TextSplit.None, FirstLine: null } above && DayAndMonth().IsMatch(above.Text))
            {
                var caption = new TextCell($"{above.Text} {year.Text}", above.Filled[0].Start, 0) { Line = above.Number };
                rows[index] = row with { FirstLine = above.Number, Line = null, Cells = [caption, .. row.Cells.Skip(1)] };
                rows.RemoveAt(index - 1);
            }
        }
    }

    [GeneratedRegex(@"\p{L}.* (?:[0-9]{1,2}(?:er|st|nd|rd|th)? (?:de )?\p{L}{3,10}(?: de)?|\p{L}{3,10} [0-9]{1,2}),?$", RegexOptions.CultureInvariant)]
    private static partial Regex DayAndMonth();
}
