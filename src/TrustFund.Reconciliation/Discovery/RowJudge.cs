using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>What speaks for a line of a table as the sum of others, by the numbers in all of its columns together.</summary>
internal sealed class RowJudge(Sheet sheet, IReadOnlySet<int> computed, IReadOnlyDictionary<PublishedFigure, decimal> corrections)
{
    // The way in which a sum of a shape is tried, in digits; one way for each of some places.
    internal const decimal PlaceCost = 0.3m;

    // What a line that captions call a result has to show, by holding somewhere or by being one slip away.
    internal const decimal EnoughForResult = 2;

    // One chance in some 300 that a table without such relations shows one.
    private const decimal Enough = 2.5m;

    // A line that is called a total and adds up a whole part of the table is tried in hardly any other way.
    private const decimal EnoughForWhole = 2;

    // One chance in some 30 that the same amounts in another order show it, for shapes that are many.
    private const decimal EnoughOrder = 1.5m;

    // What a line without the words of a total has to show beyond that.
    private const decimal Unexpected = 1.5m;
    private const decimal MostOfCopies = 1.5m;

    // From how many lines on a total adds up a list rather than a few named items.
    private const int LongList = 5;
    private const int VeryLongList = 12;

    private const int ToOneDifference = 3;
    private const int ToOneTakenOff = 10;
    private const int MostForMoved = 60;

    // Of amounts that moved, what fell off at the end fits nowhere, nor does nil. A sum that might be another allows less.
    private const int MostLeft = 2;
    private const int MostForShort = 60;

    private readonly int[] _groups = [.. Enumerable.Range(0, sheet.Columns).Select(column => computed.Contains(column) ? -1 : sheet.Like(column))];

    internal RowSum Sum(SheetRow row, IReadOnlyList<Addend> addends, SumShape shape)
    {
        var sums = new RunningSum[sheet.Columns];
        foreach (var addend in addends)
        {
            Add(sums, sheet.Rows[addend.Index], addend.Sign);
        }

        return new RowSum(row, addends, Judge(sums, row), shape);
    }

    internal void Add(RunningSum[] sums, SheetRow row, int sign)
    {
        for (var column = 0; column < sums.Length; column++)
        {
            sums[column].Add(row.Cells[column], sign, CorrectionOf(row.Cells[column]));
        }
    }

    // Columns that are alike are worth what the one that is worth least is worth.
    internal Evidence Judge(RunningSum[] sums, SheetRow row)
    {
        var evidence = default(Evidence);
        var worth = new Dictionary<int, (decimal Digits, bool IsCopy)>();
        var (order, isElsewhere, computed) = (0m, false, 0m);
        for (var column = 0; column < sums.Length; column++)
        {
            var fit = sums[column].Against(row.Cells[column], sheet.Step(column), sheet.Rows.Count, CorrectionOf(row.Cells[column]));
            if (fit.Fit == Fit.Fails && !sheet.AddsUp(column))
            {
                continue;
            }

            evidence = evidence.With(fit);
            isElsewhere |= _groups[column] >= 0 && fit.Fit != Fit.None;
            computed = _groups[column] < 0 && !fit.IsCopy ? Math.Max(computed, fit.Digits) : computed;
            if (fit.Digits > 0)
            {
                order += Digits.Of(sheet.Filled(column)) + Digits.OfChoices(sheet.Filled(column) - 1, fit.Filled);
            }

            if (fit.Digits > 0 && _groups[column] >= 0)
            {
                var known = worth.GetValueOrDefault(_groups[column], (fit.Digits, fit.IsCopy));
                worth[_groups[column]] = (Math.Min(known.Digits, fit.Digits), known.IsCopy || fit.IsCopy);
            }
        }

        return evidence with
        {
            // A column that is computed says nothing of its own, but where it is the only one that is printed.
            Digits = isElsewhere ? worth.Values.Where(value => !value.IsCopy).Sum(value => value.Digits) : computed,
            Copies = worth.Values.Where(value => value.IsCopy).Sum(value => value.Digits),
            Order = order - Digits.OfChoices(evidence.Holds + evidence.Fails, evidence.Unexplained),
        };
    }

