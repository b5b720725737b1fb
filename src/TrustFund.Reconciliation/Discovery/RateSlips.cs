using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Tells lines that depart from a rate by a slip from those that do so by right, as a party whose share is fixed does, or one whose
/// share takes up what rounding left. A figure is taken to be wrong where a total or product is out by as much; else where none
/// says that it is right, few lines depart, and a slip leads to what it says: one of the pen, or another line's amount.
/// </summary>
internal sealed class RateSlips
{
    // Where more lines depart than one in so many, the rate is one of several rules, and departing from it is no slip.
    private const int ToOneSlip = 8;
    private const int ToOneSmall = 20;

    // What is out by so little takes up what rounding left, where shares were made to come to their total.
    private const int MostOfRounding = 3;

    // So many steps tell one amount from others; of fewer no slip can be told.
    private const int Telling = 100;
    private const decimal EnoughForSlip = 0.5m;
    private const int Most = 12;

    private readonly Sheet _sheet;
    private readonly IReadOnlyList<RateTie> _ties;
    private readonly SumWitnesses _witnesses;
    private readonly HashSet<PublishedFigure> _wrong = [];
    private readonly HashSet<(RateTie, SheetRow)> _told = [];

    private RateSlips(Sheet sheet, IReadOnlyList<RateTie> ties, SumWitnesses witnesses) => (_sheet, _ties, _witnesses) = (sheet, ties, witnesses);

    /// <summary>Finds the figures that are taken to be wrong.</summary>
    /// <param name="sheet">The table.</param>
    /// <param name="ties">All its columns that are others at a rate.</param>
    /// <param name="beliefs">What else is believed.</param>
    internal static RateSlips In(Sheet sheet, IReadOnlyList<RateTie> ties, IReadOnlyList<Belief> beliefs)
    {
        var departing = ties.SelectMany(tie => tie.Departing.SelectMany(row => new[] { tie.Target(row), tie.Of(row) })).ToHashSet();
        var slips = new RateSlips(sheet, ties, departing.Count == 0 ? SumWitnesses.None : new SumWitnesses(beliefs, departing));
        foreach (var tie in ties)
        {
            slips.Judge(tie);
        }

        return slips;
    }

    /// <summary>
    /// Whether a line that departs has a figure that is wrong, and the rate tells so: a wrong amount at a share that is fixed is not at
    /// the rate of the others, unless a total or product says that it would be.
    /// </summary>
    internal bool Tells(RateTie tie, SheetRow row) => (_wrong.Contains(tie.Target(row)) || _wrong.Contains(tie.Of(row))) && (!IsFixed(row) || _told.Contains((tie, row)));

    private void Judge(RateTie tie)
    {
        var (open, told) = (new List<Departure>(), new List<Departure>());
        foreach (var row in tie.Departing)
        {
            var change = tie.Residual(row);
            Departure[] sides = [new(row, tie.Target(row), tie.Column.Target, change), new(row, tie.Of(row), tie.Column.Of, -change / tie.Column.Rate)];
            var said = sides.Select(side => _witnesses.Ask(side.Figure, side.Change)).ToList();
            told.AddRange(sides.Where((_, side) => said[side] == Witness.Wrong));
            if (said.Contains(Witness.Wrong))
            {
                _told.Add((tie, row));
            }

            open.AddRange(said.Contains(Witness.Wrong) || IsFixed(row) ? [] : sides.Where((side, number) => said[number] == Witness.Silent && Wanted(side) != side.Figure.Amount));
        }

        // One line is enough for a total that is out: sooner one that a slip leads to, and no fixed share.
        var shown = told.FindAll(side => IsSlip(tie, side) || IsSmall(side));
        _wrong.UnionWith((told.Select(side => side.Row).Distinct().Count() < 2 ? told : shown.Count > 0 ? shown : told.FindAll(side => !IsFixed(side.Row))).Select(side => side.Figure));
        _wrong.UnionWith(Moved(tie));
        var rows = open.Select(side => side.Row).Distinct().Count();
        if (rows * ToOneSlip <= tie.Holding.Count)
        {
            _wrong.UnionWith(open.Where(side => IsSlip(tie, side) || (rows * ToOneSmall <= tie.Holding.Count && IsSmall(side))).Select(side => side.Figure));
        }
    }

