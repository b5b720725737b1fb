namespace TrustFund.Interchange;

/// <summary>What one amount tells of the decimal mark of its file.</summary>
internal enum DecimalMarkEvidence
{
    /// <summary>Nothing: it has neither point nor comma.</summary>
    None,

    /// <summary>The point stands before the decimals.</summary>
    Point,

    /// <summary>The comma stands before the decimals.</summary>
    Comma,

    /// <summary>It has one mark that could separate thousands or decimals.</summary>
    Either,
}
