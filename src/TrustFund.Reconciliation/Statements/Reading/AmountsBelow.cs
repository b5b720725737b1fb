namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// A table with the amounts of a line on a line of their own, below its caption. Takes time in proportion to the lines.
/// </summary>
internal static class AmountsBelow
{
    private const int FewestLines = 3;
    private const int ToOneOther = 3;

    /// <summary>The rows with such lines joined to the caption above; the same rows where the table is not of this kind.</summary>
    /// <param name="rows">The lines of a document; null for blank ones.</param>
    internal static List<TextRow?> Join(List<TextRow?> rows)
    {
        var amounts = new Dictionary<int, List<TextToken>>();
        var others = 0;
        for (var index = 0; index < rows.Count; index++)
        {
            if (rows[index] is not { } row)
            {
                continue;
            }

            var tokens = row is { Line: { } line, Filled: [{ IsAmountLike: true }, ..] } ? TextToken.In(line) : [];
            if (tokens.Count > 1 && tokens.TrueForAll(token => token.MayBeAmount) && tokens.Exists(token => token.Certainty == AmountCertainty.Certain) && Above(rows, index) is not null)
            {
                amounts.Add(index, tokens);
            }
            else if (Array.Exists(row.Filled, cell => cell.IsAmountLike && !PrintedAmount.IsYear(cell.Text)))
            {
                others++;
            }
        }

        if (amounts.Count < FewestLines || amounts.Count < ToOneOther * others)
        {
            return rows;
        }

        var columns = amounts.Values.Max(tokens => tokens.Count);
        var joined = new List<TextRow?>(rows);
        foreach (var (index, tokens) in amounts)
        {
            var caption = Above(rows, index)!.Value;
            var above = rows[caption]!;
            joined[index] = new TextRow(rows[index]!.Number, [above.Filled[0] with { Position = 0, Line = above.Number }, .. tokens.Select((token, number) => new TextCell(token.Text, token.Start, number + 1))], TextSplit.Counted)
            {
                FirstLine = above.Number,
                IsAdrift = tokens.Count < columns,
            };
            joined[caption] = null;
        }

        return joined;
    }

    // The caption right above, or one blank line above.
    private static int? Above(List<TextRow?> rows, int index)
    {
        var above = index > 0 && rows[index - 1] is null ? index - 2 : index - 1;
        return above >= 0 && rows[above] is { HasColumns: false, Line: not null } row && !row.Filled[0].IsAmountLike ? above : null;
    }
}
