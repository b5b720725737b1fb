namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Finds the columns of lines that print fewer amounts than their table has columns, where nothing in their layout shows
/// them: the amounts keep their order, and stand where they come to each other along the line as the amounts of full lines do
/// (<see cref="AcrossLines"/>), or where lines above and below come to each other. Where nothing fits in all
/// columns, they may come to each other in all but one: that is where the defect is. What the amounts leave open stays as it is.
/// </summary>
internal static class AdriftLines
{
    private const int MostColumns = 16;
    private const int MostLines = 400;
    private const int LongestRun = 24;
    private const int MostAdrift = 3;
    private const int MostWays = 4000;
    private const int MostWaysAlone = 600;

    // In how many columns amounts must come to each other for one in which they do not.
    private const int FewestForSlip = 3;

    /// <summary>The table with the figures of such lines in the columns found for them.</summary>
    /// <param name="table">A table as read, its figures without numbers yet.</param>
    internal static PublishedTable Settled(PublishedTable table)
    {
        if (!table.Lines.Any(line => line.IsAdrift) || table.Columns.Count > MostColumns || table.Lines.Count > MostLines)
        {
            return table;
        }

        var lines = table.Lines.ToList();
        SettleAcross(lines, table);
        while (Settle(lines, table.Columns.Count, 0) || Settle(lines, table.Columns.Count, 1))
        {
        }

        return table with { Lines = lines };
    }

    // Those whose amounts come to each other as those of full lines do in one way only.
    private static void SettleAcross(List<PublishedLine> lines, PublishedTable table)
    {
        if (AcrossLines.Of(table) is not { } across)
        {
            return;
        }

        for (var index = 0; index < lines.Count; index++)
        {
            if (lines[index] is { IsAdrift: true, Figures.Count: > 1 } line && FewWays(line, table.Columns.Count) is { } ways
                && ways.FindAll(way => across.Allows(line, way)) is [var first, .. var others] && others.TrueForAll(other => AreAlike(line, first, other)))
            {
                Place(lines, index, first);
            }
        }
    }

    // In which empty column an amount of nil stands says nothing.
    private static bool AreAlike(PublishedLine line, int[] one, int[] other) => line.Figures.Index().All(pair => pair.Item.Amount == 0 || one[pair.Index] == other[pair.Index]);

    // Settles one line or some, with as many columns out; false where there is none left that can be.
    private static bool Settle(List<PublishedLine> lines, int columns, int slips)
    {
        var known = Enumerable.Range(0, lines.Count).Where(index => lines[index].Figures.Count > 0).ToList();
        return known.Exists(index => lines[index].IsAdrift && (IsCopied(lines, known, index, columns, slips) || IsBetween(lines, known, index, columns, slips)))
            || known.Exists(index => !lines[index].IsAdrift && IsSummed(lines, known, index, columns, slips));
    }

    // Its amounts are those of some columns of another line.
    private static bool IsCopied(List<PublishedLine> lines, List<int> known, int index, int columns, int slips)
    {
        var line = lines[index];
        if (line.Figures.Count < 2 || line.Figures.Count(figure => figure.Amount is null or 0) > slips || FewWays(line, columns) is not { } ways)
        {
            return false;
        }

        return known.Exists(other => !lines[other].IsAdrift
            && TheOnly(ways.Where(way => IsEnough(line.Figures.Index().Select(pair => Amount(lines[other], way[pair.Index]) == pair.Item.Amount), slips))) is { } way && Place(lines, index, way));
    }

