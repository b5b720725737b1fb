using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Finds the totals and differences of a table. Lines are gone through from the top; those that a total has
/// taken up are replaced by it, so that nested totals add up what stands there. Each line with words of a total
/// is tried as the sum of lines above in several shapes; the numbers decide, in all columns together.
/// </summary>
internal sealed class RowSums
{
    // What a line that captions or layout call a total has to show, by holding somewhere or by being one slip away.
    private const decimal EnoughForTotal = 1;
    private const decimal EnoughForOther = 4;

    private const int FewestRepeated = 3;
    private const int ToOneAdjusted = 4;

    // Each line that others add up to is looked for in the total below it.
    private const int MostForLater = 200;

    // A shape that captions or columns leave no choice in.
    private const decimal MostFitting = 0.9m;

    private readonly Sheet _sheet;
    private readonly RowJudge _judge;
    private readonly RowCandidates _candidates;
    private readonly List<Belief> _beliefs = [];
    private readonly List<RowSum> _believed = [];
    private readonly HashSet<int> _taken = [];
    private readonly HashSet<int> _sums = [];
    private readonly HashSet<int> _firsts = [];
    private readonly Dictionary<int, IReadOnlyList<Addend>> _failing = [];
    private readonly SubtotalsOut _out;
    private readonly decimal _targets;
    private readonly decimal _lines;

    private readonly List<BelievedSum> _wanted;

    private RowSums(Sheet sheet, RowJudge judge, int sheets, List<BelievedSum> wanted)
    {
        (_sheet, _judge, _candidates, _wanted) = (sheet, judge, new RowCandidates(sheet, judge, _sums, _firsts), wanted);
        _targets = Digits.Of(Math.Max(1, sheet.Rows.Count(row => row.IsStructural))) + Digits.Of(sheets);
        _lines = Digits.Of(sheet.Rows.Count * 3) + Digits.Of(sheets);
        _out = new SubtotalsOut(sheet, judge, _sums, _targets);
    }

    /// <summary>Finds what is believed of the lines of a table.</summary>
    /// <param name="sheet">The table.</param>
    /// <param name="computed">Columns that are sums of others: that a total holds in them follows.</param>
    /// <param name="corrections">By what figures are out, as relations along their lines show.</param>
    /// <param name="sheets">How many tables the document has: each is a chance to meet a sum by chance.</param>
    /// <param name="wanted">Takes up what captions and layout ask for and the amounts do not give.</param>
    internal static List<Belief> Find(Sheet sheet, IReadOnlySet<int> computed, IReadOnlyDictionary<PublishedFigure, decimal> corrections, int sheets, List<BelievedSum> wanted)
    {
        var sums = new RowSums(sheet, new RowJudge(sheet, computed, corrections), sheets, wanted);
        foreach (var group in sums.Groups())
        {
            sums.Go(group);
        }

        foreach (var sum in UnfootedParts.In(sheet, sums._judge, [.. sums._believed]))
        {
            sums.Believe(sum, Strength.Failing);
        }

        return sums._beliefs;
    }

