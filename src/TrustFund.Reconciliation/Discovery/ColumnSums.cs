using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Finds which column is the sum or difference of others, in all lines of the tables that have the same columns:
/// neighbours, two of them, or every so many in tables with the same columns several times.
/// </summary>
internal static class ColumnSums
{
    private const decimal Enough = 3;
    private const int MostColumns = 40;

    // That it holds in every line speaks for it where the lines are few.
    private const decimal WithoutException = 0.4m;
    private const decimal MostOfOneRow = 6;
    private const int ToOneSlip = 8;
    private const int OthersToOneSlip = 5;
    private const int FewLines = 4;
    private const decimal EnoughNear = 3;
    private const int Probes = 48;
    private const int ProbesOut = 4;

    internal static List<Belief> Find(IReadOnlyList<Sheet> sheets, HashSet<int> computed)
    {
        var columns = sheets[0].Columns;
        if (columns is < 3 or > MostColumns)
        {
            return [];
        }

        var printed = sheets.SelectMany(sheet => sheet.Rows.Where(row => !row.IsShare).Select(row => (sheet, row))).ToList();

        // Lines of which nothing shows in which columns their amounts stand show no identity of columns.
        var rows = printed.FindAll(pair => !pair.row.Line.IsAdrift) is { Count: >= FewLines } placed ? placed : printed;
        var plain = Sets(columns).ToList();
        var signed = SignedColumns.Sets(columns, rows).ToList();
        var (cost, signedCost) = (Digits.Of(plain.Count), Digits.Of(plain.Count) + Digits.Of(SignedColumns.Ways(columns)));
        var repeats = sheets.Sum(sheet => sheet.Rows.Count);
        var probes = rows.Count <= 2 * Probes ? [] : rows.Where((_, number) => number % (rows.Count / Probes) == 0).ToList();
        var beliefs = new List<Belief>();
        var covered = new HashSet<int>();
        var found = plain.Select(set => (set.Target, set.Addends, Cost: cost)).Concat(signed.Select(set => (set.Target, set.Addends, Cost: signedCost)))
            .Where(set => MayHold((set.Target, set.Addends), probes, repeats))
            .Select(set => (set.Target, set.Addends, set.Cost, Evidence: Judge((set.Target, set.Addends), rows, repeats)))
            .Where(found => found.Evidence.Digits > 0 && found.Evidence.Digits + found.Evidence.Copies - found.Cost >= Enough && found.Evidence.Fails * (AccountingWords.IsTotal(sheets[0].Heading(found.Target)) ? 2 : 4) <= found.Evidence.Holds)
            .OrderByDescending(found => found.Evidence.Digits + found.Evidence.Copies - (2 * found.Evidence.Fails) + Fitness(found.Target, found.Addends, sheets[0]));
        foreach (var (target, addends, _, evidence) in found)
        {
            var all = addends.Select(addend => addend.Index).Append(target).ToList();
            // What is part of another sum may be the sum of columns that stand in none, and a column headed as a total may stand in
            // none for a slip in it.
            var isOfOthers = !computed.Contains(target) && evidence.Fails * OthersToOneSlip <= evidence.Holds
                && (all.Count(column => !covered.Contains(column)) > 1 || (!covered.Contains(target) && evidence.Fails > 0 && AccountingWords.IsTotal(sheets[0].Heading(target))));
            if (!isOfOthers && (covered.Contains(target) || all.TrueForAll(covered.Contains) || (beliefs.Count > 0 && evidence.Fails > 0 && all.Exists(covered.Contains))))
            {
                continue;
            }

            covered.UnionWith(all);
            computed.Add(target);
            var whole = WithNil(target, addends, rows);
            beliefs.Add(Belief(target, whole, whole.Count > addends.Count ? Judge((target, whole), rows, repeats) : evidence, printed, sheets[0]));
        }

        return beliefs;
    }

    // A column among them that says nil or nothing in all lines but for one or another belongs to the sum: what it says there is the slip.
    private static List<Addend> WithNil(int target, List<Addend> addends, List<(Sheet Sheet, SheetRow Row)> rows)
    {
        var (first, last) = (Math.Min(target, addends.Min(addend => addend.Index)), Math.Max(target, addends.Max(addend => addend.Index)));
        var nil = Enumerable.Range(first, last - first).Where(column => column != target && !addends.Exists(addend => addend.Index == column) && IsNil(column));
        return [.. addends.Concat(nil.Select(column => new Addend(column, addends.LastOrDefault(addend => addend.Index < column, addends[0]).Sign))).OrderBy(addend => addend.Index)];

        bool IsNil(int column) => rows.Exists(row => row.Row.Amount(column) is 0)
            && rows.Count(row => row.Row.Amount(column) is 0 || row.Row.Cells[column] is null or { State: FigureState.Blank }) >= ToOneSlip * rows.Count(row => row.Row.Amount(column) is not (null or 0));
    }

