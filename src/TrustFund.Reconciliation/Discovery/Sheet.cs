using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// A table as relations are sought in it: rows of amounts under columns. Where most lines print one amount, in
/// an inner or an outer column, all stand in one column here: a total is printed further out than its lines.
/// </summary>
internal sealed class Sheet
{
    private const int FewestRows = 3;

    // A column headed as a share of something may state amounts.
    private const decimal MostOfQuotient = 5000;

    private readonly decimal[] _steps;
    private readonly int[] _likes;
    private readonly bool[] _quotients;
    private readonly int[] _filled;

    /// <summary>Lays out a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="moved">Lines whose only amount is meant to stand in another column, with that column.</param>
    internal Sheet(PublishedTable table, IReadOnlyDictionary<PublishedLine, int>? moved = null)
    {
        Table = table;
        var lines = table.Lines.Where(line => line.Figures.Count > 0).ToList();
        IsNested = table.Columns.Count is 2 or 3 && lines.Count > 3 && lines.Count(line => line.Figures.Count == 1) * 10 >= lines.Count * 9
            && lines.Select(line => line.Figures[0].Column).Distinct().Count() > 1 && !lines.Exists(line => line.IsAdrift)
            && table.Columns.Where(heading => heading.Length > 0).Distinct(StringComparer.Ordinal).Count() < 2;
        var columns = Math.Max(1, IsNested ? 1 : table.Columns.Count);
        var (rows, headings) = (new List<SheetRow>(), new List<string>());
        foreach (var line in table.Lines)
        {
            if (line.Figures.Count == 0)
            {
                headings.Add(line.Caption);
                continue;
            }

            var cells = new PublishedFigure?[columns];
            foreach (var figure in line.Figures)
            {
                cells[IsNested ? 0 : moved is not null && moved.TryGetValue(line, out var column) ? column : Math.Min(figure.Column, columns - 1)] = figure.State == FigureState.Blank ? null : figure;
            }

            rows.Add(new SheetRow(rows.Count, line, cells, headings));
            headings = [];
        }

        (Rows, Columns) = (rows, columns);
        _steps = [.. Enumerable.Range(0, columns).Select(StepOf)];
        _likes = [.. Enumerable.Range(0, columns).Select(column => Enumerable.Range(0, column).FirstOrDefault(other => AreAlike(other, column), column))];
        _filled = [.. Enumerable.Range(0, columns).Select(column => rows.Count(row => row.Amount(column) is not (null or 0)))];
        _quotients = [.. Enumerable.Range(0, columns).Select(column => (AccountingWords.Says(Heading(column), WordKind.Share) && !rows.Exists(row => row.Amount(column) is { Scale: 0 } amount && Math.Abs(amount) > MostOfQuotient))
            || (rows.Exists(row => SheetRow.IsPerCent(row.Cells[column])) && rows.TrueForAll(row => row.Cells[column] is not { State: FigureState.Amount, Amount: not 0 } cell || SheetRow.IsPerCent(cell))))];
    }

    internal PublishedTable Table { get; }

    internal IReadOnlyList<SheetRow> Rows { get; }

    internal int Columns { get; }

    /// <summary>Whether lines stand in inner and outer columns of one sequence.</summary>
    internal bool IsNested { get; }

    /// <summary>The finest step by which amounts of a column are apart.</summary>
    internal decimal Step(int column) => _steps[column];

    internal string Heading(int column) => IsNested || column >= Table.Columns.Count ? "" : Table.Columns[column];

    /// <summary>The first column whose amounts are those of this one, or a multiple: what one shows the other shows again.</summary>
    internal int Like(int column) => _likes[column];

    /// <summary>How many amounts of a column are not nil.</summary>
    internal int Filled(int column) => _filled[column];

    /// <summary>Whether a column states quotients by its heading.</summary>
    internal bool IsQuotient(int column) => _quotients[column];

    private bool AreAlike(int one, int other)
    {
        var pairs = Rows.Where(row => row.Amount(one) is not (null or 0) && row.Amount(other) is not (null or 0)).Select(row => (One: row.Amount(one)!.Value, Other: row.Amount(other)!.Value)).ToList();
        if (pairs.Count < FewestRows)
        {
            return false;
        }

        var largest = pairs.MaxBy(pair => Math.Abs(pair.One));
        var ratio = largest.Other / largest.One;
        var tolerance = Step(other) + (Math.Abs(ratio) * Step(one));
        return pairs.Count(pair => Math.Abs(pair.Other - (ratio * pair.One)) <= tolerance) * 10 >= pairs.Count * 7;
    }

    private decimal StepOf(int column)
    {
        var figures = Rows.Where(row => !row.IsShare).Select(row => row.Cells[column]).OfType<PublishedFigure>().Where(figure => figure is { State: FigureState.Amount, Amount: not 0 }).ToList();
        var finest = 1m;
        foreach (var figure in figures)
        {
            while (figure.Amount!.Value % finest != 0 && finest > 0.00000001m)
            {
                finest /= 10;
            }
        }

        return Math.Max(finest, CommonUnit.Of(figures));
    }
}
