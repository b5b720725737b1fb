namespace TrustFund.Reconciliation;

/// <summary>What was done with a figure, as an auditor marks a working paper.</summary>
[Flags]
public enum WorkMark
{
    /// <summary>No relation and no books reach it.</summary>
    None = 0,

    /// <summary>B: agreed to the books.</summary>
    AgreedToBooks = 1,

    /// <summary>F: footed; a total or result that its lines add up to.</summary>
    Footed = 2,

    /// <summary>T: agreed to the text.</summary>
    AgreedToText = 4,

    /// <summary>R: within a rounding difference of a note or of its lines.</summary>
    RoundingDifference = 8,

    /// <summary>X: an exception.</summary>
    Exception = 16,
}
