using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>The sums that a line of a table is tried as: from the lines beside it in several shapes, and by captions and layout.</summary>
internal sealed class RowCandidates(Sheet sheet, RowJudge judge, IReadOnlySet<int> sums, IReadOnlySet<int> firsts)
{
    // One way for each pattern of signs, in digits.
    private const decimal SignsCost = 1.6m;

    // Beyond these a line without the words of a total is not tried, and runs are not left out.
    private const int MostLinesAbove = 30;
    private const int MostForParts = 36;
    private const int MostForPairs = 60;
    private const int MostBelow = 12;

    // Some hundred patterns of signs at most.
    private const int MostMoves = 7;

    // A dash behind a caption may be anything where no other line has a plus there.
    private const int FewestStated = 3;

    private readonly Dictionary<string, List<int>> _marks = Formula.RowsByMark(sheet.Rows);
    private readonly bool _statesSigns = sheet.Rows.Count(row => row.StatedSign != 0) >= FewestStated && sheet.Rows.Any(row => row.StatedSign > 0);

    internal List<RowSum> Candidates(SheetRow row, List<SheetRow> open, List<SheetRow> rows, int index)
    {
        var tried = new List<RowSum>();
        var most = row.IsStructural ? open.Count : Math.Min(open.Count, MostLinesAbove);
        tried.AddRange(Above(row, open, most, signed: false));
        if (open.FindAll(other => !other.IsPartOf) is { Count: > 1 } lines && lines.Count < open.Count)
        {
            tried.AddRange(Above(row, lines, Math.Min(most, lines.Count), signed: false));
        }

        if (open.Exists(other => other.IsDeducted))
        {
            tried.AddRange(Above(row, open, most, signed: true));
        }

        tried.AddRange(Above(row, open, Math.Min(most, TakenOffBy(row, open)), _ => -1, SumShape.AboveSigned));
        tried.AddRange(Signed(row, open));
        tried.AddRange(RolledForward(row, open));
        if (row.IsStructural && open.Count <= MostForParts)
        {
            tried.AddRange(InParts(row, open));
        }

        if (index <= MostForPairs && row.IsStructural && (sheet.Columns > 2 || row.IsNet))
        {
            tried.AddRange(Pairs(row, rows, index));
        }

        tried.AddRange(Below(row, rows, index));
        tried.AddRange(Proposals(row, open).Where(sum => sum.Shape is SumShape.Formula or SumShape.AboveStated));
        return tried;
    }

    internal IEnumerable<RowSum> Above(SheetRow row, List<SheetRow> open, int most, bool signed) =>
        Above(row, open, most, other => signed && other.IsDeducted ? -1 : 1, signed ? SumShape.AboveSigned : SumShape.Above);

    private IEnumerable<RowSum> Above(SheetRow row, List<SheetRow> open, int most, Func<SheetRow, int> sign, SumShape shape)
    {
        var sums = new RunningSum[sheet.Columns];
        for (var length = 1; length <= most; length++)
        {
            var next = open[^length];
            judge.Add(sums, next, sign(next));
            var evidence = judge.Judge(sums, row);
            if (evidence.Holds + evidence.Nil + evidence.Explained > 0)
            {
                yield return new RowSum(row, [.. open.TakeLast(length).Select(other => new Addend(other.Index, sign(other)))], evidence, shape)
                {
                    IsWhole = BeginsPart(open, length),
                    Cost = (row.IsTotal && BeginsPart(open, length)) || (row.IsNet && length == open.Count) || (row.IsClosing && (length == open.Count || open[^length].IsOpening)) ? RowJudge.PlaceCost : Digits.Of(most) + RowJudge.PlaceCost,
                    Fitness = (BeginsPart(open, length) ? 0.6m : 0) + (row.IsTotal ? 0.3m : 0),
                };
            }
        }
    }