    // It is what a line above and one below differ by.
    private static bool IsBetween(List<PublishedLine> lines, List<int> known, int index, int columns, int slips)
    {
        var line = lines[index];
        if (FewWays(line, columns) is not { } ways)
        {
            return false;
        }

        foreach (var above in known.Where(other => other < index && !lines[other].IsAdrift).Reverse().Take(LongestRun))
        {
            foreach (var below in known.Where(other => other > index && !lines[other].IsAdrift).Take(LongestRun))
            {
                foreach (var sign in new[] { 1, -1 })
                {
                    if (TheOnly(ways.Where(way => IsEnough(Enumerable.Range(0, columns).Select(column => Comes(lines[below], [(lines[above], 1), (line, sign)], [(line, way)], column)), slips))) is { } way
                        && Place(lines, index, way))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    // Some lines right above a total, one or a few of them adrift, come to it in every column that these stand in.
    private static bool IsSummed(List<PublishedLine> lines, List<int> known, int target, int columns, int slips)
    {
        var end = known.IndexOf(target);
        var run = new List<int>();
        for (var at = end - 1; at >= 0 && run.Count < LongestRun; at--)
        {
            run.Insert(0, known[at]);
            var adrift = run.FindAll(index => lines[index].IsAdrift);
            if (adrift.Count > MostAdrift)
            {
                return false;
            }

            if (adrift.Count > 0 && run.Count > 1 && Settlement(lines, run, adrift, target, columns, slips) is { } settled)
            {
                adrift.Zip(settled).ToList().ForEach(pair => Place(lines, pair.First, pair.Second));
                return true;
            }
        }

        return false;
    }

    private static int[][]? Settlement(List<PublishedLine> lines, List<int> run, List<int> adrift, int target, int columns, int slips)
    {
        var ways = adrift.ConvertAll(index => Ways(lines[index], columns).ToList());
        if (ways.Aggregate(1L, (product, list) => Math.Min(product * list.Count, MostWays + 1)) > MostWays)
        {
            return null;
        }

        var terms = run.ConvertAll(index => (lines[index], 1));
        return TheOnly(Product(ways).Where(chosen =>
        {
            var placed = adrift.Zip(chosen, (index, way) => (lines[index], way)).ToList();
            return IsEnough(chosen.SelectMany(way => way).Distinct().Select(column => Comes(lines[target], terms, placed, column)), slips);
        }));
    }

    private static IEnumerable<int[][]> Product(List<List<int[]>> ways) =>
        ways.Aggregate((IEnumerable<int[][]>)[[]], (chosen, next) => chosen.SelectMany(before => next.Select(way => (int[][])[.. before, way])));

    // All the ways of one line; null where there are too many to try each with many other lines.
    private static List<int[]>? FewWays(PublishedLine line, int columns) =>
        Ways(line, columns).Take(MostWaysAlone + 1).ToList() is { Count: <= MostWaysAlone } ways ? ways : null;

    // The columns in which some amounts may stand, in their order.
    private static IEnumerable<int[]> Ways(PublishedLine line, int columns) => Ways(line.Figures.Count, 0, columns).Take(MostWays + 1);

    private static IEnumerable<int[]> Ways(int count, int from, int columns)
    {
        if (count == 0)
        {
            yield return [];
            yield break;
        }

        for (var first = from; first <= columns - count; first++)
        {
            foreach (var rest in Ways(count - 1, first + 1, columns))
            {
                yield return [first, .. rest];
            }
        }
    }

    // Whether terms come to a line in a column, as far as rounding leaves it open; what is not printed is nil.
    private static bool Comes(PublishedLine target, List<(PublishedLine Line, int Sign)> terms, List<(PublishedLine Line, int[] Way)> placed, int column)
    {
        var (sum, width) = (0m, Width(target.FigureIn(column)));
        foreach (var (line, sign) in terms)
        {
            var way = placed.Find(pair => pair.Line == line).Way;
            var figure = way is null ? line.FigureIn(column) : Array.IndexOf(way, column) is var at and >= 0 ? line.Figures[at] : null;
            if (figure is { State: FigureState.Unreadable })
            {
                return false;
            }

            sum += sign * (figure?.Amount ?? 0);
            width += Width(figure);
        }

        return Math.Abs(sum - (target.FigureIn(column)?.Amount ?? 0)) <= width / 2;
    }

    // Whether amounts come to each other in all columns but so many.
    private static bool IsEnough(IEnumerable<bool> columns, int slips)
    {
        var (fit, astray) = (0, 0);
        foreach (var comes in columns)
        {
            (fit, astray) = comes ? (fit + 1, astray) : (fit, astray + 1);
            if (astray > slips)
            {
                return false;
            }
        }

        return astray == slips && (slips == 0 || fit >= FewestForSlip);
    }

    private static decimal Width(PublishedFigure? figure) => figure?.Width ?? 0;

    private static decimal? Amount(PublishedLine line, int column) => line.FigureIn(column)?.Amount;

    private static T? TheOnly<T>(IEnumerable<T> found)
        where T : class => found.Take(2).ToList() is [var only] ? only : null;

    private static bool Place(List<PublishedLine> lines, int index, int[] way)
    {
        var line = lines[index];
        lines[index] = line with { Figures = [.. line.Figures.Zip(way, (figure, column) => figure.Moved(column - figure.Column))], IsAdrift = false };
        return true;
    }
}
