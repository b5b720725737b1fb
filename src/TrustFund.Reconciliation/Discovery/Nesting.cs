using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Tells tables whose lines stand in inner columns and their totals in outer ones, for one period or for several side by
/// side: each period is one sequence of amounts then.
/// </summary>
internal static class Nesting
{
    private const int FewestOfEach = 2;

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

        return table.Columns.Count is 4 or 6 or 8 && ArePairs(table, lines) ? 2 : 1;
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

    // In each pair of columns nearly all lines print one amount, and in the same of the two in all pairs.
    private static bool ArePairs(PublishedTable table, List<PublishedLine> lines)
    {
        var filled = lines.ConvertAll(line => line.Figures.Where(figure => figure.State != FigureState.Blank).Select(figure => figure.Column).ToHashSet());
        for (var inner = 0; inner < table.Columns.Count; inner += 2)
        {
            var (ones, others, both) = (filled.Count(line => line.Contains(inner) && !line.Contains(inner + 1)), filled.Count(line => !line.Contains(inner) && line.Contains(inner + 1)),
                filled.Count(line => line.Contains(inner) && line.Contains(inner + 1)));
            if (ones < FewestOfEach || others < FewestOfEach || both * 4 > ones + others || !IsOneHeading(table.Columns[inner], table.Columns[inner + 1]))
            {
                return false;
            }
        }

        return filled.Count(line => line.All(column => line.Contains(column % 2)) && Enumerable.Range(0, 2).All(column => !line.Contains(column) || line.Contains(column + 2))) * 10 >= filled.Count * 8;
    }

    // A year set over both stands nearer to one of them, above the unit that each repeats.
    private static bool IsOneHeading(string inner, string outer) => inner.Length == 0 || outer.Length == 0
        || outer.EndsWith(inner, StringComparison.Ordinal) || inner.EndsWith(outer, StringComparison.Ordinal);
}
