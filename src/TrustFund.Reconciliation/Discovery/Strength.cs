namespace TrustFund.Reconciliation.Discovery;

/// <summary>How far a relation is believed.</summary>
internal enum Strength
{
    /// <summary>The numbers alone rule out chance.</summary>
    Strong,

    /// <summary>Captions or layout say it and the numbers agree, without ruling out chance.</summary>
    Weak,

    /// <summary>Captions or layout say it and the numbers do not agree.</summary>
    Failing,
}
