using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Proof;

/// <summary>A relation judged alone.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="Residual">Computed less printed: 0 where it holds to the last digit.</param>
/// <param name="Bound">The largest residual, in size, that rounding can explain: a multiple of the finest printed unit.</param>
/// <param name="Likelihood">The chance, 0 to 1, of a residual at least as large if only rounding is at work.</param>
/// <param name="Plausibility">How a difference of that likelihood is to be taken.</param>
/// <param name="Verdict">Exact, within rounding or inconsistent.</param>
public sealed record RelationFinding(
    StatementRelation Relation, decimal Residual, decimal Bound, decimal Likelihood, Plausibility Plausibility, Verdict Verdict);
