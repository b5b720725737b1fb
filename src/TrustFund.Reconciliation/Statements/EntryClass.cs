namespace TrustFund.Reconciliation.Statements;

/// <summary>Which entries an amount is made from.</summary>
public enum EntryClass
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>All but the adjusting entries of the period.</summary>
    Unadjusted,

    /// <summary>The adjusting entries of the period.</summary>
    Adjusting,

    /// <summary>Restatements.</summary>
    Restatement,

    /// <summary>Those that move net assets of the fund from one component to another: its postings to net assets come to nil.</summary>
    Transfer,
}
