using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Finds the totals and differences of a table. Lines are gone through from the top; those that a total has
/// taken up are replaced by it, so that nested totals add up what stands there. Each line with words of a total
/// is tried as the sum of lines above in several shapes; the numbers decide, in all columns together.
/// </summary>
internal sealed class RowSums
{
    // One chance in some 300 that a table without such relations shows one.
    private const decimal Enough = 2.5m;

    // A line that is called a total and adds up a whole part of the table is tried in hardly any other way.
    private const decimal EnoughForWhole = 2;

    // One chance in some 30 that the same amounts in another order show it, for shapes that are many.
    private const decimal EnoughOrder = 1.5m;

    // What a line without the words of a total has to show beyond that.
    private const decimal Unexpected = 1.5m;
    private const decimal MostOfCopies = 1.5m;

    // The ways in which a sum of a shape is tried, in digits; one way for each of some places, or patterns of signs.
    internal const decimal PlaceCost = 0.3m;
    private const decimal SignsCost = 1.6m;

    // Beyond these a line without the words of a total is not tried, and runs are not left out.
    private const int MostLinesAbove = 30;
    private const int MostForParts = 36;
    private const int MostForPairs = 60;
    private const int MostBelow = 12;

    // From how many lines on a total adds up a list rather than a few named items.
    private const int LongList = 5;
    private const int VeryLongList = 12;

    // What a line that captions or layout call a total has to show, by holding somewhere or by being one slip away.
    private const decimal EnoughForTotal = 1;
    private const decimal EnoughForResult = 2;
    private const decimal EnoughForOther = 4;

    // A shape that captions or columns leave no choice in.
    private const decimal MostFitting = 0.9m;

    private readonly Sheet _sheet;
    private readonly List<Belief> _beliefs = [];
    private readonly HashSet<int> _taken = [];
    private readonly Dictionary<int, IReadOnlyList<Addend>> _failing = [];
    private readonly decimal _targets;
    private readonly decimal _lines;
    private readonly int[] _groups;
    private readonly IReadOnlyDictionary<PublishedFigure, decimal> _corrections;
    private readonly Dictionary<string, List<int>> _marks;

    private RowSums(Sheet sheet, IReadOnlySet<int> computed, IReadOnlyDictionary<PublishedFigure, decimal> corrections, int sheets)
    {
        (_sheet, _corrections, _marks) = (sheet, corrections, Formula.RowsByMark(sheet.Rows));
        _groups = [.. Enumerable.Range(0, sheet.Columns).Select(column => computed.Contains(column) ? -1 : sheet.Like(column))];
        _targets = Digits.Of(Math.Max(1, sheet.Rows.Count(row => row.IsStructural))) + Digits.Of(sheets);
        _lines = Digits.Of(sheet.Rows.Count * 3) + Digits.Of(sheets);
    }

    /// <summary>Finds what is believed of the lines of a table.</summary>
    /// <param name="sheet">The table.</param>
    /// <param name="computed">Columns that are sums of others: that a total holds in them follows.</param>
    /// <param name="corrections">By what figures are out, as relations along their lines show.</param>
    /// <param name="sheets">How many tables the document has: each is a chance to meet a sum by chance.</param>
    internal static List<Belief> Find(Sheet sheet, IReadOnlySet<int> computed, IReadOnlyDictionary<PublishedFigure, decimal> corrections, int sheets)
    {
        var sums = new RowSums(sheet, computed, corrections, sheets);
        foreach (var group in sums.Groups())
        {
            sums.Go(group);
        }

        return sums._beliefs;
    }

