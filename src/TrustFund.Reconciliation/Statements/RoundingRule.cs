namespace TrustFund.Reconciliation.Statements;

/// <summary>How the figures of a statement were rounded, as far as the document or its template says.</summary>
public enum RoundingRule
{
    /// <summary>Not said: to the nearest unit, a tie either way, so both ends of the interval belong to it.</summary>
    NearestUndeclared,

    /// <summary>To the nearest unit, ties away from zero: 0.5 becomes 1 and -0.5 becomes -1.</summary>
    HalfAwayFromZero,

    /// <summary>To the nearest unit, ties to the even unit: 0.5 becomes 0 and 1.5 becomes 2.</summary>
    HalfToEven,
}
