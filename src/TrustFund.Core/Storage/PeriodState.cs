namespace TrustFund.Storage;

/// <summary>How far a period of a fund is closed.</summary>
public enum PeriodState
{
    /// <summary>It takes entries of every kind.</summary>
    Open,

    /// <summary>Ordinary entries stop; adjusting, reversing and closing entries go on.</summary>
    Closing,

    /// <summary>It takes no entries.</summary>
    Closed,
}