    // Rows in groups of one level, where lines add up to the less indented line above them; else all in one.
    private List<List<SheetRow>> Groups()
    {
        var tree = new LineTree(_sheet, _judge);
        if (!tree.AddsUp)
        {
            return [[.. _sheet.Rows]];
        }

        foreach (var (sum, strength) in tree.Sums())
        {
            if (strength is null or Strength.Failing)
            {
                Want(sum);
            }

            if (strength is { } believed)
            {
                Believe(sum, believed);
            }
        }

        return tree.Levels;
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
                if (TwoBalances.Of(_judge, row, open, rows, index) is ({ } earlier, { } later))
                {
                    Believe(earlier, Strength.Weak);
                    Believe(later, Strength.Weak);
                    _taken.Add(later.Target.Index);
                    Take(row, later.Addends, open);
                }
                else
                {
                    Try(row, open, rows, index);
                }

                open.Add(row);
            }
        }
    }

    private void Try(SheetRow row, List<SheetRow> open, List<SheetRow> rows, int index)
    {
        var tried = _candidates.Candidates(row, open, rows, index).ConvertAll(_judge.WithMovedLine);
        var strong = tried.Where(sum => RowJudge.IsStrong(sum, row.IsStructural || sum.HeadsPart ? _targets : _lines)).OrderByDescending(sum => sum.Evidence.Digits - (2 * sum.Evidence.Unexplained) + sum.Fitness).ToList();
        var best = strong.FirstOrDefault(sum => sum.Shape != SumShape.Pair)?.WithoutGap(strong).WithPartBefore(tried);
        var strength = Strength.Strong;
        if ((best is null or { Shape: SumShape.AboveInParts } || SubtotalsOut.AddsNil(best, _sheet)) && _out.Under(row, open) is ({ } subtotal, { } lines, { } total))
        {
            Believe(subtotal, Strength.Failing);
            Believe(lines, Strength.Strong);
            Believe(total, Strength.Failing);
            _sums.Add(row.Index);
            Take(row, [.. lines.Addends, new Addend(subtotal.Target.Index, 1)], open);
            return;
        }

        if (best is { Shape: SumShape.AboveSigned or SumShape.Below } && !row.IsStructural && IsInLaterTotal(best, open, rows, index))
        {
            return;
        }

        // That it is a line less another as well says nothing of the lines that it adds up.
        if (best is not { Evidence.Fails: 0 } && strong.Find(sum => sum.Shape == SumShape.Pair && !sum.IsOfSameLines(best)) is { } pair)
        {
            Believe(pair, Strength.Strong);
        }

        // What the lines below it come to, it may be of the lines above as well, as net assets are.
        if (best is { Shape: SumShape.Below } && strong.Find(sum => sum is { Shape: SumShape.Above, IsWhole: true } && sum.Addends.Count > 1) is { } above)
        {
            Believe(above, Strength.Strong);
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
            else if (strength == Strength.Failing && best?.Evidence.Holds == 0 && strong.Count > 0 && !_judge.LacksLineOfNamed(best))
            {
                best = null;
            }
            else if (strength == Strength.Failing && IsInLaterBalance(row, open, rows, index))
            {
                best = null;
            }
            else if (strength == Strength.Failing && best is not null)
            {
                _failing.Add(row.Index, best.Addends);
            }
        }

        if (row.IsStructural && (best is null || strength == Strength.Failing))
        {
            _candidates.Proposals(row, open).Concat(_candidates.Signed(row, open).Where(sum => sum.IsWhole || sum is { Addends: [{ Sign: 1 }, { Sign: -1 }] })).ToList().ForEach(Want);
        }

        if (best is null)
        {
            // A total by another name stands for it in what follows.
            if (row.IsStructural && open.Count > 0 && open[^1].IsStructural && IsSame(row, open[^1]))
            {
                open.RemoveAt(open.Count - 1);
            }

            return;
        }

        // What holds without a line that is printed twice is out by it.
        if (best.Shape is not (SumShape.Pair or SumShape.Below) && _judge.WithCopies(best, open) is { } doubled)
        {
            (best, strength) = (doubled, Strength.Failing);
        }

        if (_judge.WithLineLeftOut(best, open) is { } all)
        {
            (best, strength) = (all, Strength.Failing);
            _failing.TryAdd(row.Index, best.Addends);
        }
        else if (best.Shape is not (SumShape.Pair or SumShape.Below) && LeftOutByEarlier(best) is { } line)
        {
            (best, strength) = (_judge.Sum(row, [.. best.Addends.Where(addend => addend.Index != line)], best.Shape), Strength.Failing);
        }

        Believe(best, strength);
        if (best.Shape != SumShape.Formula && _candidates.Named(row) is { Evidence.Fails: > 0 } named)
        {
            Believe(named, Strength.Failing);
        }

        if (strength == Strength.Strong && best.Addends.Count > 1)
        {
            _sums.Add(row.Index);
        }

        if (best.Shape == SumShape.Below)
        {
            _taken.UnionWith(best.Addends.Select(addend => addend.Index));
        }
        else if (best.Shape != SumShape.Pair)
        {
            if (strength == Strength.Strong)
            {
                PartsOfGap(best, open);
            }

            Take(row, best.Addends, open);
        }
    }

    // A line of a list that an earlier total leaves out, and that is added beside that total further down: that total leaves
    // it out by a slip, and is believed to add it up.
    private int? LeftOutByEarlier(RowSum sum)
    {
        var signs = sum.Addends.ToDictionary(addend => addend.Index, addend => addend.Sign);
        for (var at = _believed.Count - 1; at >= 0; at--)
        {
            var part = _believed[at];
            if (part.Shape is SumShape.Above or SumShape.AboveInParts && part.Target.IsStructural && part.Addends.Count > 1 && part.Evidence is { Fails: 0, Holds: > 0 } && signs.TryGetValue(part.Target.Index, out var sign)
                && sum.Addends.Where(addend => addend.Sign == sign && (part.IsOfList(_sheet.Rows[addend.Index]) || IsInside(part, _sheet.Rows[addend.Index]))).ToList() is [var line])
            {
                var whole = _judge.Sum(part.Target, [.. part.Addends.Append(new Addend(line.Index, 1)).OrderBy(addend => addend.Index)], SumShape.Above) with { IsWhole = true };
                (_believed[at], _beliefs[at]) = (whole, RowBelief.Of(_sheet, whole, Strength.Failing, _targets));
                return line.Index;
            }
        }

        return null;
    }

    // Right above the lines of a total in a column further out, in the column of these.
    private bool IsInside(RowSum part, SheetRow line) => _sheet.IsNested && !line.IsStructural && line.Index == part.Addends[0].Index - 1
        && line.OutermostColumn == _sheet.Rows[part.Addends[0].Index].OutermostColumn && line.OutermostColumn < part.Target.OutermostColumn;

    private void Take(SheetRow row, IReadOnlyList<Addend> addends, List<SheetRow> open)
    {
        // Under two headings the lines of a part within another begin: their total is the first line of the outer one.
        if (row.IsStructural && _sheet.Rows[addends[0].Index].Headings.Count > 1)
        {
            _firsts.Add(row.Index);
        }

        var taken = addends.Select(addend => addend.Index).ToHashSet();
        var first = addends.Min(addend => addend.Index);
        open.RemoveAll(other => taken.Contains(other.Index) || (other.IsPartOf && other.Index > first && other.Index < row.Index));
    }

    // As far as both can be read.
    private bool IsSame(SheetRow one, SheetRow other) => Enumerable.Range(0, _sheet.Columns)
            .All(column => one.Amount(column) == other.Amount(column) || one.IsUnreadable(column) || other.IsUnreadable(column))
        && Enumerable.Range(0, _sheet.Columns).Any(column => one.Amount(column) is not (null or 0) && one.Amount(column) == other.Amount(column));

    private bool LeadsFromOpening(RowSum sum, List<SheetRow> open) => sum.Target.IsClosing && sum.Addends.Count == open.Count
        && sum.Addends.Any(addend => addend.Sign > 0 && _sheet.Rows[addend.Index].IsOpening);

    // Total earned income, below the heading or title Income, is of some of its lines.
    private bool IsNarrower(RowSum sum, List<SheetRow> open) => sum is { Shape: SumShape.Above, Addends.Count: > 1, Target.IsTotal: true }
        && RowJudge.WordsBefore(sum.Target, open.FindLast(other => other.Headings.Count > 0)?.Headings ?? [_sheet.Table.Title]) > 1;

    // The next total adds it up with lines that it is said to add up: it is one of them, and neither their sum nor a difference between them.
    private bool IsInLaterTotal(RowSum of, List<SheetRow> open, List<SheetRow> rows, int index)
    {
        var later = rows.FindIndex(index + 1, Math.Min(MostForLater, rows.Count - index - 1), other => other.IsStructural);
        List<SheetRow> lines = later < 0 || open.Count > MostForLater ? [] : [.. open, .. rows[index..later].Where(other => !other.IsShare && !_taken.Contains(other.Index))];
        return lines.Count is > 0 and <= MostForLater && _candidates.Above(rows[later], lines, lines.Count, signed: false)
            .Any(sum => sum.Addends.Any(addend => addend.Index == of.Target.Index) && sum.Addends.IntersectBy(of.Addends.Select(addend => addend.Index), addend => addend.Index).Any() && RowJudge.IsStrong(sum, _targets));
    }

    // An opening balance with it, added or taken off as its caption says, is the next closing balance: it is no sum of the lines above.
    private bool IsInLaterBalance(SheetRow row, List<SheetRow> open, List<SheetRow> rows, int index)
    {
        var later = rows.FindIndex(index + 1, Math.Min(MostForLater, rows.Count - index - 1), other => other.IsClosing);
        return later >= 0 && open.Exists(other => other.IsOpening)
            && _candidates.Proposals(rows[later], [.. open, .. rows[index..later].Where(other => !other.IsShare && !_taken.Contains(other.Index))])
                .Any(sum => sum.Evidence is { Fails: 0, Digits: >= EnoughForTotal } && sum.Addends.Any(addend => addend.Index == row.Index) && sum.Addends.Any(addend => _sheet.Rows[addend.Index].IsOpening));
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
        var parts = _judge.Sum(open[start - 1], [.. gap.Select(other => new Addend(other.Index, 1))], SumShape.Below) with { IsWhole = true, Cost = RowJudge.PlaceCost };
        if (gap.Count > 1 && parts.Evidence.Holds > 0 && parts.Evidence.Holds >= parts.Evidence.Unexplained)
        {
            Believe(parts, parts.Evidence.Fails == 0 ? Strength.Weak : Strength.Failing);
            open.RemoveAll(gap.Contains);
        }
    }

    // The lines of totals that are out in place of them. Two such totals may have lines in common: what counts one twice is no sum.
    private RowSum? Expanded(SheetRow row, List<SheetRow> open)
    {
        if (!open.Exists(other => _failing.ContainsKey(other.Index)))
        {
            return null;
        }

        var lines = open.SelectMany(other => _failing.TryGetValue(other.Index, out var addends) ? addends.Select(addend => _sheet.Rows[addend.Index]) : [other]).Where(other => !other.IsOpening).ToList();
        return _candidates.Above(row, lines, lines.Count, signed: false).Concat(_candidates.Signed(row, open))
            .Select(sum => sum.Shape == SumShape.Above ? sum : _judge.Sum(row, [.. sum.Addends.SelectMany(Parts)], SumShape.AboveSigned) with { IsWhole = sum.IsWhole, Cost = sum.Cost })
            .Where(sum => RowJudge.IsStrong(sum, _targets) && sum.Addends.DistinctBy(addend => addend.Index).Count() == sum.Addends.Count).OrderByDescending(sum => sum.Evidence.Digits + sum.Fitness).FirstOrDefault();
    }

    // The same with the total that is out in place of its lines.
    private RowSum? Collapsed(SheetRow row, List<SheetRow> open, RowSum whole)
    {
        var signs = whole.Addends.ToDictionary(addend => addend.Index, addend => addend.Sign);
        var addends = open.Where(other => signs.ContainsKey(other.Index) || (_failing.TryGetValue(other.Index, out var parts) && parts.All(part => signs.ContainsKey(part.Index))))
            .Select(other => new Addend(other.Index, signs.TryGetValue(other.Index, out var sign) ? sign : signs[_failing[other.Index][0].Index] * _failing[other.Index][0].Sign)).ToList();
        return addends.Count > 1 ? _judge.Sum(row, addends, whole.Shape) : null;
    }

    private IEnumerable<Addend> Parts(Addend addend) => _failing.TryGetValue(addend.Index, out var addends)
        ? addends.Select(part => new Addend(part.Index, part.Sign * addend.Sign))
        : [addend];

    /// <summary>
    /// What captions and layout make of a line that the numbers alone do not settle: what holds, or else what should
    /// and is out, as far as something shows that it should.
    /// </summary>
    private RowSum? Expected(SheetRow row, List<SheetRow> open, List<RowSum> tried)
    {
        var proposals = _candidates.Proposals(row, open).Select(_judge.WithMovedLine).ToList();
        if (proposals.Where(sum => sum.Evidence.Fails == 0 && sum.Evidence.Holds + sum.Evidence.Nil > 0).OrderByDescending(sum => sum.Fitness).FirstOrDefault() is { } holding)
        {
            return holding;
        }

        // What holds as something else is nothing that is out, nor is a result or balance of the lines that lead to it.
        if (tried.Where(sum => sum.Shape is SumShape.Above or SumShape.AboveSigned && sum.Evidence is { Fails: 0, Holds: > 0 }
                && sum.Evidence.Digits - sum.Cost >= (sum is { Shape: SumShape.AboveSigned, IsWhole: true } || LeadsFromOpening(sum, open) || IsNarrower(sum, open) ? RowJudge.EnoughForResult : EnoughForOther))
            .OrderByDescending(sum => sum.Evidence.Digits + sum.Fitness).FirstOrDefault() is { } other)
        {
            return other;
        }

        // What repeats the line above is that line by another name, where the lines above that come to it.
        if (row.IsTotal && open.Count > 2 && IsSame(row, open[^1]) && _candidates.Above(open[^1], open[..^1], open.Count - 1, signed: false).FirstOrDefault(sum => sum is { Addends.Count: > 1, IsWhole: true, Evidence.Fails: 0 }) is { } named)
        {
            Believe(named, Strength.Weak);
            Take(open[^1], named.Addends, open);
            return _judge.Sum(row, [new Addend(open[^1].Index, 1)], SumShape.Above);
        }

        // A restated balance is the one above it where nothing is adjusted: in a few columns a line between them is missing.
        if (row.IsRestated && tried.Find(sum => sum is { Shape: SumShape.Above, Addends.Count: 1, Evidence.Holds: >= FewestRepeated } && sum.Evidence.Fails * ToOneAdjusted <= sum.Evidence.Holds && _sheet.Rows[sum.Addends[0].Index].IsOpening) is { } adjusted)
        {
            return adjusted;
        }

        // A total of one line repeats it: where it does so in all columns but one, that is where the slip is.
        if (row.IsTotal && tried.Find(sum => sum is { Shape: SumShape.Above, Addends.Count: 1, Evidence: { Fails: <= 1, Holds: >= FewestRepeated } }) is { } repeated)
        {
            return repeated;
        }

        var enough = row.IsTotal || row.HasFormula ? EnoughForTotal : RowJudge.EnoughForResult;
        var shown = proposals.Concat(_candidates.NetOfPart(row, open)).Concat(tried.Where(sum => sum.Addends.Count > 1 && (sum.Shape == SumShape.Above || sum.IsWhole || sum.Evidence is { Unexplained: 0, Explained: > 0 })))
            // What repeats one of the lines is that line by another name, though it holds with the others where they are nil.
            .Where(sum => sum.Evidence.Digits > 0 || row.IsTotal || !sum.Addends.Any(addend => IsSame(row, _sheet.Rows[addend.Index])))
            .Where(sum => sum.Evidence.Unexplained <= 1 + ((row.IsTotal && sum.IsWhole ? 2 : 1) * (sum.Evidence.Holds + sum.Evidence.Explained)))
            .Select(sum => (Sum: sum, Score: sum.Evidence.Digits + _judge.NearDigits(sum) - sum.Cost - (sum.Evidence.Unexplained / 2m) + sum.Fitness))
            .OrderByDescending(pair => pair.Score).FirstOrDefault();
        if (shown.Sum is not null && shown.Score >= enough)
        {
            // From the midst of a long list on, lines may come to a total by chance: sooner all of it does, but for one printed twice.
            return shown.Sum.IsWhole ? shown.Sum : proposals.Find(sum => sum.IsWhole && _judge.IsDoubled(sum)) ?? shown.Sum;
        }

        if ((proposals.Find(sum => sum.LacksNamed && sum.Addends.Count > 1) ?? proposals.Find(_judge.LacksLineOfNamed)) is { } lacking)
        {
            return lacking with { IsDelimited = true };
        }

        // Whatever a caption names that is not here, and that nothing shows to be missing, may stand elsewhere.
        return proposals.Where(sum => sum.Unmarked.Count == 0 || sum.LacksNamed || sum.Evidence.Holds > 0)
            .Where(sum => _judge.IsSlip(sum) || _judge.LacksLine(sum) || _judge.IsDoubled(sum) || (sum.IsWhole && sum.Evidence.Holds + sum.Evidence.Explained > 0 && _judge.HasWrongLine(sum)))
            .OrderBy(sum => sum.Evidence.Fails).ThenBy(sum => sum.Fitness >= MostFitting ? 0 : _judge.Distance(sum)).FirstOrDefault() is { } expected
            ? expected with { IsDelimited = _judge.LacksLine(expected) }
            : null;
    }

    private void Want(RowSum sum) => _wanted.AddRange(RowBelief.SumsOf(_sheet, sum).Where(one => Findings.Holds(one) == false));

    private void Believe(RowSum sum, Strength strength)
    {
        _believed.Add(sum);
        var belief = RowBelief.Of(_sheet, sum, strength, _targets);
        var near = sum.Evidence.Unexplained > 0 ? _judge.NearDigits(sum) : 0;
        _beliefs.Add(belief with { Near = near, Order = belief.Order + (sum.Evidence.Holds > 0 ? near : 0) });
    }
}
