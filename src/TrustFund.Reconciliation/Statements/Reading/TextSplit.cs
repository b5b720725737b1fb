namespace TrustFund.Reconciliation.Statements;

/// <summary>What set the cells of a line apart.</summary>
internal enum TextSplit
{
    /// <summary>Nothing: the line is one cell.</summary>
    None,

    /// <summary>Tabs or pipes: the column of a cell is the number of them before it.</summary>
    Separators,

    /// <summary>Blanks: the column of a cell shows only in where it stands.</summary>
    Blanks,

    /// <summary>An amount at the end of the line, a single blank before it.</summary>
    AmountAtEnd,

    /// <summary>Single blanks, or lines: the column of a cell is its number among the amounts.</summary>
    Counted,
}
