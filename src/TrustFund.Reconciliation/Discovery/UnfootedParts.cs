namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Finds parts of a table whose lines do not come to their total, though all around says that they should: the total is borne out where others
/// add it up, its lines stand right above it and in no other sum, and another part of the table adds up so or its caption calls it a total; or
/// a number is left out of a list; or the lines lead from an opening balance to a closing one that is borne out. A line of such a part was left out,
/// or several are wrong.
/// </summary>
internal static class UnfootedParts
{
    private const int MostLines = 60;
    private const int MostMoves = 10;

    /// <summary>The sums that do not hold.</summary>
    /// <param name="sheet">The table.</param>
    /// <param name="judge">Judges sums of its lines.</param>
    /// <param name="sums">What is believed of its lines.</param>
    internal static IEnumerable<RowSum> In(Sheet sheet, RowJudge judge, IReadOnlyList<RowSum> sums)
    {
        var holding = sums.Where(sum => sum.Evidence is { Fails: 0, Holds: > 0 } && sum.Addends.Count > 1).ToList();
        var settled = sums.SelectMany(sum => sum.Addends.Select(addend => addend.Index).Append(sum.Target.Index)).ToHashSet();
        var computed = sums.Select(sum => sum.Target.Index).ToHashSet();
        var borneOut = holding.SelectMany(sum => sum.Addends).Select(addend => addend.Index).ToHashSet();
        foreach (var way in Ways(sheet, judge, holding, settled, computed))
        {
            yield return way;
        }

        foreach (var total in sheet.Rows.Where(row => IsOfPart(row) && !computed.Contains(row.Index)))
        {
            if (Part(sheet, judge, total, settled, computed) is not { } sum || sum.Evidence.Fails == 0)
            {
                continue;
            }

            var isBorneOut = borneOut.Contains(total.Index);
            var isAlike = sums.Any(other => other.Addends.Count > 1 && other.Evidence.Holds > other.Evidence.Fails && IsAlike(sheet, other, total));
            if (isBorneOut && isAlike && total is { IsNet: true, IsTotal: false } && sum.Addends.Count > 1)
            {
                yield return sum;
            }
            else if (judge.FallsShort(sum) && (isAlike ? isBorneOut || (sum.Addends.Count > 1 && judge.IsMostOf(sum)) : isBorneOut && sum.Addends.Count > 1 && total is { IsTotal: true, Caption.Length: > 0 }))
            {
                yield return sum;
            }
            else if (judge.FallsShort(sum) && Numbering.HasGap(sum.Addends.Select(addend => sheet.Rows[addend.Index]), total))
            {
                yield return sum;
            }
        }
    }

    // The lines right above a total, from a heading or another total on: that by which the total is called, or else the nearest.
    private static RowSum? Part(Sheet sheet, RowJudge judge, SheetRow total, HashSet<int> settled, HashSet<int> computed)
    {
        var nearest = -1;
        var first = total.Index;
        while (first > 0 && total.Index - first <= MostLines && (IsLine(sheet.Rows[first - 1]) || IsNetItem(sheet.Rows[first - 1])) && !settled.Contains(first - 1))
        {
            first--;
            if (sheet.Rows[first].Headings.Count > 0)
            {
                nearest = nearest < 0 ? first : nearest;
                if (RowJudge.WordsBefore(total, sheet.Rows[first].Headings) is not null)
                {
                    nearest = first;
                    break;
                }
            }
        }

        first = nearest >= 0 ? nearest : first;
        if (first == total.Index || total.Index - first > MostLines || !(nearest >= 0 || first == 0 || computed.Contains(first - 1) || sheet.Rows[first - 1].SumsUp || sheet.Rows[first - 1].IsOpening))
        {
            return null;
        }

        // A total has an amount wherever one of its lines has: else amounts stand in other columns than they were read in.
        var lines = sheet.Rows.Skip(first).Take(total.Index - first).ToList();
        if (lines.Exists(line => Enumerable.Range(0, sheet.Columns).Any(column => line.Amount(column) is not (null or 0) && total.Cells[column] is null)))
        {
            return null;
        }

        var sign = total.IsNegative && !lines.Exists(line => line.HasNegative) ? -1 : 1;
        return judge.Sum(total, [.. lines.Select(line => new Addend(line.Index, sign))], sign < 0 ? SumShape.AboveSigned : SumShape.Above) with { IsWhole = true, IsDelimited = true };
    }

