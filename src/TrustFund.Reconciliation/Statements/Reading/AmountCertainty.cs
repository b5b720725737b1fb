namespace TrustFund.Reconciliation.Statements;

/// <summary>How surely a word of a line is an amount.</summary>
internal enum AmountCertainty
{
    /// <summary>It is none.</summary>
    None,

    /// <summary>It may be one, or number something else: a bare integer.</summary>
    Possible,

    /// <summary>A mark for nil or not available: an amount where amounts stand, punctuation elsewhere.</summary>
    Likely,

    /// <summary>Nothing else is written so: groups of thousands, decimals, a currency sign, parentheses.</summary>
    Certain,
}
