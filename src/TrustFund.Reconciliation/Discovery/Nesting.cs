using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Tells tables whose lines stand in inner columns and their totals in outer ones, for one period or for several side by
/// side: each period is one sequence of amounts then.
/// </summary>
internal static class Nesting
{
    private const int FewestOfEach = 2;
    private const int MostPeriods = 4;

    /// <summary>How many columns of the table are one sequence; 1 where each is its own.</summary>
    internal static int WidthOf(PublishedTable table)
    {
        var lines = table.Lines.Where(line => line.Figures.Count > 0).ToList();
        if (lines.Exists(line => line.IsAdrift))
        {
            return 1;
        }

        if (table.Columns.Count is 2 or 3 && lines.Count > 3 && (lines.Count(line => line.Figures.Count == 1) * 10 >= lines.Count * 9 || CarriesOut(table, lines))
            && lines.Select(line => line.Figures[0].Column).Distinct().Count() > 1 && table.Columns.Where(heading => heading.Length > 0).Distinct(StringComparer.Ordinal).Count() < 2)
        {
            return table.Columns.Count;
        }

        return Enumerable.Range(2, 2).FirstOrDefault(width => table.Columns.Count > width && table.Columns.Count <= MostPeriods * width && table.Columns.Count % width == 0 && AreGroups(table, lines, width), 1);
    }

    /// <summary>
    /// Whether a few lines print further amounts beside their own, under no heading and in no total: those of lines below whose
    /// captions were lost.
    /// </summary>
    internal static bool HasStrayAmounts(PublishedTable table)
    {
        const int toOneStray = 4;
        var lines = table.Lines.Where(line => line.Figures.Count > 0).ToList();
        var stray = lines.FindAll(line => line.Figures.Count > 1);
        return stray.Count > 0 && stray.Count * toOneStray <= lines.Count && table.Columns.All(heading => heading.Length == 0)
            && lines.TrueForAll(line => !line.IsAdrift && line.Figures[0].Column == 0) && !stray.Exists(line => AccountingWords.IsTotal(line.Caption) || line.Caption.Length == 0);
    }

    // The last of some inner lines prints their total beside itself, and other lines stand further out alone.
    private static bool CarriesOut(PublishedTable table, List<PublishedLine> lines)
    {
        var both = Enumerable.Range(0, lines.Count).Where(index => lines[index].Figures.Count > 1).ToList();
        return table.Columns.Count == 2 && both.Count >= FewestOfEach && both.TrueForAll(index => index > 0 && lines[index - 1].Figures is [{ Column: 0 }])
            && lines.Count(line => line.Figures is [{ Column: 1 }]) >= FewestOfEach;
    }

    // In each group of columns nearly all lines print one amount, and in the same of them in all groups.
    private static bool AreGroups(PublishedTable table, List<PublishedLine> lines, int width)
    {
        var filled = lines.ConvertAll(line => line.Figures.Where(figure => figure.State != FigureState.Blank).Select(figure => figure.Column).ToHashSet());
        for (var first = 0; first < table.Columns.Count; first += width)
        {
            var group = Enumerable.Range(first, width).ToList();
            var alone = group.ConvertAll(column => filled.Count(line => line.Contains(column) && line.Count(group.Contains) == 1));
            var several = filled.Count(line => line.Count(group.Contains) > 1);

            // One line may stand outside all others.
            if (alone.Take(2).Any(count => count < FewestOfEach) || alone[^1] == 0 || several * 4 > alone.Sum() || !group.Zip(group.Skip(1)).All(pair => IsOneHeading(table.Columns[pair.First], table.Columns[pair.Second])))
            {
                return false;
            }
        }

        return filled.Count(line => line.All(column => line.Contains(column % width)) && Enumerable.Range(0, width).All(column => !line.Contains(column) || line.Contains(column + width))) * 10 >= filled.Count * 8;
    }

    // A year set over both stands nearer to one of them, above the unit that each repeats.
    private static bool IsOneHeading(string inner, string outer) => inner.Length == 0 || outer.Length == 0
        || outer.EndsWith(inner, StringComparison.Ordinal) || inner.EndsWith(outer, StringComparison.Ordinal);
}