    // Rows in groups of one level, where lines add up to the less indented line above them; else all in one.
    private List<List<SheetRow>> Groups()
    {
        var children = new Dictionary<int, List<SheetRow>>();
        var path = new Stack<SheetRow>();
        var top = new List<SheetRow>();
        foreach (var row in _sheet.Rows)
        {
            while (path.Count > 0 && (path.Peek().Indent >= row.Indent || row.Headings.Count > 0))
            {
                path.Pop();
            }

            if (path.Count == 0)
            {
                top.Add(row);
            }
            else
            {
                children.TryAdd(path.Peek().Index, []);
                children[path.Peek().Index].Add(row);
            }

            path.Push(row);
        }

        var sums = children.Select(pair => Sum(_sheet.Rows[pair.Key], [.. pair.Value.Select(row => new Addend(row.Index, 1))], SumShape.Children)).ToList();
        if (!sums.Exists(sum => IsStrong(sum, Digits.Of(sums.Count))))
        {
            return [[.. _sheet.Rows]];
        }

        foreach (var sum in sums)
        {
            if (IsStrong(sum, Digits.Of(sums.Count)))
            {
                Believe(sum, Strength.Strong);
            }
            else if (sum.Evidence is { Fails: 0, Holds: > 0 })
            {
                Believe(sum, Strength.Weak);
            }
            else if (IsDoubled(sum) || HasWrongLine(sum) || sum.Evidence is { Unexplained: 0, Explained: > 0 } || (LacksLine(sum) && sums.TrueForAll(other => other == sum || other.Target.Indent > sum.Target.Indent || other.Evidence.Fails == 0)))
            {
                Believe(sum, Strength.Failing);
            }
        }

        return [top, .. children.Values];
    }

