namespace TrustFund.Reconciliation.Statements;

/// <summary>Which sign sets off the decimals of a table; the other one may then set off thousands.</summary>
internal enum DecimalMark
{
    /// <summary><c>1,234.56</c>.</summary>
    Point,

    /// <summary><c>1.234,56</c>.</summary>
    Comma,
}
