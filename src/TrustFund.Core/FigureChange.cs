namespace TrustFund;

/// <summary>
/// A figure made from the books as they were recorded earlier and later, and exactly the entries recorded
/// between that moved it: later less earlier is the sum of what they did, or it cannot be built.
/// </summary>
/// <typeparam name="TFigure">What names a figure.</typeparam>
public sealed class FigureChange<TFigure>
{
    /// <summary>Creates a change.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="before">Its amount in the earlier books.</param>
    /// <param name="after">Its amount in the later books.</param>
    /// <param name="entries">What each entry did to it, in order of sequence.</param>
    /// <exception cref="UnexplainedChangeException">The entries do not add up to the difference.</exception>
    public FigureChange(TFigure figure, Money before, Money after, IReadOnlyList<EntryEffect> entries)
    {
        (Figure, Before, After, Entries) = (figure, before, after, entries);
        if (before + entries.Aggregate(Money.Zero(before.Currency), (sum, effect) => sum + effect.Amount) != after)
        {
            throw new UnexplainedChangeException(FormattableString.Invariant($"{figure}"), before, after);
        }
    }

    /// <summary>The figure.</summary>
    public TFigure Figure { get; }

    /// <summary>Its amount in the earlier books.</summary>
    public Money Before { get; }

    /// <summary>Its amount in the later books.</summary>
    public Money After { get; }

    /// <summary>After less before; nil where entries that moved the figure cancel out.</summary>
    public Money Difference => After - Before;

    /// <summary>The entries that moved it, in order of sequence.</summary>
    public IReadOnlyList<EntryEffect> Entries { get; }
}