    // How many lines above a total with a minus are printed without one: it is what they come to, taken off. In one column alone it
    // may as well be a slip.
    private int TakenOffBy(SheetRow row, List<SheetRow> open) =>
        sheet.Columns > 1 && row is { IsTotal: true, IsNegative: true } ? open.AsEnumerable().Reverse().TakeWhile(other => !other.HasNegative).Count() : 0;

    internal IEnumerable<RowSum> Signed(SheetRow row, List<SheetRow> open)
    {
        for (var length = 2; length <= Math.Min(row.IsStructural ? 4 : 2, open.Count); length++)
        {
            // Every pattern of signs but all plus and all minus.
            for (var pattern = 1; pattern < (1 << length) - 1; pattern++)
            {
                var addends = open.TakeLast(length).Select((other, position) => new Addend(other.Index, (pattern >> position & 1) == 1 ? -1 : 1)).ToList();
                if (addends.Exists(addend => addend.Sign > 0) && !IsAgainstCaptions(row, addends) && (row.IsStructural || IsOnePart(row, open, length)))
                {
                    // A result is what comes in less what goes out, as the captions say.
                    var isResult = row.IsNet && open.TakeLast(length).Zip(addends).All(pair => (pair.First.GoesOut || pair.First.IsOwed) == pair.Second.Sign < 0);
                    yield return judge.Sum(row, addends, SumShape.AboveSigned) with { IsWhole = isResult, Cost = isResult ? RowJudge.PlaceCost : SignsCost, Fitness = row.IsNet || row.IsClosing ? 0.3m : -0.3m };
                }
            }
        }
    }

    // From an opening balance on, with each movement added or taken off.
    internal IEnumerable<RowSum> RolledForward(SheetRow row, List<SheetRow> open)
    {
        var opening = row.IsClosing ? open.FindLastIndex(other => other.IsOpening) : -1;
        var moves = opening < 0 ? [] : open[(opening + 1)..];
        for (var pattern = 1; moves.Count is > 1 and <= MostMoves && pattern < 1 << moves.Count; pattern++)
        {
            var addends = moves.Select((other, position) => new Addend(other.Index, (pattern >> position & 1) == 1 ? -1 : 1)).Prepend(new Addend(open[opening].Index, 1)).ToList();
            if (!IsAgainstCaptions(row, addends))
            {
                // As the captions say it, there is one pattern; in one column alone any order of the amounts may show it.
                var isSaid = sheet.Columns > 1 && moves.Zip(addends.Skip(1)).All(pair => (pair.First.GoesOut || pair.First.IsDeducted) == pair.Second.Sign < 0);
                yield return judge.Sum(row, addends, SumShape.AboveSigned) with { IsWhole = isSaid, Cost = isSaid ? RowJudge.PlaceCost : SignsCost + Digits.Of(1 << moves.Count), Fitness = 0.4m };
            }
        }
    }

    // A line without the words of a total is no difference over the heading of its part.
    private static bool IsOnePart(SheetRow row, List<SheetRow> open, int length) =>
        row.Headings.Count == 0 && open.TakeLast(length - 1).All(other => other.Headings.Count == 0);

    /// <summary>The sum of the lines above that a caption names, each by a mark of one line; null where it names others.</summary>
    internal RowSum? Named(SheetRow row) =>
        row.HasFormula && row.Formula.All(term => _marks.TryGetValue(term.Mark, out var rows) && rows is [var only] && only < row.Index)
            ? judge.Sum(row, [.. row.Formula.Select(term => new Addend(_marks[term.Mark][0], term.Sign))], SumShape.Formula) with { Fitness = 1, IsWhole = true }
            : null;