    // A share that is the same in the scale and by it is so by right, and what is computed from it as well.
    private bool IsFixed(SheetRow row) => _ties.Any(tie => !tie.HoldsIn(row) && row.Amount(tie.Column.Target) is { } amount && amount == row.Amount(tie.Column.Of));

    private bool IsSlip(RateTie tie, Departure side) => !TakesUpRounding(tie, side.Row)
        && (IsOfPen(side) || IsCopy(side) || (side.Figure.Amount == 0 && AgreesWithoutIt(tie, side)));

    private bool TakesUpRounding(RateTie tie, SheetRow row) =>
        Math.Abs(tie.Residual(row)) <= tie.Reach(row) + (MostOfRounding * tie.Step) && Math.Abs(tie.Target(row).Amount!.Value) >= Telling * tie.Step;

    private bool IsSmall(Departure side) =>
        Math.Max(Math.Abs(side.Figure.Amount!.Value), Math.Abs(side.Figure.Amount.Value + side.Change)) < Telling * _sheet.Step(side.Column);

    private bool IsOfPen(Departure side) => NearMiss.DigitsOf([Wanted(side)], side.Figure.Amount!.Value, _sheet.Step(side.Column)) >= EnoughForSlip;

    private decimal Wanted(Departure side) =>
        _sheet.Step(side.Column) is var step ? decimal.Round((side.Figure.Amount!.Value + side.Change) / step, MidpointRounding.AwayFromZero) * step : 0;

    // What stands above, below or beside it; in a column at another rate a fixed share is the same by right.
    private bool IsCopy(Departure side)
    {
        var amount = side.Figure.Amount!.Value;
        bool Is(int row, int column) => row >= 0 && row < _sheet.Rows.Count && column >= 0 && column < _sheet.Columns && (column == side.Column || !IsTied(column)) && _sheet.Rows[row].Amount(column) == amount;
        return Math.Abs(amount) >= Telling * _sheet.Step(side.Column)
            && (Is(side.Row.Index - 1, side.Column) || Is(side.Row.Index + 1, side.Column) || Is(side.Row.Index, side.Column - 1) || Is(side.Row.Index, side.Column + 1));
    }

    private bool IsTied(int column) => _ties.Any(tie => tie.Column.Target == column || tie.Column.Of == column);

    // The other figure agrees with a third one of its line.
    private bool AgreesWithoutIt(RateTie tie, Departure side)
    {
        var other = side.Figure == tie.Target(side.Row) ? tie.Of(side.Row) : tie.Target(side.Row);
        return _ties.Any(third => third != tie && third.HoldsIn(side.Row) && (third.Target(side.Row) == other || third.Of(side.Row) == other));
    }

    // Lines that changed places, or moved on: each wants what another that departs says, but for the last perhaps. One alone wants it of
    // the line beside it.
    private static IEnumerable<PublishedFigure> Moved(RateTie tie) => tie.Departing.Count is < 2 or > Most ? []
        : Moved(tie, tie.Target, 1).Concat(Moved(tie, tie.Of, -1 / tie.Column.Rate));

    private static IEnumerable<PublishedFigure> Moved(RateTie tie, Func<SheetRow, PublishedFigure> figure, decimal toFigure)
    {
        var step = tie.Step * Math.Abs(toFigure);
        var moved = tie.Departing.SelectMany(row => tie.Departing.Where(other => other != row && figure(other).Amount != figure(row).Amount
            && Math.Abs((tie.Residual(row) * toFigure) + figure(row).Amount!.Value - figure(other).Amount!.Value) <= (tie.Reach(row) * Math.Abs(toFigure)) + step), (row, other) => (Row: row, Other: other)).ToList();
        var linked = moved.SelectMany(pair => new[] { pair.Row, pair.Other }).ToHashSet();
        var wanting = moved.Select(pair => pair.Row).Distinct().Count();
        var isMoved = wanting >= 2
            ? linked.Count <= wanting + 1
            : moved is [var only] && Math.Abs(only.Row.Index - only.Other.Index) == 1 && Math.Abs(figure(only.Other).Amount!.Value) >= Telling * step;
        return isMoved ? linked.Select(figure) : [];
    }

    /// <summary>A figure of a line that departs, and by what it would have to change.</summary>
    private sealed record Departure(SheetRow Row, PublishedFigure Figure, int Column, decimal Change);
}
