using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Proof;

/// <summary>
/// Relations that cannot hold together, no fewer of them doing so, and why: taken each by its
/// multiplier and added up, they ask of the figures an amount that their intervals do not hold.
/// </summary>
/// <param name="Relations">The relations, in the order given.</param>
/// <param name="Certificate">The multiplier of each relation, in the same order; none is zero.</param>
/// <param name="GiveUp">The relation to give up so that the others hold.</param>
public sealed record Conflict(
    IReadOnlyList<StatementRelation> Relations, IReadOnlyList<decimal> Certificate, StatementRelation GiveUp);
