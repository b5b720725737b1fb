namespace TrustFund;

/// <summary>Why an earlier period is restated. The numbers are part of what is stored and hashed.</summary>
public enum RestatementNature
{
    /// <summary>An error of the earlier period: net assets against assets or liabilities.</summary>
    Error = 1,

    /// <summary>A change of accounting policy, applied to the earlier period.</summary>
    PolicyChange = 2,

    /// <summary>A standard applied for the first time.</summary>
    InitialApplication = 3,

    /// <summary>
    /// Moves what the earlier period is compared by and leaves net assets alone: its postings to net assets, revenue
    /// and expense add up to nil. It counts only where the books are meant as restated, never at its own date.
    /// </summary>
    Reclassification = 4,
}