    private static decimal Fitness(int target, List<Addend> addends, Sheet sheet) =>
        (AccountingWords.IsTotal(sheet.Heading(target)) ? 1 : 0) + (addends.TrueForAll(addend => addend.Sign > 0) ? 0.5m : 0)
        + (target == sheet.Columns - 1 ? 0.3m : target == 0 ? 0.2m : 0) + (0.1m * addends.Count);

    private static IEnumerable<(int Target, List<Addend> Addends)> Sets(int columns)
    {
        for (var target = 0; target < columns; target++)
        {
            for (var start = 0; start < columns; start++)
            {
                for (var end = start + 1; end < columns && (target < start || target > end); end++)
                {
                    yield return (target, [.. Enumerable.Range(start, end - start + 1).Select(column => new Addend(column, 1))]);
                    if (end - start is 2 or 3)
                    {
                        for (var minus = start + 1; minus <= end; minus++)
                        {
                            yield return (target, [.. Enumerable.Range(start, end - start + 1).Select(column => new Addend(column, column >= minus ? -1 : 1))]);
                        }
                    }
                }

                for (var other = 0; other < columns; other++)
                {
                    if (start != other && start != target && other != target)
                    {
                        yield return (target, [new Addend(start, 1), new Addend(other, -1)]);
                        if (other > start + 1)
                        {
                            yield return (target, [new Addend(start, 1), new Addend(other, 1)]);
                        }
                    }
                }
            }

            for (var stride = 2; stride <= columns / 3 && stride <= target / 2; stride++)
            {
                yield return (target, [.. Enumerable.Range(1, target / stride).Select(times => new Addend(target - (times * stride), 1)).Reverse()]);
            }
        }
    }

    // In a long table lines from all of it already rule out nearly every set.
    private static bool MayHold((int Target, List<Addend> Addends) set, List<(Sheet Sheet, SheetRow Row)> probes, int repeats) =>
        Judge(set, probes, repeats) is var evidence && evidence.Fails <= evidence.Holds + evidence.Nil + ProbesOut;

    private static Evidence Judge((int Target, List<Addend> Addends) set, List<(Sheet Sheet, SheetRow Row)> rows, int repeats)
    {
        var fits = new SumFit[rows.Count];
        for (var number = 0; number < fits.Length; number++)
        {
            fits[number] = FitOf(set.Target, set.Addends, rows[number].Row, rows[number].Sheet.Step(set.Target), repeats);
        }

        if (AreCopiesOnly(set, rows, fits))
        {
            return default;
        }

        var areOfConcern = AreBalancesOfConcern(set, rows, fits);
        var evidence = default(Evidence);
        var failing = new List<(SheetRow Row, decimal Residual)>();
        for (var number = 0; number < fits.Length; number++)
        {
            var (row, fit) = (rows[number].Row, fits[number]);
            if (areOfConcern || !IsOfNoConcern(row, fit.Fit))
            {
                evidence = evidence.With(fit with { Digits = Math.Min(MostOfOneRow, fit.Digits) });
                if (fit.Fit == Fit.Fails)
                {
                    failing.Add((row, fit.Residual));
                }
            }
        }

        var reach = MovedAmounts.MayBe(failing.Count) ? failing.Max(line => set.Addends.Sum(addend => WidthOf(line.Row, addend.Index)) + WidthOf(line.Row, set.Target)) / 2 : 0;
        var moved = MovedAmounts.MayBe(failing.Count)
            ? MovedAmounts.In(failing.ConvertAll(line => line.Residual), set.Addends.Append(new Addend(set.Target, -1))
                .Select(term => ((IReadOnlyList<decimal?>)failing.ConvertAll(line => line.Row.Amount(term.Index)), term.Sign)), reach)
            : [];
        var near = moved.Count == 0 && failing.Count == 1 && evidence.Holds is > 0 and < FewLines ? Near(failing[0].Row, set) : 0;
        return evidence with
        {
            Fails = evidence.Fails - moved.Count - (near > 0 ? 1 : 0),
            Holds = evidence.Holds + moved.Count + (near > 0 ? 1 : 0),
            Digits = evidence.Digits + moved.Sum(amount => Math.Min(MostOfOneRow, MovedAmounts.DigitsOf(amount, reach))) + near,
        };
    }