    internal IEnumerable<RowSum> Proposals(SheetRow row, List<SheetRow> open)
    {
        if (Stated(row, open) is { } stated)
        {
            yield return stated;
            yield break;
        }

        // What is part of a line is not added beside it.
        open = open.Exists(other => other.IsPartOf) ? open.FindAll(other => !other.IsPartOf) : open;
        // A line that is named and not there may have been left out.
        if (row.HasFormula && row.Formula.Where(term => _marks.ContainsKey(term.Mark)).ToList() is var named && named.Count * 2 >= row.Formula.Count)
        {
            var sum = judge.Sum(row, [.. named.SelectMany(term => _marks[term.Mark].Select(index => new Addend(index, term.Sign)))], SumShape.Formula);
            List<string> unmarked = [.. row.Formula.Select(term => term.Mark).Where(mark => !_marks.ContainsKey(mark))];
            yield return sum with { Fitness = 1, IsWhole = true, Unmarked = unmarked, LacksNamed = unmarked.Count == 1 && judge.LacksNamed(sum) };
        }

        if (row.IsNet && open.Count >= 2 && open[^2].SumsUp && (open[^1].SumsUp ? !row.IsTotal || open[^1].IsOwed : open[^1].IsOwed))
        {
            var net = judge.Sum(row, [new Addend(open[^2].Index, 1), new Addend(open[^1].Index, -1)], SumShape.AboveSigned) with { Fitness = 1, IsWhole = open[^1].IsOwed };
            if (net.Evidence.Fails == 0 || !HoldsBelow(net))
            {
                yield return net;
                yield return judge.Sum(row, [new Addend(open[^2].Index, 1), new Addend(open[^1].Index, 1)], SumShape.Above);
            }
        }

        // Below nothing but what goes out, its net is that taken off.
        if (row is { IsNet: true, IsTotal: false, IsNegative: true } && open is [.., { IsTotal: true, GoesOut: true, HasNegative: false } used] && (open.Count == 1 || open[^2].IsNet))
        {
            yield return judge.Sum(row, [new Addend(used.Index, -1)], SumShape.AboveSigned) with { Fitness = 1, IsWhole = true };
        }

        if ((row.IsNet || row.IsClosing) && !row.IsTotal && open.FindAll(other => other.SumsUp) is [.., var income, var expense]
            && judge.Sum(row, [new Addend(income.Index, 1), new Addend(expense.Index, -1)], SumShape.Pair) is var result
            && (result.Evidence is { Fails: 0, Digits: > 0 } || (judge.NearDigits(result) > RowJudge.EnoughForResult && !HoldsBelow(result))))
        {
            yield return result with { Fitness = 0.5m };
        }

        // Net assets may have come to all that is owned less what is owed before their parts are listed: that with what is owed is the other side.
        if (AccountingWords.Says(row.Caption, WordKind.Claims) && sheet.Rows.Take(row.Index).LastOrDefault(other => other is { IsTotal: true, IsOwed: true }) is { } owed && open.Count > 0 && owed.Index < open[^1].Index
            && judge.Sum(row, [new Addend(owed.Index, 1), new Addend(open[^1].Index, 1)], SumShape.Above) is { Evidence: { Fails: 0, Holds: > 0 } } side)
        {
            yield return side with { Fitness = 1, IsWhole = true };
        }

        if ((row.IsClosing || row.IsRestated) && open.FindLastIndex(other => other.IsOpening) is var opening and >= 0)
        {
            yield return judge.Sum(row, [.. open.Skip(opening).Select(other => new Addend(other.Index, 1))], SumShape.Above) with { Fitness = 1 };

            // Payments are printed without a sign as often as with one.
            if (open.Skip(opening + 1).Any(IsTakenOff) && open.Skip(opening + 1).All(other => IsTakenOff(other) || other.ComesIn))
            {
                yield return judge.Sum(row, [.. open.Skip(opening).Select(other => new Addend(other.Index, IsTakenOff(other) ? -1 : 1))], SumShape.AboveSigned) with { Fitness = 1, IsWhole = true };
            }
        }

        // As statements of cash flows end: the net change, the balance before, the balance after.
        if (row.IsClosing && open is [.., { IsNet: true } change, { IsOpening: true } before])
        {
            yield return judge.Sum(row, [new Addend(change.Index, 1), new Addend(before.Index, 1)], SumShape.Above) with { Fitness = 1 };
        }

        if (sheet.IsNested && open.AsEnumerable().Reverse().TakeWhile(other => other.OutermostColumn < row.OutermostColumn).Count() is var inner and > 0)
        {
            yield return judge.Sum(row, [.. open.TakeLast(inner).Select(other => new Addend(other.Index, 1))], SumShape.Above) with { Fitness = 0.9m };
        }

        if (row.SumsUp && !row.IsEmptyPart)
        {
            var (isFirst, takenOff) = (true, TakenOffBy(row, open));
            for (var length = 1; length <= open.Count; length++)
            {
                if (BeginsPart(open, length))
                {
                    yield return judge.Sum(row, [.. open.TakeLast(length).Select(other => new Addend(other.Index, length <= takenOff ? -1 : 1))], length <= takenOff ? SumShape.AboveSigned : SumShape.Above) with { Fitness = isFirst ? 0.8m : 0, IsWhole = true };
                    isFirst = false;
                }
            }
        }
    }

