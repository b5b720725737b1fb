using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// A table as relations are sought in it: rows of amounts under columns. Where most lines print one amount, in
/// an inner or an outer column, all stand in one column here: a total is printed further out than its lines.
/// </summary>
internal sealed class Sheet
{
    private const int FewestRows = 3;
    private const int ToOneSlip = 6;
    private const int LeastTold = 100;
    private const int LeastRounding = 3;
    private const int ToOneRounding = 10;

    // A column headed as a share of something may state amounts.
    private const decimal MostOfQuotient = 5000;

    private readonly int _width;
    private readonly bool _hasStray;
    private readonly decimal[] _steps;
    private readonly int[] _likes;
    private readonly bool[] _quotients;
    private readonly bool[] _addsUp;
    private readonly int[] _filled;
    private readonly Lazy<bool[]> _sides;

    /// <summary>Lays out a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="moved">Lines whose only amount is meant to stand in another column, with that column.</param>
    internal Sheet(PublishedTable table, IReadOnlyDictionary<PublishedLine, int>? moved = null)
    {
        Table = table;
        _hasStray = Nesting.HasStrayAmounts(table);
        _width = _hasStray ? table.Columns.Count : Nesting.WidthOf(table);
        var columns = Math.Max(1, table.Columns.Count / _width);
        var (rows, headings) = (new List<SheetRow>(), new List<string>());
        var deducted = new HeadedPart(WordKind.Deducted);
        var sayBalances = !AreDated(table);
        var balances = new OpeningNames();
        foreach (var line in table.Lines)
        {
            if (line.Figures.Count == 0)
            {
                headings.Add(line.Caption);
                continue;
            }

            foreach (var piece in _hasStray ? line.Figures.Select(figure => line with { Figures = [figure] }) : IsNested ? Pieces(line) : [line])
            {
                var cells = new PublishedFigure?[columns];
                foreach (var figure in piece.Figures)
                {
                    cells[moved is not null && _width == 1 && moved.TryGetValue(line, out var column) ? column : Math.Min(figure.Column / _width, columns - 1)] = figure.State == FigureState.Blank ? null : figure;
                }

                rows.Add(new SheetRow(rows.Count, piece, cells, headings, _hasStray ? 0 : piece.Figures[0].Column % _width, deducted.Takes(piece, headings), sayBalances, balances.Closes(piece.Caption)));
                headings = [];
            }
        }

        (Rows, Columns) = (rows, columns);
        _sides = new Lazy<bool[]>(() => [.. Enumerable.Range(0, Columns).Select(column => AccountingWords.Says(Heading(column), WordKind.Debit) || AccountingWords.Says(Heading(column), WordKind.Credit))]);
        _steps = [.. Enumerable.Range(0, columns).Select(StepOf)];
        _likes = [.. Enumerable.Range(0, columns).Select(column => Enumerable.Range(0, column).FirstOrDefault(other => AreAlike(other, column), column))];
        _filled = [.. Enumerable.Range(0, columns).Select(column => rows.Count(row => row.Amount(column) is not (null or 0)))];
        _quotients = [.. Enumerable.Range(0, columns).Select(column => (AccountingWords.Says(Heading(column), WordKind.Share) && rows.Count(row => row.Amount(column) is { Scale: 0 } amount && Math.Abs(amount) > MostOfQuotient) * ToOneSlip <= rows.Count)
            || HasQuotients(column) || RatioColumn.Is(rows, columns, column) || (rows.Exists(row => SheetRow.IsPerCent(row.Cells[column])) && rows.TrueForAll(row => row.Cells[column] is not { State: FigureState.Amount, Amount: not 0 } cell || SheetRow.IsPerCent(cell))))];
        _addsUp = [.. Enumerable.Range(0, columns).Select(column => !_quotients[column] || Enumerable.Range(0, columns).Any(other => other != column && !_quotients[other] && AreAlike(other, column)))];
    }

    internal PublishedTable Table { get; }

    internal IReadOnlyList<SheetRow> Rows { get; }

    internal int Columns { get; }

    /// <summary>Whether lines stand in inner and outer columns of one sequence.</summary>
    internal bool IsNested => _width > 1 && !_hasStray;

    /// <summary>The finest step by which amounts of a column are apart.</summary>
    internal decimal Step(int column) => _steps[column];

