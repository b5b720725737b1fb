namespace TrustFund.Interchange;

/// <summary>A posting of hledger as it is written.</summary>
internal sealed class HledgerPosting
{
    internal required TextPlace Place { get; init; }

    internal required string Account { get; init; }

    /// <summary>What was posted; null where it is left to be inferred.</summary>
    internal Money? Amount { get; init; }

    /// <summary>The balance asserted; null where none is.</summary>
    internal HledgerAssertion? Assertion { get; init; }

    internal required List<HledgerTag> Tags { get; init; }
}