    // Two pairs of columns that say the same, one added and one taken off, come to nil in any line: no line shows that one of
    // them is made of the others.
    private static bool AreCopiesOnly((int Target, List<Addend> Addends) set, List<(Sheet Sheet, SheetRow Row)> rows, SumFit[] fits)
    {
        var terms = new List<decimal>();
        var pairs = 0;
        for (var number = 0; number < fits.Length && set.Addends.Exists(addend => addend.Sign < 0); number++)
        {
            if (fits[number] is not { Fit: Fit.Holds, Filled: > 0 })
            {
                continue;
            }

            terms.Clear();
            terms.Add(-(rows[number].Row.Amount(set.Target) ?? 0));
            terms.AddRange(set.Addends.Select(addend => addend.Sign * (rows[number].Row.Amount(addend.Index) ?? 0)));
            terms.RemoveAll(term => term == 0);
            terms.Sort();
            if (terms.Count % 2 != 0 || !Enumerable.Range(0, terms.Count / 2).All(at => terms[at] == -terms[terms.Count - 1 - at]))
            {
                return false;
            }

            pairs = Math.Max(pairs, terms.Count / 2);
        }

        return pairs > 1;
    }

    private static decimal WidthOf(SheetRow row, int column) => row.Cells[column]?.Width ?? 0;

    // In a table of a few lines one that is a slip of the pen away from holding speaks for it as well.
    private static decimal Near(SheetRow row, (int Target, List<Addend> Addends) set)
    {
        var terms = set.Addends.Select(addend => addend.Sign * (row.Amount(addend.Index) ?? 0)).ToList();
        var digits = terms.Count(term => term != 0) > 1 ? NearMiss.DigitsOf(terms, row.Amount(set.Target) ?? 0, 1) : 0;
        return digits >= EnoughNear ? Math.Min(MostOfOneRow, digits) : 0;
    }

    private static SumFit FitOf(int target, List<Addend> addends, SheetRow row, decimal step, int repeats)
    {
        var sum = default(RunningSum);
        foreach (var addend in addends)
        {
            sum.Add(row.Cells[addend.Index], addend.Sign);
        }

        return sum.Against(row.Cells[target], step, repeats);
    }

    // Balances at a date do not add up over periods, and that they fail says nothing.
    private static bool IsOfNoConcern(SheetRow row, Fit fit) => fit == Fit.Fails && (row.IsOpening || row.IsClosing);

    // Unless one of them holds, or the sum is none over periods: one with a minus, or of debits and credits.
    private static bool AreBalancesOfConcern((int Target, List<Addend> Addends) set, List<(Sheet Sheet, SheetRow Row)> rows, SumFit[] fits)
    {
        if (rows.Count > 0 && rows[0].Sheet is var sheet && (sheet.IsOfDebitsOrCredits(set.Target) || set.Addends.Exists(addend => addend.Sign < 0 || sheet.IsOfDebitsOrCredits(addend.Index))))
        {
            return true;
        }

        for (var number = 0; number < fits.Length; number++)
        {
            if (fits[number] is { Fit: Fit.Holds, Digits: > 0, IsCopy: false } && (rows[number].Row.IsOpening || rows[number].Row.IsClosing))
            {
                return true;
            }
        }

        return false;
    }

    private static Belief Belief(int target, List<Addend> addends, Evidence evidence, List<(Sheet Sheet, SheetRow Row)> rows, Sheet first)
    {
        var sums = new List<BelievedSum>();
        SumFit[] fits = [.. rows.Select(pair => FitOf(target, addends, pair.Row, 1, 1))];
        var areOfConcern = AreBalancesOfConcern((target, addends), rows, fits);
        foreach (var (row, fit) in rows.Select((pair, number) => (pair.Row, fits[number])))
        {
            if ((areOfConcern || !IsOfNoConcern(row, fit.Fit))
                && BelievedSum.Of(row.Cells[target], addends.Select(addend => (row.Cells[addend.Index], addend.Sign))) is { } believed)
            {
                sums.Add(believed);
            }
        }

        var words = string.Concat(addends.Select((addend, number) => (addend.Sign < 0 ? " less " : number > 0 ? " and " : "") + first.NameOf(addend.Index)));
        return new Belief(RelationKind.RowIdentity, Strength.Strong, $"{first.NameOf(target)} comes to {words} in {RowBelief.Share(evidence.Holds + evidence.Nil, evidence.Holds + evidence.Nil + evidence.Fails, "line")}", sums)
        {
            Order = (addends.Count * Digits.OfFactorial(evidence.Holds)) + (evidence.Fails == 0 ? WithoutException : 0),
        };
    }
}