    /// <summary>Whether a column is headed as that of debits or of credits.</summary>
    internal bool IsOfDebitsOrCredits(int column) => _sides.Value[column];

    internal string Heading(int column) => _width * column >= Table.Columns.Count || (IsNested && Columns == 1) ? ""
        : Table.Columns.Skip(_width * column).Take(_width).FirstOrDefault(heading => heading.Length > 0) ?? "";

    /// <summary>What a column is called in a reason: its heading, or its number where it has none.</summary>
    internal string NameOf(int column) => Heading(column) is { Length: > 0 } heading ? $"'{heading}'" : FormattableString.Invariant($"column {column + 1}");

    /// <summary>The first column whose amounts are those of this one, or a multiple: what one shows the other shows again.</summary>
    internal int Like(int column) => _likes[column];

    /// <summary>How many amounts of a column are not nil.</summary>
    internal int Filled(int column) => _filled[column];

    /// <summary>Whether a column states quotients by its heading.</summary>
    internal bool IsQuotient(int column) => _quotients[column];

    /// <summary>Whether lines of a column may add up: quotients do not, but for a scale, the shares of one amount that another column states.</summary>
    internal bool AddsUp(int column) => _addsUp[column];

    // Where nearly all lines name a day on which years close, it is when a loan falls due or a contribution was paid, and no balance of that day:
    // between the balances of several years stand the movements of each.
    private static bool AreDated(PublishedTable table)
    {
        const int fewest = 6;
        var lines = table.Lines.Where(line => line.Figures.Count > 0).ToList();
        return lines.Count >= fewest && lines.Count(line => AccountingWords.Says(line.Caption, WordKind.Closing)) * 5 > lines.Count * 3;
    }

    // Small numbers with decimals beside columns of whole amounts; shares of a total come to a hundred, and add up.
    private bool HasQuotients(int column)
    {
        const int most = 1000;
        var amounts = Amounts(column).ToList();
        // One among many may be a slip.
        return amounts.Count >= FewestRows && !Rows.Any(row => row.IsTotal && row.Amount(column) is > 99 and < 101) && amounts.Count(amount => Math.Abs(amount) >= most) * ToOneSlip <= amounts.Count && amounts.Count(amount => amount.Scale > 0) * 2 > amounts.Count
            && Enumerable.Range(0, Columns).Count(other => other != column && Amounts(other).Any() && Amounts(other).All(amount => amount.Scale == 0)) > 1
            && Enumerable.Range(0, Columns).All(other => other == column || Amounts(other).All(amount => amount.Scale == 0 || Math.Abs(amount) < most));
    }

    private IEnumerable<decimal> Amounts(int column) => Rows.Where(row => row.Cells[column] is { State: FigureState.Amount }).Select(row => row.Cells[column]!.Amount!.Value);

    // The last of some lines may print their total beside itself, further out: a line of its own without a caption.
    private IEnumerable<PublishedLine> Pieces(PublishedLine line)
    {
        var inner = line.Figures.Where(figure => figure.Column % _width == line.Figures[0].Column % _width).ToList();
        yield return line with { Figures = inner };
        if (inner.Count < line.Figures.Count)
        {
            yield return line with { Caption = "", Figures = [.. line.Figures.Except(inner)] };
        }
    }

    /// <summary>
    /// Whether by what two columns that are alike are out stands to each other as their amounts do; nil and what is next to it tell
    /// nothing. What so many lines leave to rounding grows with their root.
    /// </summary>
    internal bool AreInRatio(int one, int other, decimal amount, decimal otherAmount, int lines)
    {
        var rounding = Math.Max(LeastRounding, (decimal)Math.Sqrt(lines));
        return Like(other) == Like(one) && Math.Abs(amount) >= Math.Max(LeastTold, ToOneRounding * rounding) * Step(one)
            && Pairs(one, other).MaxBy(pair => Math.Abs(pair.One)) is var largest && Math.Abs(otherAmount - (largest.Other / largest.One * amount)) <= Step(other) * rounding;
    }

    private List<(decimal One, decimal Other)> Pairs(int one, int other) => Rows
        .Where(row => row.Amount(one) is not (null or 0) && row.Amount(other) is not (null or 0)).Select(row => (One: row.Amount(one)!.Value, Other: row.Amount(other)!.Value)).ToList();

    private bool AreAlike(int one, int other)
    {
        var pairs = Pairs(one, other);
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
