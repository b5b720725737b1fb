namespace TrustFund.Reconciliation.Statements;

/// <summary>Which balance of its accounts a line of a statement shows.</summary>
public enum Measure
{
    /// <summary>What the accounts moved by within the period, before closing.</summary>
    Movement,

    /// <summary>Their balance on the day before the period. Revenue and expense still open there are included where selected.</summary>
    Opening,

    /// <summary>Their balance at the end of the period, before closing.</summary>
    Closing,
}