    // Where the amounts of one of its lines moved on by a column, it fails in many columns by one slip.
    internal RowSum WithMovedLine(RowSum sum)
    {
        if (sum.Evidence.Unexplained < 2 || sum.Addends.Count is < 2 or > MostForMoved)
        {
            return sum;
        }

        var failing = new List<int>();
        var residuals = new List<decimal>();
        for (var column = 0; column < sheet.Columns; column++)
        {
            if (sum.Target.Amount(column) is { } target && sheet.AddsUp(column) && sum.Addends.All(addend => !sheet.Rows[addend.Index].IsUnreadable(column))
                && sum.Addends.Sum(addend => addend.Sign * (sheet.Rows[addend.Index].Amount(column) ?? 0)) - target is var residual && Math.Abs(residual) > sheet.Step(column) * (sum.Addends.Count + 1) / 2)
            {
                failing.Add(column);
                residuals.Add(residual);
            }
        }

        var reach = failing.Select(sheet.Step).DefaultIfEmpty().Max() * (sum.Addends.Count + 1) / 2;
        var moved = MovedAmounts.In(residuals, sum.Addends.Append(new Addend(sum.Target.Index, -1))
            .Select(term => ((IReadOnlyList<decimal?>)failing.ConvertAll(column => sheet.Rows[term.Index].Amount(column)), term.Sign)), reach);

        // That one amount fits may be chance, as some line is nil in one of two columns, unless a line does not hold along them. Of many
        // amounts few are left that do not fit.
        return moved.Count == 0 || sum.Evidence.Unexplained - moved.Count > (sum.IsWhole || sum.Shape == SumShape.Children ? MostLeft : MostLeft - 1) + (moved.Count / 4) || (moved.Count == 1 && residuals.Sum() != 0 && !HasWrongLine(sum)) ? sum : sum with
        {
            Evidence = sum.Evidence with
            {
                Digits = sum.Evidence.Digits + moved.Sum(amount => MovedAmounts.DigitsOf(amount, reach)),
                Order = sum.Evidence.Order + (moved.Count * Digits.Of(sheet.Rows.Count)) - Digits.Of(sum.Addends.Count + 1),
                Explained = Math.Min(sum.Evidence.Fails, sum.Evidence.Explained + moved.Count),
            },
        };
    }

    // It may fail in some columns: that is where the defect is. A line without the words of a total may not in many.
    internal static bool IsStrong(RowSum sum, decimal targets)
    {
        var (digits, copies, holds, fails) = (sum.Evidence.Digits, sum.Evidence.Copies, sum.Evidence.Holds + sum.Evidence.Explained, sum.Evidence.Unexplained);
        var isExpected = sum.Target.IsStructural || sum.Shape == SumShape.Children || sum.HeadsPart;
        var enough = sum.IsWhole && sum.Cost <= PlaceCost ? EnoughForWhole + (fails / 2m) : Enough + fails + (isExpected ? 0 : Unexpected);
        var order = sum.Evidence.Order - sum.Cost - targets;
        return digits > 0 && digits + Math.Min(copies, MostOfCopies) - sum.Cost - targets >= enough
            && order >= (sum.IsWhole && isExpected && sum.Cost <= PlaceCost ? 0.1m : isExpected ? EnoughOrder : EnoughOrder + Unexpected)
            && (fails == 0 || (isExpected ? holds >= fails : holds >= 3 * fails));
    }

    // A slip is in one column; a line that holds in none of several is no sum of these.
    internal bool IsSlip(RowSum sum) => sum is { Addends.Count: > 1, Target.Caption.Length: > 0, Evidence.Fails: 1 } && (sum.Evidence.Holds > 0 || sheet.Columns == 1);

    // Out in every column by less than half: a line is left out of a long list, or is in it twice. Only where each line
    // is known to be whole, because its columns add up, or what is missing stands to itself as the columns of each line do.
    internal bool LacksLine(RowSum sum)
    {
        if (LacksLineOfTotal(sum))
        {
            return true;
        }

        if (!(_groups.Contains(-1) || IsOutAsLines(sum)) || sum.Addends.Count < LongList
            || (sum.Shape != SumShape.Children && (!sum.Target.IsTotal || (sum.Addends.Count < VeryLongList && sum.Target.Index != sheet.Rows.Last(row => row.IsTotal).Index))))
        {
            return false;
        }

        // By less than half in most columns, and by what is missing in all.
        var most = Enumerable.Range(0, sheet.Columns).Count(column => Math.Abs(Lines(sum, column) - (sum.Target.Amount(column) ?? 0)) * 2 > Math.Abs(sum.Target.Amount(column) ?? 0));
        return most == 0 || (most * 2 < sheet.Columns && Enumerable.Range(0, sheet.Columns).All(column => Lines(sum, column) is var lines
            && (sum.Target.Amount(column) ?? 0) is var total && (lines == total || (Math.Abs(lines) < Math.Abs(total) && (lines == 0 || lines > 0 == total > 0)))));
    }

    // What the lines come to in a column, by their signs.
    private decimal Lines(RowSum sum, int column) => sum.Addends.Sum(addend => addend.Sign * (sheet.Rows[addend.Index].Amount(column) ?? 0));

    private bool IsOutAsLines(RowSum sum)
    {
        var missing = Enumerable.Range(0, sheet.Columns).Select(column => (sum.Target.Amount(column) ?? 0) - Lines(sum, column)).ToList();
        return sheet.Columns > 1 && Enumerable.Range(1, sheet.Columns - 1).All(column => sheet.AreInRatio(0, column, missing[0], missing[column], sum.Addends.Count));
    }