    // From an opening balance to the closing balance, where that is borne out: another way begins at it, columns of several years lead from one
    // to the other, or a total repeats it.
    private static IEnumerable<RowSum> Ways(Sheet sheet, RowJudge judge, List<RowSum> holding, HashSet<int> settled, HashSet<int> computed)
    {
        foreach (var closing in sheet.Rows.Where(row => row.IsClosing && !computed.Contains(row.Index)))
        {
            var first = closing.Index - 1;
            while (first > 0 && IsLine(sheet.Rows[first]) && !settled.Contains(first))
            {
                first--;
            }

            var isNext = holding.Exists(sum => sum is { Shape: SumShape.Above, Target.IsClosing: true } && sum.Addends[0].Index == closing.Index);
            if (first < 0 || !sheet.Rows[first].IsOpening || (isNext ? settled.Contains(first) : !(IsContinued(sheet, sheet.Rows[first], closing) || holding.Exists(sum => Repeats(sheet, sum.Target, closing)))))
            {
                continue;
            }

            var lines = sheet.Rows.Skip(first).Take(closing.Index - first).ToList();
            if (lines.Count > 1 && judge.Sum(closing, [.. lines.Select(line => new Addend(line.Index, 1))], SumShape.Above) is { Evidence.Fails: > 0 } way && (isNext || HoldsNoWay(judge, way)))
            {
                yield return way with { IsDelimited = true };
            }
        }
    }

    private static bool Repeats(Sheet sheet, SheetRow total, SheetRow closing) => total != closing && Enumerable.Range(0, sheet.Columns).All(column => total.Amount(column) == closing.Amount(column))
        && closing.Cells.Any(cell => cell?.Amount is not (null or 0));

    // The closing balance of one column is the opening balance of another.
    private static bool IsContinued(Sheet sheet, SheetRow opening, SheetRow closing) => Enumerable.Range(0, sheet.Columns).Any(column => closing.Amount(column) is { } amount && amount != 0
        && opening.Amount(column) != amount && Enumerable.Range(0, sheet.Columns).Any(other => other != column && opening.Amount(other) == amount));

    // However its lines are added and taken off: captions need not say it.
    private static bool HoldsNoWay(RowJudge judge, RowSum way)
    {
        var moves = way.Addends.Skip(1).ToList();
        return moves.Count <= MostMoves && Enumerable.Range(0, 1 << moves.Count).All(pattern =>
            judge.Sum(way.Target, [way.Addends[0], .. moves.Select((move, at) => move with { Sign = (pattern >> at & 1) == 1 ? -1 : 1 })], SumShape.AboveSigned).Evidence.Holds == 0);
    }

    private static bool IsOfPart(SheetRow row) => !row.IsClosing && (row.SumsUp || row.IsNet);

    private static bool IsLine(SheetRow row) => row is { IsStructural: false, IsOpening: false, IsShare: false, IsPartOf: false };

    // A loss on sales, a net change in a provision.
    private static bool IsNetItem(SheetRow row) => row is { IsNet: true, IsTotal: false, IsClosing: false, IsRestated: false, HasFormula: false, Caption.Length: > 0, IsShare: false, IsPartOf: false };

    // The lines right above it, and nothing but lines.
    private static bool IsAlike(Sheet sheet, RowSum sum, SheetRow total) => sum.Shape == SumShape.Above
        && sum.Target.IsTotal == total.IsTotal && sum.Target.IsNet == total.IsNet && (sum.Target.Caption.Length == 0) == (total.Caption.Length == 0)
        && sum.Addends[^1].Index == sum.Target.Index - 1 && sum.Addends[^1].Index - sum.Addends[0].Index == sum.Addends.Count - 1
        && sum.Addends.All(addend => IsLine(sheet.Rows[addend.Index]));
}