    private void Go(List<SheetRow> rows)
    {
        var open = new List<SheetRow>();
        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows[index];
            if (row.IsShare)
            {
                continue;
            }

            if (!_taken.Contains(row.Index))
            {
                Try(row, open, rows, index);
                open.Add(row);
            }
        }
    }

    private void Try(SheetRow row, List<SheetRow> open, List<SheetRow> rows, int index)
    {
        var tried = Candidates(row, open, rows, index);
        var targets = row.IsStructural ? _targets : _lines;
        var strong = tried.Where(sum => IsStrong(sum, targets)).OrderByDescending(sum => sum.Evidence.Digits - (2 * sum.Evidence.Unexplained) + sum.Fitness).ToList();
        var best = strong.FirstOrDefault(sum => sum.Shape != SumShape.Pair);
        var strength = Strength.Strong;

        // That it is a line less another as well says nothing of the lines that it adds up.
        if (best is not { Evidence.Fails: 0 } && strong.Find(sum => sum.Shape == SumShape.Pair) is { } pair)
        {
            Believe(pair, Strength.Strong);
        }

        if (best is null && row.IsStructural && open.Count > 0)
        {
            best = Expected(row, open, tried);
            strength = best?.Evidence.Fails == 0 ? Strength.Weak : Strength.Failing;

            // Where a total below is out, the total above it may still add up the lines of both.
            if (strength == Strength.Failing && Expanded(row, open) is { } whole)
            {
                Believe(whole, Strength.Strong);
                best = Collapsed(row, open, whole);
            }
            else if (strength == Strength.Failing && best?.Evidence.Holds == 0 && strong.Count > 0)
            {
                best = null;
            }
            else if (strength == Strength.Failing && best is not null)
            {
                _failing.Add(row.Index, best.Addends);
            }
        }

        if (best is null)
        {
            return;
        }

        Believe(best, strength);
        if (best.Shape == SumShape.Below)
        {
            _taken.UnionWith(best.Addends.Select(addend => addend.Index));
        }
        else if (best.Shape != SumShape.Pair)
        {
            PartsOfGap(best, open);
            var taken = best.Addends.Select(addend => addend.Index).ToHashSet();
            open.RemoveAll(other => taken.Contains(other.Index));
        }
    }

    // What a total leaves out between its lines is what the line before the gap is made of.
    private void PartsOfGap(RowSum sum, List<SheetRow> open)
    {
        if (sum.Shape != SumShape.AboveInParts)
        {
            return;
        }

        var taken = sum.Addends.Select(addend => addend.Index).ToHashSet();
        var first = open.FindIndex(other => taken.Contains(other.Index));
        var start = open.FindIndex(first, other => !taken.Contains(other.Index));
        var gap = open.Skip(start).TakeWhile(other => !taken.Contains(other.Index)).ToList();
        var parts = Sum(open[start - 1], [.. gap.Select(other => new Addend(other.Index, 1))], SumShape.Below) with { IsWhole = true, Cost = PlaceCost };
        if (gap.Count > 1 && parts.Evidence.Holds > 0 && parts.Evidence.Holds >= parts.Evidence.Unexplained)
        {
            Believe(parts, parts.Evidence.Fails == 0 ? Strength.Weak : Strength.Failing);
            open.RemoveAll(gap.Contains);
        }
    }

    // A slip is in one column; a line that holds in none of several is no sum of these.
    private bool IsSlip(RowSum sum) => sum is { Addends.Count: > 1, Target.Caption.Length: > 0, Evidence.Fails: 1 } && (sum.Evidence.Holds > 0 || _sheet.Columns == 1);

    // Out in every column by less than half: a line is left out of a long list, or is in it twice. Only where each line
    // is known to be whole, because its columns add up.
    private bool LacksLine(RowSum sum)
    {
        if (!_groups.Contains(-1) || sum.Addends.Count < LongList
            || (sum.Shape != SumShape.Children && (!sum.Target.IsTotal || (sum.Addends.Count < VeryLongList && sum.Target.Index != _sheet.Rows.Last(row => row.IsTotal).Index))))
        {
            return false;
        }

        for (var column = 0; column < _sheet.Columns; column++)
        {
            var total = sum.Target.Amount(column) ?? 0;
            var lines = sum.Addends.Sum(addend => addend.Sign * (_sheet.Rows[addend.Index].Amount(column) ?? 0));
            if (Math.Abs(lines - total) * 2 > Math.Abs(total))
            {
                return false;
            }
        }

        return true;
    }

    private RowSum? Expanded(SheetRow row, List<SheetRow> open)
    {
        if (!open.Exists(other => _failing.ContainsKey(other.Index)))
        {
            return null;
        }

        var lines = open.SelectMany(other => _failing.TryGetValue(other.Index, out var addends) ? addends.Select(addend => _sheet.Rows[addend.Index]) : [other]).Where(other => !other.IsOpening).ToList();
        return Above(row, lines, lines.Count, signed: false).Concat(Signed(row, open))
            .Select(sum => sum.Shape == SumShape.Above ? sum : Sum(row, [.. sum.Addends.SelectMany(Parts)], SumShape.AboveSigned) with { IsWhole = sum.IsWhole, Cost = sum.Cost })
            .Where(sum => IsStrong(sum, _targets)).OrderByDescending(sum => sum.Evidence.Digits + sum.Fitness).FirstOrDefault();
    }

    // The same with the total that is out in place of its lines.
    private RowSum? Collapsed(SheetRow row, List<SheetRow> open, RowSum whole)
    {
        var signs = whole.Addends.ToDictionary(addend => addend.Index, addend => addend.Sign);
        var addends = open.Where(other => signs.ContainsKey(other.Index) || (_failing.TryGetValue(other.Index, out var parts) && parts.All(part => signs.ContainsKey(part.Index))))
            .Select(other => new Addend(other.Index, signs.TryGetValue(other.Index, out var sign) ? sign : signs[_failing[other.Index][0].Index] * _failing[other.Index][0].Sign)).ToList();
        return addends.Count > 1 ? Sum(row, addends, whole.Shape) : null;
    }

    private IEnumerable<Addend> Parts(Addend addend) => _failing.TryGetValue(addend.Index, out var addends)
        ? addends.Select(part => new Addend(part.Index, part.Sign * addend.Sign))
        : [addend];

    private List<RowSum> Candidates(SheetRow row, List<SheetRow> open, List<SheetRow> rows, int index)
    {
        var tried = new List<RowSum>();
        var most = row.IsStructural ? open.Count : Math.Min(open.Count, MostLinesAbove);
        tried.AddRange(Above(row, open, most, signed: false));
        if (open.Exists(other => other.IsDeducted))
        {
            tried.AddRange(Above(row, open, most, signed: true));
        }

        tried.AddRange(Signed(row, open));
        if (row.IsStructural && open.Count <= MostForParts)
        {
            tried.AddRange(InParts(row, open));
        }

        if (index <= MostForPairs && row.IsStructural && (_sheet.Columns > 2 || row.IsNet))
        {
            tried.AddRange(Pairs(row, rows, index));
        }

        tried.AddRange(Below(row, rows, index));
        tried.AddRange(Proposals(row, open).Where(sum => sum.Shape == SumShape.Formula));
        return tried;
    }

    private IEnumerable<RowSum> Above(SheetRow row, List<SheetRow> open, int most, bool signed)
    {
        var sums = new RunningSum[_sheet.Columns];
        for (var length = 1; length <= most; length++)
        {
            var next = open[^length];
            Add(sums, next, signed && next.IsDeducted ? -1 : 1);
            var evidence = Judge(sums, row);
            if (evidence.Holds + evidence.Nil > 0)
            {
                yield return new RowSum(row, [.. open.TakeLast(length).Select(other => new Addend(other.Index, signed && other.IsDeducted ? -1 : 1))], evidence,
                    signed ? SumShape.AboveSigned : SumShape.Above)
                {
                    IsWhole = BeginsPart(open, length),
                    Cost = (row.IsTotal && BeginsPart(open, length)) || (row.IsClosing && (length == open.Count || open[^length].IsOpening)) ? PlaceCost : Digits.Of(most) + PlaceCost,
                    Fitness = (BeginsPart(open, length) ? 0.6m : 0) + (row.IsTotal ? 0.3m : 0),
                };
            }
        }
    }

    // A part of the table begins with a heading, or after a total.
    private bool BeginsPart(List<SheetRow> open, int length)
    {
        var first = open[^length];
        if (first.Headings.Count > 0 || length == open.Count)
        {
            return true;
        }

        // What is taken off begins a part of its own; so do lines further in than the one above.
        var before = open[^(length + 1)];
        return before.IsTotal || before.IsOpening || (first.IsDeducted && !before.IsDeducted) || (_sheet.IsNested && before.OutermostColumn > first.OutermostColumn);
    }

    private IEnumerable<RowSum> Signed(SheetRow row, List<SheetRow> open)
    {
        for (var length = 2; length <= Math.Min(row.IsStructural ? 4 : 2, open.Count); length++)
        {
            // Every pattern of signs but all plus and all minus.
            for (var pattern = 1; pattern < (1 << length) - 1; pattern++)
            {
                var addends = open.TakeLast(length).Select((other, position) => new Addend(other.Index, (pattern >> position & 1) == 1 ? -1 : 1)).ToList();
                if (addends.Exists(addend => addend.Sign > 0) && !IsAgainstCaptions(row, addends))
                {
                    // A result is what comes in less what goes out, as the captions say.
                    var isResult = row.IsNet && open.TakeLast(length).Zip(addends).All(pair => pair.First.GoesOut == pair.Second.Sign < 0);
                    yield return Sum(row, addends, SumShape.AboveSigned) with { IsWhole = isResult, Cost = isResult ? PlaceCost : SignsCost, Fitness = row.IsNet || row.IsClosing ? 0.3m : -0.3m };
                }
            }
        }
    }

    // A total adds up the totals of its parts, a result is what comes in less what goes out, and what shows its sign is added,
    // whatever the numbers would allow.
    private bool IsAgainstCaptions(SheetRow row, List<Addend> addends)
    {
        var off = addends.Where(addend => addend.Sign < 0).Select(addend => _sheet.Rows[addend.Index]).ToList();
        return (row is { IsTotal: true, IsNet: false, IsClosing: false } && off.Exists(other => other is { IsTotal: true, GoesOut: false, IsDeducted: false }))
            || off.Exists(other => other.ShowsSign || (other.IsOpening && !addends.Exists(addend => addend.Sign > 0 && _sheet.Rows[addend.Index].IsClosing)))
            || (off.Exists(other => other.ComesIn) && addends.Exists(addend => addend.Sign > 0 && _sheet.Rows[addend.Index].GoesOut));
    }

    private IEnumerable<RowSum> InParts(SheetRow row, List<SheetRow> open)
    {
        for (var start = 0; start < open.Count - 2; start++)
        {
            var head = new RunningSum[_sheet.Columns];
            for (var end = start; end < open.Count - 2; end++)
            {
                Add(head, open[end], 1);
                var whole = (RunningSum[])head.Clone();
                for (var resume = open.Count - 1; resume > end + 1; resume--)
                {
                    Add(whole, open[resume], 1);
                    var evidence = Judge(whole, row);
                    if (evidence.Holds > 0)
                    {
                        yield return new RowSum(row, [.. open[start..(end + 1)].Concat(open[resume..]).Select(other => new Addend(other.Index, 1))], evidence, SumShape.AboveInParts)
                        {
                            Cost = 3 * Digits.Of(open.Count),
                            Fitness = BeginsPart(open, open.Count - start) ? 0.35m : -0.3m,
                        };
                    }
                }
            }
        }
    }

    private IEnumerable<RowSum> Pairs(SheetRow row, List<SheetRow> rows, int index)
    {
        for (var one = 0; one < index; one++)
        {
            for (var other = 0; other < index; other++)
            {
                if (one != other && !rows[one].IsShare && !rows[other].IsShare)
                {
                    var sum = Sum(row, [new Addend(rows[one].Index, 1), new Addend(rows[other].Index, -1)], SumShape.Pair);
                    if (sum.Evidence.Holds > 0)
                    {
                        yield return sum with { Cost = 2 * Digits.Of(index) + PlaceCost, Fitness = -0.6m };
                    }
                }
            }
        }
    }

    private IEnumerable<RowSum> Below(SheetRow row, List<SheetRow> rows, int index)
    {
        var sums = new RunningSum[_sheet.Columns];
        for (var length = 1; length <= MostBelow && index + length < rows.Count; length++)
        {
            var next = rows[index + length];
            if (next.IsShare || (length > 1 && next.Headings.Count > 0))
            {
                yield break;
            }

            Add(sums, next, 1);
            var evidence = Judge(sums, row);
            if (length > 1 && evidence.Holds > 0)
            {
                yield return new RowSum(row, [.. rows[(index + 1)..(index + length + 1)].Select(other => new Addend(other.Index, 1))], evidence, SumShape.Below) { Cost = SignsCost, Fitness = -0.3m };
            }
        }
    }

    /// <summary>
    /// What captions and layout make of a line that the numbers alone do not settle: what holds, or else what should
    /// and is out, as far as something shows that it should.
    /// </summary>
    private RowSum? Expected(SheetRow row, List<SheetRow> open, List<RowSum> tried)
    {
        var proposals = Proposals(row, open).ToList();
        if (proposals.Where(sum => sum.Evidence.Fails == 0 && sum.Evidence.Holds + sum.Evidence.Nil > 0).OrderByDescending(sum => sum.Fitness).FirstOrDefault() is { } holding)
        {
            return holding;
        }

        // What holds as something else is nothing that is out.
        if (tried.Where(sum => sum.Shape is SumShape.Above or SumShape.AboveSigned && sum.Evidence is { Fails: 0, Holds: > 0 } && sum.Evidence.Digits - sum.Cost >= EnoughForOther)
            .OrderByDescending(sum => sum.Evidence.Digits + sum.Fitness).FirstOrDefault() is { } other)
        {
            return other;
        }

        var enough = row.IsTotal || row.HasFormula ? EnoughForTotal : EnoughForResult;
        var shown = proposals.Concat(tried.Where(sum => sum.Addends.Count > 1 && (sum.Shape == SumShape.Above || sum.IsWhole)))
            .Where(sum => sum.Evidence.Unexplained <= 1 + ((row.IsTotal && sum.IsWhole ? 2 : 1) * (sum.Evidence.Holds + sum.Evidence.Explained)))
            .Select(sum => (Sum: sum, Score: sum.Evidence.Digits + NearDigits(sum) - sum.Cost - (sum.Evidence.Unexplained / 2m) + sum.Fitness))
            .OrderByDescending(pair => pair.Score).FirstOrDefault();
        if (shown.Sum is not null && shown.Score >= enough)
        {
            return shown.Sum;
        }

        return proposals.Where(sum => IsSlip(sum) || LacksLine(sum) || IsDoubled(sum) || (sum.IsWhole && HasWrongLine(sum))).OrderBy(sum => sum.Evidence.Fails).ThenBy(sum => sum.Fitness >= MostFitting ? 0 : Distance(sum)).FirstOrDefault();
    }

    private IEnumerable<RowSum> Proposals(SheetRow row, List<SheetRow> open)
    {
        if (row.HasFormula && row.Formula.All(term => _marks.ContainsKey(term.Mark)))
        {
            yield return Sum(row, [.. row.Formula.SelectMany(term => _marks[term.Mark].Select(index => new Addend(index, term.Sign)))], SumShape.Formula) with { Fitness = 1, IsWhole = true };
        }

        if (row.IsNet && !row.IsTotal && open.Count >= 2 && open[^2].IsTotal && open[^1].IsTotal)
        {
            yield return Sum(row, [new Addend(open[^2].Index, 1), new Addend(open[^1].Index, -1)], SumShape.AboveSigned) with { Fitness = 1 };
            yield return Sum(row, [new Addend(open[^2].Index, 1), new Addend(open[^1].Index, 1)], SumShape.Above);
        }

        if ((row.IsNet || row.IsClosing) && !row.IsTotal && open.FindAll(other => other.IsTotal) is [.., var income, var expense]
            && Sum(row, [new Addend(income.Index, 1), new Addend(expense.Index, -1)], SumShape.Pair) is { Evidence: { Fails: 0, Digits: > 0 } } result)
        {
            yield return result with { Fitness = 0.5m };
        }

        if (row.IsClosing && open.FindLastIndex(other => other.IsOpening) is var opening and >= 0)
        {
            yield return Sum(row, [.. open.Skip(opening).Select(other => new Addend(other.Index, 1))], SumShape.Above) with { Fitness = 1 };
        }

        if (_sheet.IsNested && open.AsEnumerable().Reverse().TakeWhile(other => other.OutermostColumn < row.OutermostColumn).Count() is var inner and > 0)
        {
            yield return Sum(row, [.. open.TakeLast(inner).Select(other => new Addend(other.Index, 1))], SumShape.Above) with { Fitness = 0.9m };
        }

        if (row.IsTotal || row.Caption.Length == 0)
        {
            var isFirst = true;
            for (var length = 1; length <= open.Count; length++)
            {
                if (BeginsPart(open, length))
                {
                    yield return Sum(row, [.. open.TakeLast(length).Select(other => new Addend(other.Index, 1))], SumShape.Above) with { Fitness = isFirst ? 0.8m : 0, IsWhole = true };
                    isFirst = false;
                }
            }
        }
    }

    // By how much of the larger of the two a sum is out, in all columns.
    private decimal Distance(RowSum sum) => Enumerable.Range(0, _sheet.Columns).Sum(column =>
    {
        var target = sum.Target.Amount(column) ?? 0;
        var lines = sum.Addends.Sum(addend => addend.Sign * (_sheet.Rows[addend.Index].Amount(column) ?? 0));
        var largest = Math.Max(Math.Abs(target), Math.Abs(lines));
        return largest == 0 ? 0 : Math.Abs(lines - target) / largest;
    });

    // What the columns in which a sum does not hold show for it, being one slip away.
    private decimal NearDigits(RowSum sum)
    {
        var digits = 0m;
        for (var column = 0; column < _sheet.Columns; column++)
        {
            if (sum.Target.Amount(column) is { } target && sum.Addends.All(addend => !_sheet.Rows[addend.Index].IsUnreadable(column))
                && sum.Addends.Select(addend => addend.Sign * (_sheet.Rows[addend.Index].Amount(column) ?? 0)).ToList() is var terms && terms.Sum() != target)
            {
                digits += NearMiss.DigitsOf(terms, target, _sheet.Step(column));
            }
        }

        return digits;
    }

    // One of its lines does not hold along its columns: several of its amounts are wrong, and so it is out in several columns.
    private bool HasWrongLine(RowSum sum) => _corrections.Count > 0 && sum.Addends.Count > 1
        && sum.Addends.Select(addend => _sheet.Rows[addend.Index]).Append(sum.Target).Count(row => row.Cells.Any(cell => CorrectionOf(cell) != 0)) == 1;

    // It would hold but for a line that is printed twice.
    private bool IsDoubled(RowSum sum)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var once = sum.Addends.Where(addend => seen.Add(string.Join('|', _sheet.Rows[addend.Index].Cells.Select(cell => cell?.Printed).Prepend(_sheet.Rows[addend.Index].Caption)))).ToList();
        return once.Count < sum.Addends.Count && once.Count > 1
            && Sum(sum.Target, once, sum.Shape) is { Evidence: { Holds: > 0, Unexplained: 0 } } single && single.Evidence.Digits >= EnoughForResult;
    }

    private RowSum Sum(SheetRow row, IReadOnlyList<Addend> addends, SumShape shape)
    {
        var sums = new RunningSum[_sheet.Columns];
        foreach (var addend in addends)
        {
            Add(sums, _sheet.Rows[addend.Index], addend.Sign);
        }

        return new RowSum(row, addends, Judge(sums, row), shape);
    }

    private void Add(RunningSum[] sums, SheetRow row, int sign)
    {
        for (var column = 0; column < sums.Length; column++)
        {
            sums[column].Add(row.Cells[column], sign, CorrectionOf(row.Cells[column]));
        }
    }

    private decimal CorrectionOf(PublishedFigure? figure) =>
        figure is null || _corrections.Count == 0 ? 0 : _corrections.GetValueOrDefault(figure);

    // Columns that are alike are worth what the one that is worth least is worth.
    private Evidence Judge(RunningSum[] sums, SheetRow row)
    {
        var evidence = default(Evidence);
        var worth = new Dictionary<int, (decimal Digits, bool IsCopy)>();
        var (order, isElsewhere, computed) = (0m, false, 0m);
        for (var column = 0; column < sums.Length; column++)
        {
            var fit = sums[column].Against(row.Cells[column], _sheet.Step(column), _sheet.Rows.Count, CorrectionOf(row.Cells[column]));
            if (fit.Fit == Fit.Fails && _sheet.IsQuotient(column))
            {
                continue;
            }

            evidence = evidence.With(fit);
            isElsewhere |= _groups[column] >= 0 && fit.Fit != Fit.None;
            computed = _groups[column] < 0 && !fit.IsCopy ? Math.Max(computed, fit.Digits) : computed;
            if (fit.Digits > 0)
            {
                order += Digits.Of(_sheet.Filled(column)) + Digits.OfChoices(_sheet.Filled(column) - 1, fit.Filled);
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

    // It may fail in some columns: that is where the defect is. A line without the words of a total may not in many.
    private static bool IsStrong(RowSum sum, decimal targets)
    {
        var (digits, copies, holds, fails) = (sum.Evidence.Digits, sum.Evidence.Copies, sum.Evidence.Holds + sum.Evidence.Explained, sum.Evidence.Unexplained);
        var isExpected = sum.Target.IsStructural || sum.Shape == SumShape.Children;
        var enough = sum.IsWhole && sum.Cost <= PlaceCost ? EnoughForWhole + (fails / 2m) : Enough + fails + (isExpected ? 0 : Unexpected);
        var order = sum.Evidence.Order - sum.Cost - targets;
        return digits > 0 && digits + Math.Min(copies, MostOfCopies) - sum.Cost - targets >= enough
            && order >= (sum.IsWhole && sum.Target.IsStructural && sum.Cost <= PlaceCost ? 0.1m : isExpected ? EnoughOrder : EnoughOrder + Unexpected)
            && (fails == 0 || (isExpected ? holds >= fails : holds >= 3 * fails));
    }

    private void Believe(RowSum sum, Strength strength) => _beliefs.Add(RowBelief.Of(_sheet, sum, strength, _targets) is var belief && sum.Evidence.Unexplained > 0 && sum.Evidence.Holds > 0
        ? belief with { Order = belief.Order + NearDigits(sum) }
        : belief);
}
