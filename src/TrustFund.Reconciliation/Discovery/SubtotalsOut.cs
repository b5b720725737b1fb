namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Finds the subtotal that is out: a line without a caption, or called a total, that no lines above come to, while a total
/// below adds up all the lines around it and not it. Which of them it should add up, its amount tells.
/// </summary>
internal sealed class SubtotalsOut(Sheet sheet, RowJudge judge, IReadOnlySet<int> sums, decimal targets)
{
    private const int FewestLines = 2;
    private const int MostLines = 60;

    // What is out by so much of the larger amount may be a subtotal that was not brought up to date.
    private const decimal MostDistance = 0.5m;

    /// <summary>What the subtotal should add up, what the total adds up, line by line and with the subtotal; null where there is none.</summary>
    internal (RowSum Subtotal, RowSum Whole, RowSum Total)? Under(SheetRow row, List<SheetRow> open)
    {
        for (var at = open.Count - 1; at >= FewestLines && row.IsTotal && open.Count <= MostLines; at--)
        {
            var subtotal = open[at];
            if ((subtotal.Caption.Length > 0 && !subtotal.IsTotal && !subtotal.IsNet) || sums.Contains(subtotal.Index))
            {
                continue;
            }

            for (var first = at - FewestLines; first >= 0; first--)
            {
                var whole = Sum(row, [.. open[first..at], .. open[(at + 1)..]]) with { Cost = Digits.Of(open.Count) + RowJudge.PlaceCost };
                if (whole.Evidence.Fails == 0 && RowJudge.IsStrong(whole, targets) && PartsOf(subtotal, open[first..at], at + 1 < open.Count) is { } parts)
                {
                    return (parts, whole, Sum(row, [.. open[first..(at - parts.Addends.Count)], .. open[at..]]));
                }
            }
        }

        return null;
    }

    /// <summary>Whether a sum adds a line called a total, or without a caption, that says nil in all columns: it may stand for what was left out.</summary>
    internal static bool AddsNil(RowSum sum, Sheet sheet) => sum.Shape == SumShape.Above && sum.Addends.Select(addend => sheet.Rows[addend.Index])
        .Any(row => row.SumsUp && IsNil(row));

    // A run of the lines right above it: the one it is a slip away from, or else the nearest. The total adds up others with it.
    private RowSum? PartsOf(SheetRow subtotal, List<SheetRow> lines, bool hasOthers)
    {
        var runs = Enumerable.Range(FewestLines, lines.Count - FewestLines + (hasOthers ? 1 : 0)).Select(length => Sum(subtotal, lines[^length..])).ToList();

        // What some of them come to is no slip: a total may begin below the first lines of its part.
        if (runs.Count == 0 || runs.Exists(run => run.Evidence is { Fails: 0, Holds: > 0 }))
        {
            return null;
        }

        // A total that says nil is left out, of all lines of its part; but one of something that has no lines here may be nil right above
        // the one it goes into, and a net amount anywhere.
        if (hasOthers && subtotal.IsTotal && IsNil(subtotal))
        {
            return runs.Find(run => sheet.Rows[run.Addends[0].Index].Headings.Count > 0) ?? runs[^1];
        }

        // Where others stand beside it, that the total does without it speaks for a slip as well.
        var isNamed = subtotal.Caption.Length > 0;
        if (runs.MaxBy(judge.NearDigits) is { } near && judge.NearDigits(near) is var digits && (digits >= RowJudge.EnoughForResult || (digits > 0 && hasOthers && isNamed)))
        {
            return near;
        }

        var nearest = runs.MinBy(judge.Distance)!;
        return (!isNamed || (hasOthers && (subtotal.SumsUp || !IsNil(subtotal)))) && (judge.Distance(nearest) <= MostDistance * sheet.Columns || IsLeftOutOrCopied(subtotal, lines[^1])) ? nearest : null;
    }

    private static bool IsNil(SheetRow row) => row.Cells.All(cell => cell?.Amount is null or 0) && row.Cells.Any(cell => cell?.Amount == 0);

    private bool IsLeftOutOrCopied(SheetRow subtotal, SheetRow above) =>
        Enumerable.Range(0, sheet.Columns).Any(column => subtotal.Amount(column) is { } amount && (amount == 0 || amount == above.Amount(column)));

    private RowSum Sum(SheetRow target, IReadOnlyList<SheetRow> lines) => judge.Sum(target, [.. lines.Select(line => new Addend(line.Index, 1))], SumShape.Above);
}
