using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Finds columns that are others at one rate in nearly all lines, as contributions follow a scale, shares of an income a key, support costs an
/// expense, amounts of one currency those of another. The rate need not be printed anywhere.
/// </summary>
internal static class ProportionalColumns
{
    private const int Fewest = 5;
    private const int MostColumns = 24;
    private const int Probes = 48;
    private const int ToOneOther = 3;
    private const int Many = 20;
    private const int MostMoved = 200;
    private const int MostCompared = 1000;
    private const int ToOneUnlike = 50;

    // A ratio known to a tenth of itself tells something.
    private const decimal Informative = 0.2m;
    private const decimal Enough = 4;

    // One chance in a hundred that the amounts of one of the two columns in another order show as much.
    private const decimal EnoughOrder = 2;

    /// <summary>The columns, those that are told best first.</summary>
    /// <param name="sheet">The table.</param>
    /// <param name="known">Figures that a share ties already.</param>
    internal static IReadOnlyList<ProportionalColumn> Find(Sheet sheet, IReadOnlySet<(PublishedFigure, PublishedFigure)> known)
    {
        if (sheet.Columns is < 2 or > MostColumns || sheet.Rows.Count < Fewest)
        {
            return [];
        }

        var rows = sheet.Rows.Where(row => !row.IsShare && !row.IsStructural).ToList();
        var found = new List<ProportionalColumn>();
        for (var target = 1; target < sheet.Columns; target++)
        {
            for (var of = 0; of < target; of++)
            {
                // In a very long table two columns that both follow a third one are not compared once more.
                var isKnown = rows.Count > MostCompared && found.Exists(one => one.Ties(target) && found.Exists(other => other != one && other.Ties(of) && one.Shares(other)));
                if (!isKnown && !AreTied(rows, target, of, known) && Of(sheet, rows, target, of) is { } proportional)
                {
                    found.Add(proportional);
                }
            }
        }

        return [.. found.OrderByDescending(column => column.AsPrinted).ThenByDescending(column => column.Holds).ThenByDescending(column => column.Digits)];
    }

    private static bool AreTied(List<SheetRow> rows, int one, int other, IReadOnlySet<(PublishedFigure, PublishedFigure)> known) => known.Count > 0
        && rows.Count(row => row.Cells[one] is { } left && row.Cells[other] is { } right && (known.Contains((left, right)) || known.Contains((right, left)))) >= Fewest;

    // A column that follows from another as this is printed tells more, and which of the two the other follows.
    private static ProportionalColumn? Of(Sheet sheet, List<SheetRow> rows, int target, int of)
    {
        if (Of(sheet, rows, target, of, asPrinted: false) is not { } rounded)
        {
            return null;
        }

        var exceptions = rounded.Holds < Many ? 0 : Math.Max(1, rounded.Holds / ToOneUnlike);
        return new[] { Of(sheet, rows, target, of, asPrinted: true), Of(sheet, rows, of, target, asPrinted: true) }.OfType<ProportionalColumn>()
            .Where(printed => printed.Holds >= rounded.Holds - exceptions).OrderByDescending(printed => printed.Holds).FirstOrDefault(rounded);
    }

    private static ProportionalColumn? Of(Sheet sheet, List<SheetRow> rows, int target, int of, bool asPrinted)
    {
        var step = sheet.Step(target);
        if (rows.Count > 2 * Probes)
        {
            var probes = rows.Where((_, number) => number % (rows.Count / Probes) == 0).ToList();
            var telling = Ratios(probes, target, of, step, asPrinted);
            if (telling.Count >= Fewest && CommonFactor.Of(Intervals(telling)).Count * 2 < telling.Count)
            {
                return null;
            }
        }

        var ratios = Ratios(rows, target, of, step, asPrinted);
        var factor = ratios.Count < Fewest ? default : CommonFactor.Of(Intervals(ratios));
        if (factor.Count < Fewest || factor.MayBeOne || (ratios.Count - factor.Count) * ToOneOther > factor.Count)
        {
            return null;
        }

        var rate = factor.Plain;
        var holding = ratios.FindAll(ratio => ratio.Low <= rate && ratio.High >= rate);
        var digits = holding.Select(ratio => ratio.Digits).OrderDescending().Skip(1).Sum() - Digits.Of(sheet.Columns * sheet.Columns) - Digits.OfChoices(ratios.Count, holding.Count);
        var order = Order(rows, target, of, step, asPrinted, holding.Count, ratios.Count);
        return digits < Enough || order < EnoughOrder ? null : new ProportionalColumn(target, of, rate, asPrinted, holding.Count, ratios.Count, digits, order);
    }

