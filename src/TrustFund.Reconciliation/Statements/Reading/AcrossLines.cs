namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// What holds along the lines of a table between three of its columns, as between budget, actual and difference: the lines that
/// leave no column empty show it, and it tells the columns of a line that prints fewer amounts.
/// </summary>
internal sealed class AcrossLines
{
    private const int MostColumns = 10;
    private const int FewestLines = 3;

    // a + b = c, a + c = b, b + c = a, a + b + c = 0.
    private static readonly int[][] Signs = [[1, 1, -1], [1, -1, 1], [-1, 1, 1], [1, 1, 1]];

    private readonly List<(int[] Columns, int[] Signs)> _identities;
    private readonly int[] _signs;

    private AcrossLines(List<(int[] Columns, int[] Signs)> identities, int[] signs) => (_identities, _signs) = (identities, signs);

    /// <summary>What holds along the lines that do not stand adrift; null where nothing does.</summary>
    internal static AcrossLines? Of(PublishedTable table)
    {
        var columns = table.Columns.Count;
        var full = table.Lines.Where(line => !line.IsAdrift && line.Figures.Count == columns && line.Figures.All(figure => figure.Amount is not null)).ToList();
        if (columns is < 3 or > MostColumns || full.Count < FewestLines)
        {
            return null;
        }

        var identities =
            from first in Enumerable.Range(0, columns)
            from second in Enumerable.Range(first + 1, columns - first - 1)
            from third in Enumerable.Range(second + 1, columns - second - 1)
            from signs in Signs
            where IsShown([first, second, third], signs, full)
            select ((int[])[first, second, third], signs);
        return identities.ToList() is { Count: > 0 } found ? new AcrossLines(found, [.. Enumerable.Range(0, columns).Select(column => SignOf(column, full))]) : null;
    }

    /// <summary>Whether all that holds along the lines holds with the amounts of a line in these columns, and none has a sign that its column has nowhere.</summary>
    internal bool Allows(PublishedLine line, int[] way) =>
        line.Figures.Zip(way).All(pair => pair.First.Amount is { } amount && amount * _signs[pair.Second] >= 0)
        && _identities.TrueForAll(identity => Holds(identity.Columns, identity.Signs, column => Array.IndexOf(way, column) is var at and >= 0 ? line.Figures[at] : null));

    // On most lines, and on some where no column is nil, which any two equal amounts show.
    private static bool IsShown(int[] columns, int[] signs, List<PublishedLine> lines)
    {
        var holding = lines.FindAll(line => Holds(columns, signs, line.FigureIn));
        return holding.Count * 5 >= lines.Count * 4 && holding.Count(line => Array.TrueForAll(columns, column => line.FigureIn(column)!.Amount != 0)) >= FewestLines;
    }

    private static bool Holds(int[] columns, int[] signs, Func<int, PublishedFigure?> figureIn)
    {
        var (sum, width) = (0m, 0m);
        foreach (var (column, sign) in columns.Zip(signs))
        {
            sum += sign * (figureIn(column)?.Amount ?? 0);
            width += figureIn(column)?.Width ?? 0;
        }

        return Math.Abs(sum) <= width / 2;
    }

    // 1 or -1 where all amounts of the column have that sign and they are several; 0 elsewhere.
    private static int SignOf(int column, List<PublishedLine> lines)
    {
        var signs = lines.Select(line => Math.Sign(line.FigureIn(column)!.Amount!.Value)).Where(sign => sign != 0).ToList();
        return signs.Count >= FewestLines && signs.Distinct().Count() == 1 ? signs[0] : 0;
    }
}
