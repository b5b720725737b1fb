namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Captions that are too long for their column and go on below, as <c>Excess of income over</c> over <c>expenditure  717,602</c>,
/// or with the amounts on the first line: what goes on does not begin as a caption does, or the line above ends in a word that
/// nothing ends in, and its next word would not have fitted. Takes time in proportion to the document.
/// </summary>
internal static class WrappedCaptions
{
    // Letters are not all as wide: a line ends so much before the column does, in parts of it.
    private const int PartsShort = 6;

    /// <summary>Joins the lines of such captions.</summary>
    /// <param name="rows">The lines of a document; null for blank ones.</param>
    internal static void Join(List<TextRow?> rows)
    {
        var widest = rows.Select(row => row is not null && HasAmounts(row) ? row.Filled[0].End : 0).DefaultIfEmpty().Max();
        for (var index = rows.Count - 1; index > 0; index--)
        {
            if (rows[index] is not { } row || rows[index - 1] is not { FirstLine: null } above || !GoesOn(above.Filled[0], row.Filled[0], widest))
            {
                continue;
            }

            if (above.Split == TextSplit.None && HasAmounts(row) && char.IsLetterOrDigit(above.Text[0]))
            {
                var caption = new TextCell($"{above.Text} {row.Filled[0].Text}", above.Filled[0].Start, 0) { Line = above.Number };
                rows[index] = row with { FirstLine = above.Number, Line = null, Cells = [caption, .. row.Cells.Skip(1)] };
                rows.RemoveAt(index - 1);
            }
            else if (row is { Split: TextSplit.None, FirstLine: null } && char.IsLower(row.Text[0]) && HasAmounts(above))
            {
                var caption = above.Filled[0].Saying($"{above.Filled[0].Text} {row.Text}") with { Line = above.Number };
                rows[index] = above with
                {
                    Number = row.Number,
                    FirstLine = above.Number,
                    Line = null,
                    Cells = [caption, .. above.Cells.Skip(1).Select(cell => cell with { Line = above.Number })],
                };
                rows.RemoveAt(index - 1);
            }
        }
    }

    // What a mark of a list or note stands before begins a line of its own, and so does what is part of the line above.
    private static bool GoesOn(TextCell above, TextCell next, int widest)
    {
        var end = next.Text.AsSpan().IndexOf(' ') is var blank and > 0 ? blank : next.Text.Length;
        return !above.IsAmountLike && above.Text[^1] is not (':' or '.' or ';')
            && (above.End + 1 + end) * PartsShort >= widest * (PartsShort - 1)
            && (AccountingWords.Ends(above.Text, WordKind.Linking) ? char.IsLetter(next.Text[0])
                : char.IsLower(next.Text[0]) && end > 1 && next.Text.AsSpan(0, end).IndexOfAny(")/") < 0 && !AccountingWords.Begins(next.Text, WordKind.PartOf));
    }

    private static bool HasAmounts(TextRow row) => row.Split == TextSplit.Blanks && row.Filled is [{ IsAmountLike: false, Position: 0 }, _, ..] && row.Filled.Skip(1).All(cell => cell.IsAmountLike);
}