    // Its caption names one line that is not there. Where all are added, those that are there come to less than it.
    internal bool LacksNamed(RowSum sum) => sum.Evidence.Fails > 0 && (sum.Target.Formula.Any(term => term.Sign < 0) || FallsShort(sum));

    // Named after the heading of its part, whose lines come to less than it in every column, but to half of it or more: one of them is left out.
    internal bool LacksLineOfNamed(RowSum sum) => sum is { Addends.Count: > 1, Target.IsTotal: true } && sum.Addends.All(addend => addend.Sign > 0)
        && WordsBefore(sum.Target, sheet.Rows[sum.Addends[0].Index].Headings) is not null
        && Enumerable.Range(0, sheet.Columns).All(column => IsHalfOrMore(sum, column));

    // How many words stand before those of a heading, where it is called as the heading is; null where it is not.
    internal static int? WordsBefore(SheetRow row, IReadOnlyList<string> headings)
    {
        var total = CaptionText.Fold(row.Caption);
        return headings.Select(CaptionText.Fold).FirstOrDefault(words => words.Length > 0 && total.Length > words.Length && total.EndsWith(words, StringComparison.Ordinal)) is { } heading
            ? total[..^heading.Length].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length
            : null;
    }

    // Called a total, over all lines of its part, which come to less than it, but to half of it or more, in most columns in which they do not
    // come to it: one of them is left out. Of very many lines what is missing may be anything.
    private bool LacksLineOfTotal(RowSum sum) => sum.Addends.Count is > 1 and <= MostForShort && (sum.Target.IsTotal || sum.Target.HasFormula) && (sum.IsWhole || sum.Shape == SumShape.Children)
        && sum.Addends.All(addend => addend.Sign > 0)
        && Enumerable.Range(0, sheet.Columns).Where(column => sheet.AddsUp(column) && !MixesSigns(sum, column)).ToList() is { Count: > 0 } columns
        && columns.FindAll(column => !IsLevel(sum, column)) is { Count: > 0 } uneven
        && (uneven.Count - uneven.Count(column => IsHalfOrMore(sum, column))) * ToOneDifference < uneven.Count;

    // What is left out may have either sign, as in a column of differences: by how much the lines fall short says nothing.
    private bool MixesSigns(RowSum sum, int column) => sheet.Columns > 1 && sum.Addends.Select(addend => sheet.Rows[addend.Index].Amount(column)).ToList() is var amounts
        && amounts.Exists(amount => amount > 0) && amounts.Exists(amount => amount < 0);

    /// <summary>
    /// Whether the lines come to less than the total, in two columns of three at least of those in which they do not come to it: a column that is
    /// computed from others says nothing, and one of several may be a difference between two.
    /// </summary>
    internal bool FallsShort(RowSum sum)
    {
        var columns = Enumerable.Range(0, sheet.Columns).Where(column => sheet.AddsUp(column) && _groups[column] >= 0 && !IsLevel(sum, column)).ToList();
        var shorts = columns.Count(column => FallsShort(sum, column));
        return shorts > 0 && (columns.Count - shorts) * ToOneDifference <= columns.Count;
    }

    // Little is taken off beside what is added.
    private bool FallsShort(RowSum sum, int column)
    {
        var (lines, total) = (sum.Addends.Select(addend => addend.Sign * (sheet.Rows[addend.Index].Amount(column) ?? 0)).ToList(), sum.Target.Amount(column) ?? 0);
        var (added, off) = (lines.Where(amount => amount > 0 == total > 0).Sum(Math.Abs), lines.Where(amount => amount > 0 != total > 0).Sum(Math.Abs));
        return total != 0 && added - off < Math.Abs(total) && off * ToOneTakenOff <= added;
    }

    /// <summary>Whether the lines come to half of the total or more, all columns taken together.</summary>
    internal bool IsMostOf(RowSum sum)
    {
        var columns = Enumerable.Range(0, sheet.Columns).Where(column => sheet.AddsUp(column) && _groups[column] >= 0 && sum.Target.Amount(column) is not null).ToList();
        return columns.Sum(column => Math.Abs(Lines(sum, column))) * 2 >= columns.Sum(column => Math.Abs(sum.Target.Amount(column)!.Value));
    }

    // The lines come to the total, rounding allowed, or no total is printed.
    private bool IsLevel(RowSum sum, int column) => sum.Target.Amount(column) is not { } total
        || Math.Abs(Lines(sum, column) - total) * 2 <= sheet.Step(column) * (sum.Addends.Count + 1);