    // From the last line without a sign behind its caption on: the signs say what is done with each.
    private RowSum? Stated(SheetRow row, List<SheetRow> open)
    {
        var signed = _statesSigns && row.IsStructural ? open.AsEnumerable().Reverse().TakeWhile(other => other.StatedSign != 0).Count() : 0;
        return signed == 0 || signed == open.Count ? null
            : judge.Sum(row, [.. open.TakeLast(signed + 1).Select((other, position) => new Addend(other.Index, position == 0 ? 1 : other.StatedSign))], SumShape.AboveStated) with { Fitness = 1, IsWhole = true, Cost = RowJudge.PlaceCost };
    }

    private static bool IsTakenOff(SheetRow row) => (row.GoesOut || row.IsDeducted) && !row.IsNegative && !row.ComesIn;

    // A line further down is what this one is said to be: net assets, below the surplus that is a part of them. In one column alone,
    // of amounts not said to be owed, any order of the amounts may show it.
    private bool HoldsBelow(RowSum sum) => sheet.Rows.Skip(sum.Target.Index + 1).Take(MostBelow).TakeWhile(row => row.Headings.Count == 0)
        .Any(row => judge.Sum(row, sum.Addends, sum.Shape).Evidence is { Fails: 0, Digits: > 0 } evidence && (sum.IsWhole || evidence.Holds > 1));

    /// <summary>The net amount of a part with a heading of its own, as of cash flows, from all of its lines.</summary>
    internal IEnumerable<RowSum> NetOfPart(SheetRow row, List<SheetRow> open)
    {
        for (var first = 0; first < open.Count - 1 && row.IsNet && !row.IsTotal; first++)
        {
            if (open[first].Headings.Count > 0)
            {
                yield return judge.Sum(row, [.. open.Skip(first).Select(other => new Addend(other.Index, 1))], SumShape.Above) with { Fitness = 0.6m, IsWhole = true };
            }
        }
    }

    // A part of the table begins with a heading, or after a total or what was found to be one.
    private bool BeginsPart(List<SheetRow> open, int length)
    {
        var first = open[^length];
        if (first.Headings.Count > 0 || firsts.Contains(first.Index) || length == open.Count)
        {
            return true;
        }

        // What is taken off begins a part of its own; so do lines further in than the one above.
        var before = open[^(length + 1)];
        return before.IsTotal || sums.Contains(before.Index) || before.IsOpening || (first.IsDeducted && !before.IsDeducted) || (sheet.IsNested && before.OutermostColumn > first.OutermostColumn);
    }

