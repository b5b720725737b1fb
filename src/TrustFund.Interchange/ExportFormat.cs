namespace TrustFund.Interchange;

/// <summary>What books can be exported as.</summary>
public enum ExportFormat
{
    /// <summary>CSV books: everything, and how it was recorded, so that the books can be restored.</summary>
    Csv,

    /// <summary>A journal of hledger: everything but how it was recorded.</summary>
    Hledger,

    /// <summary>A journal of beancount, to be looked at there.</summary>
    Beancount,
}
