using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Amounts a blank apart whose thousands are set off by blanks as well, wider blanks between them and their captions:
/// <c>Travel   28 000 30 700 33 535</c>. The last cell of such lines is taken apart into as many amounts as most of them have.
/// </summary>
internal static partial class WideRuns
{
    private const int FewestLines = 3;

    /// <summary>Replaces such lines by the same in their cells.</summary>
    /// <param name="rows">The lines of a document; null for blank ones.</param>
    internal static void TellApart(List<TextRow?> rows)
    {
        var runs = Enumerable.Range(0, rows.Count).Where(index => rows[index] is { Split: TextSplit.Blanks, Line: not null, Filled: [{ IsAmountLike: false }, var last] } && Groups().IsMatch(last.Text)).ToList();
        if (runs.Count(index => PrintedAmount.Read(rows[index]!.Filled[1].Text).State == FigureState.Unreadable) < FewestLines)
        {
            return;
        }

        var tails = runs.ConvertAll(index => BlankGroups.Joined(TextToken.In(rows[index]!.Filled[1].Text)));
        if (BlankGroups.TakenApart(tails, BlankGroups.Middle(tails.Select(tail => tail.Count))) is not var (columns, digits) || columns < 2)
        {
            return;
        }

        foreach (var (index, tail) in runs.Zip(tails))
        {
            var (row, cell) = (rows[index]!, rows[index]!.Filled[1]);
            var amounts = tail.Count < columns && BlankGroups.Apart(tail, digits) is { } apart ? apart : tail;
            rows[index] = row with
            {
                Cells = [row.Filled[0], .. amounts.Select((amount, number) => new TextCell(amount.Text, cell.Start + amount.Start, number + 1))],
                Split = TextSplit.Counted,
                IsAdrift = amounts.Count < columns,
            };
        }
    }

    [GeneratedRegex(@"^[0-9]{1,3}(?: [0-9]{1,3})+$", RegexOptions.CultureInvariant)]
    private static partial Regex Groups();
}