    // A total adds up the totals of its parts, a result is what comes in less what goes out, and what shows its sign is added,
    // whatever the numbers would allow.
    private bool IsAgainstCaptions(SheetRow row, List<Addend> addends)
    {
        var off = addends.Where(addend => addend.Sign < 0).Select(addend => sheet.Rows[addend.Index]).ToList();
        return (row.IsTotal && off.Exists(other => other.IsNegative))
            || (row is { IsTotal: true, IsNet: false, IsClosing: false } && off.Exists(other => other is { IsTotal: true, GoesOut: false, IsDeducted: false }))
            || off.Exists(other => other.ShowsSign || (other.IsOpening && addends.Count(addend => addend.Sign > 0 && sheet.Rows[addend.Index].IsClosing) != 1))
            || (off.Exists(other => other.ComesIn) && addends.Exists(addend => addend.Sign > 0 && sheet.Rows[addend.Index].GoesOut))
            || (row is { IsNet: true, IsClosing: false } && IsAboveClosing(row) && addends.Exists(addend => sheet.Rows[addend.Index].IsOpening));
    }

    // What an opening balance leads to is the closing balance, not the result right above that.
    private bool IsAboveClosing(SheetRow row) => row.Index + 1 < sheet.Rows.Count && sheet.Rows[row.Index + 1] is { IsClosing: true, Headings.Count: 0 };

    private IEnumerable<RowSum> InParts(SheetRow row, List<SheetRow> open)
    {
        for (var start = 0; start < open.Count - 2; start++)
        {
            var head = new RunningSum[sheet.Columns];
            for (var end = start; end < open.Count - 2; end++)
            {
                judge.Add(head, open[end], 1);
                var whole = (RunningSum[])head.Clone();
                for (var resume = open.Count - 1; resume > end + 1; resume--)
                {
                    judge.Add(whole, open[resume], 1);
                    var evidence = judge.Judge(whole, row);
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
                if (one != other && !rows[one].IsShare && !rows[other].IsShare && !IsWithinRounding(rows[other]))
                {
                    var sum = judge.Sum(row, [new Addend(rows[one].Index, 1), new Addend(rows[other].Index, -1)], SumShape.Pair);
                    if (sum.Evidence.Holds > 0)
                    {
                        yield return sum with { Cost = 2 * Digits.Of(index) + RowJudge.PlaceCost, Fitness = -0.6m };
                    }
                }
            }
        }
    }

    // What rounding hides leaves a line as it is, and what repeats that line is no difference.
    private bool IsWithinRounding(SheetRow row) => Enumerable.Range(0, sheet.Columns).All(column => Math.Abs(row.Amount(column) ?? 0) <= (row.Cells[column]?.Width ?? 0) * 3 / 2);

    // An opening balance that is adjusted or restated further down is no sum of that.
    private IEnumerable<RowSum> Below(SheetRow row, List<SheetRow> rows, int index)
    {
        var sums = new RunningSum[sheet.Columns];
        for (var length = 1; length <= MostBelow && index + length < rows.Count; length++)
        {
            var next = rows[index + length];
            if (next.IsShare || (length > 1 && next.Headings.Count > 0) || (row.IsOpening && (next.IsOpening || next.IsRestated)))
            {
                yield break;
            }

            judge.Add(sums, next, 1);
            var evidence = judge.Judge(sums, row);
            if (length > 1 && evidence.Holds > 0)
            {
                var isWhole = evidence.Fails == 0 && HeadsPart(row, rows, index + length + 1);
                yield return new RowSum(row, [.. rows[(index + 1)..(index + length + 1)].Select(other => new Addend(other.Index, 1))], evidence, SumShape.Below)
                {
                    IsWhole = isWhole,
                    Cost = isWhole ? RowJudge.PlaceCost : SignsCost,
                    Fitness = -0.3m,
                };
            }
        }
    }

    // A total, or what its part of the table is called, above all lines of the part.
    private bool HeadsPart(SheetRow row, List<SheetRow> rows, int end) => (row.Index == 0 || row.Headings.Count > 0)
        && (end == rows.Count || rows[end].Headings.Count > 0)
        && (row.IsTotal || row.Headings.Append(sheet.Table.Title).Any(heading => CaptionText.Fold(heading[(heading.LastIndexOf('#') + 1)..].Trim()) is { Length: > 0 } words && words == CaptionText.Fold(row.Caption)));
}
