namespace TrustFund.Storage;

/// <summary>What an edition of a statement is declared to be. The numbers are part of what is stored and hashed.</summary>
public enum EditionStatus
{
    /// <summary>A draft, to be discussed.</summary>
    Draft = 1,

    /// <summary>Issued before every figure was final.</summary>
    Provisional = 2,

    /// <summary>Certified by who is responsible for the accounts.</summary>
    Certified = 3,

    /// <summary>Audited.</summary>
    Audited = 4,

    /// <summary>Final.</summary>
    Final = 5,
}
