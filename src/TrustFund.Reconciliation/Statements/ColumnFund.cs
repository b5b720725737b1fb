namespace TrustFund.Reconciliation.Statements;

/// <summary>Whose amounts a column of a template shows.</summary>
public enum ColumnFund
{
    /// <summary>Those of the fund that the statement is of.</summary>
    Own,

    /// <summary>Those of each fund, a column a fund: it becomes as many columns of <see cref="One"/>.</summary>
    Each,

    /// <summary>Those of the fund whose code is the column's heading.</summary>
    One,

    /// <summary>What the funds owe and pay one another, taken off: their inter-fund accounts together, with the opposite sign.</summary>
    Eliminations,
}
