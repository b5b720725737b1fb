namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// What a cell of a published statement says. A dash, a zero, two dots and a blank are four
/// different statements; what each means is house style, declared by the template.
/// </summary>
public enum FigureState
{
    /// <summary>An amount is printed, zero included.</summary>
    Amount,

    /// <summary>A nil mark (an en dash, a hyphen): nil or, for accounts, less than half a unit.</summary>
    Nil,

    /// <summary>Nothing is printed.</summary>
    Blank,

    /// <summary>Stated to be not available (<c>..</c>, <c>n/a</c>).</summary>
    Unavailable,

    /// <summary>Something is printed that is no amount (<c>99rr69</c>, <c>#REF!</c>).</summary>
    Unreadable,
}
