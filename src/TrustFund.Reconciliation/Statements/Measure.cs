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

    /// <summary>Their balance on the day before the period as it was published, before anything was restated.</summary>
    ReportedOpening,

    /// <summary>What restatements moved their opening balance by; nil where nothing is shown as restated.</summary>
    OpeningRestatement,

    /// <summary>That, and what restatements moved net assets by within the period.</summary>
    Restatement,

    /// <summary>What they moved by within the period, but for restatements and transfers: items taken directly to net assets.</summary>
    Direct,

    /// <summary>What they moved by from one component of net assets to another.</summary>
    Transfer,
}
