using NodaTime;

namespace TrustFund.Reconciliation.Statements;

/// <summary>What a statement is asked of: funds, period, and which books are meant.</summary>
/// <param name="Funds">The funds, all of one currency; the first is the one that a column of a single fund shows.</param>
/// <param name="Period">The period.</param>
public sealed record StatementScope(IReadOnlyList<Fund> Funds, ReportingPeriod Period)
{
    /// <summary>The books as recorded at that instant; null for as recorded now.</summary>
    public Instant? KnownAt { get; init; }

    /// <summary>The books as they were when that entry was their last; null for as recorded now.</summary>
    public long? Sequence { get; init; }

    /// <summary>The codes of accounts by which the funds owe and pay one another.</summary>
    public IReadOnlyList<Code<Account>> InterfundAccounts { get; init; } = [];

    /// <summary>The fund that a column of a single fund shows.</summary>
    public Fund Fund => Funds[0];
}