    // What the amounts of one column show for a common rate when they are moved on by some lines.
    private static decimal Order(List<SheetRow> rows, int target, int of, decimal step, bool asPrinted, int holds, int lines)
    {
        var all = rows.Where(row => row.Cells[target] is { State: FigureState.Amount, Amount: not 0 } && row.Cells[of] is { State: FigureState.Amount, Amount: not 0 }).ToList();
        var pairs = all.Count <= MostMoved ? all : all.Where((_, number) => number % (all.Count / MostMoved) == 0).ToList();
        var most = 0m;
        foreach (var moved in new[] { pairs.Count / 2, pairs.Count / 3, (pairs.Count * 3 / 7) + 1 }.Where(moved => moved > 0).Distinct())
        {
            var ratios = pairs.Select((row, number) => Ratio(row.Cells[target], pairs[(number + moved) % pairs.Count].Cells[of], step, asPrinted)).OfType<Ratio>().ToList();
            most = ratios.Count == 0 ? most : Math.Max(most, (CommonFactor.Of(Intervals(ratios)).Count + 1m) / (ratios.Count + 1));
        }

        return most >= 1 ? 0 : Math.Min(Digits.OfFactorial(holds), holds * FineDigits(1 / most)) - Digits.OfChoices(lines, holds);
    }

    // To a hundredth where there are many lines of little each.
    private static decimal FineDigits(decimal ratio) => Digits.Of(ratio * ratio * ratio * ratio) / 4;

    private static List<(decimal, decimal)> Intervals(List<Ratio> ratios) => ratios.ConvertAll(ratio => (ratio.Low, ratio.High));

    private static List<Ratio> Ratios(List<SheetRow> rows, int target, int of, decimal step, bool asPrinted) =>
        [.. rows.Select(row => Ratio(row.Cells[target], row.Cells[of], step, asPrinted)).OfType<Ratio>()];

    private static Ratio? Ratio(PublishedFigure? target, PublishedFigure? of, decimal step, bool asPrinted) =>
        RatioOf(target, of, step, asPrinted) is { } ratio && ratio.High - ratio.Low <= Informative * Math.Abs(ratio.High + ratio.Low) / 2
            ? new Ratio(ratio.Low, ratio.High, Digits.Of(Math.Abs(ratio.High + ratio.Low) / 2 / Math.Max(ratio.High - ratio.Low, 0.0000000000000001m)))
            : null;

    /// <summary>The rates at which one amount may be another; null where nothing can be told.</summary>
    private static (decimal Low, decimal High)? RatioOf(PublishedFigure? target, PublishedFigure? of, decimal step, bool asPrinted)
    {
        if (target is not { State: FigureState.Amount, Amount: { } amount } || of is not { State: FigureState.Amount, Amount: { } exact and not 0, Interval: { } rounded })
        {
            return null;
        }

        var divisor = asPrinted ? RoundingInterval.Exactly(exact) : rounded;
        if ((divisor.Low <= 0 && divisor.High >= 0) || Math.Abs(amount) > Limit || Math.Abs(divisor.Low) is > Limit or < 1 / Limit)
        {
            return null;
        }

        var half = Math.Max(target.Width, step) / 2;
        var (low, high) = (amount - half, amount + half);
        decimal[] ends = [low / divisor.Low, low / divisor.High, high / divisor.Low, high / divisor.High];
        return (ends.Min(), ends.Max());
    }

    private const decimal Limit = 1_000_000_000_000m;
}

/// <summary>The rates that one line allows.</summary>
internal sealed record Ratio(decimal Low, decimal High, decimal Digits);

/// <summary>A column that is another at one rate.</summary>
/// <param name="Target">The column.</param>
/// <param name="Of">The other.</param>
/// <param name="Rate">The rate.</param>
/// <param name="AsPrinted">Whether it was computed from the other as this is printed.</param>
/// <param name="Holds">In how many lines that tell something it holds.</param>
/// <param name="Lines">How many lines tell something.</param>
/// <param name="Digits">How surprising that would be by chance.</param>
/// <param name="Order">How surprising it would be with the amounts in another order.</param>
internal sealed record ProportionalColumn(int Target, int Of, decimal Rate, bool AsPrinted, int Holds, int Lines, decimal Digits, decimal Order)
{
    internal bool Ties(int column) => Target == column || Of == column;

    /// <summary>Whether a column stands in both.</summary>
    internal bool Shares(ProportionalColumn other) => other.Ties(Target) || other.Ties(Of);
}
