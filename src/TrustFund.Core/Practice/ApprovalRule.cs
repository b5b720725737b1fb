namespace TrustFund.Practice;

/// <summary>What a fund asks of the names on its entries and closes.</summary>
public enum ApprovalRule
{
    /// <summary>Nothing: a name that is left out is shown as not stated.</summary>
    None,

    /// <summary>Preparer and approver are stated.</summary>
    Stated,

    /// <summary>Preparer and approver are stated, and are two persons.</summary>
    Different,
}
