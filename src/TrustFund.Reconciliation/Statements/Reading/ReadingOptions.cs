namespace TrustFund.Reconciliation.Statements;

/// <summary>What a reader of a document is told beforehand.</summary>
public sealed record ReadingOptions
{
    /// <summary>How the document's figures were rounded, as far as it is known.</summary>
    public RoundingRule Rounding { get; init; }

    /// <summary>
    /// Whether a nil mark stands for nil alone. By default it stands for nil or less than half a unit,
    /// as it does in accounts unless they say otherwise.
    /// </summary>
    public bool NilIsExact { get; init; }

    /// <summary>The currency, where the document does not say it; null for unknown.</summary>
    public Currency? Currency { get; init; }

    // What sets off decimals in the document as a whole, for those of its tables and notes that do not show it; null for unknown.
    internal DecimalMark? Mark { get; init; }
}
