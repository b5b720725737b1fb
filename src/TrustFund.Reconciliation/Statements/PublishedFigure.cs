namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// One cell of a published statement, or one amount of a note or a paragraph: what is printed,
/// where, and the interval of unrounded amounts it can stand for. Immutable; equal by reference,
/// since two figures alike in everything but their place are different statements.
/// </summary>
public sealed class PublishedFigure
{
    // Tables hold very many figures: neither a name that nobody asks for nor room for what is not stated is kept for each.
    private readonly decimal _amount;
    private readonly RoundingInterval _interval;

    /// <summary>Creates a figure that states an amount.</summary>
    /// <param name="id">The figure's name in reports, unique in its document (<c>f7</c>).</param>
    /// <param name="caption">The caption of its line, or what a note or paragraph calls the amount.</param>
    /// <param name="column">The amount column it stands in, counted from 0.</param>
    /// <param name="place">Where it is printed.</param>
    /// <param name="printed">The characters printed, markers left out.</param>
    /// <param name="state">What the cell says.</param>
    /// <param name="amount">The amount in the unit of its table; 0 for nil. Null where none is stated.</param>
    /// <param name="interval">The amounts it can stand for; null where none is stated.</param>
    /// <exception cref="ArgumentException">Amount or nil without amount and interval, or another state with one.</exception>
    public PublishedFigure(
        string id, string caption, int column, TextPlace place, string printed, FigureState state,
        decimal? amount, RoundingInterval? interval)
        : this(caption, column, place, printed, state, amount, interval) => Id = id;

    /// <summary>Creates a figure that its reader has yet to name, or to number.</summary>
    internal PublishedFigure(
        string caption, int column, TextPlace place, string printed, FigureState state, decimal? amount, RoundingInterval? interval)
    {
        if (IsStated(state) != amount.HasValue || IsStated(state) != interval.HasValue)
        {
            throw new ArgumentException($"Figure '{printed}' ({place}) is {state}: only an amount or nil has an amount and an interval.");
        }

        Caption = caption;
        Column = column;
        Place = place;
        Printed = printed;
        State = state;
        _amount = amount.GetValueOrDefault();
        _interval = interval.GetValueOrDefault();
    }

    /// <summary>The figure's name in reports, unique in its document.</summary>
    public string Id
    {
        get => field ??= FormattableString.Invariant($"f{Number}");
        internal set;
    }

    /// <summary>Its number in its document, which names it (<c>f7</c>): its reader gives it when all figures are known.</summary>
    internal int Number { get; set; }

    /// <summary>The caption of its line, or what a note or paragraph calls the amount.</summary>
    public string Caption { get; }

    /// <summary>The amount column it stands in, counted from 0.</summary>
    public int Column { get; }

    /// <summary>Where it is printed.</summary>
    public TextPlace Place { get; }

    /// <summary>The characters printed, without note markers.</summary>
    public string Printed { get; }

    /// <summary>What the cell says.</summary>
    public FigureState State { get; }

    /// <summary>The amount in the unit of its table, positive or negative as printed; 0 for nil; null where none is stated.</summary>
    public decimal? Amount => IsStated(State) ? _amount : null;

    /// <summary>The unrounded amounts it can stand for; null where no amount is stated.</summary>
    public RoundingInterval? Interval => IsStated(State) ? _interval : null;

    /// <summary>How far the ends of its interval lie apart; 0 where it is exact or states no amount.</summary>
    internal decimal Width => _interval.Width;

    /// <summary>The same further right, before it is numbered.</summary>
    internal PublishedFigure Moved(int columns) => new(Caption, Column + columns, Place, Printed, State, Amount, Interval);

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Caption}: {Printed}";

    private static bool IsStated(FigureState state) => state is FigureState.Amount or FigureState.Nil;
}
