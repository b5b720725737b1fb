namespace TrustFund.Reconciliation.Proof;

/// <summary>How a rounding difference is to be taken, by its likelihood and the thresholds of a policy.</summary>
public enum Plausibility
{
    /// <summary>One would expect it now and then.</summary>
    Ordinary,

    /// <summary>Seldom, but not to be wondered at among many.</summary>
    Unusual,

    /// <summary>Too seldom to pass as rounding: a query, never an agreement.</summary>
    Improbable,
}