    // The lines come to less than the total, but to half of it or more.
    private bool IsHalfOrMore(RowSum sum, int column)
    {
        var (lines, total) = (Lines(sum, column), sum.Target.Amount(column) ?? 0);
        return total > 0 == lines > 0 && Math.Abs(lines) < Math.Abs(total) && Math.Abs(lines) * 2 >= Math.Abs(total);
    }

    // One of its lines does not hold along its columns: several of its amounts are wrong, and so it is out in several columns.
    internal bool HasWrongLine(RowSum sum) => corrections.Count > 0 && sum.Addends.Count > 1
        && sum.Addends.Select(addend => sheet.Rows[addend.Index]).Append(sum.Target).Count(row => row.Cells.Any(cell => CorrectionOf(cell) != 0)) == 1;

    // The same with the copies of its lines, in the same part of the table, that it leaves out; null where there are none.
    internal RowSum? WithCopies(RowSum sum, List<SheetRow> open)
    {
        var signs = new Dictionary<string, int>(StringComparer.Ordinal);
        sum.Addends.Where(addend => sheet.Rows[addend.Index].Cells.Any(cell => cell?.Amount is not (null or 0))).ToList().ForEach(addend => signs.TryAdd(Printed(addend.Index), addend.Sign));
        var added = sum.Addends.Select(addend => addend.Index).ToHashSet();
        var first = sum.Addends.Min(addend => addend.Index);
        while (first > 0 && sheet.Rows[first].Headings.Count == 0 && !sheet.Rows[first - 1].IsStructural)
        {
            first--;
        }

        // A total may well be repeated above its analysis.
        var copies = open.Where(row => row.Index >= first && !row.IsStructural && !added.Contains(row.Index) && signs.ContainsKey(Printed(row.Index))).Select(row => new Addend(row.Index, signs[Printed(row.Index)])).ToList();
        return copies.Count == 0 ? null : Sum(sum.Target, [.. sum.Addends.Concat(copies).OrderBy(addend => addend.Index)], sum.Shape == SumShape.AboveInParts ? SumShape.Above : sum.Shape);
    }

    // A total of one column that comes to the lines around one of its part leaves that one out, unless the line is a part of another.
    internal RowSum? WithLineLeftOut(RowSum sum, List<SheetRow> open)
    {
        if (sum is not { Shape: SumShape.AboveInParts, Target.IsTotal: true } || sheet.Columns > 1)
        {
            return null;
        }

        var taken = sum.Addends.Select(addend => addend.Index).ToHashSet();
        var lines = open.SkipWhile(row => !taken.Contains(row.Index)).ToList();
        var left = lines.FindAll(row => !taken.Contains(row.Index) && row.Amount(0) is not (null or 0));
        return left is [{ IsStructural: false, IsOpening: false, IsShare: false, IsPartOf: false } only] && only.Indent <= lines[lines.IndexOf(only) - 1].Indent
            ? Sum(sum.Target, [.. lines.Select(row => new Addend(row.Index, 1))], SumShape.Above)
            : null;
    }

    // It would hold but for a line that is printed twice.
    internal bool IsDoubled(RowSum sum)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var once = sum.Addends.Where(addend => seen.Add(Printed(addend.Index))).ToList();
        return once.Count < sum.Addends.Count && once.Count > 1
            && Sum(sum.Target, once, sum.Shape) is { Evidence: { Holds: > 0, Unexplained: 0 } } single && single.Evidence.Digits >= EnoughForResult;
    }

    private string Printed(int index) => string.Join('|', sheet.Rows[index].Cells.Select(cell => cell?.Printed).Prepend(sheet.Rows[index].Caption));

    // What the columns in which a sum does not hold show for it, being one slip away.
    internal decimal NearDigits(RowSum sum)
    {
        var digits = 0m;
        for (var column = 0; column < sheet.Columns; column++)
        {
            if (sum.Target.Amount(column) is { } target && sum.Addends.All(addend => !sheet.Rows[addend.Index].IsUnreadable(column))
                && sum.Addends.Select(addend => addend.Sign * (sheet.Rows[addend.Index].Amount(column) ?? 0)).ToList() is var terms && terms.Sum() != target)
            {
                digits += NearMiss.DigitsOf(terms, target, sheet.Step(column));
            }
        }

        return digits;
    }

    // By how much of the larger of the two a sum is out, in all columns.
    internal decimal Distance(RowSum sum) => Enumerable.Range(0, sheet.Columns).Sum(column =>
    {
        var target = sum.Target.Amount(column) ?? 0;
        var lines = Lines(sum, column);
        var largest = Math.Max(Math.Abs(target), Math.Abs(lines));
        return largest == 0 ? 0 : Math.Abs(lines - target) / largest;
    });

    private decimal CorrectionOf(PublishedFigure? figure) =>
        figure is null || corrections.Count == 0 ? 0 : corrections.GetValueOrDefault(figure);
}
