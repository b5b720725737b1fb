namespace TrustFund.Reconciliation.Discovery;

/// <summary>How a sum fits in one column or row.</summary>
internal enum Fit
{
    /// <summary>Its target or all of its terms are not printed there.</summary>
    None,

    /// <summary>One cell cannot be read.</summary>
    Unreadable,

    /// <summary>It holds, rounding allowed.</summary>
    Holds,

    /// <summary>It does not.</summary>
    Fails,
}
