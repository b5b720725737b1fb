using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Proof;

/// <summary>A relation judged alone.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="Residual">Computed less printed: 0 where it holds to the last digit.</param>
/// <param name="Bound">The largest residual, in size and to the same side, that rounding can explain: a whole multiple of the
/// finest step by which such figures can be apart. 3 for six lines and a total in whole dollars; 0 where the relation says that
/// two figures at one place print the same quantity. For a residual of 0, the larger of both sides.</param>
/// <param name="Likelihood">The chance, 0 to 1, of a residual at least as large in size if only rounding is at work: 1 for a
/// residual of 0 and for a coarser printing of the same quantity, 0 where rounding cannot explain it.</param>
/// <param name="Plausibility">How a difference of that likelihood is to be taken.</param>
/// <param name="Verdict">Exact, within rounding or inconsistent; a relation judged is never unverified.</param>
public sealed record RelationFinding(
    StatementRelation Relation, decimal Residual, decimal Bound, decimal Likelihood, Plausibility Plausibility, Verdict Verdict);
