namespace TrustFund.Reconciliation.Discovery;

/// <summary>From what a sum was proposed.</summary>
internal enum SumShape
{
    /// <summary>The lines right above.</summary>
    Above,

    /// <summary>The lines right above, with some of them taken off.</summary>
    AboveSigned,

    /// <summary>The lines right above, added and taken off by the signs behind their captions.</summary>
    AboveStated,

    /// <summary>Lines above, a run of them left out.</summary>
    AboveInParts,

    /// <summary>Two lines anywhere above.</summary>
    Pair,

    /// <summary>The lines right below.</summary>
    Below,

    /// <summary>The lines below that stand further in.</summary>
    Children,

    /// <summary>The lines that the caption names by their marks.</summary>
    Formula,
}
