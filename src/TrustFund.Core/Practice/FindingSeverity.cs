namespace TrustFund.Practice;

/// <summary>What a finding of the closing checklist means for the close.</summary>
public enum FindingSeverity
{
    /// <summary>A rule of the books or of the fund is broken: the period cannot be closed.</summary>
    Blocker,

    /// <summary>A matter of judgement: the period can be closed by who accepts it and says why.</summary>
    Warning,
}
