using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>The lines of two columns of which one is the other at a rate, and those that depart from it.</summary>
internal sealed class RateTie
{
    private readonly Sheet _sheet;
    private readonly ProportionalColumn _column;
    private readonly List<SheetRow> _holding = [];
    private readonly List<SheetRow> _departing = [];
    private readonly HashSet<int> _held = [];

    internal RateTie(Sheet sheet, ProportionalColumn column)
    {
        (_sheet, _column) = (sheet, column);
        foreach (var row in sheet.Rows.Where(row => !row.IsShare))
        {
            if (row.Cells[column.Target]?.Amount is not { } amount || row.Cells[column.Of]?.Amount is not { } over || (amount == 0 && over == 0))
            {
                continue;
            }

            if (Math.Abs(Residual(row)) <= Reach(row))
            {
                _holding.Add(row);
                _held.Add(row.Index);
            }
            else if (!row.IsStructural)
            {
                _departing.Add(row);
            }
        }
    }

    internal ProportionalColumn Column => _column;

    internal decimal Step => _sheet.Step(_column.Target);

    internal IReadOnlyList<SheetRow> Holding => _holding;

    /// <summary>Lines that say something else; totals do not count, since what departs departs from them as well.</summary>
    internal IReadOnlyList<SheetRow> Departing => _departing;

    internal bool HoldsIn(SheetRow row) => _held.Contains(row.Index);

    internal PublishedFigure Target(SheetRow row) => row.Cells[_column.Target]!;

    internal PublishedFigure Of(SheetRow row) => row.Cells[_column.Of]!;

    internal BelievedSum Sum(SheetRow row) => new(Target(row), [(Of(row), _column.Rate)]);

    /// <summary>Computed less printed.</summary>
    internal decimal Residual(SheetRow row) => (_column.Rate * Of(row).Amount!.Value) - Target(row).Amount!.Value;

    /// <summary>The largest residual that rounding explains.</summary>
    internal decimal Reach(SheetRow row) => (Math.Max(Target(row).Width, Step) + (_column.AsPrinted ? 0 : Math.Abs(_column.Rate) * Of(row).Width)) / 2;
}
