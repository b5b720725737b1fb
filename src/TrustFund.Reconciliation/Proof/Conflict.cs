using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Proof;

/// <summary>
/// Relations that cannot hold together, though without any one of them the others could, and why: each
/// taken by its multiplier and all added up, they ask of the figures an amount that the figures'
/// intervals cannot give. A relation that is inconsistent alone is a conflict of one.
/// </summary>
/// <remarks>
/// One conflict of one needs a word more than its multiplier: two figures printed at one place for the
/// same quantity whose intervals meet at a tie alone. One amount cannot be rounded both ways there.
/// </remarks>
/// <param name="Relations">The relations, in the order given.</param>
/// <param name="Certificate">The multiplier of each relation, in the same order: whole numbers without
/// a common divisor, the first positive, none zero.</param>
/// <param name="GiveUp">The relation given up to settle the conflict; any one would do, and the proof
/// takes those that settle all conflicts with the fewest, later relations before earlier ones.</param>
public sealed record Conflict(
    IReadOnlyList<StatementRelation> Relations, IReadOnlyList<decimal> Certificate, StatementRelation GiveUp);
